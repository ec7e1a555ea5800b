"""Incremental equals clean, whatever a build is asked and wherever its folder lies."""

import json
import os
import random
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from onrecord.build import BuildResult, BuildSettings, build_site
from tests.rig.commands import ROOT, plain_environment
from tests.rig.counts import count
from tests.rig.sample import without_index
from tests.rig.sites import NOW, tree
from tests.rig.varied import VariedSite

EDITS = count("edits of a varied site")
ASKED: tuple[dict[str, Any], ...] = (
    {},
    {},
    {"drafts": True},
    {"future": True},
    {"drafts": True, "future": True},
    {"now": datetime(2020, 2, 2, 6, 29, 59, tzinfo=UTC)},
    {"now": datetime(2020, 2, 2, 10, tzinfo=timezone(timedelta(hours=3, minutes=30)))},
    {"now": datetime(2020, 2, 2)},  # noqa: DTZ001 - as the command may give it
    {"now": datetime(2028, 1, 1, tzinfo=UTC)},
    {"base_url": "https://other.example/deep/"},
    {"strict": True},
    {"memo": False},
    {"jobs": 2},
)


def build(root: Path, **asked: Any) -> BuildResult:
    return build_site(BuildSettings(**{"root": root, "now": NOW, "jobs": 1, **asked}))


def clean(site: Path, folder: Path, **asked: Any) -> tuple[BuildResult, dict[str, bytes]]:
    """What a first build of the same content gives that is asked the same and remembers nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns(".onrecord", "public", "other")
    shutil.copytree(site, folder, ignore=ignored)
    output = folder / "public"
    result = build(folder, **{**asked, "memo": False, "output": output})
    return result, tree(output) if output.exists() else {}


def assert_same(result: BuildResult, expected: BuildResult, done: object) -> None:
    """The same was found, to the last word: values compare equal that are not quite the same."""
    assert repr(result.diagnostics) == repr(expected.diagnostics), done
    assert result.exit_code == expected.exit_code, done
    assert result.counts == expected.counts, done


@pytest.mark.parametrize("seed", range(count("varied sites")))
def test_after_any_edit_of_a_site_of_many_features(tmp_path: Path, seed: int) -> None:
    site = VariedSite(tmp_path / "site", seed)
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    done = ["first"]
    for _ in range(EDITS):
        asked = chance.choice(ASKED) if chance.random() < 0.3 else {}
        output = site.root / ("other" if chance.random() < 0.1 else "public")
        result = build(site.root, **asked, output=output)
        expected, files = clean(site.root, tmp_path / "clean", **asked)
        assert_same(result, expected, (done, asked))
        if not result.exit_code:
            assert tree(output) == files, (done, asked)
        done.append(site.edit(is_broken=bool(result.exit_code)))


def rendered(result: BuildResult) -> int:
    assert result.exit_code == 0, result.diagnostics
    return result.work.rendered


def test_what_a_build_is_asked_may_change_and_change_back(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 0)
    site.choose(third_more=3)  # a draft
    for asked in (*ASKED[:6], *ASKED[9:10], {}, {"memo": False}, {}):
        result = build(site.root, **asked)
        expected, files = clean(site.root, tmp_path / "clean", **asked)
        assert_same(result, expected, asked)
        assert not result.exit_code, asked
        assert tree(site.root / "public") == files, asked


def test_two_outputs_in_turn_are_both_right(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 0)
    names = ("public", "other", "public", "public", "other", "other", "public")
    for turn, name in enumerate(names):
        site.choose(rain=turn % 3)
        build(site.root, output=site.root / name)
        _, files = clean(site.root, tmp_path / "clean")
        assert tree(site.root / name) == files, turn


def test_two_outputs_of_the_same_name_are_not_confused(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 0)
    for turn in range(4):
        output = tmp_path / f"{turn % 2}" / "public"
        output.parent.mkdir(exist_ok=True)
        site.choose(rain=turn % 3)
        build(site.root, output=output)
        assert tree(output) == clean(site.root, tmp_path / "clean")[1], turn


def test_a_search_comes_and_goes(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 0)
    settings = site.root / "site.yaml"
    plain = settings.read_text(encoding="utf-8")
    for has_search, rain in ((False, 0), (True, 0), (True, 1), (True, 1), (False, 1)):
        settings.write_text(plain + ("search: true\n" if has_search else ""), encoding="utf-8")
        site.choose(rain=rain)
        settings.write_text(plain + ("search: true\n" if has_search else ""), encoding="utf-8")
        build(site.root)
        found, wanted = tree(site.root / "public"), clean(site.root, tmp_path / "clean")[1]
        if has_search:
            found, wanted = without_index(found), without_index(wanted)
        assert found == wanted, (has_search, rain)


def elsewhere(root: Path, **environment: str) -> dict[str, int]:
    """What a build in a process of its own had to do."""
    program = (
        "import json, sys\n"
        "from tests.test_incremental_settings import build\n"
        "from pathlib import Path\n"
        "result = build(Path(sys.argv[1]))\n"
        "work, made = result.work, result.publication\n"
        "print(json.dumps({'rendered': work.rendered, 'annotated': work.annotated,\n"
        "                  'read': work.read, 'written': made.written if made else -1}))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, root],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env=plain_environment({"PYTHONPATH": os.pathsep.join(sys.path), **environment}),
    )
    told: dict[str, int] = json.loads(ended.stdout)
    return told


NOTHING = {"rendered": 0, "annotated": 0, "read": 0, "written": 0}


def test_under_another_hash_seed_nothing_is_made_again(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 0)
    first = elsewhere(site.root, PYTHONHASHSEED="1")
    assert first["rendered"] > 20
    assert elsewhere(site.root, PYTHONHASHSEED="2") == NOTHING
    unused = site.root / "content/articles/unused.css"  # all stages run, and find nothing to do
    unused.write_text("p { color: red }\n", encoding="utf-8")
    assert elsewhere(site.root, PYTHONHASHSEED="3") == NOTHING
    site.choose(third_text=2)
    assert 1 <= elsewhere(site.root, PYTHONHASHSEED="4")["rendered"] < first["rendered"]


def test_in_another_folder_and_in_a_fresh_checkout_nothing_is_made_again(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 0)
    assert rendered(build(site.root)) > 20
    moved = tmp_path / "moved/to here, 100% élan #1?"
    moved.parent.mkdir()
    site.root.rename(moved)
    result = build(moved)
    assert (rendered(result), result.work.read) == (0, 0)
    checkout = tmp_path / "checkout"
    shutil.copytree(moved, checkout, copy_function=shutil.copyfile)  # all times are new
    result = build(checkout)
    assert (rendered(result), result.work.read) == (0, 0)
    assert result.publication is not None
    assert result.publication.written == 0
    article = checkout / "content/articles/2020-02-03-third.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    for jobs in (1, 2):
        result = build(checkout, jobs=jobs)
        assert rendered(result) in ({4} if jobs == 1 else {0})  # its page, and the feeds with it
        assert tree(checkout / "public") == clean(checkout, tmp_path / "clean")[1]
