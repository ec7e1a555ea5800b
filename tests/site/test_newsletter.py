"""A newsletter of hundreds of issues and thousands of sources is published whole, in linear time."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rig.counts import count
from tests.rig.needs import ROOT
from tests.rig.newsletter import Newsletter

MARKER = re.compile(r"mark\d+x\d+z")
ARTICLE = re.compile(r'<article class="text".*?</article>', re.DOTALL)
NOTES = re.compile(r'<ol class="notes">.*?</ol>\n*\s*</section>', re.DOTALL)
HIDDEN = re.compile(r'<span class="note" aria-hidden="true">.*?</span>', re.DOTALL)

# Doubling may cost this much more than double: timing on shared cores is not exact, while a
# quadratic pass would show as 4.
TIME_RATIO = 2.7
MEMORY_RATIO = 2.2

BUILD = """
import json, resource, sys, time
from datetime import UTC, datetime
from pathlib import Path
from onrecord import BuildSettings, build_site
result = build_site(BuildSettings(root=Path(sys.argv[1]), now=datetime(2026, 1, 1, tzinfo=UTC)))
use = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "exit": result.exit_code, "seconds": use.ru_utime + use.ru_stime, "kilobytes": use.ru_maxrss,
    "findings": [f"{found.span.path if found.span else ''}:{found.code} {found.message}"
                 for found in result.diagnostics if found.severity != "info"],
}))
"""


@dataclass(frozen=True)
class Measured:
    """A build in a process of its own: what it found and what it cost."""

    root: Path
    exit: int
    seconds: float
    kilobytes: int
    findings: list[str]


def build(root: Path, letter: Newsletter) -> Measured:
    """Write the archive and build it."""
    for path, text in letter.files():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", BUILD, str(root)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return Measured(root, **json.loads(done.stdout))


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measured, Measured]:
    """Half an archive, and the whole of it."""
    issues, sources = count("issues of a newsletter"), count("sources of a newsletter")
    size = count("bytes of a newsletter's body")
    halves = (Newsletter(issues // 2, sources // 2, size), Newsletter(issues, sources, size))
    half, whole = (build(tmp_path_factory.mktemp("letter"), letter) for letter in halves)
    return half, whole


def test_it_builds_without_a_finding(archives: tuple[Measured, Measured]) -> None:
    _, whole = archives
    assert (whole.exit, whole.findings[:5]) == (0, [])


def test_no_text_is_lost_or_doubled(archives: tuple[Measured, Measured]) -> None:
    _, whole = archives
    checked = 0
    for source in sorted((whole.root / "content/articles").rglob("*.md")):
        written = MARKER.findall(source.read_text(encoding="utf-8"))
        page = whole.root / "public/briefings" / source.stem / "index.html"
        html = page.read_text(encoding="utf-8")
        article, notes = ARTICLE.search(html), NOTES.search(html)
        assert article is not None
        assert notes is not None
        published = MARKER.findall(HIDDEN.sub("", article[0])) + MARKER.findall(notes[0])
        assert sorted(published) == sorted(written), source
        checked += len(written)
    assert checked > 10 * count("issues of a newsletter")


def test_look_alikes_stay_what_they_are(archives: tuple[Measured, Measured]) -> None:
    _, whole = archives
    html = (whole.root / "public/briefings/issue-0/index.html").read_text(encoding="utf-8")
    assert '<a href="https://social.example.org/0" rel="external">@handle0</a>' in html
    assert "<code>[[not a mark]]</code>" in html
    assert "matrix = [[1, 2], [3, 4]]" in html
    assert html.count("<h1") == 1


def test_every_quote_is_placed_and_every_source_listed(
    archives: tuple[Measured, Measured],
) -> None:
    _, whole = archives
    for number in (0, count("issues of a newsletter") - 1):
        page = whole.root / f"public/briefings/issue-{number}/index.html"
        html = page.read_text(encoding="utf-8")
        assert html.count('id="q-first"') == html.count('id="q-second"') == 1


def test_twice_the_archive_costs_about_twice_the_time_and_memory(
    archives: tuple[Measured, Measured],
) -> None:
    half, whole = archives
    assert whole.seconds / half.seconds < TIME_RATIO
    assert whole.kilobytes / half.kilobytes < MEMORY_RATIO
