"""Tests that need a program: skipped on a machine without it, failed in continuous integration."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_PACKAGES = ROOT / "tests" / "browser" / "node_modules"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def give_up(missing: str, mend: str) -> NoReturn:
    """Skips the test and names the command that mends it; under CI nothing may be missing."""
    message = f"{missing} is missing; to have this test run: {mend}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def program(name: str, *, package: str) -> str:
    """The path of a program, or the test ends here. `package` is Debian's name for it."""
    found = shutil.which(name)
    if found is None:
        give_up(name, f"apt-get install {package}")
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
