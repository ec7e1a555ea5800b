"""The published site as a branch of its repository, for hosts that serve a branch."""

import subprocess
from contextlib import chdir
from pathlib import Path
from re import compile as pattern
from shutil import which

from ghp_import import GhpError, ghp_import

from onrecord.diagnostics import Outcome, diagnose
from onrecord.text.frozen import Frozen

_ON_GITHUB = pattern(r"(?:^|@|//)github\.com[:/]")
_OF_THE_SITE = ("content", "layouts", "site.yaml")
_LAST_LINES = 6  # what a server says stands before what git makes of it


class Branch(Frozen):
    """Where a site goes: a branch of a repository that git knows as `remote`."""

    name: str = "gh-pages"
    remote: str = "origin"


class _RefusedError(Exception):
    """What stands against it, and what to do."""

    def __init__(self, *, told: str, do: str) -> None:
        super().__init__(told)
        self.found = diagnose("OR907", told, None, hint=do)


class Pushed(Frozen):
    """What a deployment came to: whether the branch is other now, and whether it is new there."""

    is_changed: bool
    is_first: bool


def find_repository(root: Path, branch: Branch) -> Outcome["Repository | None"]:
    """The repository that a site's folder lies in; None, and why, where it can take no such branch.

    All that can be known without a build or the network.
    """
    try:
        return Outcome(Repository(root, branch))
    except _RefusedError as refused:
        return Outcome(None, (refused.found,))


class Repository:
    """The repository that a site's folder lies in, with the branch and the remote it is to use."""

    def __init__(self, root: Path, branch: Branch) -> None:
        self._root = root
        self._branch = branch
        if which("git") is None:
            raise _RefusedError(told="there is no git on this machine", do="install git")
        if self._run("rev-parse", "--git-dir").returncode:
            hint = "run git init, and git remote add origin with the repository's address"
            raise _RefusedError(told="the site's folder lies in no Git repository", do=hint)
        self._refuse_own_branch(branch.name)
        self._refuse_unknown_remote(branch.remote)
        self._refuse_nameless()

    @property
    def is_on_github(self) -> bool:
        """True where the remote is a repository of GitHub."""
        address = self._run("config", f"remote.{self._branch.remote}.url").stdout
        return _ON_GITHUB.search(address) is not None

    def uncommitted(self) -> tuple[str, ...]:
        """The files of the site's content, layouts and settings that no commit holds as they are.

        By path from the site's folder on.
        """
        told = self._run(
            "-c", "status.relativePaths=true", "status", "--porcelain", "-z", "--no-renames",
            "--untracked-files=all", "--", *_OF_THE_SITE,
        )  # fmt: skip
        within = self._run("rev-parse", "--show-prefix").stdout.strip("\n")
        entries = told.stdout.split("\0") if told.returncode == 0 else []
        return tuple(entry[3:].removeprefix(within) for entry in entries if entry)

    def deploy(self, folder: Path, message: str) -> Outcome[Pushed | None]:
        """Makes the folder's files the newest commit of the branch and pushes it.

        None where it cannot be done. Neither the files nor the branch that one works on are
        touched.
        """
        try:
            return Outcome(self._deploy(folder, message))
        except _RefusedError as refused:
            return Outcome(None, (refused.found,))

    def _deploy(self, folder: Path, message: str) -> Pushed:
        branch = self._branch
        there = self._fetch(branch)
        own = f"refs/heads/{branch.name}"
        before = self._run("rev-parse", "--quiet", "--verify", own).stdout.strip()
        if there:
            self._check("update-ref", own, there)
        try:
            self._commit(folder, branch, message)
            if there and self._tree(own) == self._tree(there):
                self._check("update-ref", own, there)
                return Pushed(is_changed=False, is_first=False)
            self._push(branch)
        except _RefusedError:
            self._restore(own, before)
            raise
        return Pushed(is_changed=True, is_first=not there)

    def _refuse_own_branch(self, name: str) -> None:
        if self._run("check-ref-format", "--branch", name).returncode:
            raise _RefusedError(
                told=f"“{name}” is no name of a branch", do="write --branch gh-pages"
            )
        listed = self._run("worktree", "list", "--porcelain").stdout.splitlines()
        if f"branch refs/heads/{name}" in listed:
            told = f"{name} is the branch that you work on"
            raise _RefusedError(
                told=told, do="name one for the site alone, as in --branch gh-pages"
            )

    def _refuse_unknown_remote(self, remote: str) -> None:
        known = self._run("remote").stdout.split()
        if remote not in known:
            told = f"git knows no remote “{remote}”"
            have = f"git knows {', '.join(known)}; choose with --remote" if known else ""
            raise _RefusedError(told=told, do=have or f"run git remote add {remote} ADDRESS")

    def _refuse_nameless(self) -> None:
        for key in ("user.name", "user.email"):
            if not self._run("config", key).stdout.strip():
                hint = f'run git config --global {key} "…"'
                raise _RefusedError(told=f"git does not know your {key}", do=hint)

    def _fetch(self, branch: Branch) -> str:
        """The newest commit of the branch as the remote has it, "" where it has none."""
        asked = self._check("ls-remote", branch.remote, f"refs/heads/{branch.name}")
        if not asked:
            return ""
        self._check("fetch", "--quiet", branch.remote, f"refs/heads/{branch.name}")
        return asked.split()[0]

    def _commit(self, folder: Path, branch: Branch, message: str) -> None:
        source = str(folder.absolute())
        try:
            with chdir(self._root):
                ghp_import(source, branch=branch.name, remote="", mesg=message, nojekyll=True)
        except (GhpError, TypeError) as error:  # it cannot print what went wrong on Python 3
            raise _RefusedError(
                told=f"git refuses the commit: {error}", do="see what git fsck says"
            ) from error

    def _push(self, branch: Branch) -> None:
        name = f"refs/heads/{branch.name}"
        pushed = self._run("push", "--quiet", branch.remote, f"{name}:{name}")
        if pushed.returncode:
            raise _RefusedError(
                told=f"the push failed: {_shortened(pushed.stderr)}", do="try again"
            )

    def _restore(self, own: str, before: str) -> None:
        self._run("update-ref", *((own, before) if before else ("-d", own)))

    def _tree(self, commit: str) -> str:
        return self._check("rev-parse", f"{commit}^{{tree}}")

    def _check(self, *arguments: str) -> str:
        ran = self._run(*arguments)
        if ran.returncode:
            told = f"git {arguments[0]} failed: {_shortened(ran.stderr)}"
            raise _RefusedError(told=told, do="mend it with git, then deploy again")
        return ran.stdout.strip()

    def _run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = ["git", "-C", str(self._root), *arguments]
        return subprocess.run(  # noqa: S603 - refs are checked by git itself
            command,
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )


def _shortened(said: str) -> str:
    return " ".join(line.strip() for line in said.strip().splitlines()[-_LAST_LINES:])
