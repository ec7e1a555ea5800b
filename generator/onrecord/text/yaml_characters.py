"""Characters that YAML refuses, or takes for something else than a writer does."""

from collections.abc import Iterator
from itertools import islice
from re import MULTILINE
from re import compile as pattern

from onrecord.text.yaml_advice import Advice

MOST_REPORTED = 20
FORBIDDEN = pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
SPACE_WITHIN_A_LINE = pattern(r"(?<=\S)[ \t]+|^[ \t]+$", MULTILINE)
TAB_THAT_INDENTS = pattern(r"^ *\t[ \t]*[^ \t\n]", MULTILINE)
ESCAPE_BEYOND_UNICODE = pattern(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
ESCAPE_OF_SAME_LENGTH = r"\\U0000fffd"
LINE_ENDS_OF_YAML_ALONE = {0x0D: " ", 0x85: " ", 0x2028: " ", 0x2029: " "}


def readable(text: str) -> str:
    """The text as both parsers read it alike, character for character.

    Spaces stand for what only YAML holds to be a line's end, and for tabs within a line or on an
    empty one, about which the parsers disagree; tabs that indent stay, for they are errors. U+FFFD
    stands for each forbidden character, and its escape for one of a character that does not exist.
    """
    text = FORBIDDEN.sub("\ufffd", text.translate(LINE_ENDS_OF_YAML_ALONE))
    if "\\U" in text:
        text = ESCAPE_BEYOND_UNICODE.sub(ESCAPE_OF_SAME_LENGTH, text)
    if "\t" not in text:
        return text
    return SPACE_WITHIN_A_LINE.sub(lambda found: " " * len(found[0]), text)


def is_indented_with_tabs(text: str) -> bool:
    """True where a line with words has a tab before them."""
    return "\t" in text and TAB_THAT_INDENTS.search(text) is not None


def advice_on_characters(text: str) -> Iterator[Advice]:
    """The first of the forbidden characters, each with its name."""
    for found in islice(FORBIDDEN.finditer(text), MOST_REPORTED):
        yield Advice(
            "control-character",
            f"an invisible control character (U+{ord(found[0]):04X}) stands here",
            *found.span(),
            "delete it; such characters come along when text is copied from other programs",
        )
    for found in islice(ESCAPE_BEYOND_UNICODE.finditer(text), MOST_REPORTED):
        message = f"{found[0]} stands for no character"
        yield Advice("control-character", message, *found.span(), "delete it")


def without_forbidden(value: str) -> str:
    """The value with U+FFFD in place of each character that cannot be published."""
    return FORBIDDEN.sub("\ufffd", value)


def advice_on_escape(value: str, start: int, end: int) -> Advice:
    """What to say of a value at this range in which an escape means what is forbidden."""
    found = FORBIDDEN.findall(value)
    name = f"U+{ord(found[0]):04X}"
    message = f"an escape in this text means a character that no text may hold ({name})"
    hint = "delete it, or type the character itself"
    return Advice("control-character", message, start, end, hint)
