"""A build with workers that is ended in any way leaves no process, no traceback and a whole site."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus
from benchmarks.sites.onrecord import write_site
from onrecord.build import BuildSettings, build_site
from tests.rig.commands import NOW as NOW_TEXT
from tests.rig.commands import ROOT, plain_environment
from tests.rig.counts import count
from tests.rig.edits import EditedSite
from tests.rig.needs import POSIX, leave_unless
from tests.rig.sites import NOW, tree

leave_unless(*POSIX, why="signals end a build")

LIMIT = 2.0  # seconds until everything has ended
POOLS = (1, 2)  # the workers that read and annotate, and those that render


def build(root: Path) -> subprocess.Popen[str]:
    """A build with two workers under way, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", "build", "--jobs=2", "--site", root, "--now", NOW_TEXT],
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment({"PYTHONPATH": os.environ.get("PYTHONPATH", "")}),
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def workers_of(process: "subprocess.Popen[str]", nth: int) -> list[int]:
    """Its workers, as soon as they are there: the first ones, or those that come after them."""
    earlier: set[int] = set()
    while True:
        assert process.poll() is None, process.communicate()
        found = set(children(process.pid))
        if found - earlier:
            nth -= 1
            if not nth:
                return sorted(found - earlier)
            earlier |= found
        time.sleep(0.005)


def children(pid: int) -> list[int]:
    listed = subprocess.run(["pgrep", "-P", str(pid)], check=False, capture_output=True)
    return [int(child) for child in listed.stdout.split()]


def assert_ended(pids: Collection[int], until: float) -> None:
    """None of these processes runs when that moment is past."""
    assert pids
    while any(map(runs, pids)):
        assert time.monotonic() < until, pids
        time.sleep(0.01)


def runs(pid: int) -> bool:
    """True for a process that has not ended; one that nobody has asked about since has."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)],
        check=False,
        capture_output=True,
        encoding="ascii",
    )
    return state.stdout.strip()[:1] not in {"", "Z"}


def clean(site: Path, folder: Path) -> dict[str, bytes]:
    """What a build gives that remembers nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns(".onrecord", "public"))
    assert build_site(BuildSettings(root=folder, now=NOW, memo=False)).exit_code == 0
    return tree(folder / "public")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is large enough for some work in each process."""
    root = tmp_path_factory.mktemp("site") / "site"
    write_site(Corpus(30), root)
    return root


@pytest.mark.parametrize("pool", POOLS)
def test_no_worker_outlives_a_build_that_is_killed(site: Path, tmp_path: Path, pool: int) -> None:
    root = shutil.copytree(site, tmp_path / "site")
    process = build(root)
    workers = workers_of(process, pool)
    process.kill()
    assert_ended(workers, time.monotonic() + LIMIT)
    process.communicate()
    assert not (root / "public").exists()
    result = build_site(BuildSettings(root=root, now=NOW))
    assert result.exit_code == 0, result.diagnostics


@pytest.mark.parametrize("pool", POOLS)
def test_an_interrupted_build_ends_its_workers_without_a_word(
    site: Path, tmp_path: Path, pool: int
) -> None:
    root = shutil.copytree(site, tmp_path / "site")
    for late in range(count("interruptions of workers")):
        shutil.rmtree(root / ".onrecord", ignore_errors=True)
        process = build(root)
        workers = workers_of(process, pool)
        time.sleep(late * 0.05)
        sent = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        said, errors = process.communicate()
        assert time.monotonic() < sent + LIMIT
        assert_ended(workers, sent + LIMIT)
        if late and process.returncode == 0 and "Published to" in said:
            break  # the build was over before it could hear of it
        assert (process.returncode, said) == (130, ""), errors
        assert errors.strip() == "interrupted; nothing was published"
        assert not (root / "public").exists()


@pytest.mark.parametrize("pool", POOLS)
def test_what_a_killed_worker_leaves_undone_is_done(site: Path, tmp_path: Path, pool: int) -> None:
    root = shutil.copytree(site, tmp_path / "site")
    process = build(root)
    os.kill(workers_of(process, pool)[0], signal.SIGKILL)
    said, errors = process.communicate(timeout=100)
    assert process.returncode == 0, said + errors
    assert tree(root / "public") == clean(root, tmp_path / "clean")


def test_a_build_killed_after_an_edit_publishes_it_whole_or_not_and_poisons_nothing(
    tmp_path: Path,
) -> None:
    chance = random.Random(1)  # noqa: S311 - to be the same each time
    edited = EditedSite(tmp_path / "site", 8, 1)
    process = build(edited.root)
    start = time.monotonic()
    assert process.wait() == 0
    lasts = time.monotonic() - start
    process.communicate()
    before = tree(edited.root / "public")
    for turn in range(count("builds with workers that are killed")):
        done = edited.edit()
        process = build(edited.root)
        time.sleep(chance.uniform(0.2, 1.0) * lasts)
        process.kill()
        process.communicate()
        found = tree(edited.root / "public")
        result = build_site(BuildSettings(root=edited.root, now=NOW, jobs=1 + turn % 2))
        if result.exit_code:  # until it is mended
            assert found == before, done
            continue
        wanted = clean(edited.root, tmp_path / "clean")
        if not done.startswith(("lose", "tamper")):
            assert found in (before, wanted), done
        before = tree(edited.root / "public")
        assert before == wanted, done
