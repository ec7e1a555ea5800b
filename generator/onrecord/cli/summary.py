"""The last lines of a command: what the site holds, what was done, what stands against it."""

import os
from pathlib import Path

from onrecord.build import BuildResult, SiteCounts, Work
from onrecord.diagnostics import harmless
from onrecord.diagnostics.reports import tally
from onrecord.publish import Publication


def summarise(result: BuildResult, seconds: float, *, is_check: bool, is_strict: bool) -> str:
    """Two or three lines, the verdict last; `is_check` where nothing was to be published."""
    lines = []
    if result.counts:
        lines.append(_holdings(result.counts))
        if result.counts.held_back:
            waiting = counted(result.counts.held_back, "article")
            lines.append(
                f"Held back: {waiting} (drafts or dated in the future; --verbose lists them)"
            )
    lines.append(f"{_verdict(result, is_check=is_check, is_strict=is_strict)} in {seconds:.2f} s")
    return "\n".join(lines)


def explain_work(work: Work) -> str:
    """A line for each page that was made anew, with the reason."""
    if not work.reasons:
        return "No page had to be made anew"
    return "\n".join(f"made {page}: {harmless(reason)}" for page, reason in work.reasons)


def _holdings(counts: SiteCounts) -> str:
    quotes = f"{counts.quotes_placed} of {counted(counts.quotes, 'quote')} placed"
    return ", ".join(
        (
            counted(counts.briefings, "briefing"),
            counted(counts.actors, "actor"),
            quotes,
            counted(counts.sources, "source"),
        )
    )


def _verdict(result: BuildResult, *, is_check: bool, is_strict: bool) -> str:
    counted = tally(result.diagnostics)
    found = counted.in_words()
    if result.exit_code:
        why = " (--strict takes warnings for errors)" if is_strict and not counted.errors else ""
        refused = "Not ready to publish" if is_check else "Nothing published"
        return f"{refused}: {found or 'not possible'}{why},"
    with_findings = f" with {found}" if found else ""
    if result.publication is None:
        return f"Checked{with_findings or ', nothing found,'}"
    return f"{_published(result.publication)}{with_findings}"


def _published(publication: Publication) -> str:
    files = f"{counted(publication.written, 'file')} written, {publication.unchanged} unchanged"
    removed = f", {publication.removed} removed" if publication.removed else ""
    return f"Published to {_shown(publication.folder)}: {files}{removed}"


def _shown(folder: Path) -> str:
    return harmless(f"{os.path.relpath(folder)}/")


def counted(number: int, noun: str) -> str:
    """Such as “1 page” or “3 pages”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
