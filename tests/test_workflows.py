"""What GitHub runs: pinned, with few rights, without known faults, and each step works."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import onrecord
from onrecord.desk.starter import Answers, fill_starter, write_starter
from tests.rig.commands import ROOT, plain_environment
from tests.rig.needs import POSIX, leave_unless, python_program
from tests.rig.sites import tree
from tests.rig.wheels import make_wheel

TODAY = date(2025, 11, 26)
ANSWERS = Answers("The Harbour Post", "https://example.org/")
OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
USED = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/setup-node": "820762786026740c76f36085b0efc47a31fe5020",
    "actions/cache": "27d5ce7f107fe9357f9df03efb73ab90386fccae",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    "actions/upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
    "actions/configure-pages": "983d7736d9b0ae728b81ab479565c72886d7745b",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}
"""The commits at which actions are used, each read from the action's own repository."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, as a checkout of its repository."""
    folder = tmp_path_factory.mktemp("begun")
    write_starter(folder, fill_starter(ANSWERS, TODAY))
    return folder


@pytest.fixture(scope="module")
def publishing(site: Path) -> Path:
    return site / ".github/workflows/publish.yml"


def _jobs(workflow: Path) -> Mapping[str, Any]:
    jobs: Mapping[str, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return jobs


def test_actions_are_used_at_known_commits(publishing: Path) -> None:
    for workflow in (publishing, *OURS):
        used = re.findall(
            r"uses: ([\w/-]+)@(\w+) # v[\d.]+$", workflow.read_text("utf-8"), re.MULTILINE
        )
        assert len(used) == workflow.read_text("utf-8").count("uses:")
        assert [use for use in used if USED.get(use[0]) != use[1]] == []


def test_only_the_job_that_deploys_may_write(publishing: Path) -> None:
    text = publishing.read_text("utf-8")
    assert re.search(r"^permissions: \{\}$", text, re.MULTILINE)
    writers = {
        name: [right for right, level in job["permissions"].items() if level == "write"]
        for name, job in _jobs(publishing).items()
    }
    assert writers == {"check": [], "build": [], "deploy": ["pages", "id-token"]}
    assert "pull_request_target" not in text
    assert "secrets." not in text


def test_a_linter_of_workflows_finds_nothing(publishing: Path) -> None:
    zizmor = python_program("zizmor")
    ran = subprocess.run(
        [zizmor, "--offline", "--no-progress", publishing, *OURS],
        check=False,
        capture_output=True,
        text=True,
        env=plain_environment(),
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_linter_finds_what_is_wrong(publishing: Path, tmp_path: Path) -> None:
    loose = tmp_path / "loose.yml"
    text = publishing.read_text("utf-8")
    loose.write_text(text.replace('"$BASE_URL/"', '"${{ github.head_ref }}/"'), "utf-8")
    zizmor = python_program("zizmor")
    ran = subprocess.run(
        [zizmor, "--offline", "--no-progress", loose],
        check=False,
        capture_output=True,
        text=True,
        env=plain_environment(),
    )
    assert "template-injection" in ran.stdout


def _steps(workflow: Path, job: str) -> list[Mapping[str, Any]]:
    return [step for step in _jobs(workflow)[job]["steps"] if "run" in step]


def _run(
    step: Mapping[str, Any], site: Path, told: Mapping[str, str], programs: Path | None = None
) -> str:
    """What a step prints, run as GitHub runs it: with its own variables, and bash that stops."""
    leave_unless(*POSIX, why="bash runs these steps")
    given = {
        name: re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: told[found[1]], value)
        for name, value in step.get("env", {}).items()
    }
    here = f"{programs or Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        check=False,
        capture_output=True,
        text=True,
        cwd=site,
        env=plain_environment({**told, **given, "PATH": here}),
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def _installs(step: Mapping[str, Any]) -> bool:
    return step.get("name") == "Install onrecord"


def test_each_step_of_publishing_works(publishing: Path, site: Path, tmp_path: Path) -> None:
    told = {
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "steps.pages.outputs.base_url": "https://ada.github.io/harbour",
    }
    for step in _steps(publishing, "build"):
        if not _installs(step):
            _run(step, site, told)
    front = (site / "public/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://ada.github.io/harbour/">' in front
    files = len(tree(site / "public"))
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert re.fullmatch(rf"{files} files, [\d.]+[KM]\n", summary)


def test_each_step_for_a_pull_request_works(publishing: Path, site: Path) -> None:
    for step in _steps(publishing, "check"):
        if not _installs(step):
            _run(step, site, {})


def test_a_pull_request_with_a_warning_is_not_passed(publishing: Path, tmp_path: Path) -> None:
    write_starter(tmp_path, fill_starter(ANSWERS, TODAY))
    (article,) = (tmp_path / "content/articles").glob("*.md")
    text = article.read_text("utf-8")
    article.write_text(text.replace("text: everything we", "text: all that we"), "utf-8")
    *_, check = _steps(publishing, "check")
    with pytest.raises(
        AssertionError, match=f"::warning title=OR201,file=content/articles/{article.name}"
    ):
        _run(check, tmp_path, {})


def test_a_fresh_checkout_with_what_was_restored_makes_only_what_changed(
    publishing: Path, tmp_path: Path
) -> None:
    build = next(step for step in _steps(publishing, "build") if step.get("name") == "Build")
    told = {"steps.pages.outputs.base_url": "https://ada.github.io/harbour"}
    first = tmp_path / "first"
    write_starter(first, fill_starter(ANSWERS, TODAY))
    _run(build, first, told)
    checkout = tmp_path / "second"
    write_starter(checkout, fill_starter(ANSWERS, TODAY))
    for kept in (".onrecord", "public"):
        shutil.copytree(first / kept, checkout / kept)
    (article,) = (checkout / "content/articles").glob("*.md")
    article.write_text(article.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")
    explained = {**build, "run": f"{build['run']} --explain --format full"}
    printed = _run(explained, checkout, told)
    made = re.findall(r"^(/\S*) ", printed, re.MULTILINE)
    assert "/briefings/a-first-briefing/" in printed
    assert len(made) < 5, printed


def test_requirements_are_pinned_and_leave_onrecord_to_its_own_line(site: Path) -> None:
    text = (site / "requirements.txt").read_text("utf-8")
    assert "://" not in text
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    workflow = (site / ".github/workflows/publish.yml").read_text("utf-8")
    assert f"ONRECORD: onrecord=={onrecord.__version__}\n" in workflow


def test_the_step_that_installs_leaves_a_command_that_builds(
    publishing: Path, site: Path, tmp_path: Path
) -> None:
    """From the package registry, as on GitHub, but for onrecord itself, which is this checkout."""
    wheel = make_wheel(ROOT, tmp_path)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    programs = tmp_path / "venv/bin"
    (install,) = filter(_installs, _steps(publishing, "build"))
    _run(install, site, {"ONRECORD": str(wheel)}, programs)
    assert "1 of 1 quote placed" in _run({"run": "onrecord build --strict"}, site, {}, programs)


RELEASE = ROOT / ".github/workflows/release.yml"


def test_a_release_is_of_the_version_that_its_tag_names() -> None:
    compare = next(step for step in _steps(RELEASE, "build") if "Compare" in step["name"])
    _run(compare, ROOT, {"GITHUB_REF_NAME": f"v{onrecord.__version__}"})
    with pytest.raises(AssertionError):
        _run(compare, ROOT, {"GITHUB_REF_NAME": f"v{onrecord.__version__}9"})


def test_nothing_is_signed_or_uploaded_but_for_a_tag() -> None:
    workflow = yaml.safe_load(RELEASE.read_text(encoding="utf-8"))
    assert workflow[True]["push"] == {"tags": ["v*"]}  # YAML takes `on` for a truth
    assert workflow["jobs"]["publish"]["if"] == "github.event_name == 'push'"
    steps = [step["run"] for step in _steps(RELEASE, "publish")]
    outward = [run for run in steps if "pypi_attestations" in run or "twine" in run]
    assert len(outward) == 2
    assert "twine" not in str(workflow["jobs"]["build"])


def test_what_builds_a_release_may_not_sign_it_and_what_signs_builds_nothing() -> None:
    jobs = _jobs(RELEASE)
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"contents": "read", "id-token": "write"}
    assert jobs["publish"]["needs"] == "build"
    assert not any("make dist" in step["run"] for step in _steps(RELEASE, "publish"))
    kept = next(
        step for step in jobs["build"]["steps"] if "upload-artifact" in step.get("uses", "")
    )
    brought = next(
        step for step in jobs["publish"]["steps"] if "download-artifact" in step.get("uses", "")
    )
    assert brought["with"] == kept["with"] == {"name": "dist", "path": "dist"}


def test_what_is_shipped_is_made_and_audited_for_each_change() -> None:
    made = {
        step["run"]
        for workflow in ("test", "audit")
        for job in _jobs(ROOT / f".github/workflows/{workflow}.yml")
        for step in _steps(ROOT / f".github/workflows/{workflow}.yml", job)
    }
    assert {"make dist", "make audit", ".ci/run"} <= made
    schedule = yaml.safe_load((ROOT / ".github/workflows/audit.yml").read_text("utf-8"))[True]
    assert {"push", "pull_request", "schedule"} == set(schedule)


def test_windows_and_macos_are_tested_with_nothing_but_python() -> None:
    job = _jobs(ROOT / ".github/workflows/test.yml")["elsewhere"]
    systems = {system.partition("-")[0] for system in job["strategy"]["matrix"]["system"]}
    assert systems == {"windows", "macos"}
    lines = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
    assert any("-m pytest" in line for line in lines)
    assert [line for line in lines if not line.startswith("python -m ")] == []
