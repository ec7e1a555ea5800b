"""What a reader does on the pages, each scene of `scenes/` a test of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rig.crowd import crowd
from tests.rig.findable import FINDABLE
from tests.rig.sample import build_sample
from tests.rig.scenes import Play, opened_stage, scene_names
from tests.rig.serving import served
from tests.rig.sites import build_text

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """The stage, with the sample, a crowded and a findable site as a code host serves them."""
    folder = tmp_path_factory.mktemp("scenes")
    sample = build_sample(folder / "sample", base_url="https://example.org/repo/")
    crowded = build_text(folder / "crowd", crowd())
    findable = build_text(folder / "findable", FINDABLE)
    assert [*crowded.findings, *findable.findings] == []
    with (
        served(sample.output, "/repo/") as sample_root,
        served(crowded.output, "/crowd/") as crowd_root,
        served(findable.output) as findable_root,
        opened_stage(
            {"sample": sample_root, "crowd": crowd_root, "findable": findable_root}
        ) as stage,
    ):
        yield stage


@pytest.mark.parametrize("scene", scene_names())
def test_scene(scene: str, play: Play) -> None:
    problems = play(scene)
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


FAILING = """\
import assert from "node:assert/strict";
export async function wrong() { assert.equal(1, 2, "one is not two"); }
export async function endless() { await new Promise(() => {}); }
export async function quiet({ visit }) { await visit("broken"); }
export async function right() {}
"""

BROKEN = """\
<!doctype html><html lang="en"><head><title>t</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https:">
</head><body><p style="color:red"><img src="https://x.invalid/i.png" alt=""><script src="no.js"></script>
</body></html>
"""


def test_a_scene_that_fails_says_where_and_why(tmp_path: Path) -> None:
    (tmp_path / "failing.mjs").write_text(FAILING, encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(BROKEN, encoding="utf-8")
    with (
        served(site) as root,
        opened_stage({"broken": root}, folder=tmp_path, seconds=1) as stage,
    ):
        assert stage("failing.wrong") == ["failing.mjs:2: one is not two\n\n1 !== 2"]
        assert stage("failing.endless") == ["the scene did not end in 1 s"]
        told = "\n".join(stage("failing.quiet"))
        assert stage("failing.right") == []
    assert f"{root}: asked for https://x.invalid/i.png" in told
    assert "style-src" in told
    assert "script-src" in told
