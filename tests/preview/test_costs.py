"""What a preview costs while nobody saves, and after many saves."""

import os
import re
import time
from pathlib import Path

from tests.rig.counts import count
from tests.rig.needs import LINUX, system
from tests.rig.preview_site import PREVIEW_SITE, long_article
from tests.rig.previews import Preview, previewed
from tests.rig.sites import write_site

IDLE = 0.01  # of one core
TICK = 1 / os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 0.01
SETTLED = 4.0  # seconds after which a preview has looked at everything once more
GROWTH = 4_000_000  # bytes, of some 60 MB: garbage that is not collected yet

pytestmark = system(*LINUX, why="the system tells what a process uses")


def seconds_used(preview: Preview) -> float:
    """Processor time of the process so far."""
    fields = Path(f"/proc/{preview.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def memory_used(preview: Preview) -> int:
    """Bytes that are resident, without what is shared with files."""
    status = Path(f"/proc/{preview.process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("RssAnon:"))
    return int(line.split()[1]) * 1024


def test_left_alone_it_uses_next_to_nothing(tmp_path: Path) -> None:
    articles = {
        f"content/articles/number-{number}.md": f"---\ntitle: T\ndate: 2020-01-01\n---\nW {number}.\n"
        for number in range(count("files of a preview that is left alone"))
    }
    root = write_site(tmp_path / "site", {**PREVIEW_SITE, **articles})
    with previewed(root, patience=600) as preview:
        time.sleep(SETTLED)
        seconds = count("seconds that a preview is left alone")
        before = seconds_used(preview)
        time.sleep(seconds)
        used = seconds_used(preview) - before
    assert used <= IDLE * seconds + TICK


def _saved(number: int) -> tuple[str, str]:
    """An article and its new text: another body, another title, other sections, now and then broken."""
    last = f"\nEdit {number}.\n"
    match number % 4:
        case 0:
            return "saved", long_article("Saved") + last
        case 1:
            return "first", long_article(f"First, for the time {number}", 2)
        case 2:
            return "second", long_article("Second", 1 + number % 7) + last
        case _:
            return "missed", (long_article("Missed") if number % 8 == 3 else "---\ntitle: [") + last


def _lines_that_name(preview: Preview, name: str) -> int:
    """How many lines tell of a build after a save of this article, perhaps of others too."""
    line = rf"^.*: (?:\S+, )*content/articles/{name}\.md(?:, \S+)*$"
    return len(re.findall(line, preview.said, re.MULTILINE))


def test_its_memory_does_not_grow_with_saves(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    saves = count("rebuilds of a preview")
    warming = saves // 3  # after which all is at hand that is kept at hand
    with previewed(root) as preview:
        after_warming = 0
        for number in range(warming + saves):
            if number == warming:
                after_warming = memory_used(preview)
            name, text = _saved(number)
            told = _lines_that_name(preview, name)
            preview.save(f"content/articles/{name}.md", text)
            preview.wait_until(
                lambda: _lines_that_name(preview, name) > told,  # noqa: B023 - called at once
                f"never told of {name}",
            )
        grown = memory_used(preview) - after_warming
    assert grown < GROWTH
