"""Diagnostics and outcomes: findings are returned beside the value, never raised or printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.diagnostics.code import Severity
from onrecord.diagnostics.codes import code_named
from onrecord.text.source import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding: the closest passage, the other definition."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
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


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
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
    """A finding of this code, with the severity that the table gives it."""
    code = code_named(code_id)
    if code is None:
        unknown = f"there is no diagnostic code {code_id}"
        raise ValueError(unknown)
    return Diagnostic(code_id, code.severity, message, span, hint, tuple(related))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by path, line, column and code, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: found.order))
