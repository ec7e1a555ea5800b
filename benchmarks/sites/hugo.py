"""The corpus as a site of Hugo, whose taxonomies give actors, sources and topics their pages."""

from pathlib import Path

from benchmarks.corpus import Briefing, Corpus
from benchmarks.sites.writing import article, copy_templates, write_records


def write_site(corpus: Corpus, folder: Path) -> None:
    """Writes the whole site."""
    (folder / "content" / "briefings").mkdir(parents=True)
    copy_templates("hugo", folder)
    write_records(corpus, folder / "data")
    for briefing in corpus:
        write_briefing(briefing, folder)


def write_briefing(briefing: Briefing, folder: Path) -> None:
    """Writes one article anew."""
    path = folder / "content" / "briefings" / f"{briefing.slug}.md"
    path.write_text(article(briefing), encoding="utf-8")
