"""Incremental equals clean: whatever is edited, a build that remembers puts out the same bytes."""

import shutil
from pathlib import Path

import pytest

from onrecord.build import BuildResult, BuildSettings, build_site, check_site
from tests.rig.counts import count
from tests.rig.edits import EditedSite
from tests.rig.sites import NOW, tree

BRIEFINGS = count("briefings of a site that is edited at random")
EDITS = count("random edits of a site")
SEEDS = count("sites that are edited at random")
EDITS_AT_ONCE = count("random edits between two comparisons")


def build(root: Path, *, memo: bool = True, jobs: int = 1) -> BuildResult:
    return build_site(BuildSettings(root=root, now=NOW, memo=memo, jobs=jobs))


def clean(site: Path, folder: Path) -> tuple[BuildResult, dict[str, bytes]]:
    """What a first build of the same content gives, which remembers nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in ("content", "layouts"):
        if (site / name).is_dir():
            shutil.copytree(site / name, folder / name)
    shutil.copy(site / "site.yaml", folder)
    return build(folder, memo=False), tree(folder / "public")


@pytest.mark.parametrize("seed", range(SEEDS))
def test_after_any_edit_the_output_is_that_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    site = EditedSite(tmp_path / "site", BRIEFINGS, seed)
    done: list[str] = ["first"]
    for turn in range(EDITS):
        result = build(site.root, jobs=1 + turn % 2)
        if turn % EDITS_AT_ONCE and turn < EDITS - 1:
            done.append(site.edit())
            continue
        expected, files = clean(site.root, tmp_path / "clean")
        assert result.diagnostics == expected.diagnostics, done
        assert result.counts == expected.counts, done
        assert result.exit_code == expected.exit_code, done
        if not result.exit_code:
            assert tree(site.root / "public") == files, done
        done.append(site.edit())


def test_a_check_after_a_build_says_the_same_and_publishes_nothing(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, BRIEFINGS, 0)
    built = build(site.root)
    before = tree(site.root / "public")
    checked = check_site(BuildSettings(root=site.root, now=NOW))
    assert (checked.diagnostics, checked.counts) == (built.diagnostics, built.counts)
    site.edit()
    expected, _ = clean(site.root, tmp_path / "clean")
    checked = check_site(BuildSettings(root=site.root, now=NOW))
    assert checked.diagnostics == expected.diagnostics
    assert tree(site.root / "public") == before


def test_where_there_is_no_site_nothing_is_kept(tmp_path: Path) -> None:
    assert build(tmp_path / "nowhere").exit_code == 1
    (tmp_path / "content").mkdir()
    assert build(tmp_path).exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["content"]
