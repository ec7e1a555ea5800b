"""Where the links, pictures and raw addresses of a text lead, decided once for each.

A link's token is given `meta["leads"]`: a Target, an Address of the web or of the page itself, or
None where its words stay without a link. A picture's is given an AssetAddress, an Address or None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from posixpath import dirname, join, normpath
from re import compile as pattern
from unicodedata import normalize
from urllib.parse import unquote

from markdown_it.token import Token

from onrecord.annotate.body import AssetAddress
from onrecord.annotate.facts import LinkMade
from onrecord.annotate.flatten import Flat, Spot, Stretch
from onrecord.annotate.marks import Form, Lost, References
from onrecord.annotate.places import Places
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import NoTarget, Target, TargetKind
from onrecord.enlist.missing_pictures import is_picture, where_to_put
from onrecord.text.frozen import Frozen
from onrecord.text.similar import closest

PUBLISHED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
PLAIN_WEB_ADDRESS = pattern(r"https://[\w.-]+(?:/|$)")
SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
IGNORED_IN_ADDRESSES = pattern("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")


# A reference such as [a] may be used a hundred thousand times, and each use repeats its address.
LONGEST_ADDRESS = 4_000
MOST_ADDRESSES = 1_000_000  # characters of all addresses in a text; more in one that is longer


class Address(Frozen):
    """An address as it is published; `is_external` where it leads out of the site."""

    href: str
    is_external: bool


@dataclass(slots=True)
class Settled:
    """What the links and pictures of a text come to."""

    links: list[LinkMade] = field(default_factory=list)
    assets: dict[str, None] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def scheme_of(address: str) -> str:
    """The scheme of an address as a browser may come to see it, "" for a relative one.

    Entities and percent signs are decoded and what browsers ignore is left out before it is judged.
    """
    if PLAIN_WEB_ADDRESS.match(address):
        return "https"
    seen = address
    for _ in range(3):
        decoded = normalize("NFKC", unescape(unquote(seen)))
        if decoded == seen:
            break
        seen = decoded
    for form in (address, seen):
        found = SCHEME.match(IGNORED_IN_ADDRESSES.sub("", form))
        if found and found[1].lower() not in PUBLISHED_SCHEMES:
            return found[1].lower()
    found = SCHEME.match(IGNORED_IN_ADDRESSES.sub("", seen))
    return found[1].lower() if found else ""


def settle_links(
    flat: Flat, places: Places, references: References, ids: Mapping[str, str]
) -> Settled:
    """Decide every link and picture of a text. `ids` leads from a fragment to the id it means."""
    return _Settling(flat, places, references, ids).settled()


class _Settling:
    def __init__(
        self, flat: Flat, places: Places, references: References, ids: Mapping[str, str]
    ) -> None:
        self.flat = flat
        self.places = places
        self.references = references
        self.ids = ids
        self.result = Settled()
        self.left = max(MOST_ADDRESSES, 4 * len(flat.text))

    def settled(self) -> Settled:
        """Everything, in order of the text."""
        for link in self.flat.links:
            self._settle_link(link)
        for mark in self.flat.marks:
            self._make(mark, mark.token.meta["target"])
        for picture in self.flat.images:
            self._settle_picture(picture)
        self.result.links.sort(key=lambda made: made.context.order)
        return self.result

    def _settle_link(self, link: Stretch) -> None:
        href = str(link.token.attrs.get("href", ""))
        if not self._is_bearable(href, link.start, link.end, link.token):
            return
        if href.startswith("#"):
            anchor = self._anchor(href[1:])
            link.token.meta["leads"] = Address(f"#{anchor}", is_external=False)
            if anchor:
                self._make(link, Target(TargetKind.ADDRESS, "", fragment=anchor))
            return
        target = self._looked_up(href)
        if isinstance(target, Target):
            link.token.meta["leads"] = target
            self._make(link, target)
            return
        if not self._is_published(href, link.start, link.end, link.token):
            return
        if target is None and _leads_out(href):
            link.token.meta["leads"] = Address(href, is_external=_is_on_the_web(href))
            return
        link.token.meta["leads"] = None
        lost = Lost(Form.LINK, unquote(href), target or NoTarget())
        self.result.diagnostics.extend(report_lost_file(lost, self.places, link.start, link.end))

    def _anchor(self, written: str) -> str:
        wanted = normalize("NFC", unquote(written))
        return self.ids.get(wanted, wanted)

    def _looked_up(self, href: str) -> Target | NoTarget | None:
        targets = self.references.targets
        return targets.get(href) or targets.get(unquote(href))

    def _is_bearable(self, address: str, start: int, end: int, token: Token) -> bool:
        """Whether an address, and its title, may be repeated here; what may not is told once."""
        length = len(address) + len(str(token.attrs.get("title", "")))
        if length <= LONGEST_ADDRESS and length <= self.left:
            self.left -= length
            return True
        token.meta["leads"] = None
        token.attrs.pop("title", None)
        if self.left < 0:
            return False
        message = f"an address of {length:,} characters is not published"
        if length <= LONGEST_ADDRESS:
            self.left = -1
            message = "from here on the addresses of this text are longer than the text itself"
        self.result.diagnostics.append(
            diagnose("OR510", message, self.places.span(start, end), hint="shorten the addresses")
        )
        return False

    def _is_published(self, href: str, start: int, end: int, token: Token) -> bool:
        scheme = scheme_of(href)
        if not scheme or scheme in PUBLISHED_SCHEMES:
            return True
        token.meta["leads"] = None
        self.result.diagnostics.append(
            diagnose(
                "OR510",
                f"an address that begins with {scheme}: is not published",
                self.places.span(start, end),
                hint="link to an http:, https:, mailto: or tel: address, or to a file of the site",
            )
        )
        return False

    def _make(self, link: Stretch, target: Target) -> None:
        if target.kind is TargetKind.ASSET:
            self.result.assets[target.id] = None
        words = self.places.shown(link.start, link.end)
        context = self.places.context(link.start, link.end)
        self.result.links.append(LinkMade(target, words, context))

    def _settle_picture(self, picture: Spot) -> None:
        src = str(picture.token.attrs.get("src", ""))
        if not self._is_bearable(src, picture.at, picture.at + 1, picture.token):
            return
        target = self._looked_up(src)
        if isinstance(target, Target) and target.kind is TargetKind.ASSET:
            self.result.assets[target.id] = None
            picture.token.meta["leads"] = AssetAddress(target.id)
            return
        if not self._is_published(src, picture.at, picture.at + 1, picture.token):
            return
        span = self.places.span(picture.at, picture.at + 1)
        if _leads_out(src) and not isinstance(target, Target):
            picture.token.meta["leads"] = Address(src, is_external=True)
            self.result.diagnostics.append(
                diagnose(
                    "OR513",
                    "a picture on another site is not shown; readers get a link to it",
                    span,
                    hint="save the picture beside the article and refer to that file",
                )
            )
            return
        picture.token.meta["leads"] = None
        if isinstance(target, NoTarget) and target.is_broken:
            return
        near = target.closest if isinstance(target, NoTarget) else ""
        message, hint = f"there is no picture {unquote(src)}", f"write {near}"
        if is_picture(near):
            message += f"; did you mean {near}?"
        else:
            hint = _where_to_put(unquote(src), span.path)
        self.result.diagnostics.append(diagnose("OR509", message, span, hint=hint))


def _where_to_put(written: str, page: str) -> str:
    folder = "content" if written.startswith("/") else dirname(page)
    return where_to_put(normpath(join(folder, written.lstrip("/"))), page)


def _leads_out(href: str) -> bool:
    return href.startswith("//") or scheme_of(href) in PUBLISHED_SCHEMES


def _is_on_the_web(href: str) -> bool:
    return href.startswith("//") or scheme_of(href) in {"http", "https"}


def report_lost_file(lost: Lost, places: Places, start: int, end: int) -> Iterator[Diagnostic]:
    """The finding for a plain link whose file is not there."""
    nothing = lost.nothing
    span = places.span(start, end)
    if nothing.is_broken:
        return
    if waits := when_it_comes(nothing):
        yield diagnose("OR310", f"the link to {lost.reference} leads to {waits}", span)
    elif _is_near(lost.reference, nothing.closest):
        yield diagnose(
            "OR505",
            f"the link to {lost.reference} leads nowhere; did you mean {nothing.closest}?",
            span,
            hint=f"write ({nothing.closest})",
        )
    else:
        hint = "check the path: it is relative to this file, or begins with / for content/"
        if lost.reference.startswith("www."):
            hint = f"write https://{lost.reference}"
        message = f"the link to {lost.reference or 'nothing'} leads nowhere"
        yield diagnose("OR506", f"{message}; its words stay plain text", span, hint=hint)


def _is_near(reference: str, near: str) -> bool:
    """True where the names of two files are alike, and not only their folders."""
    return bool(near) and closest(_file_name(reference), [_file_name(near)]) is not None


def _file_name(path: str) -> str:
    return path.partition("#")[0].rstrip("/").rpartition("/")[2].removesuffix(".md")


def when_it_comes(nothing: NoTarget) -> str:
    """What is known of an article that is not published yet, "" for what does not exist."""
    if nothing.is_draft:
        return "a draft, so its words stay plain text until that is published"
    if day := nothing.held_back_until:
        return f"an article that is held back until {day}, so its words stay plain text until then"
    return ""
