"""Quotes compared with the copies of their sources that we keep."""

from collections.abc import Iterator, Mapping
from re import compile as pattern

from onrecord.annotate.passages import Haystack
from onrecord.link.dossier import VerifiedState
from onrecord.link.ground import Ground
from onrecord.model import Quote, Source
from onrecord.read.content import Snapshot
from onrecord.text.dates import Date
from onrecord.text.folding import fold
from onrecord.text.frozen import Frozen

BLANK_LINES = pattern(r"\n[^\S\n]*\n\s*")
NO_COPY = VerifiedState("no-copy")
WEIGHTS = {"not-compared": 0, "differs": 1, "matches": 2}


class Verification(Frozen):
    """What the copies say: `results` holds True or False for a quote's key and a source's id.

    `states` holds what is shown of a quote; `saved` when the copy of a source was made.
    """

    results: Mapping[tuple[str, str], bool]
    states: Mapping[str, VerifiedState]
    saved: Mapping[str, Date]


def verify_quotes(ground: Ground) -> Verification:
    """Every placed quote looked up in the copies of its sources, each copy made ready once.

    A copy counts only where its source says when it was saved. A paraphrase, and a translation
    whose original words are not given, cannot be compared.
    """
    snapshots = _dated_snapshots(ground)
    haystacks: dict[str, Haystack] = {}
    results: dict[tuple[str, str], bool] = {}
    states: dict[str, VerifiedState] = {}
    for slug in ground.articles if snapshots else ():
        for placed in ground.facts(slug).quotes:
            quote = ground.quotes[placed.key]
            for source_id in dict.fromkeys(ref.id for ref in quote.sources):
                if source_id not in snapshots:
                    continue
                if source_id not in haystacks:
                    haystacks[source_id] = _haystack(snapshots[source_id].text)
                wanted = tuple(_wanted(quote, placed.words))
                found = any(haystacks[source_id].find(words) for words in wanted)
                if found or not _is_incomparable(quote):
                    results[placed.key, source_id] = found
                    state = "matches" if found else "differs"
                else:
                    state = "not-compared"
                snapshot = snapshots[source_id]
                saved = _saved(ground.sources[source_id])
                _tell(states, placed.key, VerifiedState(state, saved, snapshot.digest))
    dates = {
        source_id: when for source_id in snapshots if (when := _saved(ground.sources[source_id]))
    }
    return Verification(results, states, dates)


def _dated_snapshots(ground: Ground) -> dict[str, Snapshot]:
    return {
        snapshot.source_id: snapshot
        for snapshot in ground.content.snapshots
        if snapshot.source_id in ground.sources and _saved(ground.sources[snapshot.source_id])
    }


def _saved(source: Source) -> Date | None:
    return source.archived_date or source.accessed


def _haystack(text: str) -> Haystack:
    folded = fold(text)
    blocks: list[tuple[int, int]] = []
    start = 0
    for blank in BLANK_LINES.finditer(text):
        blocks.append((start, blank.start()))
        start = blank.end()
    blocks.append((start, len(text)))
    return Haystack(folded, blocks)


def _wanted(quote: Quote, words: str) -> Iterator[str]:
    """The wordings of which one must stand in the copy: the body's, else the original's."""
    if quote.text:
        yield words
    if quote.original and quote.original.text:
        yield quote.original.text


def _is_incomparable(quote: Quote) -> bool:
    has_original_words = quote.original is not None and bool(quote.original.text)
    return not has_original_words and (quote.text is None or quote.original is not None)


def _tell(states: dict[str, VerifiedState], key: str, told: VerifiedState) -> None:
    """Keeps what is shown of a quote: the first copy that matches, else the first that differs."""
    known = states.setdefault(key, told)
    if WEIGHTS[told.state] > WEIGHTS[known.state]:
        states[key] = told
