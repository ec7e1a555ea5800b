"""The wheel alone, run by the installers that writers have: uvx and pipx, in empty folders.

What it needs comes from the package registry, as this machine reaches it.
"""

import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import onrecord
from tests.rig.commands import ROOT
from tests.rig.needs import python_program
from tests.rig.wheels import make_wheel, registry_environment

VERSION = f"onrecord {onrecord.__version__}\n"
EXTRAS = {
    "search": {"pagefind"},
    "images": {"pillow", "resvg-py"},
    "html": {"nh3"},
    "distributed": {"dask", "distributed"},
}
"""What a site may ask for beyond the fixed core, each by the name that a writer types."""

Run = Callable[[Sequence[str | Path]], str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_wheel(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder with nothing in it, from which the installers are run."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.fixture
def run(tmp_path: Path, empty: Path) -> Run:
    """Runs a command in the empty folder; what it prints. The installers keep nothing outside."""
    environment = registry_environment(
        {
            "UV_CACHE_DIR": str(tmp_path / "uv"),
            "UV_PYTHON": sys.executable,
            "UV_PYTHON_DOWNLOADS": "never",
            "UV_NO_PROGRESS": "1",
            "PIPX_HOME": str(tmp_path / "pipx"),
            "PIPX_BIN_DIR": str(tmp_path / "programs"),
            "PIPX_MAN_DIR": str(tmp_path / "manuals"),
            "PIPX_DEFAULT_PYTHON": sys.executable,
        }
    )

    def run(command: Sequence[str | Path]) -> str:
        ran = subprocess.run(
            command, check=False, capture_output=True, cwd=empty, encoding="utf-8", env=environment
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    return run


def test_uvx_begins_and_builds_a_site(run: Run, wheel: Path, empty: Path) -> None:
    onrecord_by_uvx = [python_program("uvx"), "--from", str(wheel), "onrecord"]
    assert run([*onrecord_by_uvx, "--version"]) == VERSION
    assert list(empty.iterdir()) == []
    run([*onrecord_by_uvx, "init", "--title", "The Harbour Post"])
    assert "1 of 1 quote placed" in run([*onrecord_by_uvx, "build", "--strict"])
    front = (empty / "public/index.html").read_text(encoding="utf-8")
    assert "The Harbour Post" in front


def test_uvx_brings_the_search_with_its_extra(run: Run, wheel: Path, empty: Path) -> None:
    with_search = f"onrecord[search] @ {wheel.as_uri()}"
    onrecord_by_uvx = [python_program("uvx"), "--from", with_search, "onrecord"]
    run([*onrecord_by_uvx, "init", "--minimal"])
    site_yaml = empty / "site.yaml"
    site_yaml.write_text(site_yaml.read_text("utf-8") + "search: true\n", encoding="utf-8")
    run([*onrecord_by_uvx, "build", "--strict"])
    assert (empty / "public/pagefind/pagefind.js").is_file()


def test_pipx_runs_it_once(run: Run, wheel: Path, empty: Path) -> None:
    assert run([python_program("pipx"), "run", "--spec", wheel, "onrecord", "--version"]) == VERSION
    assert list(empty.iterdir()) == []


def test_pipx_installs_a_command_that_builds(run: Run, wheel: Path, tmp_path: Path) -> None:
    run([python_program("pipx"), "install", wheel])
    suffix = ".exe" if sys.platform == "win32" else ""
    command = tmp_path / "programs" / f"onrecord{suffix}"
    assert run([command, "--version"]) == VERSION
    run([command, "init", "--minimal"])
    assert "Published to public/" in run([command, "build", "--strict"])


def test_the_extras_are_those_that_are_documented() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        name: {Requirement(asked).name for asked in wanted}
        for name, wanted in project["optional-dependencies"].items()
    }
    assert extras.pop("test")
    assert extras == EXTRAS
