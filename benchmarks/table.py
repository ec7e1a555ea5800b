"""The table: what each generator needed, beside what onrecord needed, and on which machine."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.generators import Generator
from benchmarks.measure import Cost, said_by

BEGIN, END = "<!-- newest figures -->", "<!-- end of the newest figures -->"

# Of a scenario: what each generator needed, or why there is no figure.
Row = Mapping[str, Cost | str]


def head(generators: Sequence[Generator], runs: int) -> str:
    """Machine, versions, date, and what a cell holds."""
    versions = ", ".join(f"{one.name} {version_of(one)}" for one in generators)
    return (
        f"{datetime.now(UTC):%-d %B %Y}; {_machine()}; {versions}.\n"
        f"Medians of {runs}, run in turn: time on the wall (times onrecord’s), processor time,"
        " memory at its peak.\n"
    )


def version_of(generator: Generator) -> str:
    """Its version alone, from whatever it says about itself."""
    words = said_by((*generator.program, *generator.version)).replace(",", " ").split()
    numbered = (word for word in words if any(sign.isdigit() for sign in word))
    return next(numbered, "?").removeprefix("v").partition("-")[0]


def table(generators: Sequence[Generator], rows: Mapping[str, Row]) -> str:
    """A row for each scenario, a column for each generator."""
    names = [one.name for one in generators]
    lines = [["what is done", *names], ["---"] * (len(names) + 1)]
    lines += [[title, *_cells(names, row)] for title, row in rows.items()]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def notes(generators: Sequence[Generator]) -> str:
    """What must be known of each to compare them."""
    return "".join(f"- {one.name}: {one.notes}.\n" for one in generators)


def put(text: str, path: Path) -> None:
    """Writes the text between the marks of a file that has them, else as the whole file."""
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    before, begin, rest = there.partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        text = f"{before}{BEGIN}\n\n{text}\n{END}{after}"
    path.write_text(text, encoding="utf-8")


def _cells(names: Sequence[str], row: Row) -> Iterator[str]:
    first = row.get(names[0])
    for name in names:
        cost = row.get(name, "")
        if isinstance(cost, str):
            yield cost
            continue
        ratio = ""
        if name != names[0] and isinstance(first, Cost):
            ratio = f" ({_digits(cost.wall / first.wall)} ×)"
        yield f"{_digits(cost.wall)} s{ratio}, {_digits(cost.cpu)} s CPU, {cost.peak:.0f} MiB"


def _digits(number: float) -> str:
    return (
        f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
    )


def _machine() -> str:
    parts = [platform.system(), platform.machine(), *_processor(), f"{os.cpu_count()} cores"]
    if hasattr(os, "sysconf"):
        size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
        parts.append(f"{size:.0f} GiB")
    return f"{', '.join(parts)}; Python {platform.python_version()}"


def _processor() -> Iterator[str]:
    known = Path("/proc/cpuinfo")
    if known.is_file():
        for line in known.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                yield line.partition(":")[2].strip()
                return
