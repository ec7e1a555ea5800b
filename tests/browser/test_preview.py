"""The preview in a real browser: each scene of `previews/` a test of its own."""

from collections.abc import Iterator

import pytest

from tests.rig.browser import SCRIPTS
from tests.rig.preview_site import PREVIEW_SITE
from tests.rig.previews import previewed
from tests.rig.scenes import Play, opened_stage, scene_names
from tests.rig.sites import write_site

pytestmark = pytest.mark.browser

SCENES = SCRIPTS / "previews"


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """The stage, with one preview for most scenes; they leave the site as it was."""
    folder = tmp_path_factory.mktemp("preview")
    root = write_site(folder / "site", PREVIEW_SITE)
    other = write_site(folder / "followed", PREVIEW_SITE)
    options = ["--follow", "--base-path", "/under/", "--editor", "none"]
    with (
        previewed(root) as preview,
        previewed(other, options) as followed,
        opened_stage(
            {
                "preview": f"http://127.0.0.1:{preview.port}/",
                "followed": f"http://127.0.0.1:{followed.port}/",
            },
            folder=SCENES,
            folders={"preview": root, "followed": other},
        ) as stage,
    ):
        yield stage


@pytest.mark.parametrize("scene", scene_names(SCENES))
def test_scene(scene: str, play: Play) -> None:
    problems = play(scene)
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
