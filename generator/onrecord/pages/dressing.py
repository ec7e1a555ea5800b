"""All that the slots of a body need to become a page's HTML, or a feed's."""

from collections.abc import Mapping

from onrecord.enlist.cast import Target
from onrecord.text.frozen import Frozen, field


class QuoteDress(Frozen):
    """How a quote is dressed: for QuoteOpen, QuoteTag, QuoteClose, SayOpen, SayClose, PullQuote."""

    voice: str  # "v1" … "v10", "vx": class of the span, the blockquote, the pull quote
    joint: str  # "f3 f5": classes for the other speakers' chips of a joint statement, else ""
    initials: str  # text of the tag, "" where speakers are dressed without one
    tag_label: str  # aria-label of the tag: "JT: Jawad Al Telbawi, quoted"
    anchor: str  # id of the first piece: "q-all-options"; "" outside its text
    permalink: str  # where the tag leads: the quote in its own briefing's text
    caption_name: str  # in bold: "Jawad Al Telbawi"
    caption_text: str  # after it and a space: "to The Independent, 6 January 2020"
    is_again: bool  # the speaker is that of the quote just before in the section
    footer: str  # of a blockquote: "Jawad Al Telbawi, on the US army in Iraq"
    words: str  # of a pull quote, with quotation marks
    cite: str  # the source's full address, "" for none: for feeds and cite=""
    language: str  # lang="" where it is not the page's
    direction: str  # dir="", only with language


class LinkDress(Frozen):
    """Where a LinkOpen leads. Without permalink its words stay plain text."""

    permalink: str  # "/actors/pmf/", "" where nothing is published there
    card: str  # id of the card a mention opens: "card-pmf", "" for none


class CitationDress(Frozen):
    """How a CitationMark is dressed: what its source is called and where its entry stands."""

    permalink: str  # "/briefings/x/#source-1"
    label: str  # aria-label: "Source 1: The Independent"
    name: str  # in bold in the caption: "The Independent"
    address: str  # the source's own full address, "" for none: for feeds


class NoteDress(Frozen):
    """How a NoteMark is dressed: its label and what stands in the margin."""

    permalink: str  # "/briefings/x/#note-1"
    label: str  # aria-label: "Note 1, from the editor: context"; "Note 2" for a footnote
    heading: str  # in bold in the margin: "Note 1: context"
    text: str  # its words without markup


class AssetDress(Frozen):
    """How a file is linked and, where it is a picture of known size, given its room."""

    permalink: str  # "/media/…"
    width: int = 0  # in pixels, 0 where not known
    height: int = 0  # the same


class Dressing(Frozen):
    """Fills every slot of one page's bodies; a slot that is not in here is a bug."""

    quotes: Mapping[str, QuoteDress] = field(default_factory=dict)  # by key, "article#quote"
    links: Mapping[Target, LinkDress] = field(default_factory=dict)
    citations: Mapping[str, CitationDress] = field(default_factory=dict)  # by source id
    notes: Mapping[int, NoteDress] = field(default_factory=dict)  # by number
    assets: Mapping[str, AssetDress] = field(default_factory=dict)  # by path under content/
    direction: str = "ltr"  # in which the text is written, and so where its margin is


def use_letters(use: int) -> str:
    """The letters of a source's or note's nth use: a … z, aa, ab …; `ref-1a`, `noteref-2b`."""
    letters = ""
    while use > 0:
        use, last = divmod(use - 1, 26)
        letters = chr(ord("a") + last) + letters
    return letters


def noteref_anchor(number: int, use: int) -> str:
    """The id of a note's mark in the text: `noteref-1`, then `noteref-1b`, `noteref-1c`."""
    return f"noteref-{number}" + (use_letters(use) if use > 1 else "")


def ref_anchor(number: int, use: int) -> str:
    """The id of a citation's mark in the text: `ref-1a`."""
    return f"ref-{number}{use_letters(use)}"
