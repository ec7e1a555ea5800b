"""Relations and roles that lead nowhere or contradict one another."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.enlist.nearest import Nearest
from onrecord.link.ground import Ground
from onrecord.link.relations import INVERSES
from onrecord.model import Actor, Relation, RelationType, Role, Written
from onrecord.text.slugs import is_id

HIERARCHIES = (
    (RelationType.PART_OF, RelationType.INCLUDES),
    (RelationType.CHILD_OF, RelationType.PARENT_OF),
)

Link = tuple[str, Relation]


def check_relations(ground: Ground) -> Iterator[Diagnostic]:
    """Missing actors, two dates for one tie, circles of descent, two holders of one post."""
    yield from _missing(ground)
    yield from _two_dates(ground.actors)
    for hierarchy in HIERARCHIES:
        yield from _circles(hierarchy, ground.actors)
    yield from _shared_posts(ground.actors)


def _missing(ground: Ground) -> Iterator[Diagnostic]:
    nearest = Nearest(ground.actors)
    known = ground.actors.keys() | ground.content.broken.actors
    for actor in ground.actors.values():
        for relation in actor.relations:
            if relation.with_actor.text not in known:
                yield _leads_nowhere("with", relation.with_actor, nearest)
        for role in actor.roles:
            if role.at and is_id(role.at.text) and role.at.text not in known:
                yield _leads_nowhere("at", role.at, nearest)


def _leads_nowhere(key: str, named: Written, nearest: Nearest) -> Diagnostic:
    near = nearest.to(named.text)
    return diagnose(
        "OR307",
        f"{key}: {named.text} names no actor" + (f"; did you mean {near}?" if near else ""),
        named.span,
        hint=(f"write {near}, or " if near else "") + f"define {named.text} in content/actors/",
    )


def _two_dates(actors: Mapping[str, Actor]) -> Iterator[Diagnostic]:
    """Ties that both sides declare with different dates."""
    declared: dict[tuple[str, RelationType, str], Relation] = {}
    for actor in actors.values():
        for relation in actor.relations:
            other = relation.with_actor.text
            twin = declared.get((other, INVERSES[relation.type], actor.id))
            if twin and relation.type is not RelationType.OTHER and _differ(relation, twin):
                yield diagnose(
                    "OR308",
                    f"{actor.id} and {other} both declare this relation, with different dates",
                    relation.span,
                    hint="keep it on one side only; the other side shows it by itself",
                    related=[Related("the other side is here", twin.span)],
                )
            declared.setdefault((actor.id, relation.type, other), relation)


def _differ(one: Relation, twin: Relation) -> bool:
    return (one.since, one.until) != (twin.since, twin.until)


def _circles(
    hierarchy: tuple[RelationType, RelationType], actors: Mapping[str, Actor]
) -> Iterator[Diagnostic]:
    """Circles of part-of or child-of, each once."""
    told: set[tuple[str, ...]] = set()
    for members, relation in _walk_circles(_upward(hierarchy, actors)):
        circle = tuple(sorted(members))
        if circle not in told:
            told.add(circle)
            yield _circle(hierarchy[0], members, relation, actors)


def _walk_circles(upward: Mapping[str, list[Link]]) -> Iterator[tuple[list[str], Relation]]:
    """The members of each circle and the relation that closes it; keeps its own stack."""
    done: set[str] = set()
    for start in upward:
        if start in done:
            continue
        path = {start: None}
        stack = [(start, iter(upward[start]))]
        while stack:
            here, links = stack[-1]
            link = next(links, None)
            if link is None:
                stack.pop()
                path.pop(here)
                done.add(here)
            elif link[0] in path:
                members = list(path)
                yield members[members.index(link[0]) :], link[1]
            elif link[0] not in done:
                path[link[0]] = None
                stack.append((link[0], iter(upward.get(link[0], ()))))


def _upward(
    hierarchy: tuple[RelationType, RelationType], actors: Mapping[str, Actor]
) -> dict[str, list[Link]]:
    """From each actor to what it is a part or a child of, whichever side declares it."""
    up, down = hierarchy
    links: dict[str, list[Link]] = {}
    for actor in actors.values():
        for relation in actor.relations:
            other = relation.with_actor.text
            if other in actors and relation.type is up:
                links.setdefault(actor.id, []).append((other, relation))
            elif other in actors and relation.type is down:
                links.setdefault(other, []).append((actor.id, relation))
    return links


def _circle(
    kind: RelationType, members: list[str], relation: Relation, actors: Mapping[str, Actor]
) -> Diagnostic:
    return diagnose(
        "OR308",
        f"{kind} runs in a circle: {f' {kind} '.join((*members, members[0]))}",
        relation.span,
        hint="take out one of these relations",
        related=[Related(f"{member} stands here", actors[member].span) for member in members],
    )


def _shared_posts(actors: Mapping[str, Actor]) -> Iterator[Diagnostic]:
    """Posts that two actors held at once, by dates that leave no doubt; one finding a post."""
    posts: dict[tuple[str, str], list[tuple[Actor, Role]]] = {}
    for actor in actors.values():
        for role in actor.roles:
            if role.at and not role.is_undated:
                posts.setdefault((role.title.casefold(), role.at.text), []).append((actor, role))
    for (_, at), holders in posts.items():
        yield from _first_overlap(at, sorted(holders, key=lambda held: _begin(held[1])))


def _first_overlap(at: str, holders: Iterable[tuple[Actor, Role]]) -> Iterator[Diagnostic]:
    longest: tuple[Actor, Role] | None = None
    for actor, role in holders:
        if longest and longest[0].id != actor.id and _begin(role) < _end(longest[1]):
            before, their = longest
            yield diagnose(
                "OR308",
                f"{before.name} and {actor.name} are both {role.title} of {at} at once",
                role.span,
                hint="say until: in the role of the one who left it",
                related=[Related(f"{before.name} holds it here", their.span)],
            )
            return
        if longest is None or _end(role) > _end(longest[1]):
            longest = (actor, role)


def _begin(role: Role) -> int:
    """The last day on which the role can have begun."""
    return role.since.latest.toordinal() if role.since else 0


def _end(role: Role) -> float:
    """The first day on which the role can have ended."""
    return role.until.earliest.toordinal() if role.until else float("inf")
