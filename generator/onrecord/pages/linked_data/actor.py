"""An actor's page, and the actor: names, roles, family, and the briefings that name it."""

from onrecord.address import absolute_url, actor_address, asset_address
from onrecord.formats import Json, Node
from onrecord.link.dossier import ActorRecord, Tie
from onrecord.model import ActorKind, RelationType, Role
from onrecord.pages.countries import country_name
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.parties import PERSON, NamedActors, actor_id, type_of
from onrecord.pages.linked_data.works import briefing_for_short, exact
from onrecord.pages.parts.frame import plain_spaces
from onrecord.pages.shown_dates import show_day
from onrecord.text.dates import Date

_COUNTRY = "Country"
_WIKIDATA = "https://www.wikidata.org/wiki/"
_MEMBERSHIPS = {RelationType.MEMBER_OF: "memberOf", RelationType.WORKS_FOR: "worksFor"}
_FAMILY = {
    RelationType.CHILD_OF: "parent",
    RelationType.PARENT_OF: "children",
    RelationType.SPOUSE_OF: "spouse",
}


def actor_page(
    edition: Edition, record: ActorRecord, briefings: tuple[str, ...]
) -> tuple[Node, ...]:
    """The page and its actor, with the briefings listed there; nothing of one who is not named."""
    kind = type_of(edition, record.actor)
    if not kind:
        return ()
    named = NamedActors(edition)
    address = absolute_url(edition.site, actor_address(record.actor.id))
    own_id = actor_id(edition, record.actor.id)
    page: Node = {
        "@type": "ProfilePage",
        "@id": address,
        "url": address,
        "name": plain_spaces(record.actor.name),
        "inLanguage": edition.site.language,
        "dateModified": _newest(edition, record),
        "mainEntity": {"@id": own_id},
    }
    actor = {
        "@type": kind,
        "@id": own_id,
        "url": address,
        **_profile(edition, record),
        **(_person(edition, record, named) if kind == PERSON else {}),
        **_memberships(edition, record, named, kind),
        "subjectOf": tuple(briefing_for_short(edition, slug) for slug in briefings),
    }
    return page, actor, *named.described(own_id)


def _newest(edition: Edition, record: ActorRecord) -> str:
    """The newest day on the page: of a briefing, or of the profile's last review."""
    dates = [date for date in (record.newest, record.actor.checked) if date is not None]
    if not dates:
        return ""
    return show_day(max(dates, key=lambda date: date.instant), edition.zone).machine


def _profile(edition: Edition, record: ActorRecord) -> dict[str, Json]:
    actor = record.actor
    image = actor.image if actor.image in edition.dossier.assets else ""
    wikidata = f"{_WIKIDATA}{actor.wikidata}" if actor.wikidata else ""
    return {
        "name": actor.name,
        "alternateName": (*actor.aliases, *actor.previous_names),
        "description": actor.summary,
        "image": absolute_url(edition.site, asset_address(image)) if image else "",
        "sameAs": (*actor.same_as, wikidata),
    }


def _person(edition: Edition, record: ActorRecord, named: NamedActors) -> dict[str, Json]:
    """What is said of people only. A post that nobody gives in an organisation is an occupation."""
    actor = record.actor
    return {
        "jobTitle": record.role,
        "nationality": tuple(
            {"@type": _COUNTRY, "name": country_name(code)} for code in actor.nationality
        ),
        "birthDate": exact(actor.born),
        "deathDate": exact(actor.died),
        "hasOccupation": tuple(
            {
                "@type": "Role",
                **_time(role.since, role.until),
                "hasOccupation": {
                    "@type": "Occupation",
                    "name": role.title,
                    "occupationLocation": named.actor(_at(role)),
                },
            }
            for role in record.roles
            if not _is_in_organisation(edition, role)
        ),
        **_family(edition, record, named),
    }


def _family(edition: Edition, record: ActorRecord, named: NamedActors) -> dict[str, Json]:
    family: dict[str, list[Json]] = {word: [] for word in _FAMILY.values()}
    for tie in record.ties:
        word = _FAMILY.get(RelationType(tie.type))
        known = edition.dossier.profiles.get(tie.other)
        if word and known is not None and known.kind is ActorKind.PERSON:
            family[word].append(named.actor(tie.other))
    return {word: tuple(members) for word, members in family.items()}


def _memberships(
    edition: Edition, record: ActorRecord, named: NamedActors, kind: str
) -> dict[str, Json]:
    """Posts held in organisations, then ties to them; states are none, and belong to none here."""
    memberships: dict[str, list[Json]] = {word: [] for word in _MEMBERSHIPS.values()}
    if kind != _COUNTRY:
        for role in record.roles:
            if _is_in_organisation(edition, role):
                memberships["memberOf"].append(_post(role, named.actor(_at(role))))
        for tie in record.ties:
            word = _MEMBERSHIPS.get(RelationType(tie.type), "")
            if word in ("memberOf", *(("worksFor",) if kind == PERSON else ())):
                memberships[word] += _tie(edition, word, tie, named)
    return {word: tuple(members) for word, members in memberships.items()}


def _tie(edition: Edition, word: str, tie: Tie, named: NamedActors) -> list[Json]:
    if not _is_organisation(edition, tie.other):
        return []
    organisation = named.actor(tie.other)
    return [{"@type": "OrganizationRole", **_time(tie.since, tie.until), word: organisation}]


def _post(role: Role, organisation: Node) -> Node:
    return {
        "@type": "OrganizationRole",
        "roleName": role.title,
        **_time(role.since, role.until),
        "memberOf": organisation,
    }


def _is_in_organisation(edition: Edition, role: Role) -> bool:
    return _is_organisation(edition, _at(role))


def _is_organisation(edition: Edition, actor: str) -> bool:
    """True for an actor of whom one can be a member: not for people and states."""
    known = edition.dossier.profiles.get(actor)
    return known is not None and type_of(edition, known) not in {"", PERSON, _COUNTRY}


def _at(role: Role) -> str:
    """The actor at which a post was held, "" where that is not said."""
    return role.at.text if role.at is not None else ""


def _time(since: Date | None, until: Date | None) -> dict[str, Json]:
    return {"startDate": exact(since), "endDate": exact(until)}
