"""`python -m benchmarks`: builds the same briefings with each generator, in turn, and tells costs.

A generator that is not on this machine is left out, and said to be.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import hugo_site, onrecord_site
from benchmarks.corpus import Briefing, Corpus
from benchmarks.measure import Cost, cost_of, in_turn, said_by


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: how its site is written, an article written anew, and the site built."""

    name: str
    version: tuple[str, ...]
    command: tuple[str, ...]
    write: Callable[[Corpus, Path], None]
    write_briefing: Callable[[Briefing, Path], None]
    made: tuple[str, ...]  # folders of the site that a clean build does not find


def main() -> None:
    """Prints the table."""
    wish = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    wish.add_argument("--briefings", type=int, default=100)
    wish.add_argument("--runs", type=int, default=3)
    asked = wish.parse_args()
    corpus = Corpus(asked.briefings)
    generators = [one for one in _generators() if _is_here(one)]
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        sites = {one.name: Path(folder) / one.name for one in generators}
        for one in generators:
            one.write(corpus, sites[one.name])
        _print_head(generators, asked.briefings, asked.runs)
        for title, prepare in (
            ("cold", _clean),
            ("nothing changed", _leave),
            ("one edit", _edit(corpus)),
        ):
            costs = in_turn(
                asked.runs, {one.name: _run(one, sites[one.name], prepare) for one in generators}
            )
            _print_row(title, costs)


def _generators() -> tuple[Generator, ...]:
    hugo = os.environ.get("HUGO") or shutil.which("hugo") or ""
    onrecord = (sys.executable, "-m", "onrecord")
    return (
        Generator(
            "onrecord",
            (*onrecord, "--version"),
            (*onrecord, "build", "--now", "2100-01-01T00:00:00Z"),
            onrecord_site.write_onrecord,
            onrecord_site.write_briefing,
            ("public", ".onrecord"),
        ),
        Generator(
            "hugo",
            (hugo, "version"),
            (hugo, "--quiet"),
            hugo_site.write_hugo,
            hugo_site.write_briefing,
            ("public", "resources"),
        ),
    )


def _is_here(one: Generator) -> bool:
    if one.command[0]:
        return True
    sys.stdout.write(f"{one.name} is not here; to have it measured: HUGO=/path/to/hugo\n")
    return False


Preparation = Callable[[Generator, Path, int], None]


def _run(one: Generator, site: Path, prepare: Preparation) -> Callable[[int], Cost]:
    def run(number: int) -> Cost:
        prepare(one, site, number)
        return cost_of(one.command, site)

    return run


def _clean(one: Generator, site: Path, _number: int) -> None:
    for made in one.made:
        shutil.rmtree(site / made, ignore_errors=True)


def _leave(_one: Generator, _site: Path, _number: int) -> None:
    pass


def _edit(corpus: Corpus) -> Preparation:
    """The body of a briefing in the middle says something else each time."""

    def edit(one: Generator, site: Path, number: int) -> None:
        one.write_briefing(corpus.briefing(corpus.size // 2, edition=number + 1), site)

    return edit


def _print_head(generators: list[Generator], briefings: int, runs: int) -> None:
    out = sys.stdout
    out.write(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores, ")
    out.write(f"Python {platform.python_version()}; {briefings} briefings, medians of {runs}\n")
    for one in generators:
        out.write(f"{said_by(one.version)}\n")
    out.write("\n")
    names = [one.name for one in generators]
    out.write("| | " + " | ".join(names) + " | " + " | ".join(f"x {n}" for n in names[1:]) + " |\n")
    out.write("|---" * (2 * len(names)) + "|\n")


def _print_row(title: str, costs: dict[str, Cost]) -> None:
    cells = [
        f"{cost.wall:.2f} s ({cost.cpu:.2f} s CPU, {cost.peak:.0f} MiB)" for cost in costs.values()
    ]
    first, *others = costs.values()
    ratios = [f"{first.wall / other.wall:.2f}" for other in others]
    sys.stdout.write(f"| {title} | " + " | ".join((*cells, *ratios)) + " |\n")


if __name__ == "__main__":
    main()
