"""A text in quotation marks, or with curly ones, so that YAML reads it as it was meant."""

from re import compile as pattern

UNSAFE_START = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
UNSAFE_WITHIN = pattern(r": |:$| #|[\n\t\[\]{},]|\s$")


def quote_scalar(text: str) -> str:
    """The text as a YAML value on one line that reads back as exactly that text.

    Bare where that is safe, else in quotation marks.
    """
    if not text.isprintable():
        return '"' + "".join(_escaped(char) for char in text) + '"'
    is_safe = (
        text not in {"", "~", "null"}
        and text[0] not in UNSAFE_START
        and not UNSAFE_WITHIN.search(text)
    )
    if is_safe:
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def curled(value: str) -> str:
    """The value with straight quotation marks made curly by what stands before each."""
    curled: list[str] = []
    for at, char in enumerate(value):
        is_opening = at == 0 or value[at - 1].isspace() or value[at - 1] in "([“‘—–-\"'"
        if char == '"':
            curled.append("“" if is_opening else "”")
        elif char == "'":
            curled.append("‘" if is_opening else "’")
        else:
            curled.append(char)
    return "".join(curled)


def curled_apostrophes(value: str) -> str:
    """The value with curly apostrophes, where nothing else in it is quoted."""
    return curled(value) if '"' not in value else value


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char)
    return named or (f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}")
