"""Findings as JSON, all of them and with everything they hold."""

import json
from collections.abc import Sequence

from onrecord.diagnostics.diagnostic import Diagnostic
from onrecord.text.source import Span

_FORMAT = 1


def report_as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """An object with `format` and `diagnostics`; places are 1-based and end exclusively."""
    report = {"format": _FORMAT, "diagnostics": [_finding(found) for found in diagnostics]}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _finding(found: Diagnostic) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": str(found.severity),
        "message": found.message,
        "hint": found.hint,
        "place": _place(found.span),
        "related": [
            {"message": related.message, "place": _place(related.span)} for related in found.related
        ],
    }


def _place(span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
