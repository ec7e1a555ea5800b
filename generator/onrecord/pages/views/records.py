"""A quote's record as it stands in lists: on briefings, actor and quotes pages, the timeline."""

from onrecord.pages.views.common import Link, PeriodLink, ShownDate, TextPart
from onrecord.text.frozen import Frozen


class StateRow(Frozen):
    """One remark of the quiet row under a record: key word in ink, then the rest."""

    kind: str  # with, by, behalf, excerpt, paraphrase, via, translated, also, disputes, denied,
    # replies, answered, corrected, withdrawn, differs; "via" is the class of that row too
    key_word: str  # "Excerpt", "Denied", "Corrected"; "" for via
    parts: tuple[TextPart, ...]  # what follows, with its leading space; () for nothing


class VerifiedView(Frozen):
    """How something stands to the copy we keep."""

    state: str  # the class: "ok", "part" or "wait"
    text: str  # "4 of 4 quotes match the copy we keep, saved 7 January 2020", "No copy kept"


class RecordView(Frozen):
    """One record. Meta is printed in the order of the fields from `where` on."""

    anchor: str  # its id on this page, "" where the record stands on the page already
    permalink: str  # for "Copy link": the record on its dated page
    voice: str  # "v1" … "v10", "vx"
    filter_class: str  # "s1" … "s12" on the quotes page, "s1 s3" for several; "" elsewhere
    by: tuple[TextPart, ...]  # who spoke: names, links, " and ", ", on behalf of …"
    role: str  # the role held when it was said, "" for none known
    asked: str  # the question or subject, "" for none
    words: str  # the words in quotation marks; a paraphrase without
    is_paraphrase: bool  # True for the writer's own words
    language: str  # lang="" of the words where it is not the page's
    direction: str  # dir="", only with language
    date: ShownDate  # when said, or "By 6 January 2020"
    is_said_date: bool  # False where only the briefing's date is known
    company: tuple[StateRow, ...]  # what `by` says beyond the heading of a briefing's or an
    # actor's list: "Together with João Feld", "On behalf of Port Co"; shown without `by` only
    state: tuple[StateRow, ...]  # in the order in which they are shown
    where: str  # "Interview with The Independent, Baghdad", "Place not given"
    sources: tuple[Link, ...]  # "Source 1" on a briefing, the source's short name elsewhere
    source_unknown: str  # "Source not given" where there is none, else ""
    credibility: str  # the digit, "" for none
    credibility_words: str  # "probably true"
    verified: VerifiedView | None  # None where nothing is known of any copy
    context: Link  # its place in the briefing's text: "In context" or the briefing's headline
    first_in: Link | None  # on a briefing that only repeats the words: where they stood first
    repeated_in: tuple[Link, ...]  # other briefings that repeat the words


class DayView(Frozen):
    """The records of one day, in the order in which they were said."""

    date: ShownDate  # "6 January 2020", "By 6 January 2020", "January 2020"
    where: str  # the occasion that most of them share: "Interview with …"; "" for none
    remark: str  # the line under it: that occasion, and what is not known of the day; "" for none
    records: tuple[RecordView, ...]  # never empty


class Earlier(Frozen):
    """Where the rest of a list stands that is cut by calendar."""

    label: str  # of the nav: "Earlier quotes"
    periods: tuple[PeriodLink, ...]  # newest first; () where there are no other pages
