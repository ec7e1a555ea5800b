"""A body is dressed: its slots filled for a page, with marks and captions, or plainly for a feed.

Every text that fills a slot is escaped here, and nowhere else is a slot turned into markup.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from onrecord.annotate.body import (
    AssetAddress,
    Body,
    CitationMark,
    LinkClose,
    LinkOpen,
    NotedClose,
    NotedOpen,
    NoteMark,
    PictureSize,
    Piece,
    PullQuote,
    QuoteClose,
    QuoteOpen,
    QuoteTag,
    SayClose,
    SayOpen,
)
from onrecord.pages.dressing import CitationDress, Dressing, QuoteDress, noteref_anchor, ref_anchor
from onrecord.render.escaping import escaped

Url = Callable[[str], str]

_JOINER = "&#8288;"  # a word joiner: a mark never begins a line
_STOPS = (".", "!", "?", "…", ".”", "!”", "?”")
# In the finished pieces of a body every quotation mark of the text is escaped.
_ID_OR_CLASS = re.compile(r' (?:id|class)="[^"]*"')
_OWN_FRAGMENT = re.compile(r'(?<= href=")(?=#)')


def dress_for_page(body: Body, dressing: Dressing, url: Url) -> Markup:
    """The body as a page shows it: spans in the speakers' voices, tags, captions, notes."""
    return _PageDress(dressing, url).dress(body)


def dress_for_feed(body: Body, dressing: Dressing, url: Url, permalink: str) -> Markup:
    """The body as a feed carries it: plain HTML without ids, classes, cards and captions.

    `url` must give full addresses, and `permalink` is that of the body's own page.
    """
    return _FeedDress(dressing, url, str(escaped(url(permalink)))).dress(body)


class _Dress:
    """What both styles share. Links nest, so that the ends of links left out are left out too."""

    def __init__(self, dressing: Dressing, url: Url) -> None:
        self._dressing = dressing
        self._url = url
        self._link_ends: list[str] = []
        self._fillers: Mapping[type, Callable[[Any], str]] = {
            LinkOpen: self._link_open,
            LinkClose: self._link_close,
            QuoteOpen: self._quote_open,
            QuoteTag: self._quote_tag,
            QuoteClose: self._quote_close,
            SayOpen: self._say_open,
            SayClose: self._say_close,
            PullQuote: self._pull_quote,
            NotedOpen: self._noted_open,
            NotedClose: self._noted_close,
            NoteMark: self._note_mark,
            CitationMark: self._citation_mark,
            AssetAddress: self._asset_address,
            PictureSize: self._picture_size,
            str: self._text,
        }

    def dress(self, body: Body) -> Markup:
        """The pieces in order, each slot filled.

        A quote that is closed and opened again without markup between goes on.
        """
        fillers = self._fillers
        filled: list[str] = []
        before: Piece = ""
        for piece in body.pieces:
            if isinstance(piece, QuoteOpen) and before == QuoteClose(piece.key):
                filled.pop()
            else:
                filled.append(fillers[type(piece)](piece))
            before = piece
        return Markup("".join(filled))  # noqa: S704 - strings are finished, slots are escaped

    def _quote(self, key: str) -> QuoteDress | None:
        """The quote's dress; None for one that the site does not show, whose words stay plain."""
        return self._dressing.quotes.get(key)

    def _address(self, permalink: str) -> str:
        return escaped(self._url(permalink))

    def _text(self, finished: str) -> str:
        return finished

    def _link_open(self, slot: LinkOpen) -> str:
        link = self._dressing.links[slot.target]
        self._link_ends.append("</a>" if link.permalink else "")
        if not link.permalink:
            return ""
        return self._start_of_link(slot, self._address(link.permalink), link.card)

    def _start_of_link(self, slot: LinkOpen, address: str, card: str) -> str:
        raise NotImplementedError

    def _link_close(self, _slot: LinkClose) -> str:
        return self._link_ends.pop()

    def _asset_address(self, slot: AssetAddress) -> str:
        return self._address(self._dressing.assets[slot.path].permalink)

    def _picture_size(self, slot: PictureSize) -> str:
        asset = self._dressing.assets[slot.path]
        return f' width="{asset.width}" height="{asset.height}"' if asset.width else ""

    def _quote_open(self, slot: QuoteOpen) -> str:
        raise NotImplementedError

    def _quote_tag(self, slot: QuoteTag) -> str:
        raise NotImplementedError

    def _quote_close(self, slot: QuoteClose) -> str:
        raise NotImplementedError

    def _say_open(self, slot: SayOpen) -> str:
        raise NotImplementedError

    def _say_close(self, slot: SayClose) -> str:
        raise NotImplementedError

    def _pull_quote(self, slot: PullQuote) -> str:
        raise NotImplementedError

    def _noted_open(self, slot: NotedOpen) -> str:
        raise NotImplementedError

    def _noted_close(self, slot: NotedClose) -> str:
        raise NotImplementedError

    def _note_mark(self, slot: NoteMark) -> str:
        raise NotImplementedError

    def _citation_mark(self, slot: CitationMark) -> str:
        raise NotImplementedError


