"""One line a finding, as editors and grep like it."""

from collections.abc import Sequence

from onrecord.diagnostics.diagnostic import Diagnostic
from onrecord.text.source import Span


def report_concisely(diagnostics: Sequence[Diagnostic]) -> str:
    """Lines of `path:line:column: error OR301: message`."""
    return "".join(f"{concise_line(found)}\n" for found in diagnostics)


def concise_line(found: Diagnostic) -> str:
    """The finding in one line."""
    where = f"{place_of(found.span)}: " if found.span else ""
    message = " ".join(found.message.split())
    return f"{where}{found.severity} {found.code}: {message}"


def place_of(span: Span) -> str:
    """path:line:column, as terminals and editors make it a link."""
    return f"{span.path}:{span.line}:{span.column}"
