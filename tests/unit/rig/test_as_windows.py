"""What can be known of Windows without it."""

import subprocess
import sys

from tests.rig.commands import ROOT, plain_environment
from tests.rig.needs import LINUX, system

pytestmark = system(*LINUX, why="Windows is pretended there")


def _pretended(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *words],
        check=False,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment({"PYTHONPATH": str(ROOT / "generator")}),
    )


def test_every_module_of_the_tests_can_be_loaded_there() -> None:
    options = ("--collect-only", "-qq", "-p", "no:randomly", "-p", "no:cacheprovider")
    ran = _pretended("-m", "tests.rig.tested_as_windows", *options, "-m", "not browser", "tests")
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr
    assert "tests/unit/publish/test_staging.py" in ran.stdout


def test_the_pretence_refuses_what_windows_refuses() -> None:
    code = """
import os, sys, tempfile
from pathlib import Path
from tests.rig import as_windows
folder = Path(tempfile.mkdtemp())
(folder / "a").write_text("a")
(folder / "b").write_text("b")
as_windows.begin()
refused = []
def tried(what, act, *arguments):
    try:
        act(*arguments)
    except OSError as error:
        refused.append(what)
with (folder / "a").open() as held:
    tried("remove", (folder / "a").unlink)
    tried("replace", os.replace, folder / "b", folder / "a")
    tried("move its folder", folder.rename, folder.with_name(folder.name + "-moved"))
tried("open a folder", os.open, folder, os.O_RDONLY)
tried("rename onto another", (folder / "a").rename, folder / "b")
for name in ("a", "b"):
    tried("remove what is closed", (folder / name).unlink)
folder.rmdir()
print(*refused, sep=", ")
"""
    ran = _pretended("-c", code)
    assert ran.stdout == "remove, replace, move its folder, open a folder, rename onto another\n", (
        ran.stderr
    )
