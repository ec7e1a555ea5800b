"""A publication that dies, or is refused the disk, at each change that it makes to the disk.

Run as a program of its own, which forks one process a kill point: `python -m tests.rig.kill_points
ROOT` publishes at the publish stage alone, with `--build` by the whole command. It prints a JSON
list of what it saw; a test judges it.
"""

import argparse
import contextlib
import errno
import importlib
import io
import json
import os
import random
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from onrecord import memo as memo_module
from onrecord.memo import Memo
from onrecord.publish import OutputFile, open_staging, staging
from onrecord.publish import exchange as exchange_module
from tests.rig.sites import tree, write_site

CHANGES = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.link"}
)
DIED = 137
FAULTS = ("dies", "ENOSPC", "EIO", "full")
"""dies: the process ends at once; ENOSPC, EIO: one call fails; full: all calls from then on."""

SITES: Mapping[str, Mapping[str, bytes]] = {
    "old": {
        "index.html": b"old" * 9,
        "a/index.html": b"a",
        "gone/x/index.html": b"g",
        "both": b"b",
    },
    "new": {"index.html": b"new" * 9, "a/index.html": b"a", "n/index.html": b"n", "both/x": b"b"},
    "next": {"index.html": b"next", "a": b"file for folder", "both": b"b"},
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one kill point: a process killed at a change, and the build after it."""

    at: int
    fault: str
    exit_code: int
    output: str  # "old", "new", "missing" or "mixed", after the fault
    after: str  # "right" or what is wrong, after the next publication
    left: list[str]  # names of work files afterwards, in the site's folder and in .onrecord
    said: str


class _Faults:
    """Counts a process's changes below a folder and strikes at one of them."""

    def __init__(self, root: Path, at: int, fault: str) -> None:
        self.root = str(root)
        self.at = at
        self.fault = fault
        self.count = 0

    def install(self, *, is_in_two_steps: bool) -> None:
        sys.addaudithook(self._hear)
        inner = vars(exchange_module)
        real_exchange: Callable[[Path, Path], bool] = inner["_exchange_at_once"]

        def exchange_at_once(fresh: Path, published: Path) -> bool:
            if is_in_two_steps:
                return False
            self.change()
            is_done = real_exchange(fresh, published)
            if self.fault == "dies":
                self.change()
            return is_done

        def fdopen(descriptor: int, mode: str = "r", *rest: Any, **more: Any) -> Any:  # noqa: ANN401
            if mode == "wb":
                return _Writer(io.FileIO(descriptor, "wb"), self)
            return open(descriptor, mode, *rest, **more)

        def commit(memo: Memo) -> None:
            self.pass_by()
            real_commit(memo)
            self.pass_by()

        real_commit = Memo.commit
        vars(memo_module)["Memo"].commit = commit
        inner["_exchange_at_once"] = exchange_at_once
        vars(staging)["sync_files"] = lambda _: self.change()
        vars(os)["fdopen"] = fdopen

    def change(self) -> None:
        self.count += 1
        if self.is_due:
            self.strike()

    def pass_by(self) -> None:
        """A moment before or after SQLite's own changes: a process may die then, no call fails."""
        self.count += 1
        if self.fault == "dies" and self.is_due:
            self.strike()

    @property
    def is_due(self) -> bool:
        return self.count == self.at or (self.fault == "full" and 0 < self.at < self.count)

    def strike(self) -> None:
        if self.fault == "dies":
            os._exit(DIED)
        code = errno.EIO if self.fault == "EIO" else errno.ENOSPC
        raise OSError(code, os.strerror(code), self.root)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        is_change = event in CHANGES or (event == "open" and _is_for_writing(args))
        if (
            is_change
            and not isinstance(args[0], int)
            and os.fsdecode(args[0]).startswith(self.root)
        ):
            if self.fault == "full" and event in {"os.remove", "os.rmdir", "os.chmod"}:
                return  # a full disk gives room away
            self.change()


class _Writer(io.BufferedWriter):
    """A file of which, at a kill point, half is written."""

    def __init__(self, raw: io.FileIO, faults: _Faults) -> None:
        super().__init__(raw)
        self._faults = faults

    def write(self, content: Any) -> int:  # noqa: ANN401
        self._faults.count += 1
        if self._faults.is_due:
            super().write(content[: len(content) // 2])
            self.flush()
            self._faults.strike()
        return super().write(content)


def _is_for_writing(args: tuple[Any, ...]) -> bool:
    path, mode, flags = args
    if isinstance(path, int):
        return False
    writes = isinstance(mode, str) and any(sign in mode for sign in "wax+")
    return writes or (mode is None and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)))


def _in_a_process(run: Callable[[], int], log: Path) -> int:
    """The exit code of a forked process that runs this; what it says goes to a file."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 99
    try:
        with log.open("w", encoding="utf-8") as said:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        code = run()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _publish(root: Path, files: Mapping[str, bytes]) -> int:
    """The publish stage alone; 3 where the disk refuses, as the command has it."""
    opened = open_staging(root, root / "public").value
    if opened is None:
        return 3
    try:
        for path, content in files.items():
            opened.add(OutputFile(path, content))
        opened.publish()
    except OSError:
        return 3
    finally:
        opened.discard()
    return 0


def _build(root: Path) -> int:
    from onrecord.cli import main  # noqa: PLC0415

    sys.argv = ["onrecord", "build", "--site", str(root), "--now", "2026-01-01"]
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


class _Run:
    """All kill points of one way to publish."""

    def __init__(self, root: Path, *, is_whole_build: bool, is_in_two_steps: bool) -> None:
        self.root = root
        self.log = root.with_name(root.name + ".log")
        self.is_whole_build = is_whole_build
        self.is_in_two_steps = is_in_two_steps
        self.trees = {name: self._tree_of(name) for name in SITES}

    def publish(self, name: str, faults: _Faults | None = None) -> int:
        """Publish one of the sites in a process of its own."""
        if self.is_whole_build:
            text = f"---\ntitle: {name}\ndate: 2020-01-01\n---\n{name} text\n"
            write_site(self.root, {f"content/articles/{name}.md": text})
            for other in set(SITES) - {name}:
                (self.root / f"content/articles/{other}.md").unlink(missing_ok=True)

        def run() -> int:
            if faults:
                faults.install(is_in_two_steps=self.is_in_two_steps)
            code = _build(self.root) if self.is_whole_build else _publish(self.root, SITES[name])
            if faults and not faults.at:
                print(faults.count)  # noqa: T201
            return code

        return _in_a_process(run, self.log)

    def count_changes(self, *, has_old: bool) -> int:
        """How many changes to the disk one publication makes."""
        self._start(has_old=has_old)
        assert self.publish("new", _Faults(self.root, 0, "dies")) == 0, self.log.read_text()
        return int(self.log.read_text().split()[-1])

    def strike(self, at: int, fault: str, *, has_old: bool) -> Seen:
        """What is seen of one kill point."""
        self._start(has_old=has_old)
        code = self.publish("new", _Faults(self.root, at, fault))
        said = self.log.read_text()
        output = self._state()
        after = self.publish("next")
        right = after == 0 and tree(self.root / "public") == self.trees["next"]
        work = {path.name for path in (self.root / ".onrecord").iterdir()}
        beside = {path.name for path in self.root.iterdir()}
        left = sorted({*work, *beside} - {".onrecord", "content", "site.yaml", "public"})
        told = "right" if right else f"exit {after}, {self._state()}: {self.log.read_text()}"
        return Seen(at, fault, code, output, told, left, said)

    def _start(self, *, has_old: bool) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        if has_old:
            # Twice, so that there is a spare tree too.
            assert self.publish("next") == 0, self.log.read_text()
            assert self.publish("old") == 0, self.log.read_text()

    def _tree_of(self, name: str) -> dict[str, bytes]:
        self._start(has_old=False)
        assert self.publish(name) == 0, self.log.read_text()
        return tree(self.root / "public")

    def _state(self) -> str:
        output = self.root / "public"
        if not os.path.lexists(output):
            return "missing"
        found = tree(output)
        return next((name for name, whole in self.trees.items() if whole == found), "mixed")


def main(arguments: Sequence[str]) -> None:
    """Strike at all kill points, or at a number of them drawn with a seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--two-steps", action="store_true")
    parser.add_argument("--first", action="store_true", help="there is nothing published yet")
    parser.add_argument("--points", type=int, default=0, help="how many of them; all unless given")
    chosen = parser.parse_args(arguments)
    # Processes die here, not machines: waiting for the disk would only take time.
    vars(staging)["sync_files"] = vars(exchange_module)["sync_folder"] = lambda _: None
    if chosen.build:  # not each forked process has to import it: that is no part of a kill
        importlib.import_module("onrecord.cli.run")
        importlib.import_module("onrecord.build.pipeline")
    run = _Run(chosen.root, is_whole_build=chosen.build, is_in_two_steps=chosen.two_steps)
    changes = run.count_changes(has_old=not chosen.first)
    points = [(at, fault) for at in range(1, changes + 1) for fault in FAULTS]
    if chosen.points:
        drawn = random.Random(chosen.points)  # noqa: S311 - the same ones at each run
        last = len(FAULTS) * 6  # the exchange, where it matters most
        points = drawn.sample(points[:-last], max(0, chosen.points - last)) + points[-last:]
        points = points[-chosen.points :]
    seen = [run.strike(at, fault, has_old=not chosen.first) for at, fault in points]
    print(json.dumps([asdict(one) for one in seen]))  # noqa: T201


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(sys.argv[1:])
