"""What an actor's pages tell machines: who it is, what posts it held, its family, its briefings."""

import pytest

from onrecord.model import Actor, ActorKind
from onrecord.text.frozen import replace
from tests.rig.linked_data import Node, of_type
from tests.rig.linked_site import ADA, BASE, LAND, NEWS, PORT, metas_at, nodes_at, small_site
from tests.rig.records import actor, article, content, day, linked, listing, relation, role


def actor_at(*actors: Actor, of: str = "ada", kind: str = "Person") -> Node:
    read = article("news", listings=tuple(listing(one.id) for one in actors))
    return of_type_with_id(nodes_at(small_site(read, actors=actors), f"/actors/{of}/"), of, kind)


def of_type_with_id(nodes: list[Node], of: str, kind: str) -> Node:
    (node,) = [node for node in nodes if node.get("@id") == f"{BASE}actors/{of}/#actor"]
    assert node["@type"] == kind
    return node


def test_a_person_is_told_with_names_life_and_the_briefings_that_name_them() -> None:
    ada = replace(
        ADA,
        aliases=("A. One",),
        weak_aliases=("the minister",),
        previous_names=("Ada Zero",),
        summary="A line.",
        born=day("1957~"),
        died=day("2020-01-03"),
        nationality=("IR",),
        same_as=("https://ada.example/",),
        wikidata="Q1",
        roles=(role("Minister"),),
        checked=day("2020-01-07"),
    )
    told = actor_at(ada)
    assert told == {
        "@type": "Person",
        "@id": f"{BASE}actors/ada/#actor",
        "url": f"{BASE}actors/ada/",
        "name": "Ada One",
        "alternateName": ["A. One", "Ada Zero"],
        "description": "A line.",
        "deathDate": "2020-01-03",
        "nationality": [{"@type": "Country", "name": "Iran"}],
        "sameAs": ["https://ada.example/", "https://www.wikidata.org/wiki/Q1"],
        "jobTitle": "Minister",
        "hasOccupation": [
            {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": "Minister"}}
        ],
        "subjectOf": [
            {
                "@type": "ReportageNewsArticle",
                "@id": f"{NEWS}#article",
                "headline": "News",
                "url": NEWS,
            }
        ],
    }
    read = article("news", listings=(listing("ada"),))
    page = of_type(nodes_at(small_site(read, actors=(ada,)), "/actors/ada/"), "ProfilePage")
    assert page["dateModified"] == "2020-01-07"
    assert page["mainEntity"] == {"@id": f"{BASE}actors/ada/#actor"}


def test_a_post_in_an_organisation_is_a_membership_and_one_in_a_state_an_occupation() -> None:
    ada = replace(
        ADA,
        roles=(
            role("Director", at="port", since="1998", until="2020-01-03"),
            role("Judge", since="1997~"),
            role("President", at="land", until="1990"),
        ),
    )
    told = actor_at(ada, PORT, LAND)
    assert told["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "Director",
            "startDate": "1998",
            "endDate": "2020-01-03",
            "memberOf": {"@id": f"{BASE}actors/port/#actor"},
        },
    ]
    assert told["hasOccupation"] == [
        {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": "Judge"}},
        {
            "@type": "Role",
            "endDate": "1990",
            "hasOccupation": {
                "@type": "Occupation",
                "name": "President",
                "occupationLocation": {"@id": f"{BASE}actors/land/#actor"},
            },
        },
    ]


def test_ties_are_told_from_either_side() -> None:
    ada = replace(
        ADA,
        relations=(
            relation("parent-of", "bea"),
            relation("spouse-of", "cy"),
            relation("works-for", "port", since="2019"),
            relation("member-of", "land"),
            relation("parent-of", "port"),
        ),
    )
    family = (ada, actor("bea"), actor("cy"), PORT, LAND)
    told = actor_at(*family)
    assert told["children"] == [{"@id": f"{BASE}actors/bea/#actor"}]
    assert told["spouse"] == [{"@id": f"{BASE}actors/cy/#actor"}]
    assert told["worksFor"] == [
        {
            "@type": "OrganizationRole",
            "startDate": "2019",
            "worksFor": {"@id": f"{BASE}actors/port/#actor"},
        }
    ]
    assert "memberOf" not in told
    assert actor_at(*family, of="bea")["parent"] == [{"@id": f"{BASE}actors/ada/#actor"}]
    assert actor_at(*family, of="cy")["spouse"] == [{"@id": f"{BASE}actors/ada/#actor"}]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (ActorKind.PERSON, "Person"),
        (ActorKind.ORGANISATION, "Organization"),
        (ActorKind.ARMED_GROUP, "Organization"),
        (ActorKind.BODY, "GovernmentOrganization"),
        (ActorKind.STATE, "Country"),
        (ActorKind.PARTY, "PoliticalParty"),
        (ActorKind.COMPANY, "Corporation"),
        (ActorKind.MEDIA, "NewsMediaOrganization"),
        (ActorKind.GROUP, "Organization"),
    ],
)
def test_an_actor_is_what_its_kind_is_to_schema_org(kind: ActorKind, told: str) -> None:
    one = replace(ADA, kind=kind, nationality=("IR",), born=day("1957"), roles=(role("Guest"),))
    node = actor_at(one, kind=told)
    personal = {"nationality", "birthDate", "jobTitle", "hasOccupation"}
    assert personal & node.keys() == (personal if kind is ActorKind.PERSON else set())


def test_of_one_who_is_not_named_machines_learn_nothing() -> None:
    dossier = small_site(article("news", listings=(listing("nobody"),)))
    assert nodes_at(dossier, "/actors/nobody/") == []
    assert metas_at(dossier, "/actors/nobody/") == {}


def test_a_dated_page_of_an_actor_lists_briefings_and_leads_to_the_actor() -> None:
    many = [
        article(f"b{number}", f"{1900 + number}-01-01", listings=(listing("ada"),))
        for number in range(101)
    ]
    dossier = linked(content(*many, actors=(ADA,))).value
    page = of_type(nodes_at(dossier, "/actors/ada/1900/"), "CollectionPage")
    assert page["about"] == {"@id": f"{BASE}actors/ada/#actor"}
    assert [entry["name"] for entry in page["mainEntity"]["itemListElement"]] == ["B0"]
    assert (
        len(of_type_with_id(nodes_at(dossier, "/actors/ada/"), "ada", "Person")["subjectOf"]) == 100
    )
