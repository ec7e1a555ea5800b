"""One actor, one source: every definition of an id put together, or two that contradict."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from onrecord.diagnostics import Diagnostic, Outcome, Related, diagnose
from onrecord.enlist.names import sort_name
from onrecord.model import Actor, Article, Source
from onrecord.text.folding import fold
from onrecord.text.frozen import field_names, replace

RANKS = {"profile": 0, "cast": 1, "inline": 2}

T = TypeVar("T")


def merge_actors(
    defined: Iterable[Actor], articles: Iterable[Article]
) -> Outcome[Mapping[str, Actor]]:
    """Every actor once, in order of id.

    Profiles win over cast entries, those over inline definitions, and of these the oldest
    article's. Aliases add up; what the winner leaves open the next one fills in.
    """
    definitions: dict[str, list[Actor]] = {}
    for actor in sorted(defined, key=lambda actor: (RANKS[actor.origin], actor.path)):
        definitions.setdefault(actor.id, []).append(actor)
    for article in sorted(articles, key=lambda article: (article.date.instant, article.slug)):
        for actor in article.inline_actors:
            definitions.setdefault(actor.id, []).append(actor)
    diagnostics: list[Diagnostic] = []
    merged: dict[str, Actor] = {}
    for actor_id in sorted(definitions):
        first, *others = definitions[actor_id]
        diagnostics += [
            _defined_in_two_ways(first, other) for other in others if not _is_same(first, other)
        ]
        merged[actor_id] = _together(first, others)
    return Outcome(merged, tuple(diagnostics))


def merge_sources(
    shared: Iterable[Source], articles: Iterable[Article]
) -> Outcome[Mapping[str, Source]]:
    """Every source once, in order of id; an article's own definition may add what it supports."""
    merged: dict[str, Source] = {source.id: source for source in shared}
    diagnostics: list[Diagnostic] = []
    for article in sorted(articles, key=lambda article: (article.date.instant, article.slug)):
        for source in article.local_sources:
            known = merged.setdefault(source.id, source)
            if known is source:
                continue
            if _content(known) != _content(source):
                diagnostics.append(_source_in_two_ways(known, source))
            _add_supports(merged, source.id, source.supports)
        for source_id, supports in article.source_supports:
            _add_supports(merged, source_id, supports)
    return Outcome(dict(sorted(merged.items())), tuple(diagnostics))


def _add_supports(merged: dict[str, Source], source_id: str, supports: tuple[str, ...]) -> None:
    known = merged.get(source_id)
    if known and supports:
        gathered = tuple(dict.fromkeys((*known.supports, *supports)))
        merged[source_id] = replace(known, supports=gathered)


def _is_same(first: Actor, other: Actor) -> bool:
    """True where the kinds agree and one definition knows the other's name."""
    return first.kind is other.kind and bool(
        fold(other.name).text in _names(first) or fold(first.name).text in _names(other)
    )


def _names(actor: Actor) -> tuple[str, ...]:
    return tuple(fold(name).text for name in (actor.name, *actor.aliases, *actor.previous_names))


def _together(first: Actor, others: list[Actor]) -> Actor:
    everyone = (first, *others)
    return replace(
        first,
        aliases=_added_up(first.name, ((*actor.aliases, actor.name) for actor in everyone)),
        weak_aliases=_added_up(first.name, (actor.weak_aliases for actor in everyone)),
        previous_names=_added_up(first.name, (actor.previous_names for actor in everyone)),
        same_as=_added_up("", (actor.same_as for actor in everyone)),
        sort_name=_first_given(actor.sort_name for actor in everyone)
        or sort_name(first.name, first.kind),
        summary=_first_given(actor.summary for actor in everyone) or "",
        image=_first_given(actor.image for actor in everyone) or "",
        born=_first_given(actor.born for actor in everyone),
        died=_first_given(actor.died for actor in everyone),
        nationality=_first_given(actor.nationality for actor in everyone) or (),
        wikidata=_first_given(actor.wikidata for actor in everyone) or "",
        voice=_first_given(actor.voice for actor in everyone),
        checked=_first_given(actor.checked for actor in everyone),
        roles=_first_given(actor.roles for actor in everyone) or (),
        relations=_first_given(actor.relations for actor in everyone) or (),
        why_unnamed=_first_given(actor.why_unnamed for actor in everyone) or "",
        is_published_always=any(actor.is_published_always for actor in everyone),
    )


def _added_up(name: str, lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every entry of the lists once, in order, without the actor's own name."""
    return tuple(dict.fromkeys(entry for entries in lists for entry in entries if entry != name))


def _first_given(values: Iterable[T]) -> T | None:
    return next((value for value in values if value), None)


def _defined_in_two_ways(first: Actor, other: Actor) -> Diagnostic:
    if first.kind is not other.kind:
        what = f"is of kind {other.kind} here and of kind {first.kind} elsewhere"
        hint = f"write kind: {first.kind} here, or give one of the two another id"
    else:
        what = f"is called “{other.name}” here and “{first.name}” elsewhere"
        hint = (
            f"if both are one actor, write name: {first.name} here, or add “{other.name}” to the "
            "aliases there; if not, give one of the two another id"
        )
    return diagnose(
        "OR303",
        f"the actor {other.id} {what}",
        other.span,
        hint=hint,
        related=(Related("the other definition is here", first.span),),
    )


def _content(source: Source) -> Source:
    return replace(source, path="", supports=(), is_published_always=False)


def _source_in_two_ways(known: Source, source: Source) -> Diagnostic:
    different = [
        name
        for name in field_names(Source)
        if name not in {"span", "path", "supports", "is_published_always"}
        and getattr(known, name) != getattr(source, name)
    ]
    return diagnose(
        "OR402",
        f"the source {source.id} is defined elsewhere with another {different[0]}",
        source.span,
        hint=(
            f"write just - {source.id} here to use the other definition, or give this one "
            "another id"
        ),
        related=(Related("the other definition is here", known.span),),
    )
