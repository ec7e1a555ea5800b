"""The corpus as a site of onrecord."""

import json
from pathlib import Path

from benchmarks.corpus import Actor, Briefing, Corpus, Quote, Source, Stretch

SITE_YAML = """\
title: The Benchmark Post
base_url: https://post.example.org/
tag_authority: post.example.org,2020
"""


def write_onrecord(corpus: Corpus, folder: Path) -> None:
    """Writes the whole site; actors and sources stand in a file each, as a newsroom keeps them."""
    content = folder / "content"
    for name in ("articles", "actors", "sources"):
        (content / name).mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE_YAML, encoding="utf-8")
    (content / "actors" / "all.yaml").write_text(
        "".join(
            f"- {{id: {actor.id}, name: {actor.name}, kind: person, role: {actor.role}}}\n"
            for actor in corpus.actors
        ),
        encoding="utf-8",
    )
    (content / "sources" / "all.yaml").write_text(
        "".join(
            f"- {{id: {source.id}, kind: report, title: {source.title},"
            f" url: '{source.url}', archived: 'https://archive.example/{source.id}'}}\n"
            for source in corpus.sources
        ),
        encoding="utf-8",
    )
    for briefing in corpus:
        write_briefing(briefing, folder)


def write_briefing(briefing: Briefing, folder: Path) -> None:
    """Writes one article anew."""
    path = folder / "content" / "articles" / f"{briefing.slug}.md"
    path.write_text(_article(briefing), encoding="utf-8")


def _article(briefing: Briefing) -> str:
    quotes = "".join(
        f"  - {{id: {quote.id}, speaker: {quote.speaker.id}, text: {json.dumps(quote.text)},"
        f" source: {quote.source.id}}}\n"
        for quote in briefing.quotes
    )
    actors = ", ".join(actor.id for actor in briefing.actors)
    return (
        f"---\ntitle: {briefing.title}\ndate: {briefing.date:%Y-%m-%dT%H:%M:%SZ}\n"
        f"summary: {briefing.summary}\ntopics: [{', '.join(briefing.topics)}]\n"
        f"actors: [{actors}]\nquotes:\n{quotes}---\n\n{_body(briefing)}"
    )


def _body(briefing: Briefing) -> str:
    paragraphs = ["".join(map(_stretch, paragraph)) for paragraph in briefing.paragraphs]
    if briefing.earlier:
        paragraphs[0] += f" An [earlier briefing]({briefing.earlier}.md) has more."
    paragraphs[-1] += "[^1]"
    points = "\n".join(f"- {point}" for point in briefing.points)
    middle = len(paragraphs) // 2
    blocks = [*paragraphs[:middle], "## What follows", points, *paragraphs[middle:]]
    return "\n\n".join(blocks) + f"\n\n[^1]: {briefing.footnote}\n"


def _stretch(stretch: Stretch) -> str:
    match stretch:
        case Actor(name=name):
            return name
        case Quote(text=text):
            return f"“{text}”"
        case Source(id=name):
            return f"[@{name}]"
        case str():
            return stretch
