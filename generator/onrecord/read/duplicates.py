"""Ids that two files define: told once for each file after the first, with both places."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.model import Actor, Article, Source, Topic
from onrecord.text.frozen import replace
from onrecord.text.slugs import fold_address
from onrecord.text.source import Span

T = TypeVar("T")


def keep_first_articles(
    articles: Iterable[Article], found: list[Diagnostic]
) -> tuple[Article, ...]:
    """The articles without those whose slug another has; slugs are compared as addresses are."""
    return _keep_first(
        articles,
        key=lambda article: fold_address(article.slug),
        told=lambda article: f"two articles have the slug “{article.slug}”",
        place=lambda article: Span.start_of(article.path),
        hint="rename one of the two files; the slug is the name without its leading date",
        found=found,
    )


def keep_first_actors(actors: Iterable[Actor], found: list[Diagnostic]) -> tuple[Actor, ...]:
    """The actors without those that another profile, or another cast entry, defines."""
    return _keep_first(
        actors,
        key=lambda actor: f"{actor.origin} {actor.id}",
        told=lambda actor: f"the actor {actor.id} is defined twice",
        place=lambda actor: actor.span if actor.origin == "cast" else Span.start_of(actor.path),
        hint="delete one, or give one of them another id",
        found=found,
    )


def keep_first_topics(topics: Iterable[Topic], found: list[Diagnostic]) -> tuple[Topic, ...]:
    """The topics without those that another file defines."""
    return _keep_first(
        topics,
        key=lambda topic: topic.id,
        told=lambda topic: f"the topic {topic.id} is defined twice",
        place=lambda topic: Span.start_of(topic.path),
        hint="delete one of the two files, or rename it",
        found=found,
    )


def keep_first_sources(sources: Iterable[Source], found: list[Diagnostic]) -> tuple[Source, ...]:
    """The sources without those that another entry defines; the same one twice is no fault."""
    contents: dict[Source, Source] = {}
    for source in sources:
        contents.setdefault(replace(source, path=""), source)
    return _keep_first(
        contents.values(),
        key=lambda source: source.id,
        told=lambda source: f"the source {source.id} is defined twice, with different content",
        place=lambda source: source.span,
        hint="keep one definition, or give one of them another id",
        found=found,
    )


def _keep_first(
    records: Iterable[T],
    *,
    key: Callable[[T], str],
    told: Callable[[T], str],
    place: Callable[[T], Span],
    hint: str,
    found: list[Diagnostic],
) -> tuple[T, ...]:
    first: dict[str, T] = {}
    for record in records:
        earlier = first.setdefault(key(record), record)
        if earlier is record:
            continue
        here, there = place(record), place(earlier)
        message = f"{told(record)}: here and in {there.path}"
        if there.line > 1:
            message += f", line {there.line}"
        related = (Related("the other one stands here", there),)
        found.append(diagnose("OR113", message, here, hint=hint, related=related))
    return tuple(first.values())
