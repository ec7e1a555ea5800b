"""Corrections in words."""

from onrecord.model import Correction
from onrecord.pages.edition import Edition, is_shown
from onrecord.pages.parts.names import speaker_names
from onrecord.pages.parts.records import shown_words
from onrecord.pages.shown_dates import show
from onrecord.pages.views.briefing import FixView
from onrecord.pages.views.common import TextPart
from onrecord.pages.wording import CORRECTIONS, quoted


def fix_of(edition: Edition, slug: str, correction: Correction) -> FixView:
    """A correction of a briefing: what was wrong, and what it reads now."""
    return FixView(
        date=show(correction.date, edition.zone),
        kind=correction.kind.value,
        label=CORRECTIONS[correction.kind],
        parts=_wording(edition, slug, correction),
    )


def _wording(edition: Edition, slug: str, correction: Correction) -> tuple[TextPart, ...]:
    """The editor's note; without one, the wording before and now."""
    key = _key(slug, correction)
    if correction.note:
        note = TextPart(correction.note)
        if key and is_shown(edition.dossier, key):
            return note, TextPart(" "), TextPart("See the record", _record(edition, key)), _STOP
        return (note,)
    if key and is_shown(edition.dossier, key):
        return _of_quote(edition, key, correction)
    if correction.was is None:
        return ()
    before = TextPart(f"An earlier version read {quoted(correction.was.text)}.")
    if correction.now is None:
        return (before,)
    return before, TextPart(f" It reads {quoted(correction.now.text)}.")


_STOP = TextPart(".")


def _of_quote(edition: Edition, key: str, correction: Correction) -> tuple[TextPart, ...]:
    record = edition.dossier.quotes[key]
    name = speaker_names(record)
    now = TextPart(shown_words(record), _record(edition, key))
    if correction.was is None:
        return TextPart(f"The words of {name} were corrected. They read "), now, _STOP
    was = quoted(correction.was.text)
    return (
        TextPart(f"An earlier version gave the words of {name} as {was}. They read "),
        now,
        _STOP,
    )


def _record(edition: Edition, key: str) -> str:
    return edition.briefing_record_permalink(key)


def _key(slug: str, correction: Correction) -> str:
    if correction.quote is None:
        return ""
    named = correction.quote.text
    return named if "#" in named else f"{slug}#{named}"
