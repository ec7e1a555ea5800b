"""Findings that the site takes more or less seriously, and those that it knowingly accepts."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from onrecord.diagnostics import Diagnostic, Severity, code_named, diagnose
from onrecord.model import Allowance
from onrecord.read.content import Content
from onrecord.text.frozen import replace


def apply_allowances(diagnostics: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """The findings that remain: severities as site.yaml sets them, allowed ones left out.

    What is an error by itself stays one and cannot be allowed. An allow: entry silences warnings
    and infos, also those that site.yaml makes errors. Entries that silence nothing are reported,
    unless there are errors, which may have kept a finding from arising.
    """
    allowed = _Allowed((*content.site.allowances, *content.allowances))
    remaining = [found for found in diagnostics if not allowed.silences(found)]
    if not any(found.severity is Severity.ERROR for found in remaining):
        remaining += allowed.unused()
    severities = dict(content.site.severities)
    return tuple(_with_severity(found, severities) for found in remaining)


class _Allowed:
    """The allow: entries, by code; those of one file are found without trying every glob."""

    def __init__(self, allowances: Iterable[Allowance]) -> None:
        self.of_file: dict[tuple[str, str], list[Allowance]] = {}
        self.globs: dict[str, list[Allowance]] = {}
        self.entries = tuple(dict.fromkeys(allowances))
        self.used: set[Allowance] = set()
        for entry in self.entries:
            if any(sign in entry.path for sign in "*?["):
                self.globs.setdefault(entry.code, []).append(entry)
            self.of_file.setdefault((entry.code, entry.path), []).append(entry)

    def silences(self, found: Diagnostic) -> bool:
        """True where an entry accepts the finding; all such entries then count as used."""
        if _is_always_an_error(found.code):
            return False
        path = found.span.path if found.span else ""
        fitting = [
            *self.of_file.get((found.code, path), ()),
            *(e for e in self.globs.get(found.code, ()) if fnmatchcase(path, e.path)),
        ]
        self.used.update(fitting)
        return bool(fitting)

    def unused(self) -> Iterator[Diagnostic]:
        """The entries that silenced nothing."""
        for entry in self.entries:
            if entry in self.used:
                continue
            if _is_always_an_error(entry.code):
                message = f"{entry.code} is an error, and errors cannot be allowed"
            else:
                message = f"nothing here gives {entry.code}, so there is nothing to allow"
            yield diagnose("OR124", message, entry.span, hint="delete the entry")


def _is_always_an_error(code_id: str) -> bool:
    code = code_named(code_id)
    return code is None or code.severity is Severity.ERROR


def _with_severity(found: Diagnostic, severities: dict[str, Severity]) -> Diagnostic:
    severity = severities.get(found.code, found.severity)
    if severity is found.severity or _is_always_an_error(found.code):
        return found
    return replace(found, severity=severity)
