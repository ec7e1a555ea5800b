"""Sites of a few files, read and asked what was found; nothing is built."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.diagnostics import Diagnostic, Severity
from onrecord.model import Actor, Article, Source
from onrecord.read.content import Content
from onrecord.read.site import ReadSettings, read_site
from tests.rig.needs import POSIX, leave_unless

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SITE_YAML = """\
title: The Record
base_url: https://example.org/
tag_authority: "example.org,2020"
"""
READ_SETTINGS = ReadSettings(NOW)
ARTICLE = "content/articles/x.md"


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """A site as read: its records, None where site.yaml is unusable, and what was found."""

    content: Content | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def records(self) -> Content:
        """The records of a site that could be read."""
        assert self.content is not None, self.told
        return self.content

    @property
    def article(self) -> Article:
        """The only article, of a site in which nothing is wrong."""
        assert self.told == []
        (article,) = self.records.articles
        return article

    @property
    def actor(self) -> Actor:
        """The only actor of profiles and cast files, of a site in which nothing is wrong."""
        assert self.told == []
        (actor,) = self.records.actors
        return actor

    @property
    def source(self) -> Source:
        """The only shared source, of a site in which nothing is wrong."""
        assert self.told == []
        (source,) = self.records.sources
        return source

    @property
    def told(self) -> list[str]:
        """Errors and warnings, each as `path:line:column CODE message`."""
        return [
            f"{_place(found)} {found.code} {found.message}".strip()
            for found in self.diagnostics
            if found.severity is not Severity.INFO
        ]

    @property
    def codes(self) -> list[str]:
        """The codes of errors and warnings, in order."""
        return [found.code for found in self.diagnostics if found.severity is not Severity.INFO]

    @property
    def hints(self) -> list[str]:
        """What to type next, finding by finding."""
        return [found.hint for found in self.diagnostics if found.severity is not Severity.INFO]

    def only(self, code: str) -> Diagnostic:
        """The only finding, which must be of this code."""
        found = [one for one in self.diagnostics if one.severity is not Severity.INFO]
        assert [one.code for one in found] == [code], self.told
        return found[0]


@dataclass(frozen=True, slots=True)
class Folder:
    """A site's folder that a test fills and reads."""

    root: Path

    def put(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by their paths."""
        for path, content in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(
        self,
        files: Mapping[str, str | bytes] | None = None,
        *,
        now: datetime = NOW,
        drafts: bool = False,
        future: bool = False,
        base_url: str | None = None,
    ) -> ReadFolder:
        """Write the files and read the site, with a site.yaml that is in order unless given."""
        if not (self.root / "site.yaml").exists():
            self.put({"site.yaml": SITE_YAML})
        self.put(files or {})
        return self.read_bare(ReadSettings(now, drafts=drafts, future=future, base_url=base_url))

    def read_bare(self, settings: ReadSettings = READ_SETTINGS) -> ReadFolder:
        """Read the site as it is, even without a site.yaml."""
        outcome = read_site(self.root, settings)
        return ReadFolder(outcome.value, outcome.diagnostics)

    def read_article(self, keys: str, body: str = "A text.\n") -> ReadFolder:
        """Read a site with one article: the keys besides title and date, and a body."""
        front = f"---\ntitle: A title\ndate: 2020-01-06\n{keys.rstrip()}\n---\n"
        return self.read({ARTICLE: front + body})

    def read_site_yaml(self, text: str) -> ReadFolder:
        """Read a site that has nothing but settings."""
        return self.read({"site.yaml": text})


def _place(found: Diagnostic) -> str:
    span = found.span
    return f"{span.path}:{span.line}:{span.column}" if span else ""


@contextmanager
def unreadable(path: Path) -> Iterator[None]:
    """The path cannot be read within this block, also not by the superuser.

    Its folders must be open to all, as those of `open_folder` are.
    """
    leave_unless(*POSIX, why="a file's mode says who may read it")
    mode = path.stat().st_mode
    path.chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(0)
        path.chmod(mode)


@contextmanager
def open_folder() -> Iterator[Folder]:
    """A folder for a site that every user of the machine may enter."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Folder(Path(made) / "site")
