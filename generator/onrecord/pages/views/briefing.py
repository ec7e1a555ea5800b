"""A briefing's page."""

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing
from onrecord.pages.views.common import (
    Count,
    ImageView,
    Link,
    SentenceView,
    ShownDate,
    Teaser,
    TextPart,
)
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.notes import NoteSection
from onrecord.pages.views.records import RecordView
from onrecord.pages.views.sources import SourceSection
from onrecord.text.frozen import Frozen


class StripQuote(Frozen):
    """A quote on the strip, in thousandths of the briefing's length."""

    voice: str  # "v1"
    joint: str  # "f3 f5": the other speakers' chips of a joint statement, else ""
    permalink: str  # "…#q-all-options"
    x: str  # where it begins: "102.6"
    width: str  # how much of the briefing it is, less a hairline: "12.5"
    title: str  # "Jawad Al Telbawi: “All retaliation options …”"


class Chip(Frozen):
    """A choice of voice or speaker."""

    anchor: str  # id of the radio: "f0" for all, "f1", "fx"; "s0", "s1" on the quotes page
    voice: str  # "v1"; "" for all
    label: str  # "All", "Telbawi", "Others"
    count: int  # how many quotes


class Strip(Frozen):
    """Who speaks where, drawn on a line from the first word to the last (viewBox 0 0 1000 28)."""

    marks: tuple[str, ...]  # x of each section's beginning
    quotes: tuple[StripQuote, ...]  # in text order
    sentence: str  # the share in words: "120 of its 468 words (26%) are other people’s."
    share: str  # "26%"


class VoicesView(Frozen):
    """The strip with its chips."""

    strip: Strip
    chips: tuple[Chip, ...]  # the first is "All"


class UpdateLine(Frozen):
    """A line under the headline: what came later."""

    date: ShownDate  # "14:05" on the day of publication, else the date
    text: str  # what was added, "" where only the time is known


class FixView(Frozen):
    """A correction, clarification or retraction of this briefing."""

    date: ShownDate  # when
    kind: str  # correction, clarification, update or retraction
    label: str  # "Correction", "Clarification"
    parts: tuple[TextPart, ...]  # what was wrong and what it reads now


class NamedSpeaker(Frozen):
    """A speaker with the role that the records under the heading were spoken in."""

    name: Link  # leads to the actor's page, where there is one
    role: str  # the role held then; "Role not given"; why unnamed


class SpeakerGroup(Frozen):
    """Records of a briefing that one speaker spoke in one role, or several speakers together."""

    speakers: tuple[NamedSpeaker, ...]  # several for a joint statement
    voice: str  # "v1"
    records: tuple[RecordView, ...]  # in text order, never empty


class RecordSection(Frozen):
    """On the record."""

    remark: str  # "12 quotes, 8 speakers"
    groups: tuple[SpeakerGroup, ...]  # by first quote, never empty


class WhoRow(Frozen):
    """An actor of the briefing in Who's who."""

    voice: str  # "v0" for one who is not quoted here
    name: Link  # leads to the actor's page
    line: str  # role then and one line


class WhoSection(Frozen):
    """Who's who, by sort name."""

    remark: str  # "22 actors"
    rows: tuple[WhoRow, ...]  # never empty


class CardView(Frozen):
    """What a mention shows of an actor on hover or tap."""

    anchor: str  # "card-pmf"
    voice: str  # "v0" for one who is not quoted here
    kind: str  # "Armed group"
    name: str  # the actor's name
    role: str  # the role held on the article's date, "" for none
    line: str  # one line, "" for none
    quotes_here: Count  # in this briefing
    permalink: str  # the actor's page


class MentionedIn(Frozen):
    """Another briefing that leads here."""

    briefing: Link  # its headline
    date: ShownDate  # when it was published
    sentences: tuple[SentenceView, ...]  # the sentences that hold the link or repeat


class BriefingView(Frozen):
    """A whole briefing. Sections that are empty are None or ()."""

    frame: PageFrame
    headline: str  # the title
    language: str  # lang="" of the article where it is not the page's
    direction: str  # dir="", only with language
    place: str  # the dateline, "" for none
    genre: str  # "Analysis", "" for a plain report
    topics: tuple[Link, ...]  # what it is about
    standfirst: str  # the summary, "" for none
    authors: tuple[TextPart, ...]  # "By …", () for none
    published: ShownDate  # when
    updated: ShownDate | None  # the latest change, None where nothing came after
    reading_time: str  # "2-minute read"
    corrected: Link | None  # "Corrected 7 January", leading to the box
    retraction: FixView | None  # the banner
    updates: tuple[UpdateLine, ...]  # newest first
    fixes: tuple[FixView, ...]  # the box of corrections, newest first; the retraction included
    image: ImageView | None  # the lead picture
    voices: VoicesView | None  # None with fewer than three quotes
    contents: tuple[Link, ...]  # "In this briefing": sections of the text, then of the page
    takeaways: tuple[str, ...]  # "In brief"
    body: Body  # to be dressed
    dressing: Dressing  # with this
    has_headings: bool  # False: the text is a <div>, not an <article>
    notes: NoteSection | None
    record: RecordSection | None
    who: WhoSection | None
    sources: SourceSection | None
    related: tuple[Teaser, ...]  # a few, nearest first
    mentioned_in: tuple[MentionedIn, ...]  # newest first
    cards: tuple[CardView, ...]  # one for every actor that a mention can open
