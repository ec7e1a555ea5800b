"""A body with slots: HTML in pieces, and between them what is filled in when a page is made.

No address, voice, initials or source wording stands in it, so that one body serves pages and
feeds, and a change elsewhere on the site never makes it stale.
"""

from onrecord.enlist.cast import Target
from onrecord.text.frozen import Frozen


class LinkOpen(Frozen, tag=True):
    """Opens a link to a page of the site.

    `is_mention` marks an actor's name in the text (its card may open there); everything up to the
    next LinkClose is its text.
    """

    target: Target
    is_mention: bool = False


class LinkClose(Frozen, tag=True):
    """Closes the link that was opened last."""


class QuoteOpen(Frozen, tag=True):
    """Opens a piece of a quote.

    `key` is its global id; only `is_first` of a `is_recorded` occurrence carries the anchor.
    Repeated words of a record are unrecorded occurrences.
    """

    key: str
    is_first: bool
    is_recorded: bool


class QuoteTag(Frozen, tag=True):
    """Where the quote's tag (initials, permalink) and caption go: after its last piece's words."""

    key: str
    is_recorded: bool


class QuoteClose(Frozen, tag=True):
    """Closes the piece of a quote that was opened last."""

    key: str


class SayOpen(Frozen, tag=True):
    """Opens a blockquote that one quote fills; its words are QuoteOpen pieces inside."""

    key: str


class SayClose(Frozen, tag=True):
    """Closes it; the footer with speaker and subject goes before the end tag.

    With `has_attribution` the writer's own line `— Name` stands there as a footer already.
    """

    key: str
    has_attribution: bool = False


class PullQuote(Frozen, tag=True):
    """A quote shown again in large type; its words are those of the body."""

    key: str


class NotedOpen(Frozen, tag=True):
    """Opens a passage that note `number` annotates."""

    number: int


class NotedClose(Frozen, tag=True):
    """Closes the annotated passage that was opened last."""

    number: int


class NoteMark(Frozen, tag=True):
    """The ringed number of a note or footnote; `use` counts its marks from 1."""

    number: int
    use: int


class CitationMark(Frozen, tag=True):
    """The bracketed number of a source; `use` counts its marks in the article from 1.

    `before` ("see"), `locator` ("p. 3") and `wording` are the writer's, plain text.
    """

    source_id: str
    number: int
    use: int
    before: str = ""
    locator: str = ""
    wording: str = ""


class AssetAddress(Frozen, tag=True):
    """Inside an attribute: the address of a file; `path` is relative to content/."""

    path: str


class PictureSize(Frozen, tag=True):
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


class Body(Frozen):
    """Finished HTML in pieces: strings are safe to publish as they stand."""

    pieces: tuple[Piece, ...] = ()
