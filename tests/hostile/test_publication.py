"""Whatever ends a publication, readers have the old site or the new one, and the next one is right."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from onrecord.publish.lock import BuildLock
from tests.rig.commands import NOW, ROOT, plain_environment
from tests.rig.counts import count
from tests.rig.needs import LINUX, POSIX, give_up, leave_unless, system
from tests.rig.sites import Options, build_folder, tree, write_site

leave_unless(*POSIX, why="signals end a build")

DIED = 137
REFUSED = 3


def kill_points(root: Path, *options: str) -> list[dict[str, Any]]:
    """What was seen at the kill points of a publication."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.rig.kill_points", str(root / "site"), *options],
        check=False,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment(),
    )
    assert run.returncode == 0, run.stderr
    seen: list[dict[str, Any]] = json.loads(run.stdout)
    return seen


def assert_whole(seen: list[dict[str, Any]], before: str) -> None:
    """Nothing is mixed, every exit tells the truth, the next publication is right."""
    for one in seen:
        published = {0: {"new"}, REFUSED: {before}, DIED: {before, "new"}}
        assert one["output"] in published[one["exit_code"]], one
        assert one["after"] == "right", one
        assert set(one["left"]) <= {"lock", "memo", "spare"}, one
        assert "Traceback" not in one["said"], one


def test_a_publication_may_end_at_any_change_to_the_disk(tmp_path: Path) -> None:
    seen = kill_points(tmp_path, f"--points={count('kill points')}")
    assert_whole(seen, "old")
    assert {one["output"] for one in seen if one["fault"] == "dies"} == {"old", "new"}
    assert {one["exit_code"] for one in seen if one["fault"] != "dies"} >= {REFUSED}


def test_a_first_publication_is_whole_or_not_there(tmp_path: Path) -> None:
    assert_whole(kill_points(tmp_path, "--first", f"--points={count('kill points')}"), "missing")


def test_without_a_single_step_only_death_between_two_renames_leaves_a_gap(tmp_path: Path) -> None:
    seen = kill_points(tmp_path, "--two-steps", f"--points={count('kill points')}")
    gaps = [one for one in seen if one["output"] == "missing"]
    # A disk that refuses every rename can refuse the one back, too.
    assert sorted(one["fault"] for one in gaps) == ["dies", "full"]
    assert {one["after"] for one in gaps} == {"right"}
    assert_whole([one for one in seen if one not in gaps], "old")


def test_a_whole_build_may_end_at_any_change_to_the_disk(tmp_path: Path) -> None:
    points = count("kill points of a whole build")
    seen = kill_points(tmp_path, "--build", f"--points={points}")
    assert_whole(seen, "old")
    assert all("cannot write" in one["said"] for one in seen if one["exit_code"] == REFUSED)


def numbered(root: Path, number: int) -> Path:
    """A site whose every page tells this number."""
    articles = {
        f"content/articles/{name}.md": f"---\ntitle: {name} {number}\ndate: 2020-01-01\n---\nText.\n"
        for name in range(6)
    }
    return write_site(root, articles)


def build(root: Path) -> subprocess.Popen[str]:
    """A build under way."""
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", "build", "--site", str(root), "--now", NOW],
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(root: Path) -> tuple[int, str]:
    """The exit code of a build that nothing disturbs, and its findings."""
    built = build_folder(root)
    return built.exit_code, "\n".join(built.findings)


OUR_FUNCTION = re.compile(r'File ".*/onrecord/.*, in (?!<module>)')


def was_python_starting(code: int, said: str) -> bool:
    """True where Ctrl-C met the interpreter before it had come to the command line."""
    is_its_own_trace = "KeyboardInterrupt" in said and not OUR_FUNCTION.search(said)
    return is_its_own_trace or (code == -signal.SIGINT and not said)


def test_a_signal_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    root = tmp_path / "site"
    start = time.perf_counter()
    assert finish(numbered(root, 0))[0] == 0
    lasts = time.perf_counter() - start
    before = tree(root / "public")
    wanted = {}
    for number in (1, 2):
        other = numbered(tmp_path / f"site-{number}", number)
        assert finish(other)[0] == 0
        wanted[number] = tree(other / "public")
    kills = count("builds that are killed")
    signals = islice(cycle((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)), kills)
    for nth, sent in enumerate(signals):
        number = 1 + nth % 2
        process = build(numbered(root, number))
        time.sleep(lasts * (nth + 1) / (kills + 1))
        process.send_signal(sent)
        said = "".join(process.communicate())
        assert tree(root / "public") in (before, wanted[number]), (nth, sent, said)
        if sent != signal.SIGINT:
            assert process.returncode in {0, -sent}, said
        elif not was_python_starting(process.returncode, said):
            assert process.returncode in {0, 130}, said
            assert "Error" not in said
        before = tree(root / "public")
    assert finish(numbered(root, 2))[0] == 0
    assert tree(root / "public") == wanted[2]


