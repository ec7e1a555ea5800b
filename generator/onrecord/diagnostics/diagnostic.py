"""Diagnostics and outcomes: findings are returned beside the value, never raised or printed."""

from collections.abc import Iterable
from re import compile as pattern
from typing import Generic, TypeVar

from onrecord.diagnostics.code import Severity
from onrecord.diagnostics.codes import code_named
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span

T = TypeVar("T")

_LONGEST = 1_000
_LINE_ENDS = pattern(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = pattern(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Related(Frozen):
    """Another place that belongs to a finding: the closest passage, the other definition."""

    message: str
    span: Span


class Diagnostic(Frozen):
    """One finding: what is wrong, where, and what to type next.

    `span` is None only for what no file holds (a missing site.yaml, a full disk).
    `related` holds further places; a multi-line `hint` may hold a word diff or a corrected line.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None
    hint: str = ""
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts findings by path, line, column, code."""
        if self.span is None:
            return ("", 0, 0, self.code, self.message)
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


class Outcome(Frozen, Generic[T]):
    """A stage's value together with what it found; a failed stage still gives a usable value."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def diagnose(
    code_id: str,
    message: str,
    span: Span | None,
    *,
    hint: str = "",
    related: Iterable[Related] = (),
) -> Diagnostic:
    """A finding of this code, with the severity that the table gives it.

    What a file holds may be quoted as it stands: the message becomes one line, both become such
    that a terminal shows them, and neither grows beyond bearing.
    """
    code = code_named(code_id)
    if code is None:
        unknown = f"there is no diagnostic code {code_id}"
        raise ValueError(unknown)
    told = _shortened(harmless(_LINE_ENDS.sub(" ", message)))
    lines = [harmless(_LINE_ENDS.sub(" ", line)) for line in hint.split("\n")]
    return Diagnostic(
        code_id, code.severity, told, span, _shortened("\n".join(lines)), tuple(related)
    )


def harmless(text: str) -> str:
    """The text with U+FFFD for each character that a terminal would obey instead of showing it."""
    return text if text.isascii() and text.isprintable() else _CONTROLS.sub("\ufffd", text)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by path, line, column and code, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: found.order))
