"""A whole site in one string, built in a temporary folder and asked what it holds.

The string is cut at lines like `--- content/articles/some-article.md ---`.
A site without a site.yaml gets DEFAULT_SITE_YAML.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from onrecord.build import BuildSettings, build_site
from onrecord.diagnostics import Diagnostic, Severity
from tests.rig.page_text import visible_text

DEFAULT_SITE_YAML = """\
title: The Record
base_url: https://example.org/
tag_authority: "example.org,2020"
"""

# Later than any date in the tests, so that nothing is held back unless a test says so.
NOW = datetime(2026, 1, 1, tzinfo=UTC)

_SEPARATOR = re.compile(r"^--- (\S+) ---\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: what was found, how the command would end, and the files that came out."""

    root: Path
    output: Path
    exit_code: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def findings(self) -> list[str]:
        """Errors and warnings, each as `path:line:column CODE message`."""
        return [told(found) for found in self.diagnostics if found.severity is not Severity.INFO]

    @property
    def codes(self) -> list[str]:
        """The codes of the errors and warnings, in their order."""
        return [found.code for found in self.diagnostics if found.severity is not Severity.INFO]

    def page(self, address: str) -> str:
        """The text of the published file at an address (`/briefings/x/`) or path (`feed.xml`)."""
        path = self.output / published_path(address)
        if not path.is_file():
            published = "\n  ".join(self.files())
            message = f"nothing is published at {address}; there is:\n  {published}"
            raise AssertionError(message)
        return path.read_text(encoding="utf-8")

    def text(self, address: str) -> str:
        """What a reader of the page reads: its text without markup, in lines."""
        return visible_text(self.page(address))

    def publishes(self, address: str) -> bool:
        """Whether something is published at the address."""
        return (self.output / published_path(address)).is_file()

    def files(self) -> dict[str, bytes]:
        """Every published file by its path, in order."""
        return tree(self.output)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a build that a test may set; the rest are as on a quiet command line."""

    drafts: bool = False
    future: bool = False
    strict: bool = False
    now: datetime = NOW
    base_url: str | None = None
    output: Path | None = None


DEFAULT_OPTIONS = Options()


def split_site(text: str) -> dict[str, str]:
    """The files of a site that is written in one string, by path."""
    pieces = _SEPARATOR.split(text)
    if pieces[0].strip():
        message = f"a site in a string begins with a separator line, not with {pieces[0][:40]!r}"
        raise ValueError(message)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def write_site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes a site's files, with the default site.yaml where there is none; gives its folder."""
    root.mkdir(parents=True, exist_ok=True)
    for name, content in {"site.yaml": DEFAULT_SITE_YAML, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def build_folder(root: Path, options: Options = DEFAULT_OPTIONS) -> Built:
    """Builds the site in a folder as the command would."""
    settings = BuildSettings(
        root=root,
        now=options.now,
        drafts=options.drafts,
        future=options.future,
        base_url=options.base_url,
        output=options.output,
        strict=options.strict,
    )
    result = build_site(settings)
    output = options.output or root / "public"
    return Built(root, output, result.exit_code, result.diagnostics)


def build_text(root: Path, text: str, options: Options = DEFAULT_OPTIONS) -> Built:
    """Writes a site given in one string and builds it."""
    return build_folder(write_site(root, split_site(text)), options)


def published_path(address: str) -> str:
    """The path in the output of an address: folders stand for their index.html."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def told(found: Diagnostic) -> str:
    """A finding on one line, as the cases write it: `path:line:column CODE message`."""
    if found.span is None:
        return f"{found.code} {found.message}"
    span = found.span
    return f"{span.path}:{span.line}:{span.column} {found.code} {found.message}"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its path with forward slashes, in order."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
