"""Scenes: what a reader does on the served pages, played in one Chromium for many tests."""

import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.rig.browser import SCRIPTS
from tests.rig.needs import chromium, node_package, program

SCENES = SCRIPTS / "scenes"

Play = Callable[[str], list[str]]
"""Plays the scene of a name; what went wrong, each in a line or more."""

_NO_FOLDERS: Mapping[str, Path] = {}
_SCENE = re.compile(r"^export async function (\w+)\(", re.MULTILINE)


def scene_names(folder: Path = SCENES) -> list[str]:
    """Every scene as `file.name`, in the order in which a file tells them."""
    return [
        f"{file.stem}.{name}"
        for file in sorted(folder.glob("*.mjs"))
        for name in _SCENE.findall(file.read_text(encoding="utf-8"))
    ]


@contextmanager
def opened_stage(
    sites: Mapping[str, str],
    *,
    folder: Path = SCENES,
    folders: Mapping[str, Path] = _NO_FOLDERS,
    seconds: float = 60,
) -> Iterator[Play]:
    """A browser in which scenes of a folder are played one after the other, on sites by name.

    `folders` are those of sites that scenes write to. No scene takes longer than so many seconds.
    """
    node_package("playwright-core")
    command = [program("node", package="nodejs"), str(SCRIPTS / "scenes.mjs")]
    written = {name: str(place) for name, place in folders.items()}
    wish = {"sites": dict(sites), "folders": written, "folder": str(folder), "seconds": seconds}
    with (
        tempfile.TemporaryDirectory(prefix="onrecord-chromium-") as profile,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as stage,
    ):
        requests, answers = stage.stdin, stage.stdout
        assert requests is not None
        assert answers is not None

        def tell(line: str) -> None:
            requests.write(f"{line}\n")
            requests.flush()

        def play(scene: str) -> list[str]:
            tell(scene)
            answer = answers.readline()
            assert answer, "the browser has ended; what it said stands in the captured output"
            return [str(problem) for problem in json.loads(answer)["problems"]]

        tell(json.dumps({**wish, "chromium": chromium(), "profile": profile}))
        yield play
        requests.close()
    assert stage.returncode == 0
