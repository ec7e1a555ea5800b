"""What a text refers to: where that is the same, so is the slice that it needs."""

from onrecord.enlist.complete import texts_of
from onrecord.enlist.marks import cited_ids, destinations, marks, marks_outside_code
from onrecord.model import Article


def referred_by(article: Article) -> tuple[object, ...]:
    """All that enlisting reads from an article's text: equal for texts that are enlisted alike."""
    texts = texts_of(article)
    return (
        frozenset(mark for text in texts for mark in marks(text)),
        frozenset(cited for text in texts for cited in cited_ids(text)),
        frozenset(address for text in texts for address in destinations(text)),
        tuple(dict.fromkeys(mark for text in texts for mark in marks_outside_code(text))),
    )
