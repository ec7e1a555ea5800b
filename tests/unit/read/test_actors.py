import pytest

from onrecord.model import ActorKind, RelationType
from tests.rig.reading import Folder

PROFILE = """\
---
name: Qassem Soleimani
kind: person
aliases: [قاسم سلیمانی, Haj Qassem]
weak_aliases: the general
previous_names: [Q. S.]
sort_name: Soleimani
summary: Head of the
  Quds Force.
image: soleimani.jpg
born: 1957-03-11
died: 2020-01-03
nationality: [IR, IQ]
same_as: https://example.org/soleimani
wikidata: Q318854
voice: 3
checked: 2020-01-07
publish: true
language: en
roles:
  - {title: Commander, at: quds-force, since: 1998~, until: 2020-01-03, source: some-id}
  - Martyr
relations:
  - {type: parent-of, with: zeinab-soleimani, label: daughter}
  - {type: other, with: hezbollah, label: client, inverse: patron, since: 2000, source: s}
---
A biography.
"""


def test_a_profile_holds_what_it_says(folder: Folder) -> None:
    actor = folder.read({"content/actors/qassem-soleimani.md": PROFILE}).actor
    assert (actor.id, actor.name, actor.kind) == (
        "qassem-soleimani",
        "Qassem Soleimani",
        ActorKind.PERSON,
    )
    assert (actor.origin, actor.path) == ("profile", "content/actors/qassem-soleimani.md")
    assert actor.aliases == ("قاسم سلیمانی", "Haj Qassem")
    assert (actor.weak_aliases, actor.previous_names) == (("the general",), ("Q. S.",))
    assert (actor.sort_name, actor.summary) == ("Soleimani", "Head of the Quds Force.")
    assert actor.image == "actors/soleimani.jpg"
    assert actor.born is not None
    assert actor.born.iso == "1957-03-11"
    assert actor.nationality == ("IR", "IQ")
    assert actor.same_as == ("https://example.org/soleimani",)
    assert (actor.wikidata, actor.voice, actor.language) == ("Q318854", 3, "en")
    assert actor.is_published_always
    assert (actor.biography, actor.biography_line) == ("A biography.\n", 27)


def test_roles_and_relations_have_dates_and_places(folder: Folder) -> None:
    actor = folder.read({"content/actors/qassem-soleimani.md": PROFILE}).actor
    commander, martyr = actor.roles
    assert (commander.title, str(commander.at), str(commander.source)) == (
        "Commander",
        "quds-force",
        "some-id",
    )
    assert commander.since is not None
    assert (commander.since.iso, commander.since.is_about) == ("1998", True)
    assert martyr.title == "Martyr"
    assert martyr.is_undated
    daughter, client = actor.relations
    assert (daughter.type, str(daughter.with_actor), daughter.label) == (
        RelationType.PARENT_OF,
        "zeinab-soleimani",
        "daughter",
    )
    assert daughter.with_actor.span.line == 24
    assert (client.label, client.inverse, str(client.source)) == ("client", "patron", "s")


def test_a_profiles_role_is_one_without_dates(folder: Folder) -> None:
    text = "---\nname: A B\nrole: spokesman\nat: pmf\n---\n"
    actor = folder.read({"content/actors/a-b.md": text}).actor
    (role,) = actor.roles
    assert (role.title, str(role.at), role.is_undated) == ("spokesman", "pmf", True)
    assert actor.kind is ActorKind.PERSON


def test_a_profiles_id_may_differ_from_its_files_name(folder: Folder) -> None:
    found = folder.read({"content/actors/A B.md": "---\nid: ab\nname: A B\nkind: person\n---\n"})
    assert found.actor.id == "ab"
    found = folder.read({"content/actors/A B.md": "---\nname: A B\nkind: person\n---\n"})
    assert "a-b" in found.only("OR112").hint
    assert found.records.broken.actors == {"A B"}


@pytest.mark.parametrize(
    "text",
    [
        "- {name: Jawad Al Telbawi, role: spokesman}\n- {id: pmf, name: PMF, kind: armed-group}\n",
        "- name: Jawad Al Telbawi\n  kind: person\n- name: PMF\n  kind: armed-group\n  id: pmf\n",
    ],
)
def test_a_cast_file_is_a_list_of_actors(folder: Folder, text: str) -> None:
    actors = folder.read({"content/actors/cast.yaml": text}).records.actors
    assert [(actor.id, actor.origin) for actor in actors] == [
        ("jawad-al-telbawi", "cast"),
        ("pmf", "cast"),
    ]
    assert [actor.kind for actor in actors] == [ActorKind.PERSON, ActorKind.ARMED_GROUP]


def test_a_cast_file_may_hold_a_single_actor_or_none(folder: Folder) -> None:
    found = folder.read({"content/actors/one.yml": "{name: A B, kind: state}\n"})
    assert found.actor.kind is ActorKind.STATE
    found = folder.read({"content/actors/one.yml": "# nobody yet\n"})
    assert found.told == []
    assert found.records.actors == ()


def test_a_bare_text_in_a_cast_file_is_no_actor(folder: Folder) -> None:
    found = folder.read({"content/actors/cast.yaml": "- Jawad Al Telbawi\n"}).only("OR111")
    assert "an actor" in found.message


