"""Characters that nobody sees and that change what is read."""

from re import compile as pattern

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.text.slugs import BIDI_CHARACTERS, BIDI_CONTROLS
from onrecord.text.source import SourceFile

CONTROL_CHARACTERS = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def find_bidi_controls(source: SourceFile) -> list[Diagnostic]:
    """One warning where characters reorder what is read, at the first of them."""
    if source.text.isascii() or not any(control in source.text for control in BIDI_CHARACTERS):
        return []
    found = [match.start() for match in BIDI_CONTROLS.finditer(source.text)]
    if not found:
        return []
    first = found[0]
    rest = f" (one of {len(found)} in this file)" if len(found) > 1 else ""
    name = f"U+{ord(source.text[first]):04X}"
    return [
        diagnose(
            "OR120",
            f"an invisible character ({name}) changes the order in which words are shown{rest}",
            source.span(first, first + 1),
            hint="delete it, and type the words again",
        )
    ]


def find_control_characters(source: SourceFile, first_line: int = 1) -> list[Diagnostic]:
    """An error at the first control character from a line on."""
    found = CONTROL_CHARACTERS.search(source.text, source.offset(first_line))
    if found is None:
        return []
    return [
        diagnose(
            "OR109",
            f"an invisible control character (U+{ord(found[0]):04X}) stands here",
            source.span(*found.span()),
            hint="delete it; it often comes along when text is copied from a PDF",
        )
    ]
