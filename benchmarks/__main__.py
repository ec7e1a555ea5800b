"""`python -m benchmarks`: builds the same briefings with each generator, in turn, and tells costs.

A generator that is not on this machine is left out, and said to be.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.generators import Generator, generators
from benchmarks.measure import in_turn
from benchmarks.output import expected
from benchmarks.scenarios import SCENARIOS, Site, require_whole
from benchmarks.table import Row, head, notes, put, table


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured."""

    sizes: Sequence[int]
    runs: int
    generators: Sequence[Generator]
    scenarios: Sequence[str]


def main() -> None:
    """Prints the tables, and writes them to a file if one is named."""
    wish = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    wish.add_argument("--briefings", type=int, nargs="+", default=[100], metavar="N")
    wish.add_argument("--runs", type=int, default=3)
    known = [one.name for one in generators()]
    wish.add_argument("--generators", nargs="+", default=known, choices=known)
    wish.add_argument("--scenarios", nargs="+", default=[*SCENARIOS], choices=[*SCENARIOS])
    wish.add_argument("--table", type=Path, help="a file that the tables are written to")
    given = wish.parse_args()
    here = [one for one in generators() if one.name in given.generators and _is_here(one)]
    asked = Asked(given.briefings, given.runs, here, given.scenarios)
    text = head(here, asked.runs)
    sys.stdout.write(text)
    for size in asked.sizes:
        part = f"\n### {size:,} briefings\n\n{table(here, measured(asked, size))}"
        sys.stdout.write(part)
        sys.stdout.flush()
        text += part
    text += f"\n{notes(here)}"
    if given.table:
        put(text, given.table)


def measured(asked: Asked, size: int) -> dict[str, Row]:
    """A row for each scenario, at one size of the corpus."""
    corpus = Corpus(size)
    rows: dict[str, Row] = {}
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        sites = [Site(one, corpus, Path(folder) / one.name) for one in asked.generators]
        for site in sites:
            site.generator.write_site(corpus, site.folder)
        wanted = dict(expected(corpus))
        for title in asked.scenarios:
            runs = {site.generator.name: partial(SCENARIOS[title], site) for site in sites}
            rows[title] = in_turn(asked.runs, runs)
            if title == "cold":
                for site in sites:
                    require_whole(site, wanted)
    return rows


def _is_here(one: Generator) -> bool:
    if one.program:
        return True
    sys.stdout.write(
        f"{one.name} is not here; to have it measured: {one.get}, and"
        f" {one.name.upper()}=/path/to/{one.name} unless it is on the PATH\n"
    )
    return False


if __name__ == "__main__":
    main()
