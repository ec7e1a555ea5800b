"""The recipes for hosts in docs/content/pages/deploying.md: what they tell to run is run."""

import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.rig.commands import ROOT, plain_environment
from tests.rig.followed import sections_in
from tests.rig.needs import POSIX, program, system
from tests.rig.sites import tree, write_site

pytestmark = system(*POSIX, why="bash runs what is typed")

DOCUMENT = ROOT / "docs/content/pages/deploying.md"
ARTICLE = "---\ntitle: Shipped\ndate: 2020-01-06\n---\nOnline now.\n"


def block_of(heading: str, info: str) -> str:
    """The one block of that kind under a heading."""
    blocks = (
        block.content
        for section in sections_in(DOCUMENT)
        if section.heading == heading
        for block in section.blocks
        if " ".join(block.info) == info
    )
    return next(blocks)


def typed(program_name: str) -> list[str]:
    """The command line of that program in the document."""
    lines = (
        line
        for section in sections_in(DOCUMENT)
        for block in section.blocks
        if block.info == ("sh",)
        for line in block.content.splitlines()
    )
    return next(words for line in lines if (words := shlex.split(line))[0] == program_name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {"content/articles/shipped.md": ARTICLE})


def run(command: str, site: Path, **more: str) -> None:
    """Runs a line as a host would, with the command of this environment on the path."""
    here = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-euc", command],
        check=False,
        capture_output=True,
        text=True,
        cwd=site,
        env=plain_environment({"PATH": here, **more}),
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def built_by(commands: list[str], site: Path) -> None:
    """What hosts are told: the same installation everywhere, and then the build."""
    *installing, build = commands
    assert installing == [
        "pip install --require-hashes -r requirements.txt",
        "pip install --no-deps onrecord",
    ]
    run(build, site)
    assert (site / "public/briefings/shipped/index.html").is_file()


def test_netlify_is_told_how_to_build_and_what_to_publish(site: Path) -> None:
    told = tomllib.loads(block_of("Netlify", "toml netlify.toml"))["build"]
    assert told["publish"] == "public"
    built_by(told["command"].split(" && "), site)


def test_gitlab_is_told_how_to_build_and_what_to_publish(site: Path) -> None:
    told = yaml.safe_load(block_of("GitLab Pages", "yaml .gitlab-ci.yml"))["pages"]
    assert told["artifacts"]["paths"] == ["public"]
    built_by(told["script"], site)


@pytest.mark.parametrize("name", ["rsync", "rclone"])
def test_a_copy_holds_just_what_was_published(name: str, site: Path) -> None:
    program(name, package=name)
    *words, target = typed(name)
    copy = site.parent / "copy"
    (copy / "gone").mkdir(parents=True)
    (copy / "gone/index.html").write_text("No longer published.", encoding="utf-8")
    # Over there is a folder here: rclone is told so by its configuration, rsync by its argument.
    there = str(copy) if name == "rsync" else target.replace("harbour-post", str(copy))
    store = {"RCLONE_CONFIG_STORE_TYPE": "local", "RCLONE_CONFIG": os.devnull}
    run("onrecord build", site)
    run(shlex.join([*words, there]), site, **store)
    assert tree(copy) == tree(site / "public")
