"""What browsers are told of a build: what stands against it, and what concerns their page."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from onrecord.diagnostics import Diagnostic, Severity
from onrecord.diagnostics.reports import report_in_full
from onrecord.disk.files import read_lines
from onrecord.preview.addresses import wanted_at
from onrecord.preview.editors import editor_link
from onrecord.preview.workshop import Rebuilt
from onrecord.text.source import Span

_LARGEST = 50_000_000
_MOST_TOLD = 100
_OF_QUOTES = "OR2"


class Told:
    """What there is to say of one build. Nothing is worked out before a browser is there."""

    def __init__(self, root: Path, editor: str, rebuilt: Rebuilt) -> None:
        self._root = root
        self._editor = editor
        self._rebuilt = rebuilt

    def on(self, file: str, base: str) -> dict[str, Any]:
        """What the browser that shows this file is told; all of it is text, nothing is markup.

        `base` is the path under which the site is served.
        """
        return {
            "errors": self._errors,
            "warnings": self._warnings,
            "notice": self._rebuilt.shown.notices.get(file, ""),
            "waiting": self._waiting(file, base),
            "margin": self._in_margin(file),
        }

    def _waiting(self, file: str, base: str) -> list[dict[str, Any]]:
        """What is not published yet, but for the file's own article, each with its addresses."""
        shown = self._rebuilt.shown
        return [
            {
                "title": one.title,
                "state": one.state,
                "paths": [base.rstrip("/") + permalink for permalink in shown.pages[path]],
            }
            for path, one in shown.waiting.items()
            if path in shown.pages and shown.own.get(file) != path
        ]

    @cached_property
    def _errors(self) -> dict[str, Any]:
        return self._listed([] if self._rebuilt.is_good else self._of(Severity.ERROR))

    @cached_property
    def _warnings(self) -> dict[str, Any]:
        return self._listed(self._of(Severity.WARNING))

    def _of(self, severity: Severity) -> list[Diagnostic]:
        return [found for found in self._rebuilt.diagnostics if found.severity is severity]

    def _listed(self, found: Sequence[Diagnostic]) -> dict[str, Any]:
        shown = [self._finding(one) for one in found[:_MOST_TOLD]]
        return {"count": len(found), "shown": shown}

    def _finding(self, found: Diagnostic) -> dict[str, Any]:
        return {
            "severity": str(found.severity),
            "code": found.code,
            "text": report_in_full([found], self._line_of).rstrip("\n"),
            "place": f"{found.span.path}:{found.span.line}" if found.span else "",
            "link": self._link(found.span),
        }

    def _in_margin(self, file: str) -> list[dict[str, Any]]:
        """The quotes of a page that have no place in it, each with the passage closest to it."""
        path = self._sources.get(file, "")
        return [
            {
                "code": found.code,
                "message": found.message,
                "hint": found.hint,
                "link": self._link(found.span),
                "opens": "the record" if self._is_in_front(found.span) else "the passage",
                "passage": self._passage(found, path),
            }
            for found in (self._rebuilt.diagnostics if path else ())
            if found.code.startswith(_OF_QUOTES)
            and found.severity is not Severity.INFO
            and found.span is not None
            and found.span.path == path
        ]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """Of each page that comes from a file, that file; by output file."""
        pages = self._rebuilt.shown.pages.items()
        return {wanted_at(found[0], "/").file: path for path, found in pages}

    def _passage(self, found: Diagnostic, path: str) -> str:
        """The words of the text that the finding points at, as they were typed."""
        for span in (*(one.span for one in found.related), found.span):
            if span is not None and span.path == path and not self._is_in_front(span):
                lines = [
                    self._line_of(path, at) or "" for at in range(span.line, span.end_line + 1)
                ]
                lines[-1] = lines[-1][: span.end_column - 1]
                lines[0] = lines[0][span.column - 1 :]
                return "\n".join(lines)
        return ""

    def _is_in_front(self, span: Span) -> bool:
        """True for a place in the front matter, which no reader sees."""
        lines = self._lines(span.path)
        end = next((at for at, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), 0)
        return span.line <= end

    def _line_of(self, path: str, number: int) -> str | None:
        lines = self._lines(path)
        return lines[number - 1] if 0 < number <= len(lines) else None

    @cached_property
    def _lines(self) -> Any:  # noqa: ANN401 - a function that remembers
        return lru_cache(maxsize=64)(lambda path: read_lines(self._root, path, _LARGEST))

    def _link(self, span: Span | None) -> str:
        if span is None:
            return ""
        return editor_link(self._editor, self._root, span.path, span.line, span.column)
