"""A topic's page and its dated pages."""

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing
from onrecord.pages.views.common import PeriodLink, Teaser
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.notes import NoteSection
from onrecord.pages.views.records import Earlier
from onrecord.pages.views.sources import SourceSection
from onrecord.text.frozen import Frozen


class TopicView(Frozen):
    """A topic with its brief and its briefings, or one year or month of these."""

    frame: PageFrame
    title: str  # "Iran", "Iran, 2019"
    permalink: str  # the topic's first page
    period: str  # "2019" on a dated page, else ""
    summary: str  # the lede, "" for none
    brief: Body | None  # None on dated pages and where there is none
    dressing: Dressing  # of the brief
    language: str  # lang="" of the brief where it is not the page's
    direction: str  # dir="", only with language
    briefings_remark: str  # "4 briefings, newest first"
    briefings: tuple[Teaser, ...]  # newest first
    earlier: Earlier  # dated pages
    months: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month
    notes: NoteSection | None  # footnotes of the brief
    sources: SourceSection | None  # of the brief
