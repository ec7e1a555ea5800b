"""What makes a refusal helpful: a place, a writer's words, something to do."""

import re
from collections.abc import Iterable

from onrecord.diagnostics import Diagnostic, Severity

# Words of the program's insides, which no writer has to know.
JARGON = re.compile(
    r"\b(?:python|pydantic|NoneType|codec|dict|tuple|str|int|bool|traceback|exception|"
    r"unicode\w*error|keyerror|valueerror|typeerror|attribute|recursion\w*|null|parser|scalar|"
    r"unexpected|invalid literal|__\w+__|lambda|regex|validation|schema|deserial\w*|object at)\b",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_QUOTED = re.compile(r"“[^”]*”|`[^`]*`|\"[^\"]*\"|'.*'|\([^)]*\)")
_LONGEST = 1_000


def assert_helpful(diagnostics: Iterable[Diagnostic]) -> None:
    """Every finding says what is wrong and, but for what no file holds, where and what to do."""
    found = [one for one in diagnostics if one.severity is not Severity.INFO]
    assert found, "nothing was said"
    for one in found:
        assert one.span is not None, one
        assert one.span.line >= 1, one
        assert one.span.column >= 1, one
        assert_readable(one)


def assert_readable(found: Diagnostic) -> None:
    """The finding is told in a writer's words, on one line, at bearable length."""
    text = f"{found.message}\n{found.hint}"
    assert found.message, found
    assert not _NOT_SHOWN.search(text.replace("\n", "")), found
    assert "\n" not in found.message, found
    assert len(found.message) <= _LONGEST, found
    assert not (jargon := JARGON.search(_QUOTED.sub("", text))), (jargon, found)