class _PageDress(_Dress):
    """The markup of DESIGN's components."""

    def _start_of_link(self, slot: LinkOpen, address: str, card: str) -> str:
        if not slot.is_mention:
            return f'<a href="{address}">'
        opens = f' data-card="{escaped(card)}"' if card else ""
        return f'<a class="actor" href="{address}"{opens}>'

    def _quote_open(self, slot: QuoteOpen) -> str:
        quote = self._quote(slot.key)
        if quote is None:
            return ""
        is_anchor = slot.is_first and slot.is_recorded and quote.anchor
        anchor = f' id="{escaped(quote.anchor)}"' if is_anchor else ""
        rest = "" if slot.is_first else " rest"
        return f'<span class="quote {_voices(quote)}{rest}"{anchor}{_language(quote)}>'

    def _quote_tag(self, slot: QuoteTag) -> str:
        quote = self._quote(slot.key)
        if quote is None:
            return ""
        return self._tag(quote) + self._quote_caption(quote, is_again=not slot.is_recorded)

    def _tag(self, quote: QuoteDress) -> str:
        if not (quote.initials and quote.permalink):
            return ""
        # The joiner stands inside, so that copied words are those of the quote and nothing else.
        return (
            f'<a class="tag" href="{self._address(quote.permalink)}"'
            f' aria-label="{escaped(quote.tag_label)}">{_JOINER}{escaped(quote.initials)}</a>'
        )

    def _quote_caption(self, quote: QuoteDress, *, is_again: bool) -> str:
        again = " again" if is_again or quote.is_again else ""
        text = f" {escaped(quote.caption_text)}" if quote.caption_text else ""
        # In words that run the other way, what is said of them still belongs to the text's margin.
        is_turned = quote.direction not in ("", self._dressing.direction)
        turned = f' dir="{escaped(self._dressing.direction)}"' if is_turned else ""
        return (
            f'<span class="caption{again}" aria-hidden="true"{turned}>'
            f"<b>{escaped(quote.caption_name)}</b>{text}</span>"
        )

    def _quote_close(self, slot: QuoteClose) -> str:
        return "</span>" if self._quote(slot.key) else ""

    def _say_open(self, slot: SayOpen) -> str:
        quote = self._quote(slot.key)
        if quote is None:
            return "<blockquote>"
        cite = f' cite="{escaped(quote.cite)}"' if quote.cite else ""
        return f'<blockquote class="say {escaped(quote.voice)}"{cite}>'

    def _say_close(self, slot: SayClose) -> str:
        quote = self._quote(slot.key)
        if quote is None or not quote.footer or slot.has_attribution:
            return "</blockquote>"
        return f"<footer>{escaped(quote.footer)}</footer></blockquote>"

    def _pull_quote(self, slot: PullQuote) -> str:
        quote = self._quote(slot.key)
        if quote is None:
            return ""
        return (
            f"{self._say_open(SayOpen(slot.key))}"
            f'<p><span class="quote {_voices(quote)}"{_language(quote)}>'
            f"{escaped(quote.words)}{self._tag(quote)}</span></p>"
            f"{self._say_close(SayClose(slot.key))}"
        )

    def _noted_open(self, _slot: NotedOpen) -> str:
        return '<span class="noted">'

    def _noted_close(self, _slot: NotedClose) -> str:
        return "</span>"

    def _note_mark(self, slot: NoteMark) -> str:
        note = self._dressing.notes[slot.number]
        margin = (
            f'<span class="note" aria-hidden="true"><b>{escaped(note.heading)}</b>'
            f" {escaped(note.text)}</span>"
            if slot.use == 1
            else ""
        )
        return (
            f'<span class="noteref" id="{noteref_anchor(slot.number, slot.use)}">{_JOINER}'
            f'<a href="{self._address(note.permalink)}" aria-label="{escaped(note.label)}">'
            f"{slot.number}</a>{margin}</span>"
        )

    def _citation_mark(self, slot: CitationMark) -> str:
        citation = self._dressing.citations[slot.source_id]
        before = f"{escaped(slot.before[:1].upper() + slot.before[1:])} " if slot.before else ""
        place = f", {escaped(slot.locator)}" if slot.locator else ""
        wording = f" {escaped(_stopped(slot.wording))}" if slot.wording else ""
        caption = (
            f'<span class="caption" aria-hidden="true"><b>{before}[{slot.number}]&ensp;'
            f"{escaped(citation.name)}{place}</b>{wording}</span>"
            if before or place or wording
            else ""
        )
        return (
            f'<span class="ref" id="{ref_anchor(slot.number, slot.use)}">{_JOINER}'
            f'<a href="{self._address(citation.permalink)}"'
            f' aria-label="{_label(slot, citation)}">[{slot.number}]</a>{caption}</span>'
        )


