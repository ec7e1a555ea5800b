"""Findings with the line they stand in, what is related, and what to type next."""

from collections.abc import Callable, Sequence

from onrecord.diagnostics.code import Severity
from onrecord.diagnostics.diagnostic import Diagnostic, Related, harmless
from onrecord.diagnostics.reports.concise import place_of
from onrecord.text.source import Span

LineOf = Callable[[str, int], str | None]
"""Gives a line of a file of the site by path and number, None where there is none."""

Paint = Callable[[str, str], str]
"""Gives a text in a style ("error", "warning", "info", "place", "quiet", "hint"), or as it is."""

_WIDEST_EXCERPT = 96
_TAB_WIDTH = 4


def plain(text: str, _style: str) -> str:
    """No styles: for files and pipes."""
    return text


def report_in_full(diagnostics: Sequence[Diagnostic], line_of: LineOf, paint: Paint = plain) -> str:
    """A paragraph a finding: headline, place, excerpt with the place marked, related, hint."""
    return "\n".join(_paragraph(found, line_of, paint) for found in diagnostics)


def _paragraph(found: Diagnostic, line_of: LineOf, paint: Paint) -> str:
    lines = [f"{paint(f'{found.severity} {found.code}', str(found.severity))} {found.message}"]
    if found.span:
        lines += [paint(f"  --> {place_of(found.span)}", "place")]
        lines += _excerpt(found.span, line_of, paint, str(found.severity))
    for related in found.related:
        lines += _related(related, line_of, paint)
    if found.hint:
        first, *rest = found.hint.splitlines()
        lines += [f"  {paint('do:', 'hint')} {first}", *(f"      {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def _related(related: Related, line_of: LineOf, paint: Paint) -> list[str]:
    head = f"  {related.message}: {paint(place_of(related.span), 'place')}"
    return [head, *_excerpt(related.span, line_of, paint, str(Severity.INFO))]


def _excerpt(span: Span, line_of: LineOf, paint: Paint, style: str) -> list[str]:
    line = line_of(span.path, span.line)
    if line is None or not line.strip():
        return []
    line = line.replace("\t", " " * _TAB_WIDTH) if "\t" in line[: span.column] else line
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - _WIDEST_EXCERPT // 2) if len(line) > _WIDEST_EXCERPT else 0
    until = cut + _WIDEST_EXCERPT
    before, after = "…" if cut else "", "…" if until < len(line) else ""
    shown = f"{before}{harmless(line[cut:until])}{after}"
    width = max(1, min(end, until, len(line)) - start)
    number = f"{span.line} | "
    margin = " " * (len(number) - 2) + "| "
    marker = " " * (len(before) + start - cut) + paint("^" * width, style)
    return [f"  {paint(number, 'quiet')}{shown}", f"  {paint(margin, 'quiet')}{marker}"]