def test_an_interrupted_build_says_so(tmp_path: Path) -> None:
    root = numbered(tmp_path, 0)
    huge = "---\ntitle: T\ndate: 2020-01-01\n---\n" + "[[a]] " * 60_000
    write_site(root, {"content/articles/huge.md": huge})
    for seconds in (1, 2, 4, 8):
        process = build(root)
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        said, errors = process.communicate()
        if process.returncode != -signal.SIGINT:  # else Python itself was still starting
            break
    assert (process.returncode, said) == (130, "")
    assert errors.splitlines()[-1] == "interrupted; nothing was published"
    assert "Traceback" not in errors
    assert not (root / "public").exists()


def test_a_second_build_is_refused_while_one_runs(tmp_path: Path) -> None:
    root = numbered(tmp_path, 0)
    with BuildLock(root / ".onrecord/lock") as lock:
        assert lock.take()
        code, said = finish(root)
    assert code == REFUSED
    assert "OR904 another build is writing to this site's output" in said
    assert finish(root)[0] == 0


def test_two_builds_at_once_leave_a_whole_site(tmp_path: Path) -> None:
    root = numbered(tmp_path, 0)
    builds = [build(root), build(root)]
    codes = sorted(process.wait() for process in builds)
    for process in builds:
        process.communicate()
    assert codes in ([0, 0], [0, REFUSED])
    assert finish(root)[0] == 0
    assert len(tree(root / "public")) > 20


@contextmanager
def folder_on_another_disk(than: Path) -> Iterator[Path]:
    """A new folder on a file system of its own, where this machine has one."""
    shared = Path("/dev/shm")  # noqa: S108 - a file system in memory, not a place for files
    if not os.access(shared, os.W_OK) or shared.stat().st_dev == than.stat().st_dev:
        give_up("a second file system", f"mount -t tmpfs tmpfs {shared}")
    folder = Path(mkdtemp(prefix="onrecord-test-", dir=shared))
    try:
        yield folder
    finally:
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        folder.rmdir()


def test_an_output_on_another_disk_is_exchanged_there(tmp_path: Path) -> None:
    with folder_on_another_disk(tmp_path) as disk:
        for number in (0, 1):
            built = build_folder(numbered(tmp_path, number), Options(output=disk / "out"))
            assert built.exit_code == 0, built.findings
        assert f"0 {number}" in (disk / "out/briefings/0/index.html").read_text(encoding="utf-8")
        assert sorted(path.name for path in disk.iterdir()) == [".out.onrecord-spare", "out"]


@system(*LINUX, why="these are mount points")
@pytest.mark.parametrize("point", ["/proc", "/sys"])
def test_a_mount_point_is_no_output(tmp_path: Path, point: str) -> None:
    built = build_folder(numbered(tmp_path, 0), Options(output=Path(point)))
    assert built.exit_code == REFUSED
    assert "is a mount point and cannot be exchanged whole" in built.findings[0]


def test_foreign_files_are_named_and_left_alone(tmp_path: Path) -> None:
    root = numbered(tmp_path, 0)
    assert finish(root)[0] == 0
    mine = root / "public/mine/notes.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    before = tree(root / "public")
    code, said = finish(numbered(tmp_path, 1))
    assert code == REFUSED
    assert "public/ holds files that onrecord did not write: mine/notes.txt" in said
    assert tree(root / "public") == before


@pytest.mark.parametrize("kind", ["file", "link", "dangling link", "fifo"])
def test_what_is_no_folder_is_in_the_way(tmp_path: Path, kind: str) -> None:
    root = numbered(tmp_path / "site", 0)
    public = root / "public"
    if kind == "file":
        public.write_text("mine", encoding="utf-8")
    elif kind == "fifo":
        os.mkfifo(public)
    else:
        public.symlink_to(tmp_path if kind == "link" else tmp_path / "nowhere")
    before = public.lstat().st_ino
    code, said = finish(root)
    assert code in {1, REFUSED}
    assert "public" in said
    assert public.lstat().st_ino == before


def test_a_failed_build_leaves_the_published_site_as_it_is(tmp_path: Path) -> None:
    root = numbered(tmp_path, 0)
    assert finish(root)[0] == 0
    before = tree(root / "public")
    code, said = finish(write_site(root, {"content/articles/0.md": "no front matter\n"}))
    assert code == 1
    assert "OR118" in said
    assert tree(root / "public") == before
