"""Editor's notes are tied to their passages, and numbered together with the writer's footnotes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.annotate.flatten import Flat, Range, Spot
from onrecord.annotate.misses import difference, shortened
from onrecord.annotate.places import Places
from onrecord.annotate.search import Searches
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.model import Note
from onrecord.text.frozen import Frozen

FootnoteKey = tuple[int, str]  # the index of the note that it belongs to (-1: the text), its label


@dataclass(slots=True)
class NotePlacing:
    """The passage of each note that has one, by the note's index, and what is missing."""

    passages: dict[int, Range] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


class Numbering(Frozen):
    """The numbers of notes by index and of footnotes by key, and how often each is marked."""

    notes: Mapping[int, int]
    footnotes: Mapping[FootnoteKey, int]
    marks: Mapping[int, int]


def place_notes(
    notes: Sequence[Note], speech: Speech, places: Places, searches: Searches
) -> NotePlacing:
    """The passage of each note, matched word for word as quotes are."""
    placing = NotePlacing()
    for index, note in enumerate(notes):
        hits = speech.hits(note.text, note.prefix)
        if hits:
            placing.passages[index] = hits[0]
        if not hits:
            placing.diagnostics.append(_missed(note, places, searches))
        elif len(hits) > 1:
            placing.diagnostics.append(
                diagnose(
                    "OR214",
                    f"the passage of a note stands in the article {len(hits)} times; the first has"
                    " the note",
                    note.span,
                    hint="add prefix: with the words just before the right one",
                    related=[Related("it stands here", places.span(*hit)) for hit in hits[:2]],
                )
            )
    return placing


def _missed(note: Note, places: Places, searches: Searches) -> Diagnostic:
    message = f"the passage of a note, {shortened(note.text)}, is not in the article"
    near = searches.closest_sentence(note.text)
    if near is None:
        return diagnose(
            "OR209", message, note.span, hint="give the words as they stand in the text"
        )
    start, end, percent = near
    words, span = places.shown(start, end), places.span(start, end)
    return diagnose(
        "OR209",
        f"{message}; closest, line {span.line} ({percent}%): {shortened(words)}",
        note.span,
        hint=difference(note.text, words),
        related=[Related(f"closest passage ({percent}%)", span)],
    )


def number_notes(flat: Flat, passages: Mapping[int, Range]) -> Numbering:
    """One numbering in order of the text. Each mark's token is told its number and use."""
    marks: list[tuple[int, int, Spot | int]] = [
        (end, 0, index) for index, (_, end) in passages.items()
    ]
    marks += [(spot.at, 1, spot) for spot in flat.note_refs if is_published(spot, flat, passages)]
    marks.sort(key=lambda mark: mark[:2])
    note_numbers: dict[int, int] = {}
    footnote_numbers: dict[FootnoteKey, int] = {}
    uses: dict[int, int] = {}
    for _, _, mark in marks:
        following = len(note_numbers) + len(footnote_numbers) + 1
        if isinstance(mark, int):
            number = note_numbers.setdefault(mark, following)
        else:
            key = (flat.parts[mark.part].origin.note, str(mark.token.meta["label"]))
            number = footnote_numbers.setdefault(key, following)
        uses[number] = uses.get(number, 0) + 1
        if isinstance(mark, Spot):
            mark.token.meta["note_mark"] = (number, uses[number])
    return Numbering(note_numbers, footnote_numbers, uses)


def is_published(spot: Spot, flat: Flat, placed_notes: Iterable[int]) -> bool:
    """False for what stands in a note that has no place in the text."""
    note = flat.parts[spot.part].origin.note
    return note < 0 or note in placed_notes
