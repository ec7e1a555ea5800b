"""Follows every link of a published folder as a browser would, without one.

The folder is looked at in one of three ways: served at `/`, served under `/repo/`, or opened from
the disk, where a link to a folder shows a listing and so counts as dead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_HOST = "http://site.invalid"
_FILE_ROOT = "/disk/public/"
_REFERENCES = {
    "a": "href",
    "area": "href",
    "audio": "src",
    "form": "action",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "script": "src",
    "source": "src",
    "use": "href",
    "video": "src",
}
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or load as it stands in a file: the element, the address as written, whether loaded."""

    element: str
    address: str
    loads: bool


class Page(HTMLParser):
    """What a page refers to and which ids it offers."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.references: list[Reference] = []
        self.ids: list[str] = []
        self.base: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects the ids and addresses of one element."""
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "base":
            self.base = found.get("href")
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.references.append(
                Reference(tag, found["content"].partition("url=")[2], loads=False)
            )
        name = _REFERENCES.get(tag)
        if name and name in found:
            self.references.append(Reference(tag, found[name], _loads(tag, found)))
        for candidate in found.get("srcset", "").split(","):
            if candidate.strip():
                self.references.append(Reference(tag, candidate.split()[0], loads=True))


def _loads(tag: str, attributes: dict[str, str]) -> bool:
    """Whether a browser fetches the address by itself."""
    if tag == "link":
        return bool({"stylesheet", "icon", "preload"} & set(attributes.get("rel", "").split()))
    return tag not in {"a", "area", "form"}


@dataclass(frozen=True)
class Published:
    """A published folder as seen from one place: `/`, `/repo/`, or `file` for the disk."""

    folder: Path
    seen_from: str

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML file by its path."""
        return {
            path.relative_to(self.folder).as_posix(): Page(path.read_text(encoding="utf-8"))
            for path in sorted(self.folder.rglob("*.html"))
        }

    @property
    def root(self) -> str:
        """The address of the folder."""
        if self.seen_from == "file":
            return f"file://{_FILE_ROOT}"
        return f"{_HOST}{self.seen_from}"

    def address_of(self, path: str) -> str:
        """The address at which a reader has a page."""
        if self.seen_from != "file" and (path == "index.html" or path.endswith("/index.html")):
            path = path.removesuffix("index.html")
        return self.root + path

    def dead(self) -> list[str]:
        """Every internal link, load and fragment that leads nowhere, each with its page."""
        return [
            f"{path}: <{reference.element}> {reference.address}: {why}"
            for path, page in self.pages.items()
            for reference in page.references
            if (why := self._why_dead(path, page, reference))
        ] + list(self._dead_in_styles())

    def foreign_loads(self) -> list[str]:
        """Every load from another host: there are to be none."""
        return [
            f"{path}: <{reference.element}> {reference.address}"
            for path, page in self.pages.items()
            for reference in page.references
            if reference.loads
            if not urljoin(self.address_of(path), reference.address).startswith(self.root)
        ]

    def repeated_ids(self) -> list[str]:
        """Every id that stands twice in one page."""
        return [
            f"{path}#{name}"
            for path, page in self.pages.items()
            for name in sorted(set(page.ids))
            if page.ids.count(name) > 1
        ]

    def unreachable(self, *start: str) -> list[str]:
        """The pages that no chain of links reaches from the front page, but for those named."""
        seen, waiting = set(start), ["index.html"]
        while waiting:
            path = waiting.pop()
            if path in seen or path not in self.pages:
                continue
            seen.add(path)
            waiting += [
                target
                for reference in self.pages[path].references
                if (target := self.target_of(path, reference.address)) is not None
            ]
        return sorted(set(self.pages) - seen)

    def target_of(self, path: str, address: str) -> str | None:
        """The file that an address on a page leads to; None where it leaves the folder."""
        whole = urlsplit(urljoin(self.address_of(path), address))
        root = urlsplit(self.root)
        if (whole.scheme, whole.netloc) != (root.scheme, root.netloc):
            return None
        if not whole.path.startswith(root.path):
            return None
        inner = unquote(whole.path[len(root.path) :])
        if self.seen_from != "file" and (not inner or inner.endswith("/")):
            inner += "index.html"
        return inner

    def _why_dead(self, path: str, page: Page, reference: Reference) -> str:
        """Why an address leads nowhere; empty where it leads somewhere or away from the site."""
        if page.base is not None:
            return "the page has a <base>, which no relative link survives"
        whole = urljoin(self.address_of(path), reference.address)
        if urlsplit(whole).scheme in {"http", "https", "file"} and not whole.startswith(_HOST):
            if not whole.startswith("file:"):
                return ""
        elif urlsplit(whole).scheme in {"mailto", "tel"}:
            return ""
        target = self.target_of(path, reference.address)
        if target is None:
            return "it leaves the site's folder"
        if not (self.folder / target).is_file():
            return f"there is no {target or 'such file'}"
        fragment = unquote(urlsplit(whole).fragment)
        if fragment and target.endswith(".html") and fragment not in self.pages[target].ids:
            return f"{target} has no id {fragment!r}"
        return ""

    def _dead_in_styles(self) -> Iterator[str]:
        for style in sorted(self.folder.rglob("*.css")):
            path = style.relative_to(self.folder).as_posix()
            for address in _CSS_URL.findall(style.read_text(encoding="utf-8")):
                if address.startswith(("data:", "#")):
                    continue
                target = self.target_of(path, address)
                if target is None or not (self.folder / target).is_file():
                    yield f"{path}: url({address}): there is no such file"
