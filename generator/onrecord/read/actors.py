"""Actors: profiles with their biographies, cast files, and the records made of either."""

from onrecord.disk.files import FoundFile
from onrecord.model import Actor, ActorKind, Allowance, Relation, Role
from onrecord.read.content import Broken
from onrecord.read.entries import ids_in, read_entries, read_yaml_file
from onrecord.read.markdown_file import MarkdownFile, allowances_of, has_errors, read_named
from onrecord.read.place import Place
from onrecord.read.reading import Reading, Rules
from onrecord.read.schemas import ActorKeys, NamedActorKeys, resolve_in_content


def read_profile(file: FoundFile, rules: Rules) -> Reading[Actor]:
    """The actor of a profile, with the biography that is its body."""
    profile, profile_id, found = read_named(ActorKeys, file, rules)
    if profile is None:
        return Reading(diagnostics=tuple(found), broken=Broken(actors=frozenset((profile_id,))))
    place = profile.markdown.place
    actor = convert_actor(profile.keys, place, profile_id, file.path, profile.markdown)
    return Reading((actor,), allowances_of(profile.keys.allow, place, file.path), tuple(found))


def read_cast_file(file: FoundFile, rules: Rules) -> Reading[Actor]:
    """The actors of a cast file."""
    yaml, found = read_yaml_file(file)
    if yaml is None:
        return Reading(diagnostics=tuple(found))
    actors: list[Actor] = []
    allowed: list[Allowance] = []
    for place, keys in read_entries(NamedActorKeys, yaml, rules.at(file.path), found):
        actors.append(convert_actor(keys, place, keys.known_id, file.path, None))
        allowed += allowances_of(keys.allow, place, file.path)
    if has_errors(found):
        return Reading(diagnostics=tuple(found), broken=Broken(actors=ids_in(yaml)))
    return Reading(tuple(actors), tuple(allowed), tuple(found))


def convert_actor(
    keys: ActorKeys, place: Place, actor_id: str, path: str, profile: MarkdownFile | None
) -> Actor:
    """The actor that keys define; `profile` is the file whose body is the biography."""
    kind = keys.known_kind
    return Actor(
        span=place.span,
        id=actor_id,
        name=keys.name,
        kind=ActorKind.PERSON if kind is None else kind,
        path=path,
        origin="cast" if profile is None else "profile",
        aliases=keys.aliases,
        weak_aliases=keys.weak_aliases,
        previous_names=keys.previous_names,
        sort_name=keys.sort_name,
        summary=keys.summary,
        image=resolve_in_content(keys.image, path) if keys.image else "",
        born=keys.born,
        died=keys.died,
        nationality=keys.nationality,
        same_as=keys.same_as,
        wikidata=keys.wikidata or "",
        voice=keys.voice,
        checked=keys.checked,
        roles=(*_undated_role(keys, place), *_roles(keys, place)),
        relations=_relations(keys, place),
        why_unnamed=keys.why_unnamed,
        is_published_always=keys.publish,
        language=keys.language or "",
        biography=profile.front.body if profile else "",
        biography_line=profile.front.body_line if profile else 0,
    )


def _undated_role(keys: ActorKeys, place: Place) -> tuple[Role, ...]:
    if keys.role is None:
        return ()
    at = place.written_if_given(keys.at, "at")
    return (Role(span=place.at("role").span, title=keys.role, at=at),)


def _roles(keys: ActorKeys, place: Place) -> tuple[Role, ...]:
    listed = place.at("roles")
    return tuple(
        Role(
            span=listed.at(index).span,
            title=role.title,
            at=listed.at(index).written_if_given(role.at, "at"),
            since=role.since,
            until=role.until,
            source=listed.at(index).written_if_given(role.source, "source"),
        )
        for index, role in enumerate(keys.roles)
    )


def _relations(keys: ActorKeys, place: Place) -> tuple[Relation, ...]:
    listed = place.at("relations")
    return tuple(
        Relation(
            span=listed.at(index).span,
            type=relation.type,
            with_actor=listed.at(index).written(relation.with_, "with"),
            label=relation.label,
            inverse=relation.inverse,
            since=relation.since,
            until=relation.until,
            source=listed.at(index).written_if_given(relation.source, "source"),
        )
        for index, relation in enumerate(keys.relations)
    )
