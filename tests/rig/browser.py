"""Real pages in a real Chromium: what it meets on its way through a site."""

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.rig.needs import ROOT, chromium, node_package, program

SCRIPTS = ROOT / "tests" / "browser"


@dataclass(frozen=True, slots=True)
class Crawl:
    """What a browser met on its way through a site."""

    visited: tuple[str, ...]
    clicked: int
    problems: tuple[str, ...]


def crawl(root: str, *, pages: int, clicks: int = 0, start: str = "") -> Crawl:
    """Follows the links from a site's root, or a page below it, clicking and watching.

    At most so many pages are visited, and clicks made on so many of them. A problem is a dead link or fragment, a failed or foreign request, and anything that the
    browser complains of on its console, such as a breach of the content security policy.
    """
    wish = {"root": root, "start": root + start, "pages": pages, "clicks": clicks}
    report = run_script("crawl.mjs", wish)
    return Crawl(tuple(report["visited"]), report["clicked"], tuple(report["problems"]))


def take_pictures(
    pages: Mapping[str, str],
    folder: Path,
    *,
    widths: Sequence[int] = (),
    schemes: Sequence[str] = ("light",),
    bare: bool = False,
    paper: bool = False,
) -> list[str]:
    """Pictures of pages, given by name, in a folder; gives the names of the files.

    They are taken at each width in each colour scheme; `bare` adds one at the first width without
    script, `paper` what a printer gets, as PDF.
    """
    wish = {
        "pages": [{"name": name, "address": address} for name, address in pages.items()],
        "folder": str(folder),
        "widths": list(widths),
        "schemes": list(schemes),
        "bare": bare,
        "paper": paper,
    }
    return [str(name) for name in run_script("screenshots.mjs", wish)["taken"]]


def run_script(script: str, wish: Mapping[str, object]) -> dict[str, Any]:
    """Runs a script of tests/browser with its wish as JSON; what it answers as JSON."""
    node_package("playwright-core")
    with tempfile.TemporaryDirectory(prefix="onrecord-chromium-") as profile:
        asked = {**wish, "chromium": chromium(), "profile": profile}
        ended = subprocess.run(
            [program("node", package="nodejs"), str(SCRIPTS / script)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            input=json.dumps(asked),
            timeout=240,
        )
    assert ended.returncode == 0, ended.stderr
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer
