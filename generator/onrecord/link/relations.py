"""Ties between actors: what each declares, and the same tie seen from the other side."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from onrecord.link.dossier import Tie
from onrecord.link.roles import newest_first
from onrecord.model import Actor, Relation, RelationType, Role
from onrecord.text.dates import Date

_PAIRS = (
    (RelationType.MEMBER_OF, RelationType.HAS_MEMBER),
    (RelationType.WORKS_FOR, RelationType.EMPLOYS),
    (RelationType.LEADS, RelationType.LED_BY),
    (RelationType.PART_OF, RelationType.INCLUDES),
    (RelationType.OWNS, RelationType.OWNED_BY),
    (RelationType.SUCCEEDED, RelationType.SUCCEEDED_BY),
    (RelationType.PARENT_OF, RelationType.CHILD_OF),
    (RelationType.BACKS, RelationType.BACKED_BY),
    (RelationType.SPOUSE_OF, RelationType.SPOUSE_OF),
    (RelationType.SIBLING_OF, RelationType.SIBLING_OF),
    (RelationType.ALLIED_WITH, RelationType.ALLIED_WITH),
    (RelationType.OTHER, RelationType.OTHER),
)
INVERSES: Mapping[RelationType, RelationType] = MappingProxyType(
    dict(_PAIRS) | {inverse: declared for declared, inverse in _PAIRS}
)


def compile_ties(actors: Mapping[str, Actor]) -> dict[str, tuple[Tie, ...]]:
    """The ties of each actor that has any: its own first, then those that others declare."""
    own: dict[str, list[Tie]] = {}
    for actor in actors.values():
        for relation in actor.relations:
            if relation.with_actor.text in actors:
                own.setdefault(actor.id, []).append(_declared(actor, relation, actors))
    seen_from_others: dict[str, list[Tie]] = {}
    for actor_id, ties in own.items():
        for tie in ties:
            if not _is_declared(own.get(tie.other, ()), INVERSES[tie.relation.type], actor_id):
                seen = _inverse(actor_id, tie)
                seen_from_others.setdefault(tie.other, []).append(seen)
    return {
        actor_id: (*own.get(actor_id, ()), *seen_from_others.get(actor_id, ()))
        for actor_id in sorted(own.keys() | seen_from_others.keys())
    }


def _declared(actor: Actor, relation: Relation, actors: Mapping[str, Actor]) -> Tie:
    since = relation.since or _taken_over(actor, relation, actors[relation.with_actor.text])
    return Tie(
        type=relation.type.value,
        label=relation.label,
        other=relation.with_actor.text,
        since=since,
        until=relation.until,
        relation=relation,
    )


def _inverse(actor_id: str, tie: Tie) -> Tie:
    """A tie as the other side shows it; a label describes the other actor, so it is left out."""
    return Tie(
        type=INVERSES[tie.relation.type].value,
        label=tie.relation.inverse,
        other=actor_id,
        since=tie.since,
        until=tie.until,
        relation=tie.relation,
    )


def _is_declared(ties: tuple[Tie, ...] | list[Tie], kind: RelationType, other: str) -> bool:
    return kind is not RelationType.OTHER and any(
        tie.relation.type is kind and tie.other == other for tie in ties
    )


def _taken_over(actor: Actor, relation: Relation, other: Actor) -> Date | None:
    """When a successor took over, as the roles of the two tell it."""
    if relation.type is RelationType.SUCCEEDED:
        successor, predecessor = actor, other
    elif relation.type is RelationType.SUCCEEDED_BY:
        successor, predecessor = other, actor
    else:
        return None
    posts = {_place(role) for role in predecessor.roles if role.at}
    for role in newest_first(successor.roles):
        if role.since and _place(role) in posts:
            return role.since
    return None


def _place(role: Role) -> str:
    return role.at.text if role.at else ""


def related_actors(actor: Actor) -> Iterator[str]:
    """The ids that an actor's own definition names: in its relations and at its roles."""
    yield from (relation.with_actor.text for relation in actor.relations)
    yield from (role.at.text for role in actor.roles if role.at)
