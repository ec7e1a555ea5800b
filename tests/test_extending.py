"""The worked examples for contributors: applied to a copy of the program, they do as they say."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.rig.commands import NOW, ROOT, plain_environment
from tests.rig.followed import Section, sections_in
from tests.rig.sites import write_site

DOCUMENT = ROOT / "docs/content/pages/extending.md"
EXAMPLES = [section for section in sections_in(DOCUMENT) if section.blocks]


def _changed(section: Section, folder: Path) -> Path:
    """A copy of the program with what the section adds to it."""
    for name in ("generator", "layouts"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__"))
    for block in section.blocks:
        match block.info:
            case ("python" | "html", path):
                (folder / path).write_text(block.content, encoding="utf-8")
            case ("diff",):
                subprocess.run(
                    ["git", "apply", "-C1", "-"],
                    check=True,
                    input=block.content,
                    text=True,
                    cwd=folder,
                    env=plain_environment({"GIT_CEILING_DIRECTORIES": str(folder.parent)}),
                )
    return folder


@pytest.mark.parametrize("section", EXAMPLES, ids=lambda section: section.heading)
def test_a_worked_example_does_as_it_says(section: Section, tmp_path: Path) -> None:
    program = _changed(section, tmp_path / "program")
    files = {block.info[1]: block.content for block in section.blocks if block.info[0] == "md"}
    site = write_site(tmp_path / "site", files)
    built = subprocess.run(
        [sys.executable, "-m", "onrecord", "build", "--site", site, "--now", NOW],
        check=False,
        capture_output=True,
        text=True,
        env=plain_environment({"PYTHONPATH": str(program / "generator")}),
    )
    assert built.returncode == 0, built.stdout + built.stderr
    told = [block for block in section.blocks if block.info[1:2] in (("prints",), ("expect",))]
    assert told
    for block in told:
        shown = built.stdout
        if block.info[1] == "expect":
            shown = (site / "public" / block.info[2]).read_text(encoding="utf-8")
        assert block.content.strip() in shown, f"line {block.line}"


def test_every_block_of_the_examples_is_used() -> None:
    known = {("diff",), ("text", "prints")}
    unused = [
        f"{DOCUMENT.name}:{block.line}"
        for section in sections_in(DOCUMENT)
        for block in section.blocks
        if block.info not in known
        and block.info[0] not in ("python", "md")
        and block.info[1:2] != ("expect",)
        and not (block.info[0] == "html" and len(block.info) == len(("html", "path")))
    ]
    assert unused == []
