"""The corpus as a site of Zensical, which makes a page of each article.

It has no feeds, no lists of pages beside its navigation, and no pages that stand for an actor, a
source or a topic.
"""

from pathlib import Path

from benchmarks.corpus import Briefing, Corpus
from benchmarks.sites.writing import article, copy_templates


def write_site(corpus: Corpus, folder: Path) -> None:
    """Writes the whole site."""
    copy_templates("zensical", folder)
    (folder / "docs" / "briefings").mkdir()
    for briefing in corpus:
        write_briefing(briefing, folder)


def write_briefing(briefing: Briefing, folder: Path) -> None:
    """Writes one article anew; names stand in it, for templates can look nothing up."""
    names = {
        "day": f"{briefing.date:%-d %B %Y}",
        "cast": {one.id: {"name": one.name, "role": one.role} for one in briefing.actors},
        "rests_on": {one.id: {"title": one.title, "url": one.url} for one in briefing.sources},
    }
    path = folder / "docs" / "briefings" / f"{briefing.slug}.md"
    path.write_text(article(briefing, names), encoding="utf-8")
