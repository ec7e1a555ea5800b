"""The corpus as a site of onrecord, which finds quotes and names in the body by itself."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.body import body
from benchmarks.corpus import Actor, Briefing, Corpus, Quote, Source, Stretch
from benchmarks.sites.writing import copy_templates

# Of a list of actors or sources; a file may not have any size.
_ENTRIES_OF_A_FILE = 1000


def write_site(corpus: Corpus, folder: Path) -> None:
    """Writes the whole site; actors and sources stand in lists, as a newsroom keeps them."""
    content = folder / "content"
    (content / "articles").mkdir(parents=True)
    copy_templates("onrecord", folder)
    _write_list(content / "actors", map(_actor, corpus.actors))
    _write_list(content / "sources", map(_source, corpus.sources))
    for briefing in corpus:
        write_briefing(briefing, folder)


def write_briefing(briefing: Briefing, folder: Path) -> None:
    """Writes one article anew."""
    path = folder / "content" / "articles" / f"{briefing.slug}.md"
    path.write_text(_article(briefing), encoding="utf-8")


def _write_list(folder: Path, lines: Iterator[str]) -> None:
    folder.mkdir()
    number = 0
    while part := list(islice(lines, _ENTRIES_OF_A_FILE)):
        (folder / f"list-{number:03}.yaml").write_text("".join(part), encoding="utf-8")
        number += 1


def _actor(actor: Actor) -> str:
    return (
        f"- {{id: {actor.id}, name: {actor.name}, kind: person,"
        f" roles: [{{title: {actor.role}, since: {actor.since}}}]}}\n"
    )


def _source(source: Source) -> str:
    return (
        f"- {{id: {source.id}, kind: report, title: {source.title},"
        f" url: '{source.url}', archived: 'https://archive.example/{source.id}'}}\n"
    )


def _article(briefing: Briefing) -> str:
    quotes = "".join(
        f"  - {{id: {quote.id}, speaker: {quote.speaker.id}, text: {json.dumps(quote.text)},"
        f" source: {quote.source.id}}}\n"
        for quote in briefing.quotes
    )
    return (
        f"---\ntitle: {briefing.title}\ndate: {briefing.date:%Y-%m-%dT%H:%M:%SZ}\n"
        f"summary: {briefing.summary}\ntopics: [{_flow(briefing.topics)}]\n"
        f"actors: [{_flow(actor.id for actor in briefing.actors)}]\n"
        f"quotes:\n{quotes}---\n\n{body(briefing, _marked, f'{briefing.earlier}.md')}"
    )


def _flow(names: Iterable[str]) -> str:
    return ", ".join(names)


def _marked(stretch: Stretch) -> str:
    match stretch:
        case Actor(name=name):
            return name
        case Quote(text=text):
            return f"“{text}”"
        case Source(id=name):
            return f"[@{name}]"
        case str():
            return stretch
