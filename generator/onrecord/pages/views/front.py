"""The front page and the briefings archive."""

from onrecord.pages.views.briefing import Strip
from onrecord.pages.views.common import Link, PeriodLink, ShownDate, Teaser, TextPart
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.records import Earlier
from onrecord.pages.views.timeline import CorrectedBriefing
from onrecord.text.frozen import Frozen


class LeadLine(Frozen):
    """A quote under the lead."""

    voice: str  # "v1"
    by: tuple[TextPart, ...]  # who spoke
    words: str  # in quotation marks
    caption: str  # where it comes from: "to The Independent, Baghdad, 6 January 2020"
    permalink: str  # the quote in the lead's text


class Lead(Frozen):
    """The newest briefing, in full width."""

    teaser: Teaser
    place: str  # the dateline, "" for none
    topics: tuple[Link, ...]  # what it is about
    updated: ShownDate | None  # the latest change, None where nothing came after
    reading_time: str  # "2-minute read"
    strip: Strip | None  # None with fewer than three quotes
    lines: tuple[LeadLine, ...]  # at most three, each of another speaker


class SaidView(Frozen):
    """A quote in large type."""

    voice: str  # "v7"
    words: str  # in quotation marks
    language: str  # lang="" where it is not the page's
    direction: str  # dir="", only with language
    by: str  # in bold: "Jens Stoltenberg"
    line: str  # after it: ", secretary general of Nato, Brussels, 6 January 2020. Reported by …."
    permalink: str  # "Read it in context"


class RankRow(Frozen):
    """A speaker among the most quoted, or an actor often in the same briefings."""

    voice: str  # "v1", "v0" for one who is quoted nowhere
    name: str  # the actor's name
    permalink: str  # the actor's page
    line: str  # role or summary, "" for none
    number: int  # how many
    percent: int  # share of the longest row, at least 2


class Step(Frozen):
    """A day of "How it happened"."""

    date: ShownDate  # the year only where it is not that of the newest content
    text: str  # what happened: the day's events
    permalink: str  # the newest briefing that tells of it


class FrontView(Frozen):
    """The front page. Sections that are empty are None or ()."""

    frame: PageFrame
    title: str  # of the unseen h1: "On Record: annotated news briefings"
    as_of: ShownDate | None  # "Tuesday 7 January 2020"; None for a site without content
    counts: str  # "7 briefings, 17 quotes, 10 speakers, 4 sources on the record"
    lead: Lead | None
    latest: tuple[Teaser, ...]  # after the lead, newest first
    said: SaidView | None  # On the record
    most_quoted: tuple[RankRow, ...]  # at most ten
    steps: tuple[Step, ...]  # at most five days, newest first
    corrections: tuple[CorrectedBriefing, ...]  # Corrected: at most three, newest first


class MonthOfBriefings(Frozen):
    """The briefings of one month."""

    anchor: str  # "month-2020-01"
    title: str  # "January 2020"
    briefings: tuple[Teaser, ...]  # newest first, never empty


class BriefingsView(Frozen):
    """The briefings archive, or one year or month of it."""

    frame: PageFrame
    title: str  # "Briefings", "Briefings of 2019"
    lede: str  # "7 briefings, newest first."
    period: str  # "2019" on a dated page, else ""
    months: tuple[MonthOfBriefings, ...]  # newest first
    earlier: Earlier  # dated pages
    parts: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month
