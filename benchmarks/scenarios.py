"""What is measured: a build from nothing, and builds after a change of each kind."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.generators import Generator
from benchmarks.measure import Cost, cost_of
from benchmarks.output import FOLDER, counted, page_of
from benchmarks.sites.writing import edit_layout


class WrongOutput(AssertionError):  # noqa: N818 - named for what it is
    """A generator was fast because it did not do the work."""


@dataclass(frozen=True, slots=True)
class Site:
    """One generator's site of the corpus, in a folder of its own."""

    generator: Generator
    corpus: Corpus
    folder: Path

    def build(self) -> Cost:
        """Builds it once."""
        return cost_of((*self.generator.program, *self.generator.build), self.folder)

    def require(self, slug: str, words: str) -> None:
        """Raises where the page of a briefing does not show the words."""
        page = page_of(slug, self.folder)
        if not page.is_file() or words not in page.read_text(encoding="utf-8"):
            message = f"{self.generator.name}: the page of {slug} does not say “{words}”"
            raise WrongOutput(message)


Scenario = Callable[[Site, int], Cost]


def cold(site: Site, _number: int) -> Cost:
    """Nothing is there from an earlier build."""
    for made in site.generator.made:
        shutil.rmtree(site.folder / made, ignore_errors=True)
    return site.build()


def unchanged(site: Site, _number: int) -> Cost:
    """A build once more."""
    _be_built(site)
    return site.build()


def one_edit(site: Site, number: int) -> Cost:
    """A sentence more in the body of a briefing in the middle."""
    _be_built(site)
    briefing = site.corpus.briefing(site.corpus.size // 2, edition=number + 1)
    site.generator.write_briefing(briefing, site.folder)
    cost = site.build()
    site.require(briefing.slug, f"Edition {number + 1} of this briefing")
    return cost


def one_more(site: Site, number: int) -> Cost:
    """A briefing that is newer than all others."""
    _be_built(site)
    briefing = site.corpus.briefing(site.corpus.size + number)
    site.generator.write_briefing(briefing, site.folder)
    cost = site.build()
    site.require(briefing.slug, briefing.title)
    return cost


def one_layout(site: Site, number: int) -> Cost:
    """Another line at the end of every page."""
    _be_built(site)
    generator = site.generator
    edit_layout(generator.name, generator.layout, site.folder, number + 1)
    cost = site.build()
    site.require(site.corpus.briefing(0).slug, f"Edition {number + 1}<")
    return cost


SCENARIOS: dict[str, Scenario] = {
    "cold": cold,
    "nothing changed": unchanged,
    "one edit": one_edit,
    "one new briefing": one_more,
    "one layout edit": one_layout,
}


def _be_built(site: Site) -> None:
    if not (site.folder / FOLDER).is_dir():
        site.build()


def require_whole(site: Site, wanted: Mapping[str, int]) -> None:
    """Raises where the output of a site is not all that the corpus asks of its generator."""
    found = counted(site.folder)
    wrong = [
        f"{found[kind]} {kind}, not {number}"
        for kind, number in wanted.items()
        if kind in site.generator.puts_out and found[kind] != number
    ]
    if wrong:
        message = f"{site.generator.name} puts out {', '.join(wrong)}"
        raise WrongOutput(message)
