"""What a text refers to: where that is the same, so is the slice that it needs."""

from onrecord.enlist.marks import cited_ids, destinations, marks, marks_outside_code
from onrecord.model import Article
from onrecord.text.frozen import Frozen


class Referred(Frozen):
    """All that enlisting reads from texts: equal for those that are enlisted alike.

    `marks`, `cited` and `addresses` stand sorted, each once; `marks_outside_code` as they come.
    """

    marks: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    marks_outside_code: tuple[str, ...] = ()


def referred_by(article: Article) -> Referred:
    """What the body and the notes of an article refer to."""
    return referred_in(article.body, *(note.note.text for note in article.notes))


def referred_in(*texts: str) -> Referred:
    """What these texts refer to, all together."""
    return Referred(
        marks=tuple(sorted({mark for text in texts for mark in marks(text)})),
        cited=tuple(sorted({cited for text in texts for cited in cited_ids(text)})),
        addresses=tuple(sorted({address for text in texts for address in destinations(text)})),
        marks_outside_code=tuple(
            dict.fromkeys(mark for text in texts for mark in marks_outside_code(text))
        ),
    )
