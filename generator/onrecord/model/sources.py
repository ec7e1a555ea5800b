"""Sources: what a briefing rests on."""

from enum import StrEnum

from onrecord.model.written import Placed, Written
from onrecord.text.dates import Date


class SourceKind(StrEnum):
    """What a source is (CONTENT-MODEL, Sources)."""

    ARTICLE = "article"
    POST = "post"
    TV = "tv"
    RADIO = "radio"
    INTERVIEW = "interview"
    STATEMENT = "statement"
    PRESS_RELEASE = "press-release"
    LETTER = "letter"
    DOCUMENT = "document"
    LEAK = "leak"
    REPORT = "report"
    TREATY = "treaty"
    LAW = "law"
    COURT = "court"
    SPEECH = "speech"
    BOOK = "book"
    VIDEO = "video"
    DATASET = "dataset"
    WEB = "web"
    OWN = "own"


class Source(Placed, kw_only=True):
    """One source. `place`, `to`, `said` and `medium` are what a primary source says of itself."""

    id: str
    kind: SourceKind
    title: str
    path: str
    authors: tuple[Written, ...] = ()
    publisher: Written | None = None
    url: str = ""
    published: Date | None = None
    accessed: Date | None = None
    archived_url: str = ""
    archived_date: Date | None = None
    language: str = ""
    via: Written | None = None
    status: str = "live"
    reliability: str = ""
    supports: tuple[str, ...] = ()
    comment: str = ""
    medium: str = ""
    said: Date | None = None
    place: str = ""
    to: tuple[Written, ...] = ()
    is_published_always: bool = False
