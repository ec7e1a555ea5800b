"""However large a site is, a build holds few of its texts and pages at a time."""

import subprocess
import sys
from pathlib import Path

from tests.rig.commands import ROOT
from tests.rig.sites import write_site

FEW, MANY = 75, 125  # more than a feed shows or a worker is given at once
LONG = 100_000  # letters of a body
SITE = "title: On Record\nbase_url: https://example.org/\nlanguage: en\n"
# In a process of its own: what a build holds at most hangs on what ran before it.
BUILD = """\
import sys, tracemalloc
from pathlib import Path
from onrecord.build import BuildSettings, build_site
from tests.rig.sites import NOW
for root in sys.argv[1:]:  # what is loaded late is loaded by the first
    tracemalloc.start()
    built = build_site(BuildSettings(root=Path(root), now=NOW, jobs=1))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
assert built.counts and not built.exit_code, built.diagnostics
print(built.counts.briefings, peak)
"""


def peak(root: Path, articles: int) -> int:
    """The bytes that are held at most while so many long articles are built."""
    body = f"```\n{'All that was said. ' * (LONG // 19)}\n```\n"
    files = {
        f"content/articles/briefing-{number:02}.md": (
            f"---\ntitle: Briefing {number}\ndate: 2020-01-{number % 28 + 1:02}\n---\n{body}"
        )
        for number in range(articles)
    }
    write_site(root, {**files, "site.yaml": SITE})
    empty = write_site(root.parent / f"before {root.name}", {"site.yaml": SITE})
    ran = subprocess.run(
        [sys.executable, "-c", BUILD, empty, root],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    briefings, held = map(int, ran.stdout.split())
    assert briefings == articles
    return held


def test_twice_the_texts_are_not_held_at_once(tmp_path: Path) -> None:
    few = peak(tmp_path / "few", FEW)
    many = peak(tmp_path / "many", MANY)
    assert many - few < (MANY - FEW) * LONG / 5
