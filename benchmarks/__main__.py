"""`python -m benchmarks`: builds the same briefings with each generator, in turn, and tells costs.

A generator that is not on this machine is left out, and said to be.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.generators import Generator, generators
from benchmarks.measure import in_turn
from benchmarks.output import expected
from benchmarks.scenarios import SCENARIOS, Site, require_whole
from benchmarks.serving import saved_while_serving
from benchmarks.table import Row, head, notes, put, table

SAVES = {"save while serving": False, "title saved while serving": True}
"""Whether the title is saved, and not only another sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured; `largest` is how many briefings a generator is given at most."""

    sizes: Sequence[int]
    runs: int
    generators: Sequence[Generator]
    largest: Mapping[str, int]
    scenarios: Sequence[str]

    def generators_for(self, size: int) -> list[Generator]:
        """Those that are measured with so many briefings."""
        return [one for one in self.generators if self.largest.get(one.name, size) >= size]


def main() -> None:
    """Prints the tables, and writes them to a file if one is named."""
    wish, asked = _read_wish()
    text = head(asked.generators, asked.runs)
    _say(text)
    for size in asked.sizes:
        rows = measured(asked, size)
        part = f"\n### {size:,} briefings\n\n{table(asked.generators_for(size), rows)}"
        _say(part)
        text += part
    text += f"\n{notes(asked.generators)}"
    if wish:
        put(text, wish)


def measured(asked: Asked, size: int) -> dict[str, Row]:
    """A row for each scenario, at one size of the corpus."""
    corpus = Corpus(size)
    rows: dict[str, Row] = {}
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        sites = {
            one.name: Site(one, corpus, Path(folder) / one.name)
            for one in asked.generators_for(size)
        }
        for site in sites.values():
            site.generator.write_site(corpus, site.folder)
        wanted = expected(corpus)
        for title in asked.scenarios:
            if title in SAVES:
                rows[title] = {
                    name: saved_while_serving(site, asked.runs, is_retitled=SAVES[title])
                    for name, site in sites.items()
                }
                continue
            rows[title] = in_turn(
                asked.runs, {name: partial(SCENARIOS[title], site) for name, site in sites.items()}
            )
            if title == "cold":
                for site in sites.values():
                    require_whole(site, wanted)
    return rows


def options() -> argparse.ArgumentParser:
    """What can be typed after `python -m benchmarks`."""
    known = [one.name for one in generators()]
    titles = [*SCENARIOS, *SAVES]
    wish = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    wish.add_argument("--briefings", type=int, nargs="+", default=[100], metavar="N")
    wish.add_argument("--runs", type=int, default=3, help="of which the median is shown")
    wish.add_argument("--generators", nargs="+", default=known, choices=known)
    wish.add_argument(
        "--up-to",
        type=_largest,
        nargs="+",
        default=[],
        metavar="NAME=N",
        help="how many briefings a generator is given at most",
    )
    wish.add_argument("--scenarios", nargs="+", default=titles, choices=titles)
    wish.add_argument("--table", type=Path, help="a file that the tables are written to")
    return wish


def _read_wish() -> tuple[Path | None, Asked]:
    given = options().parse_args()
    here = [one for one in generators() if one.name in given.generators and _is_here(one)]
    largest = dict(given.up_to)
    return given.table, Asked(given.briefings, given.runs, here, largest, given.scenarios)


def _largest(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    return name, int(number)


def _is_here(one: Generator) -> bool:
    if one.program:
        return True
    _say(
        f"{one.name} is not here; to have it measured: {one.get}, and"
        f" {one.name.upper()}=/path/to/{one.name} unless it is on the PATH\n"
    )
    return False


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
