"""Tests that need a program or a system: skipped where it is missing, and the reason says so.

In continuous integration nothing may be missing that can be had there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_PACKAGES = ROOT / "tests" / "browser" / "node_modules"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
POSIX = ("linux", "darwin")
LINUX = ("linux",)
_SYSTEMS = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}


def give_up(missing: str, mend: str, *, everywhere: bool = False) -> NoReturn:
    """Skips the test and names the command that mends it; under CI nothing may be missing.

    What our set-up brings on Linux alone may be missing on other systems, CI or not; what it
    brings `everywhere` may not.
    """
    message = f"{missing} is missing; to have this test run: {mend}"
    if os.environ.get("CI") == "true" and (everywhere or sys.platform == "linux"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def system(*names: str, why: str) -> pytest.MarkDecorator:
    """A mark for tests of what these systems alone have, as `sys.platform` names them.

    Elsewhere they are skipped, also under CI, since nothing mends that.
    """
    return pytest.mark.skipif(sys.platform not in names, reason=_only_on(names, why))


def machine(*, has: bool, why: str) -> pytest.MarkDecorator:
    """A mark for tests of what a machine may lack for good, such as a kind of network.

    There they are skipped, also under CI.
    """
    return pytest.mark.skipif(not has, reason=why)


def leave_unless(*names: str, why: str) -> None:
    """The same for a whole module that cannot even be loaded elsewhere: it ends where this is."""
    if sys.platform not in names:
        pytest.skip(_only_on(names, why), allow_module_level=True)


def _only_on(names: tuple[str, ...], why: str) -> str:
    return f"only on {' and '.join(_SYSTEMS[name] for name in names)}: {why}"


def program(name: str, *, package: str) -> str:
    """The path of a program, or the test ends here. `package` is Debian's name for it."""
    found = shutil.which(name)
    if found is None:
        give_up(name, f"apt-get install {package}")
    return found


def python_program(name: str) -> str:
    """The path of a program that a Python package brought, or the test ends here."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        give_up(name, "make ready-test", everywhere=True)
    return found


def chromium() -> str:
    """The path of a Chromium or Chrome, or the test ends here."""
    for name in CHROMIUMS:
        if found := shutil.which(name):
            return found
    give_up("Chromium", "apt-get install chromium")


def node_package(name: str) -> Path:
    """The folder of an installed Node package, or the test ends here."""
    folder = NODE_PACKAGES / name
    if not (folder / "package.json").is_file():
        give_up(f"the Node package {name}", "make ready-browser")
    return folder


def font(family: str, *, package: str) -> None:
    """The test ends here where no font of that family is installed."""
    listed = subprocess.run(
        [program("fc-list", package="fontconfig"), family], check=True, capture_output=True
    )
    if not listed.stdout.strip():
        give_up(f"the font {family}", f"apt-get install {package}")
