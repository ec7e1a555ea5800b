"""Corrections in words."""

from onrecord.link.dossier import Briefing, ListedCorrection
from onrecord.model import Correction, CorrectionKind
from onrecord.pages.edition import Edition, is_shown
from onrecord.pages.parts.names import speaker_names
from onrecord.pages.shown_dates import show, show_near
from onrecord.pages.views.briefing import FixView
from onrecord.pages.views.common import Link, TextPart
from onrecord.pages.views.timeline import CorrectedBriefing
from onrecord.pages.wording import CORRECTIONS, quoted

_GRAVEST_FIRST = (
    (CorrectionKind.RETRACTION, "Retracted"),
    (CorrectionKind.CORRECTION, "Corrected"),
    (CorrectionKind.CLARIFICATION, "Clarified"),
)
_STOPS = (".", "!", "?", "…", ".”", "!”", "?”", "…”")


def told(correction: Correction) -> str:
    """A correction in plain words, for where no link can stand."""
    return " ".join(_told(correction))


def corrected_line(edition: Edition, briefing: Briefing) -> str:
    """That a briefing was put right, and when: "Corrected 7 January"; "" for none."""
    for kind, verb in _GRAVEST_FIRST:
        newest = next((made for made in briefing.corrections if made.kind is kind), None)
        if newest is not None:
            return f"{verb} {show_near(newest.date, briefing.article.date, edition.zone).text}"
    return ""


def correction_text(edition: Edition, slug: str, correction: Correction) -> str:
    """A correction of a briefing as its box tells it, without the way to the record."""
    return " ".join(_told(correction, _speakers(edition, _key(slug, correction))))


def fix_of(edition: Edition, slug: str, correction: Correction) -> FixView:
    """A correction of a briefing: what was wrong, and what it reads now."""
    return FixView(
        date=show(correction.date, edition.zone),
        kind=correction.kind.value,
        label=CORRECTIONS[correction.kind],
        parts=_wording(edition, slug, correction),
    )


def corrected_briefing(edition: Edition, listed: ListedCorrection) -> CorrectedBriefing:
    """A correction as lists show it, with the briefing that it changed."""
    title = edition.dossier.briefings[listed.article].article.title.text
    box = f"{edition.briefing_permalink(listed.article)}#corrections"
    return CorrectedBriefing(fix_of(edition, listed.article, listed.correction), Link(title, box))


def _wording(edition: Edition, slug: str, correction: Correction) -> tuple[TextPart, ...]:
    """The editor's note, then the wording before and now, then the way to the record."""
    key = _key(slug, correction)
    is_known = is_shown(edition.dossier, key)
    name = _speakers(edition, key)
    sentences = [TextPart(text) for text in _told(correction, name)]
    if is_known:
        sentences.append(TextPart("See the record", edition.briefing_record_permalink(key)))
    line: list[TextPart] = []
    for sentence in sentences:
        line += [TextPart(" "), sentence] if line else [sentence]
    return (*line, TextPart(".")) if is_known else tuple(line)


def _speakers(edition: Edition, key: str) -> str:
    """Whose words a correction concerns, "" where it concerns no quote that is shown."""
    return speaker_names(edition.dossier.quotes[key]) if is_shown(edition.dossier, key) else ""


def _told(correction: Correction, name: str = "") -> list[str]:
    """The sentences of a correction; a note gets its full stop where another follows."""
    note, compared = correction.note.rstrip(), _before_and_now(correction, name)
    if note and (compared or name) and not note.endswith(_STOPS):
        note += "."
    return [sentence for sentence in (note, compared) if sentence]


def _before_and_now(correction: Correction, name: str) -> str:
    """What was said before and what is said now; `name` is whose words they are, "" for ours.

    Only what the editor put beside each other is compared: both may be parts of a quote. A note
    has said already that an earlier version is meant.
    """
    words = f" in the words of {name}" if name else ""
    if correction.was is not None:
        what = "It" if correction.note else "An earlier version"
        before = f"{what} read {quoted(correction.was.text)}{words}"
        if correction.now is None:
            return f"{before}."
        return f"{before}; it now reads {quoted(correction.now.text)}."
    if correction.now is not None:
        return f"It now reads {quoted(correction.now.text)}{words}."
    return f"The words of {name} were corrected." if name and not correction.note else ""


def _key(slug: str, correction: Correction) -> str:
    if correction.quote is None:
        return ""
    named = correction.quote.text
    return named if "#" in named else f"{slug}#{named}"
