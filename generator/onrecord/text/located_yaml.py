"""YAML as plain text values with the place of each, and everything wrong with it in a writer's terms.

The C parser's events are walked once. No scalar is interpreted: `2020-01-06`, `no` and `12` stay
the text that was typed, for the schemas to read. Whatever makes YAML surprising (aliases, tags,
merge keys, repeated keys, comments that swallow words) is refused.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from re import compile as pattern

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from onrecord.text.source import Span, line_starts
from onrecord.text.yaml_advice import (
    Advice,
    Complaint,
    ProblemKind,
    advice_on_syntax,
    corrected,
    quote_scalar,
)

__all__ = ["LocatedYaml", "YamlProblem", "YamlValue", "load_yaml", "quote_scalar"]

MAX_DEPTH = 12
NULLS = frozenset(("", "~", "null"))

YamlPath = tuple[str | int, ...]
YamlValue = dict[str, "YamlValue"] | list["YamlValue"] | str | None

FORBIDDEN = pattern("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_BREAKS_OF_YAML_ALONE = {0x85: " ", 0x2028: " ", 0x2029: " "}
COLON_NEXT = pattern(r"\s*:")
COMMENT_NEXT = pattern(r"[ \t]+#")


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """One thing wrong with a piece of YAML: its kind, what is wrong, where, and what to type."""

    kind: ProblemKind
    message: str
    span: Span
    hint: str


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """The values of a piece of YAML, the span of each value and key by path, and the problems.

    Every scalar is text; an empty one, `~` and `null` are None. Where YAML could not be read to
    the end, the values before that point are there.
    """

    data: YamlValue
    marks: Mapping[YamlPath, Span]
    keys: Mapping[YamlPath, Span]
    problems: tuple[YamlProblem, ...]


def load_yaml(
    text: str, path: str, first_line: int = 1, *, in_pure_python: bool = not yaml.__with_libyaml__
) -> LocatedYaml:
    """The values of a YAML text and where each stands; problems are returned, never raised.

    `path` and `first_line` say where the text stands, for its spans.
    """
    reading = _Reading(text, path, first_line)
    reading.read(PurePythonEvents if in_pure_python else CEvents)
    if reading.failed and not in_pure_python:
        second = _Reading(text, path, first_line)
        second.read(PurePythonEvents)
        reading = second if second.failed else reading
    return reading.result()


class PurePythonEvents(Reader, Scanner, Parser):
    """PyYAML's own parser, up to events."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


