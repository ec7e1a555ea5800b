"""Diagnostics as values: what is wrong, where, how bad, and what to do about it."""

from onrecord.diagnostics.codes import Code, Severity, Stage, code_named, every_code
from onrecord.diagnostics.diagnostic import (
    Diagnostic,
    Outcome,
    Related,
    diagnose,
    harmless,
    in_order,
)

__all__ = [
    "Code",
    "Diagnostic",
    "Outcome",
    "Related",
    "Severity",
    "Stage",
    "code_named",
    "diagnose",
    "every_code",
    "harmless",
    "in_order",
]
