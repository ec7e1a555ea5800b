"""Which pages still hold: those of which nothing that they were made of has changed."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from onrecord.build.memory import Memory
from onrecord.pages import PlannedPage
from onrecord.pages.planned import FromEdition
from onrecord.pages.watch import Name, named, presence
from onrecord.text.codec import encode
from onrecord.text.frozen import Frozen

_FEED, _ITEMS = "feed.xml", "feeds/item.html"


class KeptPage(Frozen):
    """A page of the last build: what it was made of besides the edition, what it looked up there.

    `seen` are the numbers of what its view looked up; `digest` is that of its bytes.
    """

    permalink: str
    path: str
    key: bytes
    seen: bytes
    digest: str


class Entries(Frozen):
    """The digest of everything that a view could look up, by name."""

    digests: dict[str, bytes]


def page_key(page: PlannedPage, layouts: Mapping[str, str]) -> bytes:
    """What tells a page from others, and one making of it from another, but for the edition."""
    how = page.build_view
    if not isinstance(how, FromEdition):
        message = f"{page.permalink} is not made from an edition"
        raise TypeError(message)
    layout = page.layout, layouts.get(_ITEMS if page.layout == _FEED else page.layout, "")
    builder = f"{how.build.__module__}.{how.build.__qualname__}"
    return _short(encode((page.permalink, page.path, layout, builder, how.told)))


def numbers(names: Iterable[Name]) -> bytes:
    """Names as numbers of eight bytes, in order."""
    return array("Q", sorted(number(named(name)) for name in names)).tobytes()


def number(name: str) -> int:
    """The number of a name."""
    return int.from_bytes(_short(name.encode("utf-8", "surrogatepass")), "big")


def is_touched(kept: KeptPage, changed: Mapping[int, str]) -> Iterator[str]:
    """The names of what has changed among what the page looked up."""
    seen = array("Q")
    seen.frombytes(kept.seen)
    return (changed[one] for one in seen if one in changed)


def digests_of_entries(entries: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The digests of encoded entries, by name."""
    return {name: _short(raw) for name, raw in entries}


def changed_names(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> dict[int, str]:
    """What is no longer as it was, by number."""
    names = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    names |= {presence(name) for name in names if (name in before) != (name in now)}
    return {number(name): name for name in names}


def recall_pages(memory: Memory) -> dict[str, KeptPage]:
    """The pages of the last build by permalink."""
    kept = memory.recall("pages", tuple[KeptPage, ...]) or ()
    return {page.permalink: page for page in kept}


def _short(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=8).digest()
