"""What YAML's own complaints mean to a writer, and the line that would be right."""

from dataclasses import dataclass
from re import compile as pattern
from typing import Literal

ProblemKind = Literal[
    "syntax", "duplicate-key", "alias", "anchor", "merge-key", "tag", "depth",
    "control-character", "key-not-text", "swallowed-comment", "comma-in-flow", "stray-bang",
]  # fmt: skip

KEY_AND_VALUE = pattern(r"[ \t]*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:#\"'\[{][^:#]*?)[ \t]*:[ \t]+(.*)")
ENTRY = pattern(r"[ \t]*(?:- +)+(.*)")
UNSAFE_START = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
UNSAFE_WITHIN = pattern(r": |:$| #|[\n\t\[\]{},]|\s$")


@dataclass(frozen=True, slots=True)
class Advice:
    """A complaint in the writer's terms: its kind, the offset it is about, what to type."""

    kind: ProblemKind
    message: str
    at: int
    hint: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a YAML parser said: its words, the offset it stopped at, and where the thing began."""

    problem: str
    context: str
    at: int
    began_at: int | None


def quote_scalar(text: str) -> str:
    """The text as a YAML value that reads as exactly that text: bare where that is safe, else quoted."""
    is_safe = (
        text not in {"", "~", "null"}
        and text[0] not in UNSAFE_START
        and not UNSAFE_WITHIN.search(text)
        and text.isprintable()
    )
    if is_safe:
        return text
    if '"' not in text and "\\" not in text and text.isprintable():
        return f'"{text}"'
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char)
    return named or (f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}")


def corrected(lead: str, value: str) -> str:
    """The hint that shows a line with its value in quotation marks."""
    return f"put the value in quotation marks: {lead}{quote_scalar(value)}"


def advice_on_syntax(text: str, complaint: Complaint) -> Advice:
    """The parser's complaint in a writer's terms, with the corrected line where one can be made."""
    at = min(complaint.at, len(text))
    return Advice("syntax", "this line cannot be read as YAML", at, "write `key: value`")
