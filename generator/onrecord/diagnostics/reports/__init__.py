"""Findings as people, editors and machines read them: one file a format."""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from onrecord.diagnostics.diagnostic import Diagnostic
from onrecord.diagnostics.reports.concise import report_concisely
from onrecord.diagnostics.reports.full import LineOf, Paint, plain, report_in_full
from onrecord.diagnostics.reports.github import report_to_github
from onrecord.diagnostics.reports.json import report_as_json
from onrecord.diagnostics.reports.tally import Tally, tally

Report = Callable[[Sequence[Diagnostic]], str]

REPORTS: MappingProxyType[str, Report] = MappingProxyType(
    {
        "concise": report_concisely,
        "json": report_as_json,
        "github": report_to_github,
    }
)

__all__ = ["REPORTS", "LineOf", "Paint", "Report", "Tally", "plain", "report_in_full", "tally"]