class _FeedDress(_Dress):
    """Markup that any feed reader shows: quotes are text, followed by a link to their place."""

    def __init__(self, dressing: Dressing, url: Url, page: str) -> None:
        super().__init__(dressing, url)
        self._page_pattern = page.replace("\\", r"\\")

    def _text(self, finished: str) -> str:
        if '="' not in finished:
            return finished
        return _OWN_FRAGMENT.sub(self._page_pattern, _ID_OR_CLASS.sub("", finished))

    def _start_of_link(self, _slot: LinkOpen, address: str, _card: str) -> str:
        return f'<a href="{address}">'

    def _quote_open(self, _slot: QuoteOpen) -> str:
        return ""

    def _quote_tag(self, slot: QuoteTag) -> str:
        quote = self._quote(slot.key)
        if quote is None or not (slot.is_recorded and quote.initials and quote.permalink):
            return ""
        told = f"{quote.caption_name} {quote.caption_text}".strip()
        return (
            f'<sup><a href="{self._address(quote.permalink)}"'
            f' title="{escaped(told)}">{escaped(quote.initials)}</a></sup>'
        )

    def _quote_close(self, _slot: QuoteClose) -> str:
        return ""

    def _say_open(self, slot: SayOpen) -> str:
        quote = self._quote(slot.key)
        cite = quote.cite if quote else ""
        return f'<blockquote cite="{escaped(cite)}">' if cite else "<blockquote>"

    def _say_close(self, slot: SayClose) -> str:
        quote = self._quote(slot.key)
        if quote is None or slot.has_attribution:
            return "</blockquote>"
        return f"<p>— {escaped(quote.footer or quote.caption_name)}</p></blockquote>"

    def _pull_quote(self, _slot: PullQuote) -> str:
        return ""  # its words stand in the text

    def _noted_open(self, _slot: NotedOpen) -> str:
        return ""

    def _noted_close(self, _slot: NotedClose) -> str:
        return ""

    def _note_mark(self, slot: NoteMark) -> str:
        note = self._dressing.notes[slot.number]
        return (
            f'<sup><a href="{self._address(note.permalink)}"'
            f' title="{escaped(note.label)}">{slot.number}</a></sup>'
        )

    def _citation_mark(self, slot: CitationMark) -> str:
        citation = self._dressing.citations[slot.source_id]
        address = escaped(citation.address) or self._address(citation.permalink)
        return (
            f'<sup><a href="{address}" title="{_label(slot, citation)}">[{slot.number}]</a></sup>'
        )


def _voices(quote: QuoteDress) -> str:
    """The classes by which a quote has its colour and is found by its speakers' chips."""
    return escaped(f"{quote.voice} {quote.joint}".rstrip())


def _language(quote: QuoteDress) -> str:
    if not quote.language:
        return ""
    direction = f' dir="{escaped(quote.direction)}"' if quote.direction else ""
    return f' lang="{escaped(quote.language)}"{direction}'


def _label(slot: CitationMark, citation: CitationDress) -> str:
    """What a mark is called: "Source 1: The Independent", "See source 1: The Independent, p. 3"."""
    label = citation.label
    if slot.before:
        label = f"{slot.before[:1].upper()}{slot.before[1:]} {label[:1].lower()}{label[1:]}"
    return escaped(f"{label}, {slot.locator}" if slot.locator else label)


def _stopped(wording: str) -> str:
    """The wording as a sentence of its own."""
    return wording if wording.endswith(_STOPS) else f"{wording}."
