"""Where a link of a page leads, and whether anything is there."""

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote, urlsplit

from onrecord.model import Site
from onrecord.render.page_facts import PageFacts
from onrecord.text.similar import closest

_INDEX = "index.html"
_SEARCHED_AT_MOST = 2_000
_ABROAD = ("https://", "http://")
# A link as url() makes them: up, down by names that mean nothing but themselves, to an anchor.
_NAME = r"[\w~-][\w~.-]*+"
_PLAIN = re.compile(
    rf"((?:\.\./)*+)((?:{_NAME}/)*+(?:{_NAME})?+)(?:\#([\w~.-]*+))?+", re.ASCII
).fullmatch
_PLAIN_FILE = re.compile(rf"(?:{_NAME}/)*+{_NAME}", re.ASCII).fullmatch


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link that leads nowhere: to no page (`fragment` ""), or to no anchor of one.

    `typed` is how a page has it, "" where nobody looked at one.
    """

    address: str
    fragment: str = ""
    closest: str = ""
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class SiteMap:
    """Every file of a site and every anchor of its pages."""

    site: Site
    files: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    _sound: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pages: Iterable[PageFacts], site: Site, published: Collection[str]) -> "SiteMap":
        """The map of a finished site."""
        return cls(site, frozenset(published), {page.path: frozenset(page.ids) for page in pages})

    def dead_on(self, page: PageFacts) -> list[DeadLink]:
        """What misses of the links of a page, in their order.

        Nearly all of them go by the top of the site, so that they lead to the same from all pages
        of the same depth, and are looked at once for all of these.
        """
        top = "../" * page.path.count("/")
        sound = self._sound.setdefault(top, set())
        here = self.anchors.get(page.path, frozenset())
        dead: list[DeadLink] = []
        for link in page.links:
            if link in sound or (link[:1] == "#" and "%" not in link and link[1:] in here):
                continue
            if top and link.startswith(top) and self._is_there(link[len(top) :]):
                sound.add(link)
            elif (found := self.follow(page, link)) is not None:
                dead.append(replace(found, typed=link))
            elif link.startswith(_ABROAD):
                sound.add(link)
        return dead

    def follow(self, page: PageFacts, link: str) -> DeadLink | None:
        """Nothing where a link of a page leads somewhere, or outside the site; else what misses.

        What a full address leads to may be older than the site, and not made by it.
        """
        plain = _PLAIN(link)
        if plain is not None:
            return self._missing(_plain_file(page.path, plain[1], plain[2]), plain[3] or "")
        if link.startswith(("https://", "http://")) and not link.startswith(self.site.base_url):
            return None
        return self._found(page, link)

    def look_up(self, page: str, permalink: str) -> DeadLink | None:
        """The same for a permalink, or a fragment alone of the page with this path."""
        path, _, fragment = permalink.partition("#")
        return self._missing(_output_file(path.lstrip("/")) if path else page, fragment)

    def _found(self, page: PageFacts, link: str) -> DeadLink | None:
        target = self._inside(page, link)
        if target is None or ("://" in link and target[0] not in self.files):
            return None
        return self._missing(*target)

    def _missing(self, path: str, fragment: str) -> DeadLink | None:
        if path not in self.files:
            return DeadLink(_address(path), closest=self._closest_address(path))
        if fragment and path in self.anchors and fragment not in self.anchors[path]:
            near = closest(fragment, sorted(self.anchors[path]))
            return DeadLink(_address(path), fragment, f"#{near}" if near else "")
        return None

    def _inside(self, page: PageFacts, link: str) -> tuple[str, str] | None:
        """The output file and fragment that a link means; None for one that leaves the site."""
        if link.startswith(self.site.base_url):
            link = self.site.base_path + link.removeprefix(self.site.base_url)
        try:
            parts = urlsplit(link)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return None
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        return (self._file(page, path) if path else page.path), fragment

    def _file(self, page: PageFacts, path: str) -> str:
        """The path in the output folder; one outside the base path is given as it stands."""
        if path.startswith("/"):
            if not path.startswith(self.site.base_path):
                return path
            return _output_file(path.removeprefix(self.site.base_path))
        return _output_file(posixpath.join(posixpath.dirname(page.path), path))

    def _is_there(self, way: str) -> bool:
        """True for what is surely there, as seen from the top of the site."""
        path, _, fragment = way.partition("#")
        file = self._plain_files.get(path)
        if file is None or "%" in fragment:
            return False
        return not fragment or file not in self.anchors or fragment in self.anchors[file]

    @cached_property
    def _plain_files(self) -> Mapping[str, str]:
        """Files by what a link to them holds after the top of the site, where it needs no decoding.

        A page has the address of its folder.
        """
        files = (path for path in self.files if _PLAIN_FILE(path))
        return {_address(path)[1:]: path for path in files}

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        return tuple(sorted(_address(path) for path in self.files))

    def _closest_address(self, path: str) -> str:
        if len(self._addresses) > _SEARCHED_AT_MOST:
            return ""
        return closest(_address(path), self._addresses) or ""


def _plain_file(page: str, ups: str, way: str) -> str:
    """The output file that a plain link on a page means."""
    if not (ups or way):
        return page
    folder = page[: page.rfind("/") + 1]
    for _ in range(len(ups) // len("../")):
        if not folder:
            return _output_file(posixpath.join(posixpath.dirname(page), ups + way))
        folder = folder[: folder.rfind("/", 0, -1) + 1]
    return folder + way if way and way[-1] != "/" else f"{folder}{way}{_INDEX}"


def _output_file(path: str) -> str:
    """The output file of a path in the output folder, which may be that of a folder."""
    is_folder = path == "" or path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    normal = posixpath.normpath(path) if path else ""
    normal = "" if normal == "." else normal
    return posixpath.join(normal, _INDEX) if is_folder else normal


def _address(path: str) -> str:
    """The address of an output file as a reader writes it."""
    folder, _, name = path.rpartition("/")
    whole = f"/{folder}/" if folder else "/"
    return whole if name == _INDEX else f"/{path.lstrip('/')}"
