"""Pictures of every kind of page, with a sheet to see them together: `make screenshots`.

`python -m tests.rig.screenshots [PART…]` takes those whose name holds one of the parts, or all.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from tests.rig.browser import take_pictures
from tests.rig.extremes import extremes, extremes_from_right_to_left
from tests.rig.kinds import one_of_each_kind
from tests.rig.needs import ROOT
from tests.rig.sample import build_sample
from tests.rig.serving import served
from tests.rig.sites import build_folder, write_site

FOLDER = ROOT / "build" / "screenshots"
WIDTHS = (1440, 768, 390)
SCHEMES = ("light", "dark")


def _sample(folder: Path) -> tuple[Path, Mapping[str, str]]:
    output = build_sample(folder).output
    return output, one_of_each_kind(output)


def _extremes(folder: Path) -> tuple[Path, Mapping[str, str]]:
    """Its briefings, each extreme in its own way, and one of each other kind."""
    output = build_folder(write_site(folder, extremes())).output
    briefings = {path.name: f"briefings/{path.name}/" for path in output.glob("briefings/*/")}
    return output, {**one_of_each_kind(output), **briefings}


def _from_right_to_left(folder: Path) -> tuple[Path, Mapping[str, str]]:
    output = build_folder(write_site(folder, extremes_from_right_to_left())).output
    return output, one_of_each_kind(output)


SITES: Mapping[str, Callable[[Path], tuple[Path, Mapping[str, str]]]] = {
    "sample": _sample,
    "extremes": _extremes,
    "rtl": _from_right_to_left,
}
"""By the name of a site what builds it in a folder: its output and its pages to take by name."""


def take_all(folder: Path, parts: Sequence[str] = ()) -> list[str]:
    """Takes the pictures of all sites into a folder; gives the names of the files."""
    taken: list[str] = []
    for site, build in SITES.items():
        with tempfile.TemporaryDirectory(prefix="onrecord-screenshots-") as place:
            output, pages = build(Path(place))
            with served(output) as root:
                for kind, address in pages.items():
                    name = f"{site}-{kind}"
                    if parts and not any(part in name for part in parts):
                        continue
                    taken += take_pictures(
                        {name: root + address},
                        folder,
                        widths=WIDTHS,
                        schemes=SCHEMES,
                        bare=True,
                        paper=True,
                    )
                    print(f"{name} ({site}: /{address})", flush=True)  # noqa: T201
    return taken


def sheet(names: Iterable[str]) -> str:
    """A page that shows the pictures beside each other, a row for each page of a site."""
    rows = []
    for page, group in groupby(sorted(names), key=_stem):
        cells = "".join(
            f'<a href="{escape(name)}">{_shown(name)}<br>{escape(name[len(page) + 1 :])}</a>'
            for name in group
        )
        rows.append(f"<h2>{escape(page)}</h2><div>{cells}</div>")
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>'
        "body{font:14px sans-serif}div{display:flex;flex-wrap:wrap;gap:1rem}"
        "a{inline-size:15rem;block-size:22rem;overflow:hidden}img{inline-size:100%}"
        f"</style><h1>Pictures</h1>{''.join(rows)}</html>\n"
    )


def _stem(name: str) -> str:
    """What comes before the width in a picture's name, or before `print`."""
    pieces = name.removesuffix("-no-script.png").removesuffix("-print.pdf").split("-")
    width = next((n for n, piece in enumerate(pieces) if piece in map(str, WIDTHS)), len(pieces))
    return "-".join(pieces[:width])


def _shown(name: str) -> str:
    return "PDF" if name.endswith(".pdf") else f'<img src="{escape(name)}" alt="" loading="lazy">'


def main(parts: Sequence[str]) -> None:
    """Takes the pictures and writes the sheet of all that lie there."""
    try:
        take_all(FOLDER, parts)
    except (pytest.skip.Exception, pytest.fail.Exception) as missing:
        sys.exit(str(missing))
    lying = sorted(path.name for path in FOLDER.iterdir() if path.suffix in {".png", ".pdf"})
    (FOLDER / "index.html").write_text(sheet(lying), encoding="utf-8")
    print(f"Look at {FOLDER.relative_to(ROOT)}/index.html")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
