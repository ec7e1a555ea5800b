"""Findings as annotations on a pull request (GitHub's workflow commands)."""

from collections.abc import Sequence

from onrecord.diagnostics.code import Severity
from onrecord.diagnostics.diagnostic import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report_to_github(diagnostics: Sequence[Diagnostic]) -> str:
    """One workflow command a finding."""
    return "".join(f"{_command(found)}\n" for found in diagnostics)


def _command(found: Diagnostic) -> str:
    properties = {"title": found.code}
    if found.span:
        properties |= {
            "file": found.span.path,
            "line": str(found.span.line),
            "col": str(found.span.column),
            "endLine": str(found.span.end_line),
        }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    related = [
        f"{related.span.path}:{related.span.line}: {related.message}" for related in found.related
    ]
    text = "\n".join(part for part in (found.message, *related, found.hint) if part)
    return f"::{_COMMANDS[found.severity]} {listed}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
