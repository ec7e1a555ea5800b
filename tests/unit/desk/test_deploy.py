import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from onrecord.desk.deploy import Branch, find_repository
from tests.rig.commands import NOW, onrecord
from tests.rig.sites import tree, write_site

ARTICLE = "---\ntitle: Shipped\ndate: 2020-01-06\n---\nOnline now.\n"
WHO = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    ran = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **WHO},
    )
    return ran.stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a repository whose remote is a bare one on this disk."""
    git(tmp_path, "init", "--quiet", "--bare", "online.git")
    site = write_site(tmp_path / "site", {"content/articles/shipped.md": ARTICLE})
    (site / ".gitignore").write_text("/public/\n/.onrecord/\n", encoding="utf-8")
    git(site, "init", "--quiet", "--initial-branch", "main")
    git(site, "config", "user.name", "Ada Holm")
    git(site, "config", "user.email", "ada@example.org")
    git(site, "remote", "add", "origin", str(tmp_path / "online.git"))
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "Begun")
    return site


def deploy(site: Path, *more: str, environment: Mapping[str, str] = WHO) -> tuple[int, str]:
    ran = onrecord(["deploy", "--site", site, "--now", NOW, *more], environment=environment)
    return ran.returncode, ran.stdout + ran.stderr


def online(site: Path, branch: str = "gh-pages") -> Path:
    """What the branch holds, checked out afresh."""
    place = site.parent / f"clone-{len(list(site.parent.iterdir()))}"
    git(site.parent, "clone", "--quiet", "--branch", branch, "online.git", str(place))
    return place


def test_the_branch_holds_just_what_was_published(site: Path) -> None:
    code, said = deploy(site)
    assert code == 0, said
    assert "Pushed to origin/gh-pages" in said
    held = tree(online(site))
    shown = {name: content for name, content in held.items() if not name.startswith(".git/")}
    assert shown == tree(site / "public")
    assert ".nojekyll" in shown


def test_what_one_works_on_is_left_alone(site: Path) -> None:
    (site / "content/articles/shipped.md").write_text(ARTICLE + "Unsaved in Git.\n", "utf-8")
    git(site, "add", "content")
    before = git(site, "status", "--porcelain", "--branch"), git(site, "rev-parse", "main")
    assert deploy(site)[0] == 0
    assert (
        git(site, "status", "--porcelain", "--branch"),
        git(site, "rev-parse", "main"),
    ) == before


def test_a_site_that_is_online_already_is_not_pushed_again(site: Path) -> None:
    deploy(site)
    code, said = deploy(site)
    assert (code, "holds just this site already" in said) == (0, True), said
    assert git(site.parent / "online.git", "rev-list", "--count", "gh-pages") == "1"


def test_a_change_is_one_commit_more_also_after_somebody_elses(site: Path) -> None:
    deploy(site)
    other = online(site)
    git(other, "config", "user.name", "Bo")
    git(other, "config", "user.email", "bo@example.org")
    git(other, "commit", "--quiet", "--allow-empty", "--message", "From elsewhere")
    git(other, "push", "--quiet")
    (site / "content/articles/shipped.md").write_text(ARTICLE + "More.\n", "utf-8")
    code, said = deploy(site, "--message", "More of it")
    assert code == 0, said
    log = git(site.parent / "online.git", "log", "--format=%s", "gh-pages").splitlines()
    assert (log[0], log[1], len(log)) == ("More of it", "From elsewhere", 3)
    assert "More." in (online(site) / "briefings/shipped/index.html").read_text("utf-8")


def test_a_page_that_is_gone_is_gone_online(site: Path) -> None:
    other = site / "content/articles/other.md"
    other.write_text(ARTICLE, "utf-8")
    deploy(site)
    other.unlink()
    deploy(site)
    assert not (online(site) / "briefings/other").exists()


def test_nothing_is_pushed_after_an_error(site: Path) -> None:
    (site / "content/articles/shipped.md").write_text("---\ntitle: No date\n---\nA.\n", "utf-8")
    assert deploy(site)[0] == 1
    assert git(site.parent / "online.git", "branch", "--list") == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--branch", "main"], "main is the branch that you work on"),
        (["--branch", "a..b"], "is no name of a branch"),
        (["--branch", "-x"], "is no name of a branch"),
        (["--remote", "elsewhere"], "git knows origin; choose with --remote"),
    ],
)
def test_what_cannot_be_meant_is_refused(site: Path, options: list[str], told: str) -> None:
    code, said = deploy(site, *options)
    assert code == 3
    assert "OR907" in said
    assert not (site / "public").exists()  # what can be known is known before the build
    assert told in said
    assert git(site.parent / "online.git", "branch", "--list") == ""


def test_a_folder_without_a_repository_is_told_what_to_run(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {"content/articles/shipped.md": ARTICLE})
    code, said = deploy(site, environment={**WHO, "GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert (code, "git remote add origin" in said) == (3, True), said
    assert not (site / "public").exists()


def test_a_folder_without_a_site_is_told_so_and_nothing_of_git(tmp_path: Path) -> None:
    code, said = deploy(tmp_path, environment={**WHO, "GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert (code, "site.yaml" in said, "OR907" in said) == (1, True, False), said


def test_what_is_not_committed_is_said_and_published(site: Path) -> None:
    assert "not committed" not in deploy(site)[1]
    (site / "notes.txt").write_text("No part of the site.", "utf-8")
    (site / "content/articles/bé.md").write_text(ARTICLE, "utf-8")
    said = deploy(site)[1]
    assert "content/articles/bé.md is not committed; it is published all the same\n" in said
    (site / "content/articles/shipped.md").write_text(ARTICLE + "More.\n", "utf-8")
    said = deploy(site)[1]
    assert "2 files such as content/articles/" in said
    assert "More." in (online(site) / "briefings/shipped/index.html").read_text("utf-8")


def test_what_is_not_committed_is_named_from_the_sites_folder_on(site: Path) -> None:
    below = write_site(site / "news", {"content/articles/shipped.md": ARTICLE})
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "Moved")
    (below / "content/articles/new.md").write_text(ARTICLE, "utf-8")
    assert "\ncontent/articles/new.md is not committed" in deploy(below)[1]


def test_the_end_says_where_the_site_is_and_once_what_to_tell_github(site: Path) -> None:
    code, said = deploy(site)
    assert (code, said.splitlines()[-1]) == (
        0,
        "Pushed to origin/gh-pages, for https://example.org/",
    )
    git(site, "config", f"url.{site.parent}/.insteadOf", "https://github.com/ada/")
    git(site, "config", "remote.origin.url", "https://github.com/ada/online.git")
    said = deploy(site, "--branch", "pages")[1]
    assert said.splitlines()[-1].endswith("Source: Deploy from a branch, pages"), said
    (site / "content/articles/shipped.md").write_text(ARTICLE + "More.\n", "utf-8")
    assert "Settings" not in deploy(site, "--branch", "pages")[1]


@pytest.mark.parametrize(
    ("remote", "is_on_github"),
    [
        ("git@github.com:ada/harbour.git", True),
        ("https://github.com/ada/harbour", True),
        ("ssh://git@github.com/ada/harbour", True),
        ("https://gitlab.com/mirrors/github.com.git", False),
        ("https://notgithub.com/ada/harbour", False),
    ],
)
def test_a_repository_of_github_is_known_by_its_address(
    site: Path, remote: str, *, is_on_github: bool
) -> None:
    git(site, "remote", "set-url", "origin", remote)
    repository = find_repository(site, Branch()).value
    assert repository is not None
    assert repository.is_on_github is is_on_github


def test_a_push_that_is_refused_leaves_the_branch_as_it_was(site: Path) -> None:
    deploy(site)
    before = git(site, "rev-parse", "gh-pages")
    hook = site.parent / "online.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho closed for today >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    (site / "content/articles/shipped.md").write_text(ARTICLE + "More.\n", "utf-8")
    code, said = deploy(site)
    assert (code, "the push failed" in said) == (3, True), said
    assert "closed for today" in said
    assert git(site, "rev-parse", "gh-pages") == before


def test_a_nameless_writer_is_told_to_give_git_a_name(site: Path) -> None:
    git(site, "config", "--unset", "user.name")
    code, said = deploy(site)
    assert (code, "git config --global user.name" in said) == (3, True), said
