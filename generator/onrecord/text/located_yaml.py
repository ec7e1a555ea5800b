"""YAML as plain text values with the place of each, and all that is wrong with it.

The parser's events are walked once. No scalar is interpreted: `2020-01-06`, `no` and `12` stay
the text that was typed, for the schemas to read. Whatever makes YAML surprising (aliases, tags,
merge keys, repeated keys, comments that swallow words) is refused.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from re import compile as pattern

from onrecord.text.frozen import replace
from onrecord.text.plain_yaml import read_plain_yaml
from onrecord.text.source import Span, line_starts
from onrecord.text.yaml_advice import (
    Advice,
    Complaint,
    ProblemKind,
    advice_on_syntax,
    in_quotation_marks,
    refused_beginning,
)
from onrecord.text.yaml_characters import (
    advice_on_characters,
    advice_on_escape,
    is_indented_with_tabs,
    readable,
    without_forbidden,
)
from onrecord.text.yaml_events import (
    HAS_PARSER_IN_C,
    AliasEvent,
    DocumentStartEvent,
    Event,
    Events,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    PurePythonEvents,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    events_in_c,
)
from onrecord.text.yaml_quoting import quote_scalar
from onrecord.text.yaml_values import (
    COMMENT_NEXT,
    MAX_DEPTH,
    NULLS,
    WORDS_IN_BLOCK_HEADER,
    LocatedYaml,
    YamlPath,
    YamlProblem,
    YamlValue,
)

__all__ = ["LocatedYaml", "ProblemKind", "YamlPath", "YamlProblem", "YamlValue", "load_yaml"]
__all__ += ["quote_scalar"]

LONGEST_QUOTED = 400

COLON_NEXT = pattern(r"\s*:")
_WITHIN_BRACKETS = "flow node"
_SPOILT_WITHIN_BRACKETS = frozenset({"comma-in-flow", "duplicate-key"})
"""What may be wrong only because a bracket is not closed where it was meant to be."""
END_IN_FLOW = pattern(r"[,\]}]")


def load_yaml(
    text: str, path: str, first_line: int = 1, *, in_pure_python: bool = not HAS_PARSER_IN_C
) -> LocatedYaml:
    """The values of a YAML text and where each stands; problems are returned, never raised.

    `path` and `first_line` say where the text stands, for its spans. Both of PyYAML's parsers
    give the same result: what the one in C refuses, or takes otherwise, is read by the other. Most
    texts are plain, and read with no more care than that takes.
    """
    plain = None if in_pure_python else read_plain_yaml(text, path, first_line)
    if plain is not None:
        return plain
    reading = _Reading(text, path, first_line)
    reading.read(PurePythonEvents if in_pure_python else events_in_c)
    is_doubtful = reading.problems or reading.is_over or is_indented_with_tabs(text)
    if is_doubtful and not in_pure_python:
        reading = _Reading(text, path, first_line)
        reading.read(PurePythonEvents)
    return reading.result()


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read.

    `name` is its own key; `path` is None where it is thrown away. `key` waits for its value;
    `is_kept` says whether that value counts. `last_key` and `last_start` tell of the last value
    of a flow mapping, where that is plain.
    """

    value: dict[str, YamlValue] | list[YamlValue]
    path: YamlPath | None
    start: int
    is_flow: bool
    name: str = ""
    key: str | None = None
    is_kept: bool = True
    key_start: int = 0
    key_end: int = 0
    last_key: str = ""
    last_start: int | None = None
    is_dangling: bool = False
    end: int = 0


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = readable(text)
        self.path = path
        self.first_line = first_line
        self.source_text = text
        self.line_starts = line_starts(text)
        self.data: YamlValue = None
        self.marks: dict[YamlPath, Span] = {}
        self.keys: dict[YamlPath, Span] = {}
        self.problems: list[YamlProblem] = []
        self.open: list[_Open] = []
        self.is_over = False
        self.is_whole = True

    def result(self) -> LocatedYaml:
        """What has been read."""
        problems = sorted(self.problems, key=lambda problem: problem.span)
        is_whole = self.is_whole and not self.is_over
        return LocatedYaml(self.data, self.marks, self.keys, tuple(problems), is_whole)

    def read(self, parser_of: Callable[[str], Events]) -> None:
        """Read to the end, or to the first thing that YAML cannot be read past."""
        for advice in advice_on_characters(self.source_text):
            self._report(advice)
        parser = parser_of(self.text)
        try:
            while not self.is_over and parser.check_event():
                event = parser.get_event()
                if event is not None:
                    self._take(event)
        except MarkedYAMLError as error:
            self.is_whole = False
            complaint = _complaint(error)
            if _WITHIN_BRACKETS in complaint.context:  # the parser does not say within which
                complaint = replace(complaint, began_at=self._last_bracket(complaint.at))
            self._report_syntax(advice_on_syntax(self.text, complaint))

    def _last_bracket(self, at: int) -> int:
        """Where the innermost bracket stands that is still open at a place; there itself for none.

        A mapping of one entry may stand in a list without brackets of its own.
        """
        starts = (one.start for one in reversed(self.open) if one.is_flow)
        return next((start for start in starts if self.text[start] in "[{"), at)

    def _take(self, event: Event) -> None:
        start, end = _index(event.start_mark), _index(event.end_mark)
        match event:
            case ScalarEvent():
                self._take_scalar(event, start, end)
            case MappingStartEvent() | SequenceStartEvent():
                self._take_start(event, start)
            case MappingEndEvent() | SequenceEndEvent():
                self._take_end(end)
            case AliasEvent():
                self._take_alias(start, end)
            case DocumentStartEvent() if event.explicit and self.marks:
                self.is_over = True
                message, hint = "a second YAML document begins here", "delete this line"
                self._report(Advice("syntax", message, start, end, hint))
            case _:
                pass

    def _take_scalar(self, event: ScalarEvent, start: int, end: int) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_beginning(start, start + 1)
        is_plain, value = not event.style, without_forbidden(event.value)
        if value != event.value:
            self._report(advice_on_escape(event.value, start, end))
        if WORDS_IN_BLOCK_HEADER.match(self.text, start):
            self.is_over = True  # the parser in C takes them for a comment
            return
        if is_plain and not value:
            start = end = self._end_of_words(end)
        if self._expects_key():
            self._take_key(value, start, end, is_plain=is_plain)
            return
        if is_plain:
            self._refuse_key_without_value(start, end)
            self._refuse_swallowed_comment(value, end)
        elif self.open:
            self.open[-1].last_start = None
        shown = None if is_plain and value in NULLS else value
        self._place(shown, start, max(start, self._end_of_words(end)))

    def _take_start(self, event: MappingStartEvent | SequenceStartEvent, start: int) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_beginning(start, start + 1)
        if len(self.open) >= MAX_DEPTH:
            self.is_over = True
            message = f"lists and mappings are nested more than {MAX_DEPTH} deep here"
            self._report(Advice("depth", message, start, start + 1, "take out a level"))
            return
        value: dict[str, YamlValue] | list[YamlValue]
        value = {} if isinstance(event, MappingStartEvent) else []
        name, path = "", None
        if self._expects_key():
            self._refuse_key_that_is_no_text(start)
        else:
            name = self.open[-1].key or "" if self.open else ""
            path = self._place(value, start, start)
        if self.open:
            self.open[-1].last_start = None
        self.open.append(_Open(value, path, start, bool(event.flow_style), name))

    def _take_end(self, event_end: int) -> None:
        closed = self.open.pop()
        end = event_end if closed.is_flow else max(closed.end, closed.start)
        if closed.path is not None:
            self.marks[closed.path] = self._span(closed.start, end)
        if self.open:
            self.open[-1].end = end

    def _take_alias(self, start: int, end: int) -> None:
        self._refuse_beginning(start, end)
        if self._expects_key():
            self.open[-1].key, self.open[-1].is_kept = "", False
        else:
            self._place(None, start, end)

    def _expects_key(self) -> bool:
        return bool(self.open) and (
            isinstance(self.open[-1].value, dict) and self.open[-1].key is None
        )

    def _take_key(self, key: str, start: int, end: int, *, is_plain: bool) -> None:
        mapping = self.open[-1]
        mapping.key, mapping.key_start, mapping.key_end = key, start, end
        mapping.is_kept = False
        if is_plain and key == "<<":
            message = "<< merges mappings in YAML, which is not allowed here"
            self._report(Advice("merge-key", message, start, end, "write the keys out"))
        elif is_plain and not key:
            message = "a key is missing before the colon"
            self._report(Advice("key-not-text", message, start, end + 1, "write `key: value`"))
        elif mapping.path is None:
            pass
        elif key in mapping.value:
            first = self.keys[(*mapping.path, key)].line
            message = f"`{key}` is given twice; first on line {first}"
            hint = "keep one of the two; several values go into one list"
            self._report(Advice("duplicate-key", message, start, end, hint))
        else:
            mapping.is_kept = True
            self.keys[(*mapping.path, key)] = self._span(start, end)

    def _place(self, value: YamlValue, start: int, end: int) -> YamlPath | None:
        """Put a value where it belongs; its path, or None where it is thrown away."""
        path: YamlPath | None = ()
        if not self.open:
            self.data = value
        else:
            path = self._place_within(self.open[-1], value)
            self.open[-1].end = end
        if path is not None:
            self.marks[path] = self._span(start, end)
        return path

    @staticmethod
    def _place_within(parent: _Open, value: YamlValue) -> YamlPath | None:
        if isinstance(parent.value, list):
            parent.value.append(value)
            return None if parent.path is None else (*parent.path, len(parent.value) - 1)
        key, parent.key = parent.key or "", None
        if parent.path is None or not parent.is_kept:
            return None
        parent.value[key] = value
        return (*parent.path, key)

    def _refuse_beginning(self, start: int, end: int) -> None:
        """Report a value that begins with an alias, an anchor or a tag."""
        kind, message = refused_beginning(self.text, start)
        self._report(Advice(kind, message, start, end, self._hint_to_quote(start)))

    def _refuse_key_that_is_no_text(self, start: int) -> None:
        mapping = self.open[-1]
        mapping.key, mapping.is_kept = "", False
        lead = f"{mapping.name}: " if mapping.name and mapping.is_flow else ""
        value = self._rest_of_line(mapping.start if mapping.is_flow else start)
        hint = in_quotation_marks(lead, value)
        message = "brackets stand here in the place of a key"
        self._report(Advice("key-not-text", message, start, start + 1, hint))

    def _refuse_key_without_value(self, start: int, end: int) -> None:
        """Report `b` in `{alt: a, b}`, where a comma ended the value; keep what was meant."""
        mapping = self.open[-1] if self.open else None
        if mapping is None or mapping.key is None or not mapping.is_kept:
            return
        is_colon_there = start < end or COLON_NEXT.match(self.text, mapping.key_end)
        if not mapping.is_flow or is_colon_there:
            mapping.last_key, mapping.last_start = mapping.key, start
            mapping.is_dangling = False
            return
        if mapping.is_dangling and self.problems[-1].kind == "comma-in-flow":
            self.problems.pop()
        message, hint = f"`{mapping.key}` has no value", f"write `{mapping.key}: …`"
        if mapping.last_start is not None:
            message = f"a comma ended the value of `{mapping.last_key}` before “{mapping.key}”"
            end_shown = min(mapping.key_end, mapping.last_start + LONGEST_QUOTED)
            whole = self.text[mapping.last_start : end_shown]
            hint = in_quotation_marks(f"{mapping.last_key}: ", whole)
        self._report(Advice("comma-in-flow", message, mapping.key_start, mapping.key_end, hint))
        mapping.is_dangling = mapping.last_start is not None

    def _refuse_swallowed_comment(self, value: str, end: int) -> None:
        comment = COMMENT_NEXT.match(self.text, end)
        if comment is None:
            return
        sign = comment.end() - 1
        lost = self._rest_of_line(sign)
        shown = self._up_to_end_in_flow(lost)
        hint = in_quotation_marks(self._key_before(), f"{value} {shown}".strip())
        message = f"YAML takes “{lost}” for a comment, so that it is lost"
        hint += "; a comment stands on a line of its own"
        self._report(Advice("swallowed-comment", message, sign, sign + len(lost), hint))

    def _report_syntax(self, advice: Advice) -> None:
        """Report what ended the reading, and nothing else about the same words."""
        whole = self._span(advice.start, advice.end)
        self.problems = [
            problem
            for problem in self.problems
            if problem.kind not in _SPOILT_WITHIN_BRACKETS or not whole <= problem.span
        ]
        self._report(advice)

    def _report(self, advice: Advice) -> None:
        span = self._span(advice.start, advice.end)
        self.problems.append(YamlProblem(advice.kind, advice.message, span, advice.hint))

    def _hint_to_quote(self, start: int) -> str:
        value = self._up_to_end_in_flow(self._rest_of_line(start))
        return in_quotation_marks(self._key_before(), value)

    def _up_to_end_in_flow(self, value: str) -> str:
        is_flow = bool(self.open) and self.open[-1].is_flow
        return END_IN_FLOW.split(value, maxsplit=1)[0].rstrip() if is_flow else value

    def _key_before(self) -> str:
        key = self.open[-1].key if self.open else None
        return f"{key}: " if key else ""

    def _rest_of_line(self, at: int) -> str:
        end = self.text.find("\n", at, at + LONGEST_QUOTED)
        return self.text[at : end if end >= 0 else at + LONGEST_QUOTED].rstrip()

    def _end_of_words(self, at: int) -> int:
        while at and self.text[at - 1] in " \t\n":
            at -= 1
        return at

    def _span(self, start: int, end: int) -> Span:
        line, column = self._line_and_column(start)
        end_line, end_column = self._line_and_column(end)
        return Span(self.path, line, column, end_line, end_column)

    def _line_and_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, at)
        return self.first_line + line - 1, at - self.line_starts[line - 1] + 1


def _complaint(error: MarkedYAMLError) -> Complaint:
    at = _index(error.problem_mark or error.context_mark)
    began_at = _index(error.context_mark or error.problem_mark)
    return Complaint(error.problem or "", error.context or "", at, began_at)


def _index(mark: object) -> int:
    return int(getattr(mark, "index", 0))
