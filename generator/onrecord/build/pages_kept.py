"""Which pages still hold: those of which nothing that they were made of has changed."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from onrecord.build.memory import Memory, read_back
from onrecord.pages.planned import FromEdition, PlannedPage
from onrecord.pages.stored_plan import StoredPage
from onrecord.pages.watch import TEXTS, Name, named, presence
from onrecord.text.codec import encode
from onrecord.text.frozen import Frozen

_FEED, _ITEMS = "feed.xml", "feeds/item.html"


_MOST_NUMBERED = 20_000  # names, some MB


class KeptPage(Frozen):
    """A page of the last build: what it was made of besides the edition, what it looked up there.

    `seen` are the numbers of what its view looked up; `digest` is that of its bytes.
    """

    planned: StoredPage
    key: bytes
    seen: bytes
    digest: str

    @property
    def permalink(self) -> str:
        """Where it is published."""
        return self.planned.permalink

    @property
    def path(self) -> str:
        """Its output file."""
        return self.planned.path

    @property
    def looked_up(self) -> "array[int]":
        """The numbers of what its view looked up."""
        seen = array("Q")
        seen.frombytes(self.seen)
        return seen


def page_key(page: PlannedPage, layouts: Mapping[str, str]) -> bytes:
    """What tells a page from others, and one making of it from another, but for the edition."""
    how = page.build_view
    if not isinstance(how, FromEdition):
        message = f"{page.permalink} is not made from an edition"
        raise TypeError(message)
    layout = page.layout, layouts.get(_ITEMS if page.layout == _FEED else page.layout, "")
    builder = f"{how.build.__module__}.{how.build.__qualname__}"
    return short_digest(encode((page.permalink, page.path, layout, builder, how.told)))


class Numbering:
    """The numbers of names, each worked out once as a rule: many pages look up the same."""

    def __init__(self) -> None:
        self._known: dict[Name, int] = {}

    def of(self, names: Iterable[Name]) -> bytes:
        """Names as numbers of eight bytes, in order."""
        known = self._known
        if len(known) > _MOST_NUMBERED:
            known.clear()
        found = array("Q")
        for name in names:
            one = known.get(name)
            if one is None:
                one = known[name] = number(named(name))
            found.append(one)
        return array("Q", sorted(found)).tobytes()


def number(name: str) -> int:
    """The number of a name."""
    return int.from_bytes(short_digest(name.encode("utf-8", "surrogatepass")), "big")


def is_touched(kept: KeptPage, changed: Mapping[int, str]) -> Iterator[str]:
    """The names of what has changed among what the page looked up."""
    return (changed[one] for one in kept.looked_up if one in changed)


def changed_names(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> dict[int, str]:
    """What is no longer as it was, by number."""
    names = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    names |= {presence(name) for name in names if (name in before) != (name in now)}
    return {number(name): name for name in names}


def recall_entries(memory: Memory) -> dict[str, bytes]:
    """The digests of all that could be looked up at the last build, by name.

    None at all where some are lost: what they were digests of must not be taken for unchanged.
    """
    whole = memory.recall("entries", dict[str, bytes])
    since = memory.recall("retouched", dict[str, bytes])
    return {} if whole is None or since is None else whole | since


def remember_entries(memory: Memory, entries: Mapping[str, bytes]) -> None:
    """Keep these, all that there are."""
    memory.remember("entries", dict(entries))
    memory.remember("retouched", {})


def retouch_entries(memory: Memory, changed: Mapping[str, bytes]) -> None:
    """Keep those that changed, beside the others; where some are lost, they stay so."""
    before = memory.recall("retouched", dict[str, bytes])
    if before is not None:
        memory.remember("retouched", before | dict(changed))


def forget_damaged_entries(memory: Memory) -> None:
    """Take what can no longer be read for changed, so that the next whole build keeps it anew."""
    names = [name for name in recall_entries(memory) if not name.startswith(text_name(""))]
    found = memory.memo.get_all("entry", names) if memory.memo else {}
    retouch_entries(memory, {name: b"" for name in names if name not in found})


def recall_pages(memory: Memory, permalinks: Iterable[str]) -> dict[str, KeptPage]:
    """Those of the last build's pages, by permalink."""
    found = memory.memo.get_all("pages", permalinks) if memory.memo else {}
    pages = ((permalink, read_back(raw, KeptPage)) for permalink, raw in found.items())
    return {permalink: page for permalink, page in pages if page is not None}


def recall_pages_at(memory: Memory, paths: Iterable[str]) -> dict[str, KeptPage]:
    """Those of the last build's pages that were published as these files, by path."""
    permalinks = [f"/{path.removesuffix('index.html')}" for path in paths]
    return {page.path: page for page in recall_pages(memory, permalinks).values()}


def remember_pages(memory: Memory, pages: Iterable[KeptPage]) -> None:
    """Keep these pages, and what was kept of others."""
    if memory.memo:
        memory.memo.put_all("pages", ((page.permalink, encode(page)) for page in pages))


def shown_on(pages: Iterable[KeptPage], slugs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """On which pages each briefing's text is shown: their permalinks by its slug, as it is kept."""
    numbers = {number(text_name(slug)): slug for slug in slugs}
    showing: dict[str, list[str]] = {slug: [] for slug in numbers.values()}
    for page in pages:
        for one in numbers.keys() & page.looked_up:
            showing[numbers[one]].append(page.permalink)
    return ((slug, encode(tuple(permalinks))) for slug, permalinks in showing.items())


def text_name(slug: str) -> str:
    """The name of a briefing's text among what can be looked up."""
    return named((TEXTS, slug))


def short_digest(raw: bytes) -> bytes:
    """Eight bytes that tell these bytes from others."""
    return blake2b(raw, digest_size=8).digest()
