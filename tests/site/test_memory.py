"""However large a site is, a build holds few of its texts and pages at a time."""

import gc
import tracemalloc
from pathlib import Path

from onrecord.build import BuildSettings, build_site
from tests.rig.sites import NOW, write_site

FEW, MANY = 75, 125  # more than a feed shows or a worker is given at once
LONG = 100_000  # letters of a body
SITE = "title: On Record\nbase_url: https://example.org/\nlanguage: en\n"


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
    # Asked is what is held, not when garbage is found, which hangs on what ran in this process.
    often = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.set_threshold(200, 2, 2)
    tracemalloc.start()
    try:
        result = build_site(BuildSettings(root=root, now=NOW, jobs=1))
        assert result.counts is not None
        assert result.counts.briefings == articles, result.diagnostics
        assert not result.exit_code, result.diagnostics
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*often)
        gc.unfreeze()


def test_twice_the_texts_are_not_held_at_once(tmp_path: Path) -> None:
    build_site(BuildSettings(root=write_site(tmp_path / "any", {"site.yaml": SITE}), now=NOW))
    few = peak(tmp_path / "few", FEW)
    many = peak(tmp_path / "many", MANY)
    assert many - few < (MANY - FEW) * LONG / 5
