"""What reading a site's folder gives: every record of it, filtered once, nothing resolved yet."""

from onrecord.model import Actor, Allowance, Article, PlainPage, Site, Source, Topic
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen, field


class Asset(Frozen):
    """A file that may be published; `path` is relative to content/, with composed letters.

    `width` and `height` are those of a picture in pixels, 0 for other files and where not known.
    """

    path: str
    digest: str
    width: int = 0
    height: int = 0


class Snapshot(Frozen):
    """The copy we keep of a source, as text: used to verify quotes, never published."""

    source_id: str
    path: str
    text: str
    digest: str  # SHA-256 of the file


class HeldBack(Frozen):
    """An article that waits: `reason` is "draft" or "future", `until` its date in words.

    `actors` and `sources` are the ids that it defines itself.
    """

    slug: str
    path: str
    title: str
    reason: str
    date: Date
    until: str
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """What it is, in words: "a draft", "held back until 1 January 2030"."""
        return "a draft" if self.reason == "draft" else f"held back until {self.until}"


class Broken(Frozen):
    """Ids that files with errors define or would define: references to them are silent."""

    actors: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()  # "article#quote"; of an article that cannot be read, none
    sources: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()


class Content(Frozen):
    """A site as read.

    Tuples are ordered by path; `actors` are the definitions of profiles and cast files (inline ones
    stand in their articles); held-back articles are not in `articles` unless they were asked for.
    `allowances` are those of the files; the site has its own. `settings_digest` is that of the
    bytes of site.yaml.
    """

    site: Site
    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    pages: tuple[PlainPage, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    assets: tuple[Asset, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    broken: Broken = field(default_factory=Broken)
    allowances: tuple[Allowance, ...] = ()
    settings_digest: str = ""
