"""A line of YAML as a writer sees it: what leads, and the value."""

from re import Match
from re import compile as pattern

from onrecord.text.frozen import Frozen

KEY = r"(?:\"[^\"\n]*\" *|'[^'\n]*' *|[^\s:#\"'\[\]{},][^:#\n]*)"
KEY_AND_VALUE = pattern(rf"\s*(?:- +)*(?P<key>{KEY}):[ \t]+(?P<value>\S.*)")
ENTRY = pattern(r"\s*(?:- +)+(?P<value>\S.*)")
DOUBLE_QUOTED = pattern(r'"(?:[^"\\]|\\.)*"')
SINGLE_QUOTED = pattern(r"'(?:[^']|'')*'")
MOST_LINES_ABOVE = 50


class Line(Frozen):
    """A line of the text, with its offset, and its key and value where it has them."""

    start: int
    text: str
    lead: str
    value: str
    value_start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


def line_at(text: str, at: int) -> Line:
    """The line that holds an offset; at the end of the text the last one."""
    at = max(0, min(at, len(text)))
    if at == len(text) and text.endswith("\n"):
        at -= 1
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start:] if end < 0 else text[start:end]
    parts = KEY_AND_VALUE.fullmatch(line) or ENTRY.fullmatch(line)
    if parts is None:
        return Line(start, line, "", "", start)
    lead = f"{parts['key'].strip()}: " if "key" in parts.groupdict() else "- "
    return Line(start, line, lead, parts["value"].rstrip(), start + parts.start("value"))


def line_left_open_above(text: str, line: Line) -> Line | None:
    """The nearest line above whose value begins with a mark that it does not close."""
    start = line.start
    for _ in range(MOST_LINES_ABOVE):
        if start == 0:
            return None
        above = line_at(text, start - 1)
        if above.value[:1] in {'"', "'"} and not quoted_part(above.value):
            return above
        start = above.start
    return None


def quoted_part(value: str) -> Match[str] | None:
    """The part of a value from the mark that begins it to the mark that closes it."""
    return (DOUBLE_QUOTED if value[0] == '"' else SINGLE_QUOTED).match(value)
