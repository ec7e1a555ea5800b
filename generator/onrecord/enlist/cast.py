"""The cast: every actor once, every id of the site, and what each article needs to know of them."""

from collections.abc import Mapping
from enum import StrEnum

from onrecord.model import Actor, ActorKind, Article, Source, SourceKind
from onrecord.text.frozen import Frozen


class TargetKind(StrEnum):
    """What a mark or link of a body can lead to."""

    ACTOR = "actor"
    BRIEFING = "briefing"
    QUOTE = "quote"
    TOPIC = "topic"
    SOURCE = "source"
    PAGE = "page"
    ASSET = "asset"
    ADDRESS = "address"  # a page of the site written by its address, such as /timeline/


class Target(Frozen, tag=True):
    """Where a mark leads.

    `id` is an id, a slug, "article#quote", a page's slug or an asset's path; `label` what to show
    where the writer gives no words; `fragment` what follows a #. An address "" is the page itself.
    """

    kind: TargetKind
    id: str
    label: str = ""
    fragment: str = ""


class NoTarget(Frozen, tag=True):
    """A mark that leads nowhere, and why: `closest` is a known id or name, "" without one.

    `shared_by` are the actors that one name fits; `held_back_until` the date of a held-back
    article in words; `is_broken` marks what a file with errors defines, which is reported there
    already.
    """

    closest: str = ""
    shared_by: tuple[str, ...] = ()
    held_back_until: str = ""
    is_draft: bool = False
    is_broken: bool = False
    has_prefix: bool = False

    @property
    def is_waiting(self) -> bool:
        """True for what a draft, or an article held back until its day, defines."""
        return self.is_draft or bool(self.held_back_until)


class SlicedActor(Frozen):
    """An actor as one article's text needs it.

    `names` are linked by themselves, `weak_names` not.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    weak_names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


class SlicedSource(Frozen):
    """A source as one article's text needs it: enough to number and name it."""

    id: str
    kind: SourceKind
    title: str


class SlicedQuote(Frozen):
    """A quote of another article that this one repeats: its key and every wording that counts."""

    key: str
    text: str
    full: str = ""
    also: tuple[str, ...] = ()
    is_paraphrase: bool = False


class Slice(Frozen):
    """All that annotating one article may know of the site.

    `targets` holds every reference of the body (and of notes) as written: the words between [[ and
    ]] before any |, "@id" of citations, and the destinations of relative links.
    """

    actors: tuple[SlicedActor, ...] = ()
    sources: tuple[SlicedSource, ...] = ()
    repeats: tuple[SlicedQuote, ...] = ()
    targets: tuple[tuple[str, Target | NoTarget], ...] = ()


class EnlistedArticle(Frozen):
    """An article whose references are known to hold, with its slice.

    Its quotes are complete (what primary sources say of themselves is filled in), and `listings`
    holds every listed actor once, in order of first listing (listed, speaking, marked).
    """

    article: Article
    slice: Slice


class EnlistedProse(Frozen):
    """The slice of a body outside articles: a biography, a topic's brief or a plain page."""

    kind: TargetKind  # ACTOR, TOPIC or PAGE
    id: str
    path: str
    markdown: str
    first_line: int
    slice: Slice


class Cast(Frozen):
    """Everyone and everything that has an id. Mappings are ordered by id."""

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    articles: tuple[EnlistedArticle, ...]
    prose: tuple[EnlistedProse, ...]
