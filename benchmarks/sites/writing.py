"""What the sites of several generators have in common: files copied, records, front matter."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks.body import body, ready_made
from benchmarks.corpus import Briefing, Corpus

TEMPLATES = Path(__file__).parents[1] / "templates"
# What every page of every site ends with until its layout is edited.
FIRST_EDITION = "Edition 0"


def copy_templates(generator: str, folder: Path) -> None:
    """Layouts, settings and programs of a generator's site, as they stand in `templates/`."""
    shutil.copytree(TEMPLATES / generator, folder, dirs_exist_ok=True)


def edit_layout(generator: str, layout: str, folder: Path, edition: int) -> None:
    """The layout that all pages are made with says another edition at their end."""
    text = (TEMPLATES / generator / layout).read_text(encoding="utf-8")
    (folder / layout).write_text(
        text.replace(FIRST_EDITION, f"Edition {edition}"), encoding="utf-8"
    )


def write_records(corpus: Corpus, folder: Path) -> None:
    """`actors.json` and `sources.json`: what templates look an id up in."""
    folder.mkdir(parents=True, exist_ok=True)
    actors = {actor.id: {"name": actor.name, "role": actor.role} for actor in corpus.actors}
    sources = {source.id: {"title": source.title, "url": source.url} for source in corpus.sources}
    for name, records in (("actors", actors), ("sources", sources)):
        (folder / f"{name}.json").write_text(json.dumps(records), encoding="utf-8")


def front_matter(briefing: Briefing) -> Mapping[str, object]:
    """What stands above a briefing for a generator that has actors and quotes from a template."""
    return {
        "title": briefing.title,
        "date": f"{briefing.date:%Y-%m-%dT%H:%M:%SZ}",
        "description": briefing.summary,
        "topics": briefing.topics,
        "actors": [actor.id for actor in briefing.actors],
        "sources": [source.id for source in briefing.sources],
        "quotes": [
            {
                "id": quote.id,
                "speaker": quote.speaker.id,
                "text": quote.text,
                "source": quote.source.id,
            }
            for quote in briefing.quotes
        ],
    }


def article(briefing: Briefing, more: Mapping[str, object] | None = None) -> str:
    """A briefing with YAML (and more of it) above it, and its passages marked up by hand."""
    known = {**front_matter(briefing), **(more or {})}
    # JSON is YAML: each key stands on a line of its own, as in the articles of onrecord.
    lines = "".join(f"{key}: {json.dumps(it)}\n" for key, it in known.items())
    text = body(briefing, ready_made(briefing), f"/briefings/{briefing.earlier}/")
    return f"---\n{lines}---\n\n{text}"
