"""The small things that views are made of: dates, links, pieces of text, pictures, teasers.

Everywhere in views: text is plain and unescaped, a permalink begins with "/" and goes through
`url()`, an address is a full web address and is printed as it stands, "" means that there is none.
"""

from onrecord.text.frozen import Frozen


class ShownDate(Frozen):
    """A date as readers see it and as machines read it."""

    text: str  # "6 January 2020, 22:27 GMT", with no-break spaces
    machine: str  # for datetime="": as exact as it is known, with the author's offset


class Link(Frozen):
    """Words that lead to a page of the site, or just words."""

    text: str  # what is shown
    permalink: str = ""  # where it leads; "" for plain words


class WebLink(Frozen):
    """Words that lead out of the site (rel="external")."""

    text: str  # what is shown
    address: str  # the full address


class TextPart(Frozen):
    """A stretch of a line: plain words, a link, or a date. Parts follow without space between."""

    text: str  # the words, with the spaces and commas that belong to the line
    permalink: str = ""  # a link within the site, "" for none
    machine: str = ""  # a date for <time datetime>, "" where the words are no date
    language: str = ""  # lang="", only where it is not the page's
    direction: str = ""  # dir="", only with language


class PeriodLink(Frozen):
    """A year or month of a list that is cut by calendar."""

    text: str  # "2019" or "January 2019"
    permalink: str  # its page
    count: str  # "212 quotes"
    is_current: bool = False  # True on that very page


class Count(Frozen):
    """A number with its noun, for `.counts`."""

    number: int  # 7
    noun: str  # "quotes", "quote" for one


class ImageView(Frozen):
    """A picture of the site's own."""

    permalink: str  # "/media/…"
    alt: str  # "" where none was given
    caption: str  # "" for none
    credit: str  # "" for none
    width: int  # in pixels, 0 where not known
    height: int  # the same


class Teaser(Frozen):
    """A briefing as other pages announce it."""

    title: str  # the headline
    permalink: str  # the briefing
    summary: str  # the standfirst, "" for none
    date: ShownDate  # when it was published
    counts: str  # "12 quotes, 8 speakers", "No quotes"
    corrected: str = ""  # "Corrected 7 January", "Retracted 7 January"; "" for none
    language: str = ""  # lang="" of title and summary where it is not the site's
    direction: str = ""  # dir="", only with language


class SentenceView(Frozen):
    """A sentence of a briefing in which something is named or cited."""

    text: str  # the sentence as it stands there
    permalink: str  # the nearest place that has an anchor: its section, or the briefing
