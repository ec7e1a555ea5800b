"""The timeline and the corrections page."""

from onrecord.pages.views.briefing import FixView
from onrecord.pages.views.common import Link, PeriodLink, ShownDate
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.records import Earlier, RecordView
from onrecord.text.frozen import Frozen


class EventView(Frozen):
    """Something that happened."""

    date: ShownDate  # as exact as it is known
    title: str  # what happened
    permalink: str  # the briefing that tells of it
    briefing: str  # that briefing's headline
    text: str  # a line about it, "" for none
    records: tuple[RecordView, ...]  # what was said about it
    is_key: bool  # True where something was said about it: the red dot


class TimelineView(Frozen):
    """Events newest first, or one year or month of them."""

    frame: PageFrame
    title: str  # "Timeline", "Timeline of 2019"
    lede: str  # what the page is
    period: str  # "2019" on a dated page, else ""
    events: tuple[EventView, ...]  # newest first
    earlier: Earlier  # dated pages
    months: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month


class CorrectedBriefing(Frozen):
    """A correction with the briefing that it changed."""

    fix: FixView
    briefing: Link  # leads to the box of that briefing


class CorrectionsView(Frozen):
    """Corrections, clarifications and retractions, newest first."""

    frame: PageFrame
    title: str  # "Corrections", "Corrections of 2019"
    lede: str  # what the page is
    period: str  # "2019" on a dated page, else ""
    policy: Link | None  # the site's policy on corrections, where it is a page of the site
    policy_address: str  # and where it is elsewhere on the web, "" for none
    corrections: tuple[CorrectedBriefing, ...]  # newest first
    earlier: Earlier  # dated pages
    months: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month
