"""The pictures in the documents show what pages look like now; `make golden` takes them anew."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from tests.rig.browser import SCRIPTS
from tests.rig.harbour import harbour_site
from tests.rig.needs import ROOT, font
from tests.rig.previews import previewed
from tests.rig.sample import build_sample
from tests.rig.scenes import Play, opened_stage, scene_names
from tests.rig.serving import served
from tests.rig.sites import write_site

pytestmark = pytest.mark.browser

SCENES = SCRIPTS / "pictures"
KEPT = ROOT / "docs/content/pages/pictures"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the new pictures lie."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def play(taken: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    font("DejaVu Sans Mono", package="fonts-dejavu-core")
    folder = tmp_path_factory.mktemp("pictured")
    root = write_site(folder / "harbour", harbour_site())
    with (
        served(build_sample(folder / "sample").output) as sample,
        previewed(root, ["--base-path", "/"]) as preview,
        opened_stage(
            {"sample": sample, "preview": preview.address},
            folder=SCENES,
            folders={"preview": root, "taken": taken, "kept": KEPT},
        ) as stage,
    ):
        yield stage


@pytest.mark.parametrize("scene", scene_names(SCENES))
def test_picture(scene: str, play: Play, taken: Path, request: pytest.FixtureRequest) -> None:
    for earlier in taken.iterdir():
        earlier.unlink()
    problems = play(scene)
    if problems and request.config.getoption("--accept"):
        for picture in taken.iterdir():
            copyfile(picture, KEPT / picture.name)
        problems = play(scene)
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def test_every_picture_is_taken_by_a_scene_and_shown_by_a_document() -> None:
    scenes = "".join(path.read_text(encoding="utf-8") for path in SCENES.glob("*.mjs"))
    documents = [ROOT / "README.md", *(ROOT / "docs/content/pages").glob("*.md")]
    shown = "".join(path.read_text(encoding="utf-8") for path in documents)
    kept = sorted(path.name for path in KEPT.iterdir())
    assert [name for name in kept if f'"{name.removesuffix(".webp")}"' not in scenes] == []
    assert [name for name in kept if f"pictures/{name}" not in shown] == []
