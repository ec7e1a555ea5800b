"""A file's YAML as located values, with its problems told as findings."""

from collections.abc import Iterable
from re import compile as pattern

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.read.place import Place
from onrecord.text.frozen import Frozen, replace
from onrecord.text.located_yaml import YamlProblem, YamlValue, load_yaml
from onrecord.text.slugs import BIDI_CHARACTERS, BIDI_CONTROLS
from onrecord.text.source import SourceFile, Span
from onrecord.text.yaml_advice import ProblemKind

CODES: dict[ProblemKind, str] = {
    "syntax": "OR103",
    "key-not-text": "OR103",
    "duplicate-key": "OR104",
    "alias": "OR105",
    "anchor": "OR105",
    "merge-key": "OR105",
    "tag": "OR106",
    "depth": "OR107",
    "swallowed-comment": "OR108",
    "comma-in-flow": "OR108",
    "stray-bang": "OR108",
    "control-character": "OR109",
}
ABOUT_WHAT_IS_MISSING = frozenset(("OR110",))
CONTROL_CHARACTERS = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class YamlText(Frozen):
    """A YAML text as located values. `is_whole` where it could be read to its end."""

    place: Place
    is_whole: bool

    @property
    def data(self) -> YamlValue:
        """The values as they were typed."""
        return self.place.located.data

    def certain(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that hold although the text may have broken off before its end.

        A key may have been missed, and the last value may be only a part of what was written.
        """
        if self.is_whole:
            return list(found)
        located = self.place.located
        last = max(
            (path for path in located.marks if len(path) == 1),
            key=located.marks.__getitem__,
            default=(),
        )
        doubtful = located.keys.get(last) or located.marks[last]
        return [
            one
            for one in found
            if one.code not in ABOUT_WHAT_IS_MISSING and one.span and one.span < doubtful
        ]


def locate_yaml(text: str, path: str, first_line: int) -> Outcome[YamlText]:
    """The values of a YAML text with their places; an empty text is a mapping without keys."""
    located = load_yaml(text, path, first_line)
    if located.data is None:
        start = Span(path, first_line, 1, first_line, 1)
        located = replace(located, data={}, marks={(): start}, keys={})
    found = tuple(_diagnose(problem) for problem in located.problems)
    return Outcome(YamlText(Place(located), located.is_whole), found)


def _diagnose(problem: YamlProblem) -> Diagnostic:
    return diagnose(CODES[problem.kind], problem.message, problem.span, hint=problem.hint)


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
