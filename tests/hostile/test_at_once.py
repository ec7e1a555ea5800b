"""Several runs over one site at the same time, and folders that let nothing be kept."""

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.build import BuildSettings, build_site, check_site
from tests.rig.commands import NOW as NOW_TEXT
from tests.rig.commands import ROOT, plain_environment
from tests.rig.counts import count
from tests.rig.sites import NOW, tree
from tests.rig.varied import VariedSite
from tests.test_incremental_settings import clean

REFUSED = 3
COMMANDS = ("build", "check", "build", "check")


def start(command: str, root: Path) -> subprocess.Popen[str]:
    """A run under way."""
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", command, "--site", root, "--now", NOW_TEXT],
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def test_builds_and_checks_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    site = VariedSite(tmp_path / "site", 1)
    before: dict[str, bytes] = {}
    for turn in range(count("runs at once")):
        site.choose(rain=turn % 2, third_text=turn % 3)
        runs = [(command, start(command, site.root)) for command in COMMANDS]
        _, wanted = clean(site.root, tmp_path / "clean")
        for command, process in runs:
            said, _ = process.communicate()
            assert process.returncode == 0 or (command, process.returncode) == ("build", REFUSED)
            assert ("OR904" in said) == bool(process.returncode), said
            assert "Traceback" not in said
        assert tree(site.root / "public") in (before, wanted)
        result = build_site(BuildSettings(root=site.root, now=NOW, jobs=1))
        assert result.exit_code == 0
        before = tree(site.root / "public")
        assert before == wanted, turn


@pytest.mark.parametrize("kind", ["folder", "link", "dangling link"])
def test_where_no_memo_can_be_kept_a_build_does_without(tmp_path: Path, kind: str) -> None:
    site = VariedSite(tmp_path / "site", 1)
    memo = site.root / ".onrecord/memo"
    memo.parent.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    if kind == "folder":
        memo.mkdir()
    else:
        memo.symlink_to(elsewhere if kind == "link" else tmp_path / "nowhere")
    for rain in (0, 1):
        site.choose(rain=rain)
        result = build_site(BuildSettings(root=site.root, now=NOW, jobs=1))
        assert result.exit_code == 0, result.diagnostics
        assert result.work.annotated > 3
        assert tree(site.root / "public") == clean(site.root, tmp_path / "clean")[1]
    assert elsewhere.read_bytes() == b"mine"
    assert not (tmp_path / "nowhere").exists()


def test_where_no_work_file_can_be_written_a_check_works_and_a_build_says_why(
    tmp_path: Path,
) -> None:
    site = VariedSite(tmp_path / "site", 1)
    (site.root / ".onrecord").write_bytes(b"mine")
    settings = BuildSettings(root=site.root, now=NOW, jobs=1)
    assert check_site(settings).exit_code == 0
    result = build_site(settings)
    assert result.exit_code == REFUSED
    refusals = [found for found in result.diagnostics if found.code == "OR903"]
    assert [found.message.endswith(".onrecord: File exists") for found in refusals] == [True]
    assert not (site.root / "public").exists()
    assert (site.root / ".onrecord").read_bytes() == b"mine"
