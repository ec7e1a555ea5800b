"""The corpus as a site of Pelican: actors as authors, topics as tags, a plugin for the rest."""

import json
from pathlib import Path

from benchmarks.body import body, ready_made
from benchmarks.corpus import Briefing, Corpus
from benchmarks.sites.writing import copy_templates, front_matter, write_records


def write_site(corpus: Corpus, folder: Path) -> None:
    """Writes the whole site."""
    copy_templates("pelican", folder)
    (folder / "content" / "briefings").mkdir(parents=True)
    write_records(corpus, folder / "data")
    for briefing in corpus:
        write_briefing(briefing, folder)


def write_briefing(briefing: Briefing, folder: Path) -> None:
    """Writes one article anew."""
    path = folder / "content" / "briefings" / f"{briefing.slug}.md"
    path.write_text(_article(briefing), encoding="utf-8")


def _article(briefing: Briefing) -> str:
    """Pelican reads lines of its own above an article, not YAML."""
    known = front_matter(briefing)
    head = (
        f"Title: {briefing.title}\nDate: {known['date']}\nSummary: {briefing.summary}\n"
        f"Tags: {', '.join(briefing.topics)}\n"
        f"Authors: {', '.join(actor.id for actor in briefing.actors)}\n"
        f"Sources: {json.dumps(known['sources'])}\nQuotes: {json.dumps(known['quotes'])}\n"
    )
    return f"{head}\n{body(briefing, ready_made(briefing), f'/briefings/{briefing.earlier}/')}"
