"""An actor's page and its dated pages."""

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing
from onrecord.pages.views.common import (
    Count,
    ImageView,
    PeriodLink,
    SentenceView,
    Teaser,
    TextPart,
    WebLink,
)
from onrecord.pages.views.frame import FeedLink, PageFrame
from onrecord.pages.views.front import RankRow
from onrecord.pages.views.notes import NoteSection
from onrecord.pages.views.records import DayView, Earlier, RecordView
from onrecord.pages.views.sources import SourceSection
from onrecord.text.frozen import Frozen


class SparkMonth(Frozen):
    """A month of the sparkline (viewBox 0 0 480 84)."""

    x: str  # where its bar begins
    middle: str  # x of its label
    y: str  # top of the bar
    height: str  # 3 for none
    label: str  # "Jan"
    count: int  # how many quotes; 0 is drawn as `.zero`


class Sparkline(Frozen):
    """Quotes by month, twelve up to the actor's last quote."""

    caption: str  # "Quotes by month, February 2019 to January 2020"
    label: str  # the finding in words: "…: none until January 2020, then seven"
    months: tuple[SparkMonth, ...]  # twelve


class RoleRow(Frozen):
    """A role over time."""

    when: str  # "1998 to 3 January 2020", "Since 2019", "Date not given"
    parts: tuple[TextPart, ...]  # "Commander, " and the link to the organisation; of an office
    # holder the link to the actor and ", commander"
    source: str  # permalink of the source that says so, "" for none
    source_name: str  # its short name


class TieRow(Frozen):
    """Everybody to whom the actor stands in one relation."""

    label: str  # "Succeeded", "Parent of"
    parts: tuple[TextPart, ...]  # names, labels and years


class NetworkNode(Frozen):
    """An actor drawn around the page's own (viewBox 0 0 400 260)."""

    voice: str  # "v2", "v0" for one who is quoted nowhere
    x: str  # the middle of its dot
    y: str  # the same
    radius: str  # of its dot
    label: str  # short name
    label_x: str  # where the label begins, ends or has its middle
    label_y: str  # the label's base line
    label_anchor: str  # "start", "middle" or "end"
    line_width: str  # of the line to the middle


class OftenWith(Frozen):
    """The actors most often in the same briefings."""

    label: str  # of the drawing: the finding in words
    nodes: tuple[NetworkNode, ...]  # at most eight
    rows: tuple[RankRow, ...]  # the table beside it, never empty


class AppearanceView(Frozen):
    """A briefing that names or quotes the actor."""

    briefing: Teaser
    role: str  # the actor's role then, "" for none known
    sentences: tuple[SentenceView, ...]  # at most three in which it is named


class ActorHead(Frozen):
    """What tops an actor's page and its dated pages."""

    voice: str  # "v1"
    initials: str  # "JT", in the swatch
    label: str  # "Person, Iraq"
    name: str  # the actor's name
    permalink: str  # the actor's first page


class ActorView(Frozen):
    """An actor's page. Sections that are empty are None or ()."""

    frame: PageFrame
    head: ActorHead
    standfirst: str  # role and summary, "" for none
    remark: tuple[TextPart, ...]  # "Also written …. Born …. Profile checked 7 January 2020."
    why_unnamed: str  # of an unnamed actor with a profile, else ""
    links: tuple[WebLink, ...]  # the same actor elsewhere
    image: ImageView | None
    counts: tuple[Count, ...]  # quotes, briefings, sources
    spark: Sparkline | None  # None without quotes
    biography: Body | None  # the text of the actor's profile
    dressing: Dressing  # of the biography
    biography_language: str  # lang="" where it is not the page's
    biography_direction: str  # dir="", only with language
    quotes_remark: str  # "7 quotes, newest first"
    days: tuple[DayView, ...]  # On the record, newest first
    earlier: Earlier  # dated pages
    about: tuple[RecordView, ...]  # Said about, newest first
    to: tuple[RecordView, ...]  # Said to, newest first
    roles: tuple[RoleRow, ...]  # newest first
    office_holders: tuple[RoleRow, ...]  # who held a role there, newest first
    ties: tuple[TieRow, ...]
    often_with: OftenWith | None
    briefings_remark: str  # "2 briefings"
    briefings: tuple[AppearanceView, ...]  # newest first
    notes: NoteSection | None  # footnotes of the biography
    sources: SourceSection | None  # of the biography
    feed: FeedLink | None  # None for an unnamed actor


class ActorPeriodView(Frozen):
    """A year or a month of an actor whose lists are long."""

    frame: PageFrame
    head: ActorHead
    period: str  # "2019", "January 2019"
    days: tuple[DayView, ...]  # On the record
    about: tuple[RecordView, ...]
    to: tuple[RecordView, ...]
    briefings: tuple[AppearanceView, ...]
    earlier: Earlier  # the other dated pages
    months: tuple[PeriodLink, ...]  # instead of rows, on a year that is cut by month