CEvents = yaml.cyaml.CParser if yaml.__with_libyaml__ else PurePythonEvents


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read; `path` is None where it is thrown away."""

    value: dict[str, YamlValue] | list[YamlValue]
    path: YamlPath | None
    start: int
    is_flow: bool
    key: str | None = None
    is_kept: bool = True
    key_start: int = 0
    key_end: int = 0
    value_start: int = 0
    dangling: int | None = None
    end: int = 0


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text.translate(LINE_BREAKS_OF_YAML_ALONE)
        self.path = path
        self.first_line = first_line
        self.starts = line_starts(text)
        self.data: YamlValue = None
        self.marks: dict[YamlPath, Span] = {}
        self.keys: dict[YamlPath, Span] = {}
        self.problems: list[YamlProblem] = []
        self.open: list[_Open] = []
        self.failed = False
        self.finished = False

    def result(self) -> LocatedYaml:
        """What has been read."""
        problems = sorted(self.problems, key=lambda problem: problem.span)
        return LocatedYaml(self.data, self.marks, self.keys, tuple(problems))

    def read(self, parser_of: type[PurePythonEvents]) -> None:
        """Read to the end, or to the first thing that YAML cannot be read past."""
        self._replace_control_characters()
        try:
            parser = parser_of(self.text)
            while not self.finished and parser.check_event():
                self._take(parser.get_event())
        except yaml.MarkedYAMLError as error:
            self.failed = True
            self._report_advice(advice_on_syntax(self.text, _complaint(error)))

    def _replace_control_characters(self) -> None:
        for found in FORBIDDEN.finditer(self.text):
            name = f"U+{ord(found[0]):04X}"
            self._report(
                "control-character",
                f"an invisible control character ({name}) stands here",
                found.start(),
                found.end(),
                "delete it; it often comes along when text is copied from a PDF",
            )
        self.text = FORBIDDEN.sub("\ufffd", self.text)

    def _take(self, event: Event) -> None:
        match event:
            case ScalarEvent():
                self._take_scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                self._take_start(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._take_end(event)
            case AliasEvent():
                self._take_alias(event)
            case DocumentStartEvent() if event.explicit and self.marks:
                at = event.start_mark.index
                self._report(
                    "syntax",
                    "a second YAML document begins here",
                    at,
                    at + 3,
                    "keep one document in a file: delete this line",
                )
                self.finished = True
            case _:
                pass

    def _take_scalar(self, event: ScalarEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        is_plain = not event.style
        self._check_properties(event, start)
        if is_plain and start == end:
            start = end = self._end_of_text_before(start)
        if self._expects_key():
            self._take_key(event.value, start, end, is_plain)
            return
        if is_plain:
            self._check_dangling_key(start, end)
            self._check_swallowed_comment(event.value, start, end)
        value = None if is_plain and event.value in NULLS else event.value
        self._place(value, start, self._end_of_text_before(end, start))

    def _take_start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        start = event.start_mark.index
        self._check_properties(event, start)
        if len(self.open) >= MAX_DEPTH:
            self._report(
                "depth",
                f"lists and mappings are nested more than {MAX_DEPTH} deep",
                start,
                start + 1,
                "take out a level",
            )
            self.finished = True
            return
        value: dict[str, YamlValue] | list[YamlValue]
        value = {} if isinstance(event, MappingStartEvent) else []
        if self._expects_key():
            self._report_key_that_is_no_text(start)
            parent = self.open[-1]
            parent.key, parent.is_kept = "", False
            self.open.append(_Open(value, None, start, bool(event.flow_style)))
            return
        path = self._place(value, start, start)
        self.open.append(_Open(value, path, start, bool(event.flow_style)))

    def _take_end(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        closed = self.open.pop()
        end = event.end_mark.index if closed.is_flow else max(closed.end, closed.start)
        if closed.path is not None:
            self.marks[closed.path] = self._span(closed.start, end)
        if self.open:
            self.open[-1].end = end

    def _take_alias(self, event: AliasEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._report(
            "alias",
            "a value that begins with * is a YAML alias, which is not allowed here",
            start,
            end,
            self._hint_to_quote(start),
        )
        if self._expects_key():
            self.open[-1].key, self.open[-1].is_kept = "", False
        else:
            self._place(None, start, end)

    def _expects_key(self) -> bool:
        if not self.open:
            return False
        last = self.open[-1]
        return isinstance(last.value, dict) and last.key is None

    def _take_key(self, key: str, start: int, end: int, is_plain: bool) -> None:
        mapping = self.open[-1]
        mapping.key, mapping.key_start, mapping.key_end = key, start, end
        mapping.is_kept = mapping.path is not None
        if is_plain and key == "<<":
            mapping.is_kept = False
            self._report(
                "merge-key",
                "<< is a YAML merge key, which is not allowed here",
                start,
                end,
                "write the keys out",
            )
        elif is_plain and not key:
            mapping.is_kept = False
            self._report(
                "key-not-text", "a key is missing before the colon", start, end, "write `key: value`"
            )
        elif key in mapping.value:
            mapping.is_kept = False
            self._report_duplicate(mapping, key, start, end)
        elif mapping.path is not None:
            self.keys[(*mapping.path, key)] = self._span(start, end)

    def _place(self, value: YamlValue, start: int, end: int) -> YamlPath | None:
        """Put a value where it belongs; its path, or None where it is thrown away."""
        if not self.open:
            self.data, self.marks[()] = value, self._span(start, end)
            return ()
        parent = self.open[-1]
        parent.end, parent.value_start = end, start
        path = parent.path
        if isinstance(parent.value, list):
            path = None if path is None else (*path, len(parent.value))
            parent.value.append(value)
        elif parent.key is not None:
            path = (*path, parent.key) if path is not None and parent.is_kept else None
            if parent.is_kept:
                parent.value[parent.key] = value
            parent.key = None
        if path is not None:
            self.marks[path] = self._span(start, end)
        return path

    def _check_properties(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, start: int
    ) -> None:
        if event.anchor is not None:
            self._report(
                "anchor",
                "a value that begins with & is a YAML anchor, which is not allowed here",
                start,
                start + 1,
                self._hint_to_quote(start),
            )
        if event.tag is not None:
            self._report_tag(event.tag, start)

    def _report_tag(self, tag: str, start: int) -> None:
        is_stray = not self.text.startswith(("!!", "!<"), start)
        self._report(
            "stray-bang" if is_stray else "tag",
            "a value cannot begin with a bare !"
            if is_stray
            else f"YAML tags such as {tag} are not allowed here",
            start,
            start + 1,
            self._hint_to_quote(start),
        )

    def _check_dangling_key(self, start: int, end: int) -> None:
        mapping = self.open[-1] if self.open else None
        if mapping is None or not mapping.is_flow or start != end or mapping.key is None:
            return
        if COLON_NEXT.match(self.text, mapping.key_end):
            mapping.dangling = None
            return
        self._report(
            "comma-in-flow",
            f"`{mapping.key}` has no value: a comma ended the value before it",
            mapping.key_start,
            mapping.key_end,
            "put the value in quotation marks",
        )

    def _check_swallowed_comment(self, value: str, start: int, end: int) -> None:
        comment = COMMENT_NEXT.match(self.text, end)
        if comment is None:
            return
        line_end = self._end_of_line(end)
        whole = f"{value}{self.text[end:line_end]}".strip()
        self._report(
            "swallowed-comment",
            f"everything from ` #` on is a comment and is lost: {self.text[comment.end() - 1:line_end]}",
            comment.end() - 1,
            line_end,
            corrected(self._key_before(), whole),
        )

    def _report_duplicate(self, mapping: _Open, key: str, start: int, end: int) -> None:
        where = ""
        if mapping.path is not None:
            where = f"; first on line {self.keys[(*mapping.path, key)].line}"
        self._report(
            "duplicate-key", f"`{key}` is given twice{where}", start, end, "keep one of the two"
        )

    def _report_key_that_is_no_text(self, start: int) -> None:
        self._report(
            "key-not-text",
            "a key must be a plain word; here a list or mapping in brackets stands in its place",
            start,
            start + 1,
            self._hint_to_quote(start),
        )

    def _report_advice(self, advice: Advice) -> None:
        self._report(advice.kind, advice.message, advice.at, advice.at, advice.hint)

    def _report(self, kind: ProblemKind, message: str, start: int, end: int, hint: str) -> None:
        self.problems.append(YamlProblem(kind, message, self._span(start, end), hint))

    def _hint_to_quote(self, start: int) -> str:
        return corrected(self._key_before(), self.text[start : self._end_of_line(start)].strip())

    def _key_before(self) -> str:
        key = self.open[-1].key if self.open else None
        return f"{key}: " if key else ""

    def _end_of_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _end_of_text_before(self, at: int, least: int = 0) -> int:
        while at > least and self.text[at - 1] in " \t\n":
            at -= 1
        return at

    def _span(self, start: int, end: int) -> Span:
        line, column = self._line_and_column(start)
        end_line, end_column = self._line_and_column(end)
        return Span(self.path, line, column, end_line, end_column)

    def _line_and_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.starts, at)
        return self.first_line + line - 1, at - self.starts[line - 1] + 1


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    mark = error.problem_mark or error.context_mark
    began = error.context_mark
    return Complaint(
        error.problem or "",
        error.context or "",
        mark.index if mark else 0,
        began.index if began else None,
    )
