"""The table of ids: every actor, briefing, quote, topic, source, page and file of the site."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from onrecord.enlist.cast import Target, TargetKind
from onrecord.enlist.nearest import Nearest
from onrecord.model import Actor, Article, PlainPage, Quote, Source
from onrecord.read.content import Broken, Content, HeldBack
from onrecord.text.folding import fold
from onrecord.text.frozen import Frozen


class IdTable(Frozen):
    """What an id, a name or a path of this site means.

    `names` and `aliases` lead from a name as `name_key` writes it to the ids that bear it.
    `held_back_actors` and `held_back_sources` lead from an id to an article that defines it and
    waits. `paths` leads from the path of a Markdown or source file to what it is published as.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    articles: Mapping[str, Article]
    quotes: Mapping[str, Quote]
    topics: Mapping[str, str]
    sources: Mapping[str, Source]
    pages: Mapping[str, PlainPage]
    paths: Mapping[str, Target]
    assets: frozenset[str]
    held_back: Mapping[str, HeldBack]
    held_back_paths: Mapping[str, HeldBack]
    held_back_actors: Mapping[str, HeldBack]
    held_back_sources: Mapping[str, HeldBack]
    broken: Broken
    nearest_actor: Nearest
    nearest_source: Nearest
    nearest_topic: Nearest
    nearest_article: Nearest
    nearest_mark: Nearest
    nearest_path: Nearest
    nearest_asset: Nearest


def name_key(name: str) -> str:
    """The form in which names are compared: typography and white space do not count, case does."""
    return fold(name).text.strip()


def tabulate_ids(
    content: Content, actors: Mapping[str, Actor], sources: Mapping[str, Source]
) -> IdTable:
    """The table of everything in the site that has an id."""
    articles = {article.slug: article for article in content.articles}
    topics = _topics(content)
    names = _bearers((actor.name, actor.id) for actor in actors.values())
    held_back = {held.slug: held for held in content.held_back}
    return IdTable(
        actors=actors,
        names=names,
        aliases=_bearers(
            (alias, actor.id)
            for actor in actors.values()
            for alias in (*actor.aliases, *actor.previous_names)
        ),
        articles=articles,
        quotes={quote.key: quote for article in content.articles for quote in article.quotes},
        topics=topics,
        sources=sources,
        pages={page.slug: page for page in content.pages},
        paths=_paths(content, actors, topics),
        assets=frozenset(asset.path for asset in content.assets),
        held_back=held_back,
        held_back_paths={held.path: held for held in content.held_back},
        held_back_actors={id_: held for held in content.held_back for id_ in held.actors},
        held_back_sources={id_: held for held in content.held_back for id_ in held.sources},
        broken=content.broken,
        nearest_actor=Nearest(actors),
        nearest_source=Nearest(sources),
        nearest_topic=Nearest(topics),
        nearest_article=Nearest(articles),
        nearest_mark=Nearest(
            [*actors, *(actor.name for actor in actors.values()), *articles, *held_back]
        ),
        nearest_path=Nearest(
            [
                *(article.path for article in content.articles),
                *(page.path for page in content.pages),
                *(f"content/{asset.path}" for asset in content.assets),
            ]
        ),
        nearest_asset=Nearest([f"content/{asset.path}" for asset in content.assets]),
    )


def _topics(content: Content) -> dict[str, str]:
    """Every topic's title by id; one that only articles name has its id as title."""
    topics = {topic.id: topic.title for topic in content.topics}
    for article in content.articles:
        for named in article.topics:
            topics.setdefault(named.text, named.text)
    return topics


def _bearers(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    bearers: dict[str, dict[str, None]] = {}
    for name, actor_id in named:
        bearers.setdefault(name_key(name), {})[actor_id] = None
    return {key: tuple(ids) for key, ids in bearers.items()}


def _paths(
    content: Content, actors: Mapping[str, Actor], topics: Mapping[str, str]
) -> dict[str, Target]:
    paths: dict[str, Target] = {}
    for article in content.articles:
        paths[article.path] = Target(TargetKind.BRIEFING, article.slug, article.title.text)
    for actor in content.actors:
        if actor.origin == "profile":
            paths[actor.path] = Target(TargetKind.ACTOR, actor.id, actors[actor.id].name)
    for topic in content.topics:
        paths[topic.path] = Target(TargetKind.TOPIC, topic.id, topics[topic.id])
    for page in content.pages:
        paths[page.path] = Target(TargetKind.PAGE, page.slug, page.title)
    for source in content.sources:
        if PurePosixPath(source.path).suffix == ".md":
            paths[source.path] = Target(TargetKind.SOURCE, source.id, source.title)
    return paths
