"""What is shipped: a wheel that works on its own, and requirements that are pinned."""

import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import onrecord
from tests.rig.commands import ROOT, plain_environment
from tests.rig.sites import tree, write_site
from tests.rig.wheels import make_distributions, make_wheel

LOCKS = ("site", "test", "release")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]

ARTICLE = "---\ntitle: Shipped\ndate: 2020-01-06\nsummary: From a wheel.\n---\nWords.\n"


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel of this checkout."""
    return make_distributions(ROOT, tmp_path_factory.mktemp("dist"), "sdist", "wheel")


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    (found,) = distributions.glob("*.whl")
    return found


def test_the_wheel_holds_the_package_and_the_layouts(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "generator" / "onrecord"
    modules = {f"onrecord/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")}
    layouts = {f"onrecord/_layouts/{name}" for name in tree(ROOT / "layouts")}
    assert layouts, "there are layouts"
    assert modules | layouts | {"onrecord/py.typed"} <= shipped
    assert {name.split("/")[0] for name in shipped} == {
        "onrecord",
        f"onrecord-{onrecord.__version__}.dist-info",
    }


def test_a_wheel_from_the_sdist_is_the_same_wheel(distributions: Path, tmp_path: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    (wheel,) = distributions.glob("*.whl")
    with tarfile.open(sdist) as archive:
        # Not every 3.11 has the filters, and 3.12 and 3.13 warn where none is chosen.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path)  # noqa: S202 (our own archive, made a moment ago)
    (source,) = tmp_path.iterdir()
    rebuilt = make_wheel(source, tmp_path / "dist")
    assert rebuilt.read_bytes() == wheel.read_bytes()


def test_the_installed_command_builds_a_site_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    """The wheel alone is installed; its requirements are those of this environment."""
    command = _install_alone(wheel, tmp_path / "venv")
    site = write_site(tmp_path / "site", {"content/articles/shipped.md": ARTICLE})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = plain_environment({"PYTHONPATH": _site_packages()})
    version = subprocess.run(
        [command, "--version"],
        check=True,
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env=environment,
    )
    assert version.stdout == f"onrecord {onrecord.__version__}\n"
    built = subprocess.run(
        [command, "build", "--site", site],
        check=False,
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env=environment,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert "From a wheel." in (site / "public/briefings/shipped/index.html").read_text("utf-8")
    assert (site / "public/site.css").read_bytes() == (
        ROOT / "layouts/assets/site.css"
    ).read_bytes()
    assert list(elsewhere.iterdir()) == []


def _install_alone(wheel: Path, folder: Path) -> Path:
    """A virtual environment that holds the wheel and nothing else; its command."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    # An environment made without Debian's python3-venv has no pip; the machine's Python has.
    outer = sys.executable if find_spec("pip") else "python3"
    subprocess.run(
        [
            outer,
            "-m",
            "pip",
            "--python",
            str(python),
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            str(wheel),
        ],
        check=True,
        capture_output=True,
        env=plain_environment({"PIP_DISABLE_PIP_VERSION_CHECK": "1"}),
    )
    return folder / "bin" / "onrecord"


def _site_packages() -> str:
    """Where this environment keeps its packages; a path on PYTHONPATH runs no .pth files."""
    return str(Path(pytest.__file__).parents[1])


def test_the_version_stands_in_one_number() -> None:
    assert PROJECT["version"] == onrecord.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{onrecord.__version__}]" in changelog or "## [Unreleased]" in changelog


def _pinned(lock: str) -> dict[str, str]:
    """The pinned version of each package in a requirements file."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return {
        str(canonicalize_name(name)): version
        for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_package_carries_hashes(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(_pinned(lock))
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_the_pins_are_what_pyproject_asks_for(lock: str) -> None:
    asked = [*PROJECT["dependencies"], "hatchling", "editables"]
    if lock == "release":
        asked = GROUPS["release"]
    if lock == "test":
        asked += PROJECT["optional-dependencies"]["test"]
    pinned = _pinned(lock)
    unmet = [
        str(requirement)
        for requirement in map(Requirement, asked)
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ]
    assert unmet == []


def test_the_tests_run_on_the_versions_that_the_site_is_built_with() -> None:
    site, test = _pinned("site"), _pinned("test")
    assert {name: test.get(name) for name in site} == site


def test_workflows_pin_their_actions_and_ask_for_no_permission_at_the_top() -> None:
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert workflows
    for path in workflows:
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^permissions: \{\}$", text, re.MULTILINE), path.name
        assert "pull_request_target" not in text, path.name
        assert "secrets." not in text, path.name
        used = re.findall(r"uses: (.+)", text)
        loose = [use for use in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)]
        assert loose == [], path.name
