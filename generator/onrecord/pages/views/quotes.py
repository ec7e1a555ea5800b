"""The quotes index, and a quote's own page where the site has them."""

from onrecord.pages.views.briefing import Chip
from onrecord.pages.views.common import Link, PeriodLink, TextPart
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.records import DayView, Earlier, RecordView
from onrecord.text.frozen import Frozen


class QuotesView(Frozen):
    """Everything said on the record, or one year or month of it."""

    frame: PageFrame
    title: str  # "Quotes", "Quotes of 2019"
    lede: str  # what the page is
    period: str  # "2019" on a dated page, else ""
    chips: tuple[Chip, ...]  # "Everyone" and at most twelve speakers; () with fewer than two
    days: tuple[DayView, ...]  # newest first
    earlier: Earlier  # dated pages
    months: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month


class QuoteView(Frozen):
    """One quote's page."""

    frame: PageFrame
    title: tuple[TextPart, ...]  # who spoke
    record: RecordView
    briefing: Link  # the briefing that holds it
    sentence: str  # the sentence in which it stands there, "" where it was not found
    full: str  # the fuller wording in quotation marks, "" for none
