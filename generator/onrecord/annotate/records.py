"""The quotes that an article's text is searched for: its own, and those it repeats."""

from collections.abc import Iterator

from onrecord.enlist.cast import EnlistedArticle, SlicedQuote
from onrecord.model import Quote
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span


class Wording(Frozen):
    """One wording that counts as the quote, with its language where the record says it."""

    text: str
    language: str = ""


class Record(Frozen):
    """A quote to be placed: its own wording first; `name` is how messages call it."""

    key: str
    name: str
    wordings: tuple[Wording, ...]
    span: Span
    order: int
    is_paraphrase: bool = False
    is_repeat: bool = False
    prefix: str = ""
    occurrence: int = 1

    @property
    def text(self) -> str:
        """The record's own wording."""
        return self.wordings[0].text


def records_of(enlisted: EnlistedArticle) -> Iterator[Record]:
    """Every record of the article in order of the front matter, then the repeats."""
    article = enlisted.article
    for order, quote in enumerate(article.quotes):
        yield _own(quote, order)
    sliced = {repeat.key: repeat for repeat in enlisted.slice.repeats}
    for order, written in enumerate(article.repeats, len(article.quotes)):
        if written.text in sliced:
            yield _repeated(sliced[written.text], written.span, order)


def _own(quote: Quote, order: int) -> Record:
    others = [Wording(other.text, other.language) for other in quote.also]
    if quote.full is not None:
        others.append(Wording(quote.full.text, quote.language))
    return Record(
        key=quote.key,
        name=quote.id,
        wordings=(Wording(quote.wording.text, quote.language), *others),
        span=quote.wording.span,
        order=order,
        is_paraphrase=quote.text is None,
        prefix=quote.prefix,
        occurrence=quote.occurrence,
    )


def _repeated(quote: SlicedQuote, span: Span, order: int) -> Record:
    wordings = [Wording(text) for text in (quote.text, *quote.also, quote.full) if text]
    return Record(
        key=quote.key,
        name=quote.key,
        wordings=tuple(wordings),
        span=span,
        order=order,
        is_paraphrase=quote.is_paraphrase,
        is_repeat=True,
    )
