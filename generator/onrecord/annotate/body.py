"""A body with slots: HTML in pieces, and between them what is filled in when a page is made.

No address, voice, initials or source wording stands in it, so that one body serves pages and
feeds, and a change elsewhere on the site never makes it stale.
"""

from dataclasses import dataclass

from onrecord.enlist.cast import Target


@dataclass(frozen=True, slots=True)
class LinkOpen:
    """Opens a link to a page of the site.

    `is_mention` marks an actor's name in the text (its card may open there); everything up to the
    next LinkClose is its text.
    """

    target: Target
    is_mention: bool = False


@dataclass(frozen=True, slots=True)
class LinkClose:
    """Closes the link that was opened last."""


@dataclass(frozen=True, slots=True)
class QuoteOpen:
    """Opens a piece of a quote.

    `key` is its global id; only `is_first` of a `is_recorded` occurrence carries the anchor.
    Repeated words of a record are unrecorded occurrences.
    """

    key: str
    is_first: bool
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class QuoteTag:
    """Where the quote's tag (initials, permalink) and caption go: after its last piece's words."""

    key: str
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class QuoteClose:
    """Closes the piece of a quote that was opened last."""

    key: str


@dataclass(frozen=True, slots=True)
class SayOpen:
    """Opens a blockquote that one quote fills; its words are QuoteOpen pieces inside."""

    key: str


@dataclass(frozen=True, slots=True)
class SayClose:
    """Closes it; the footer with speaker and subject goes before the end tag.

    With `has_attribution` the writer's own line `— Name` stands there as a footer already.
    """

    key: str
    has_attribution: bool = False


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quote shown again in large type; its words are those of the body."""

    key: str


@dataclass(frozen=True, slots=True)
class NotedOpen:
    """Opens a passage that note `number` annotates."""

    number: int


@dataclass(frozen=True, slots=True)
class NotedClose:
    """Closes the annotated passage that was opened last."""

    number: int


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The ringed number of a note or footnote; `use` counts its marks from 1."""

    number: int
    use: int


@dataclass(frozen=True, slots=True)
class CitationMark:
    """The bracketed number of a source; `use` counts its marks in the article from 1.

    `before` ("see"), `locator` ("p. 3") and `wording` are the writer's, plain text.
    """

    source_id: str
    number: int
    use: int
    before: str = ""
    locator: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class AssetAddress:
    """Inside an attribute: the address of a file; `path` is relative to content/."""

    path: str


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Inside a tag: the width and height of a picture, or nothing; `path` as in its address."""

    path: str


Slot = (
    LinkOpen
    | LinkClose
    | QuoteOpen
    | QuoteTag
    | QuoteClose
    | SayOpen
    | SayClose
    | PullQuote
    | NotedOpen
    | NotedClose
    | NoteMark
    | CitationMark
    | AssetAddress
    | PictureSize
)

Piece = str | Slot


@dataclass(frozen=True, slots=True)
class Body:
    """Finished HTML in pieces: strings are safe to publish as they stand."""

    pieces: tuple[Piece, ...] = ()
