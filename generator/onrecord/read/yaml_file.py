"""A file's YAML as located values, with its problems told as findings."""

from collections.abc import Iterable

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.read.place import Place
from onrecord.text.frozen import Frozen, replace
from onrecord.text.located_yaml import YamlProblem, YamlValue, load_yaml
from onrecord.text.source import Span
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
