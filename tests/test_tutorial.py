"""The tutorial, copied line by line into an empty folder with only Python, pip and Git."""

import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.rig.commands import ROOT, plain_environment
from tests.rig.followed import sections_in
from tests.rig.needs import POSIX, system

pytestmark = system(*POSIX, why="bash runs what is typed")

TUTORIAL = ROOT / "docs/content/pages/tutorial.md"
ORIGIN = "git@github.com:harbour/post.git"
SERVE = "onrecord serve --open"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    built = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(built, check=True, capture_output=True, cwd=ROOT, env=plain_environment())
    (wheel,) = tmp_path.glob("*.whl")
    return wheel


class Writer:
    """Somebody at a terminal in an empty folder, whose home is empty too."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder / "desk"
        self.printed = ""
        self.online = folder / "online.git"
        home = folder / "home"
        for place in (self.folder, home):
            place.mkdir()
        (home / "constraints.txt").write_text(f"onrecord @ {wheel.as_uri()}\n", encoding="utf-8")
        subprocess.run(["git", "init", "--quiet", "--bare", self.online], check=True)
        (home / ".gitconfig").write_text(
            f'[user]\nname = Ada\nemail = a@example.org\n[url "{self.online}"]\ninsteadOf = {ORIGIN}\n',
            encoding="utf-8",
        )
        self._environment = plain_environment(
            {
                "HOME": str(home),
                "PIP_CONSTRAINT": str(home / "constraints.txt"),
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                "BROWSER": "true",  # the program of that name, which opens nothing
            }
        )
        self._preview: subprocess.Popen[str] | None = None

    def type(self, lines: str) -> None:
        """Types the lines of a box; where they end, and with which PATH, the next box begins."""
        if lines.strip() == SERVE:
            self._serve()
            return
        after = f'printf "%s\\n%s\\n" "$PWD" "$PATH" > {self.online}/after'
        ran = subprocess.run(
            ["bash", "-eu", "-c", f"{lines}\n{after}"],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.folder,
            env=self._environment,
        )
        self.printed = ran.stdout
        if ran.returncode == 0:
            folder, path = (self.online / "after").read_text(encoding="utf-8").splitlines()
            self.folder, self._environment["PATH"] = Path(folder), path

    def write(self, path: str, text: str) -> None:
        """Saves a file of the site."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def _serve(self) -> None:
        self._preview = subprocess.Popen(
            SERVE.split(),
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            executable=str(Path(self._environment["HOME"], ".onrecord/bin/onrecord")),
        )

    def looks(self, path: str, for_what: str) -> None:
        """Waits until a page of the preview shows something."""
        assert self._preview
        assert self._preview.stdout
        told = ""
        while "http://" not in told:
            told += self._preview.stdout.readline()
        (address,) = re.findall(r"http://\S+/", told)
        limit = time.monotonic() + 20
        while time.monotonic() < limit:
            if for_what in _page_at(urljoin(address, path)):
                return
            time.sleep(0.1)
        pytest.fail(f"{path} never showed {for_what}")

    def ends_preview(self) -> int:
        """Types Ctrl-C in the first terminal."""
        assert self._preview
        self._preview.send_signal(signal.SIGINT)
        return self._preview.wait(timeout=10)

    def leaves(self) -> None:
        """Goes home."""
        if self._preview:
            self._preview.kill()
            self._preview.communicate()


def _page_at(address: str) -> str:
    """What a browser would get; nothing where there is no such page yet."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - on this machine
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


@pytest.fixture
def writer(tmp_path: Path, wheel: Path) -> Iterator[Writer]:
    writer = Writer(tmp_path, wheel)
    yield writer
    writer.leaves()


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_the_tutorial_does_as_it_says_from_an_empty_folder(writer: Writer) -> None:
    for section in sections_in(TUTORIAL):
        for block in section.blocks:
            match block.info:
                case ("sh",):
                    writer.type(block.content)
                case ("text", "prints"):
                    said = _plain(writer.printed)
                    assert _plain(block.content) in said, f"line {block.line}: {writer.printed}"
                case (_, path):
                    writer.write(path, block.content)
    writer.looks("/post/briefings/harbour-to-close/", "close the harbour until")
    assert writer.ends_preview() in (0, 130)
    front = (writer.folder / "public/index.html").read_text(encoding="utf-8")
    assert "The harbour closes for a year" in front
    for branch, path in (
        ("main", "site.yaml"),
        ("gh-pages", "briefings/harbour-to-close/index.html"),
    ):
        show = ["git", "-C", str(writer.online), "show", f"{branch}:{path}"]
        assert subprocess.run(show, check=True, capture_output=True).stdout
