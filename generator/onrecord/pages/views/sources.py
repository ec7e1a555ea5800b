"""Sources: an entry of a list, the index by publisher, a source's own page."""

from onrecord.pages.views.common import Link, PeriodLink, SentenceView, Teaser, TextPart, WebLink
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.indexes import LetterLink
from onrecord.pages.views.records import Earlier, RecordView, VerifiedView
from onrecord.text.frozen import Frozen


class BackLink(Frozen):
    """A way back to one use of a source in the text."""

    text: str  # "a", "b", … "aa"; ↩ for a note
    permalink: str  # "…#ref-1a"
    label: str  # for aria-label: "Back to use a of source 1"


class SourceEntry(Frozen):
    """One source in a list."""

    anchor: str  # "source-1" on a briefing, "source-ID" on the index, "" where it needs none
    number: str  # "[1]" on a briefing, "" elsewhere
    title: str  # its title
    address: str  # where the title leads out to: the original, or the archived copy of a dead one
    permalink: str  # its page on the site, "" on that page itself
    kind: str  # "Article", "Television broadcast"
    meta: tuple[TextPart, ...]  # author, publisher, date: "Bel Trew, Nato, 6 January 2020"
    supports: tuple[str, ...]  # what it is the source of
    grade: str  # the letter A to F, "" where it is not graded
    grade_words: str  # "Usually reliable"
    verified: VerifiedView  # the copy we keep
    via: tuple[TextPart, ...]  # "Read through source 1"; () where it was read itself
    archived: WebLink | None  # the archived copy
    status: str  # "Withdrawn", "No longer at its address", "Changed since we read it", ""
    comment: str  # the editor's remark, "" for none
    cited_at: tuple[BackLink, ...]  # on a briefing: its uses in the text


class SourceSection(Frozen):
    """The list of sources of a briefing, a biography, a topic's brief or a plain page."""

    entries: tuple[SourceEntry, ...]  # never empty
    remark: str  # the line under the heading, "" for none


class PublisherGroup(Frozen):
    """The sources of one publisher."""

    anchor: str  # of its heading
    publisher: Link  # for those without: "Our own reporting" or "Publisher not given"
    counts: str  # "1 article, 15 of 17 quotes, 3 briefings"
    entries: tuple[SourceEntry, ...]  # never empty


class SourcesView(Frozen):
    """The sources index, or one letter of it."""

    frame: PageFrame
    title: str  # "Sources", "Sources: A"
    lede: str  # what the page is
    letters: tuple[LetterLink, ...]  # past 500 sources, else ()
    groups: tuple[PublisherGroup, ...]  # () on the index of a long list, which has only letters


class SourceUseView(Frozen):
    """A briefing that rests on the source."""

    briefing: Teaser  # the briefing
    number: str  # its number there: "Source 1"
    permalink: str  # its entry in that briefing
    sentences: tuple[SentenceView, ...]  # where it is cited; () where only quotes rest on it


class SourceView(Frozen):
    """A source's page, or one year or month of it."""

    frame: PageFrame
    period: str  # "2019" on a dated page, "" on the source's own
    entry: SourceEntry  # the source itself
    chain: tuple[Link, ...]  # through which sources it was read, nearest first
    counts: str  # "2 briefings, 12 quotes"
    uses: tuple[SourceUseView, ...]  # newest first
    records: tuple[RecordView, ...]  # the quotes that rest on it, newest first
    earlier: Earlier  # dated pages
    months: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month
