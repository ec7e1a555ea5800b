"""What an article's text tells, as facts: its quotes in its own words, its notes as bodies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.annotate.body import Body
from onrecord.annotate.facts import PlacedNote, PlacedQuote
from onrecord.annotate.flatten import OPAQUE, Flat, Range
from onrecord.annotate.notes import Numbering
from onrecord.annotate.places import Places
from onrecord.annotate.quotes import Placement
from onrecord.annotate.speech import Speech
from onrecord.model import Note

CHARACTERS_AROUND = 32
BETWEEN_PIECES = " […] "


def tell_quotes(
    placements: Iterable[Placement], speech: Speech, places: Places
) -> Iterator[PlacedQuote]:
    """The recorded placements as facts, in order of the text."""
    for placement in sorted(placements, key=lambda placed: (placed.start, placed.record.order)):
        pieces = [_own_words(piece, speech, places) for piece in placement.ranges]
        yield PlacedQuote(
            key=placement.record.key,
            words=BETWEEN_PIECES.join(pieces),
            how=placement.how,
            context=places.context(placement.start, placement.end),
            word_count=sum(len(piece.split()) for piece in pieces),
            prefix=_around(speech.text[: placement.start][-CHARACTERS_AROUND:]),
            suffix=_around(speech.text[placement.end : placement.end + CHARACTERS_AROUND]),
            language=placement.language,
        )


def _own_words(piece: Range, speech: Speech, places: Places) -> str:
    """The body's words, without the marks that open each further paragraph of a quotation."""
    start, end = piece
    around = speech.quotation_around(start, end)
    opening = speech.text[around.start] if around else ""
    lines: list[str] = []
    while start < end:
        line_end = speech.text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        is_reopened = bool(lines) and opening and speech.text[start] == opening
        lines.append(places.shown(start + bool(is_reopened), line_end))
        start = line_end + 1
    return " ".join(line for line in lines if line)


def _around(text: str) -> str:
    return text.replace(OPAQUE, "").replace("\n", " ")


def tell_notes(
    flat: Flat,
    places: Places,
    notes: Sequence[Note],
    passages: Mapping[int, Range],
    numbering: Numbering,
    bodies: Mapping[int, Body],
) -> tuple[PlacedNote, ...]:
    """Notes and footnotes in order of their numbers; `bodies` by the index of the part."""
    told: list[PlacedNote] = []
    for index, part in enumerate(flat.parts):
        note = part.origin.note
        number = _number(index, flat, numbering)
        if number is None or index not in bodies:
            continue
        end = flat.part_starts[index + 1] if index + 1 < len(flat.parts) else len(flat.text)
        of_editor = notes[note] if note >= 0 and not part.footnote else None
        told.append(
            PlacedNote(
                number=number,
                kind=of_editor.kind if of_editor else None,
                passage=places.shown(*passages[note]) if of_editor else "",
                body=bodies[index],
                plain=places.shown(flat.part_starts[index], end),
                marks=numbering.marks.get(number, 0),
                source_ids=tuple(ref.id for ref in of_editor.sources) if of_editor else (),
                verdict=of_editor.verdict if of_editor else "",
            )
        )
    return tuple(sorted(told, key=lambda note: note.number))


def _number(index: int, flat: Flat, numbering: Numbering) -> int | None:
    part = flat.parts[index]
    if part.footnote:
        return numbering.footnotes.get((part.origin.note, part.footnote))
    return numbering.notes.get(part.origin.note)
