"""The list of a text's notes: the editor's annotations and the writer's footnotes."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.annotate.facts import Facts, PlacedNote
from onrecord.pages.dressing import noteref_anchor, use_letters
from onrecord.pages.views.common import Link
from onrecord.pages.views.notes import NoteSection, NoteView
from onrecord.pages.views.sources import BackLink
from onrecord.pages.wording import NOTES, capitalised, quoted

NO_SOURCES: Mapping[str, int] = MappingProxyType({})


def note_section(
    facts: Facts, page: str, source_numbers: Mapping[str, int] = NO_SOURCES
) -> NoteSection | None:
    """The notes and footnotes that a text marks, in one numbering; `page` is its permalink."""
    notes = [note for note in facts.notes if note.marks]
    if not notes:
        return None
    from_editor = sum(note.kind is not None for note in notes)
    from_writer = len(notes) - from_editor
    remark = [
        f"{count} from the {who}"
        for count, who in ((from_editor, "editor"), (from_writer, "writer"))
        if count
    ]
    return NoteSection(
        ", ".join(remark), tuple(_note(note, page, source_numbers) for note in notes)
    )


def _note(note: PlacedNote, page: str, numbers: Mapping[str, int]) -> NoteView:
    label = ""
    if note.kind is not None:
        label = f"Editor’s note, {NOTES[note.kind]}: {quoted(note.passage)}"
    return NoteView(
        anchor=f"note-{note.number}",
        number=str(note.number),
        label=label,
        verdict=capitalised(note.verdict),
        body=note.body,
        sources=tuple(
            Link(f"Source {numbers[source]}", f"{page}#source-{numbers[source]}")
            for source in note.source_ids
            if source in numbers
        ),
        back=tuple(
            BackLink(
                "↩" if note.marks == 1 else use_letters(use),
                f"{page}#{noteref_anchor(note.number, use)}",
                f"Back to note {note.number} in the text"
                + ("" if note.marks == 1 else f", {use_letters(use)}"),
            )
            for use in range(1, note.marks + 1)
        ),
    )
