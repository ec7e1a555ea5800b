"""The notes after a text: the editor's, and the writer's footnotes."""

from onrecord.annotate.body import Body
from onrecord.pages.views.common import Link
from onrecord.pages.views.sources import BackLink
from onrecord.text.frozen import Frozen


class NoteView(Frozen):
    """A note of the list after the text."""

    anchor: str  # "note-1"
    number: str  # "1"
    label: str  # "Editor’s note, context: “some of cultural importance”", "" for a footnote
    verdict: str  # of a fact-check, "" for none
    body: Body  # its Markdown, to be dressed with the text's dressing
    sources: tuple[Link, ...]  # "Source 1"
    back: tuple[BackLink, ...]  # ↩, or a, b, c where the note is used again


class NoteSection(Frozen):
    """The notes and footnotes, in one numbering."""

    remark: str  # "1 from the editor, 1 from the writer"
    notes: tuple[NoteView, ...]  # never empty
