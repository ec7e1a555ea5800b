"""YAML in which nothing is unusual, read in one quick pass; any other is left to `located_yaml`."""

from bisect import bisect_right
from functools import cached_property
from re import compile as pattern
from typing import Protocol

from onrecord.text.frozen import Frozen
from onrecord.text.source import Span, line_starts
from onrecord.text.yaml_characters import FORBIDDEN
from onrecord.text.yaml_events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    events_in_c,
)
from onrecord.text.yaml_values import (
    COMMENT_NEXT,
    MAX_DEPTH,
    NULLS,
    WORDS_IN_BLOCK_HEADER,
    LocatedYaml,
    YamlPath,
    YamlValue,
)

# Forbidden characters, and those that parsers and writers hold for different things.
UNUSUAL = pattern(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
BLOCK_STYLES = frozenset("|>")


def read_plain_yaml(text: str, path: str, first_line: int) -> LocatedYaml | None:
    """The values of a text and where each stands; None where it is unusual, or not right.

    PyYAML's parser in C must be there.
    """
    if UNUSUAL.search(text) or "\\U" in text:
        return None
    reading = _Reading(text, path, first_line)
    try:
        reading.read()
    except (_Unusual, MarkedYAMLError):
        return None
    return LocatedYaml(reading.data, reading.marks, reading.keys, (), is_whole=True)


class Mark(Protocol):
    """A place in the text, counted from 0."""

    index: int
    line: int
    column: int


class Placed(Protocol):
    """An event with its marks, and with what one of its kind has."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str
    anchor: str | None
    tag: str | None
    flow_style: bool


class _Unusual(Exception):  # noqa: N818 - it is no error
    """What needs more care than this pass takes."""


class _Around(Frozen):
    """The list or mapping around the one that is being read, and where that one begins."""

    value: dict[str, YamlValue] | list[YamlValue] | None
    path: YamlPath
    is_flow: bool
    inner_start: tuple[int, int]


class _Reading:
    """The pass over one text. Lines and columns of places are counted from 1, as in spans."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.file = path
        self.first_line = first_line
        self.has_signs = "#" in text
        self.has_escapes = "\\" in text
        self.data: YamlValue = None
        self.marks: dict[YamlPath, Span] = {}
        self.keys: dict[YamlPath, Span] = {}
        self.around: list[_Around] = []
        self.value: dict[str, YamlValue] | list[YamlValue] | None = None
        self.path: YamlPath = ()
        self.is_flow = False
        self.key: str | None = None
        self.end = (first_line, 1)  # of the last value

    def read(self) -> None:
        """Read to the end; _Unusual where anything is."""
        next_event = events_in_c(self.text).get_event
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                if self.key is None and self.value.__class__ is dict:
                    self._take_key(event)
                else:
                    self._take_scalar(event)
            elif kind is MappingStartEvent:
                self._begin(event, {})
            elif kind is SequenceStartEvent:
                self._begin(event, [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is StreamEndEvent:
                return
            elif kind is AliasEvent or (
                kind is DocumentStartEvent and event.explicit and self.marks
            ):
                raise _Unusual

    def _take_key(self, event: Placed) -> None:
        key, value = event.value, self.value
        if not key or key == "<<" or event.anchor or event.tag or key in (value or ()):
            raise _Unusual
        if event.style in BLOCK_STYLES or (self.has_escapes and FORBIDDEN.search(key)):
            raise _Unusual
        start, end = event.start_mark, event.end_mark
        first = self.first_line
        self.key = key
        self.keys[(*self.path, key)] = Span(
            self.file, first + start.line, start.column + 1, first + end.line, end.column + 1
        )

    def _take_scalar(self, event: Placed) -> None:
        words, style, first = event.value, event.style, self.first_line
        start, end = event.start_mark, event.end_mark
        if event.anchor or event.tag or (self.has_escapes and FORBIDDEN.search(words)):
            raise _Unusual
        line, column = first + start.line, start.column + 1
        self.end = first + end.line, end.column + 1
        shown: str | None = words
        if not style:
            at = end.index if words else self._end_of_words(end.index)
            if not words:
                line, column = self.end = self._line_and_column(at)
            if (not words and self.is_flow) or (
                self.has_signs and COMMENT_NEXT.match(self.text, at)
            ):
                raise _Unusual  # a key that has no value, or words that are lost
            if words in NULLS:
                shown = None
        elif style in BLOCK_STYLES:
            if WORDS_IN_BLOCK_HEADER.match(self.text, start.index):
                raise _Unusual
            self.end = max((line, column), self._line_and_column(self._end_of_words(end.index)))
        self.marks[self._put(shown)] = Span(self.file, line, column, *self.end)

    def _put(self, given: YamlValue) -> YamlPath:
        """Put a value where it belongs; its path."""
        value = self.value
        if isinstance(value, dict):
            key = self.key or ""
            value[key], self.key = given, None
            return (*self.path, key)
        if value is None:
            self.data = given
            return ()
        value.append(given)
        return (*self.path, len(value) - 1)

    def _begin(self, event: Placed, value: dict[str, YamlValue] | list[YamlValue]) -> None:
        is_key = self.key is None and isinstance(self.value, dict)
        if event.anchor or event.tag or is_key or len(self.around) >= MAX_DEPTH:
            raise _Unusual
        mark = event.start_mark
        start = self.end = self.first_line + mark.line, mark.column + 1
        path = self._put(value)
        self.marks[path] = Span(self.file, *start, *start)
        self.around.append(_Around(self.value, self.path, self.is_flow, start))
        self.value, self.path, self.is_flow = value, path, bool(event.flow_style)

    def _close(self, event: Placed) -> None:
        around = self.around.pop()
        start = around.inner_start
        if self.is_flow:
            mark = event.end_mark
            self.end = self.first_line + mark.line, mark.column + 1
        elif self.end < start:
            self.end = start
        self.marks[self.path] = Span(self.file, *start, *self.end)
        self.value, self.path, self.is_flow = around.value, around.path, around.is_flow

    def _end_of_words(self, at: int) -> int:
        """Where the words before an offset end."""
        while at and self.text[at - 1] in " \n":
            at -= 1
        return at

    def _line_and_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, at)
        return self.first_line + line - 1, at - self.line_starts[line - 1] + 1

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line."""
        return line_starts(self.text)
