"""What a site puts out, counted by kind: so it shows where a generator leaves work out."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import Corpus

FOLDER = "public"
_KINDS = {
    "briefing pages": "briefings/briefing-*/index.html",
    "actor pages": "actors/actor-*/index.html",
    "actor feeds": "actors/actor-*/feed.xml",
    "source pages": "sources/s-*/index.html",
    "topic pages": "topics/*/index.html",
    "archive": "briefings/index.html",
    "list of actors": "actors/index.html",
    "list of sources": "sources/index.html",
    "list of topics": "topics/index.html",
    "front page": "index.html",
    "site feed": "feed.xml",
    "sitemap": "sitemap.xml",
}
KINDS = tuple(_KINDS)


def counted(site: Path) -> Mapping[str, int]:
    """How many files of each kind stand in the output of a site."""
    return {kind: sum(1 for _ in (site / FOLDER).glob(glob)) for kind, glob in _KINDS.items()}


def expected(corpus: Corpus) -> Mapping[str, int]:
    """How many the corpus asks for: only who and what a briefing names has pages."""
    actors, sources, topics = set[str](), set[str](), set[str]()
    for briefing in corpus:
        actors.update(actor.id for actor in briefing.actors)
        sources.update(source.id for source in briefing.sources)
        topics.update(briefing.topics)
    return dict.fromkeys(KINDS, 1) | {
        "briefing pages": corpus.size,
        "actor pages": len(actors),
        "actor feeds": len(actors),
        "source pages": len(sources),
        "topic pages": len(topics),
    }


def page_of(slug: str, site: Path) -> Path:
    """Where a briefing's page is put out."""
    return site / FOLDER / "briefings" / slug / "index.html"
