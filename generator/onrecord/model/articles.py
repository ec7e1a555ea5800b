"""Articles as their files hold them: front matter and Markdown."""

from enum import StrEnum

from onrecord.model.actors import Actor
from onrecord.model.quotes import Quote, SourceRef
from onrecord.model.sources import Source
from onrecord.model.written import Placed, Written
from onrecord.text.dates import Date


class NoteKind(StrEnum):
    """What an editor's note on a passage does."""

    CONTEXT = "context"
    DEFINITION = "definition"
    FACT_CHECK = "fact-check"
    DISPUTE = "dispute"
    UPDATE = "update"


class CorrectionKind(StrEnum):
    """How an article was changed after publication."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


class Listing(Placed, kw_only=True):
    """An actor as an article lists it: by id, with what holds in this article only.

    `called` is a name that in this article means this actor. An inline definition is an `Actor`
    record among `Article.inline_actors`, with the same id.
    """

    id: str
    role: Written | None = None
    at: Written | None = None
    called: tuple[str, ...] = ()


class Note(Placed, kw_only=True):
    """An editor's annotation on a passage; `span` is that of the passage's scalar."""

    text: str
    prefix: str = ""
    kind: NoteKind = NoteKind.CONTEXT
    note: Written
    sources: tuple[SourceRef, ...] = ()
    verdict: str = ""


class Correction(Placed, kw_only=True):
    """What was changed, when and why; `quote` names the record that it concerns."""

    date: Date
    kind: CorrectionKind
    note: str = ""
    was: Written | None = None
    now: Written | None = None
    quote: Written | None = None


class Event(Placed, kw_only=True):
    """Something that happened, for the timeline; `quotes` are local or global quote ids."""

    date: Date
    title: str
    text: str = ""
    quotes: tuple[Written, ...] = ()


class Image(Placed, kw_only=True):
    """A picture; `path` is relative to content/, `reference` as the article writes it."""

    reference: str
    path: str
    alt: str = ""
    caption: Written | None = None
    credit: str = ""


class Article(Placed, kw_only=True):
    """One article. `span` is where its front matter begins.

    `repeats` are global quote ids ("article#quote") whose words this article repeats.
    `source_ids` are the sources it lists by id, `source_supports` what it says of some of them;
    `local_sources` those it defines itself.
    `body` is Markdown, and `body_line` the line of the file at which it begins.
    """

    slug: str
    path: str
    digest: str
    title: Written
    date: Date
    updated: Date | None = None
    summary: Written | None = None
    takeaways: tuple[Written, ...] = ()
    authors: tuple[Written, ...] = ()
    place: str = ""
    language: str = ""
    genre: str = "report"
    topics: tuple[Written, ...] = ()
    image: Image | None = None
    images: tuple[Image, ...] = ()
    events: tuple[Event, ...] = ()
    is_draft: bool = False
    is_held_back: bool = False
    redirect_from: tuple[Written, ...] = ()
    link_mentions: str = "section"
    nolink: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    inline_actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    repeats: tuple[Written, ...] = ()
    source_ids: tuple[Written, ...] = ()
    source_supports: tuple[tuple[str, tuple[str, ...]], ...] = ()
    local_sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unattributed: tuple[Written, ...] = ()
    body: str = ""
    body_line: int = 1
