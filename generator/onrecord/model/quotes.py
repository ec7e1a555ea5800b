"""Quotes: the records of what was said, by whom, to whom, when, where and how we know."""

from onrecord.model.written import Placed, Written
from onrecord.text.dates import Date


class Unnamed(Placed, kw_only=True, tag=True):
    """A speaker whom the article does not name; local to it, without id or page."""

    label: str
    why: str = ""
    at: Written | None = None


Speaker = Written | Unnamed


class SourceRef(Placed, kw_only=True):
    """A source as a quote, note or citation names it; `locator` is a page or a time."""

    id: str
    locator: str = ""


class OtherWording(Placed, kw_only=True):
    """Another wording of a quote that the writer accepts; who rendered it so, where known."""

    text: str
    by: Written | None = None
    source: Written | None = None
    language: str = ""


class Original(Placed, kw_only=True):
    """What was said before it was translated; the words may be missing."""

    language: str
    text: str = ""
    by: str = ""


class Quote(Placed, kw_only=True):
    """One record. Exactly one of `text` and `paraphrase` is given.

    `occurrence` is 1 for the first, another number for that one, 0 for all.
    Reading fills in what passages inherit from their record and `defaults`; enlisting adds what a
    primary source itself says. `disputes` and `replies_to` are "article#quote" or a local id.
    `comment` is the editors' own remark: it stays in the file and is published nowhere.
    """

    id: str
    article: str
    speakers: tuple[Speaker, ...]
    on_behalf_of: Written | None = None
    text: Written | None = None
    paraphrase: Written | None = None
    full: Written | None = None
    also: tuple[OtherWording, ...] = ()
    asked: str = ""
    to: tuple[Written, ...] = ()
    via: Written | None = None
    medium: str = ""
    place: str = ""
    said: Date | None = None
    language: str = ""
    sources: tuple[SourceRef, ...] = ()
    original: Original | None = None
    about: tuple[Written, ...] = ()
    disputes: Written | None = None
    replies_to: Written | None = None
    occurrence: int = 1
    prefix: str = ""
    credibility: int | None = None
    comment: str = ""

    @property
    def key(self) -> str:
        """The site-wide form of its id."""
        return f"{self.article}#{self.id}"

    @property
    def wording(self) -> Written:
        """The words of the record, quoted or paraphrased."""
        if self.text is not None:
            return self.text
        if self.paraphrase is not None:
            return self.paraphrase
        message = f"the record {self.key} has neither text nor paraphrase"
        raise ValueError(message)