def test_the_same_actor_twice_in_cast_files_is_an_error(folder: Folder) -> None:
    found = folder.read(
        {
            "content/actors/one.yaml": "- {id: a, name: A, kind: body}\n",
            "content/actors/two.yaml": "- {id: b, name: B, kind: body}\n- {id: a, name: A, kind: body}\n",
        }
    )
    finding = found.only("OR113")
    assert "content/actors/one.yaml" in finding.message
    assert finding.span is not None
    assert (finding.span.path, finding.span.line) == ("content/actors/two.yaml", 2)


def test_a_profile_and_a_cast_entry_may_share_an_id(folder: Folder) -> None:
    found = folder.read(
        {
            "content/actors/cast.yaml": "- {id: a, name: A, kind: body}\n",
            "content/actors/a.md": "---\nname: A\nkind: body\n---\n",
        }
    )
    assert found.told == []
    assert [actor.origin for actor in found.records.actors] == ["profile", "cast"]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("kind: organization", ActorKind.ORGANISATION),
        ("kind: organisation", ActorKind.ORGANISATION),
        ("role: x", ActorKind.PERSON),
        ("roles: [x]", ActorKind.PERSON),
        ("role: x, kind: body", ActorKind.BODY),
    ],
)
def test_kinds_are_given_or_follow_from_a_role(folder: Folder, typed: str, kind: ActorKind) -> None:
    assert folder.read({"content/actors/c.yaml": f"{{name: A, {typed}}}"}).actor.kind is kind


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("name: A", "OR110"),
        ("name: A, kind: organisaton", "OR111"),
        ("kind: body", "OR110"),
        ("name: A, kind: body, voice: 11", "OR111"),
        ("name: A, kind: body, voice: 1.5", "OR111"),
        ("name: A, kind: body, nationality: ir", "OR111"),
        ("name: A, kind: body, nationality: UK", "OR111"),
        ("name: A, kind: body, wikidata: 'https://www.wikidata.org/wiki/Q1'", "OR111"),
        ("name: A, kind: body, same_as: 'ftp://x.org/'", "OR116"),
        ("name: A, kind: body, born: 1957-3", "OR114"),
        ("name: A, kind: body, checked: 2020", "OR114"),
        ("name: A, kind: body, image: ../../x.jpg", "OR122"),
        ("name: A, kind: body, relations: {type: parent, with: b}", "OR111"),
        ("name: A, kind: body, relations: {type: backs}", "OR110"),
        ("name: A, kind: body, relations: {type: other, with: b, label: c}", "OR110"),
        ("name: A, kind: unnamed", "OR110"),
        ("name: فلان, kind: person", "OR110"),
        ("name: A, kind: body, id: A", "OR112"),
    ],
)
def test_values_of_an_actor_are_checked(folder: Folder, keys: str, code: str) -> None:
    found = folder.read({"content/actors/c.yaml": f"{{{keys}}}"})
    assert found.codes == [code]
    assert found.hints[0]


def test_a_name_without_latin_letters_can_have_an_id(folder: Folder) -> None:
    found = folder.read({"content/actors/c.yaml": "{name: فلان, id: fulan, kind: person}"})
    assert found.actor.id == "fulan"


def test_an_unnamed_actor_says_why(folder: Folder) -> None:
    text = "---\nname: An official\nkind: unnamed\nwhy_unnamed: fears\n---\n"
    actor = folder.read({"content/actors/official.md": text}).actor
    assert (actor.kind, actor.why_unnamed) == (ActorKind.UNNAMED, "fears")


def test_an_article_lists_actors_by_id_with_a_role_or_on_the_spot(folder: Folder) -> None:
    article = folder.read_article(
        """\
actors:
  - qassem-soleimani
  - {id: adel, role: caretaker prime minister, at: iraq, called: Mahdi}
  - {name: Jawad Al Telbawi, role: commander, at: pmf, aliases: [Telbawi's man], called: [J]}
  - {id: cf, name: Coordination Framework, kind: group, summary: An alliance.}
"""
    ).article
    bare, with_role, telbawi, group = article.listings
    assert (bare.id, bare.role, bare.called) == ("qassem-soleimani", None, ())
    assert (with_role.id, str(with_role.role), str(with_role.at), with_role.called) == (
        "adel",
        "caretaker prime minister",
        "iraq",
        ("Mahdi",),
    )
    assert (telbawi.id, str(telbawi.role), telbawi.called) == (
        "jawad-al-telbawi",
        "commander",
        ("J",),
    )
    assert (with_role.span.line, with_role.span.column) == (6, 10)
    assert group.id == "cf"
    first, second = article.inline_actors
    assert (first.id, first.kind, first.origin, first.roles) == (
        "jawad-al-telbawi",
        ActorKind.PERSON,
        "inline",
        (),
    )
    assert first.aliases == ("Telbawi's man",)
    assert (second.kind, second.summary, second.path) == (
        ActorKind.GROUP,
        "An alliance.",
        article.path,
    )


def test_an_actor_defined_twice_in_one_article_is_an_error(folder: Folder) -> None:
    found = folder.read_article("actors: [{name: A, kind: body}, {name: a, kind: body}]")
    assert found.only("OR113").related
    found = folder.read_article("actors: [{name: A, kind: body}, a]")
    assert found.told == []


def test_a_name_in_place_of_an_id_is_told_with_the_id(folder: Folder) -> None:
    found = folder.read_article("actors: [Qassem Soleimani]").only("OR112")
    assert "qassem-soleimani" in found.hint
