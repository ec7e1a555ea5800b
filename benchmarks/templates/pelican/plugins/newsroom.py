"""What Pelican has no notion of: quotes, pages of sources, related briefings."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from pelican import signals
from pelican.urlwrappers import Author

_LISTS = ("quotes", "sources")
_NEAR = 10  # on either side in time, of each actor and topic


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_context.connect(_read_lists)
    signals.article_generator_finalized.connect(_compile)
    signals.article_writer_finalized.connect(_write_sources)


def _read_lists(generator: Any, metadata: dict[str, Any]) -> None:
    for name in _LISTS:
        metadata[name] = json.loads(metadata[name])
    metadata["authors"] = [
        _author(author.name, generator.settings) for author in metadata["authors"]
    ]


def _author(key: str, settings: dict[str, Any]) -> Any:
    """An author with the name of the actor and the address of its id."""
    author = Author(settings["ACTORS"][key]["name"], settings)
    author.slug = key
    return author


def _compile(generator: Any) -> None:
    """Each source's briefings and quotes, each actor's quotes, the related of each briefing."""
    quotes: dict[str, list[Any]] = defaultdict(list)
    resting: dict[str, list[Any]] = defaultdict(list)
    resting_quotes: dict[str, list[Any]] = defaultdict(list)
    for article in generator.articles:
        article.address = article.url  # Pelican works it out anew each time that it is asked for
        for source in article.sources:
            resting[source].append(article)
        for quote in article.quotes:
            quotes[quote["speaker"]].append((article, quote))
            resting_quotes[quote["source"]].append((article, quote))
    generator.context["quotes_of"] = quotes
    generator.context["articles_on"] = resting
    generator.context["quotes_on"] = resting_quotes
    _relate(
        generator.articles,
        ((1, [found for _, found in generator.authors]), (2, list(generator.tags.values()))),
    )


def _relate(articles: list[Any], shared: Iterable[tuple[int, list[list[Any]]]]) -> None:
    scores: dict[int, Counter[int]] = {id(article): Counter() for article in articles}
    for weight, groups in shared:
        for group in groups:
            keys = [id(article) for article in group]
            for place, key in enumerate(keys):
                score = scores[key]
                for near in keys[max(0, place - _NEAR) : place + _NEAR + 1]:
                    score[near] += weight
    known = {id(article): article for article in articles}
    for article in articles:
        best = scores[id(article)].most_common(5)
        article.related = [known[key] for key, _ in best if key != id(article)][:4]


def _write_sources(generator: Any, writer: Any) -> None:
    template = generator.get_template("source")
    for source, articles in generator.context["articles_on"].items():
        writer.write_file(
            f"sources/{source}/index.html",
            template,
            generator.context,
            source=source,
            articles=articles,
            url=f"sources/{source}/",
        )
