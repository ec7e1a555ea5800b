"""`onrecord init` and `onrecord schema`: a new site, and what may be typed in one."""

import json
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from onrecord.cli.terminal import as_utf8, paint_for
from onrecord.desk.starter import Answers, fill_starter, find_wrong_answers, write_starter
from onrecord.desk.surroundings import address_of_pages, local_timezone
from onrecord.diagnostics import Diagnostic, harmless
from onrecord.diagnostics.reports import report_in_full, tally
from onrecord.read.schemas.json_schema import json_schema
from onrecord.text.frozen import replace

_INTERRUPTED = 130

_QUESTIONS: Mapping[str, str] = {
    "title": "What is the site called?",
    "base_url": "Where will it be published?",
    "language": "Which language is it in, as in en, fr or ar?",
    "timezone": "In which time zone are its times?",
    "publisher": "Who publishes it?",
}


def run_init(
    folder: Path, given: Mapping[str, str | None], now: datetime, *, is_minimal: bool
) -> int:
    """Write a new site into the folder and say what to do next; the exit code."""
    today = now.astimezone().date()
    try:
        answers = _ask(_likely(folder, given), given, today)
    except click.Abort:
        click.echo("\ninterrupted; nothing was written", err=True)
        return _INTERRUPTED
    found = find_wrong_answers(answers, today)
    if found:
        return _refuse(found)
    files = fill_starter(answers, today, is_minimal=is_minimal)
    was_empty = not (folder.is_dir() and any(folder.iterdir()))
    written = write_starter(folder, files)
    if written.diagnostics:
        return _refuse(written.diagnostics)
    for path in written.value:
        click.echo(f"{harmless(path)} was there before, and stays as it is")
    if not was_empty:
        click.echo(_added(path for path in files if path not in written.value))
    click.echo(_what_next(folder, is_minimal=is_minimal))
    return 0


def run_schema(name: str) -> int:
    """Print a JSON Schema; the exit code."""
    click.echo(as_utf8(json.dumps(json_schema(name), ensure_ascii=False, indent=2)))
    return 0


def _likely(folder: Path, given: Mapping[str, str | None]) -> Answers:
    """The answers that were given, and for the rest those that are likely."""
    told = {name: text for name, text in given.items() if text is not None}
    stem = folder.absolute().name
    title = told.get("title") or stem.replace("-", " ").replace("_", " ").strip().capitalize()
    guessed = {
        "title": title or "Briefings",
        "base_url": address_of_pages(folder) or "https://example.org/",
        "timezone": local_timezone(),
        "publisher": title,
    }
    return Answers(**{**guessed, **told})


def _ask(likely: Answers, given: Mapping[str, str | None], today: date) -> Answers:
    """The answers of whoever sits at the terminal; the likely ones where nobody does."""
    answers = likely
    if not sys.stdin.isatty():
        return answers
    for name, question in _QUESTIONS.items():
        while given[name] is None:
            answer = click.prompt(question, default=getattr(answers, name))
            tried = replace(answers, **{name: answer.strip()})
            found = find_wrong_answers(tried, today)
            if not found:
                answers = tried
                break
            _tell(found)
        if name == "title" and given["publisher"] is None:
            answers = replace(answers, publisher=answers.title)
    return answers


def _refuse(found: Sequence[Diagnostic]) -> int:
    _tell(found)
    return tally(found).exit_code(is_strict=False)


def _tell(found: Sequence[Diagnostic]) -> None:
    click.echo(
        report_in_full(found, lambda _path, _line: None, paint_for(to_errors=True)), err=True
    )


def _added(paths: Iterable[str]) -> str:
    """What now stands beside what the folder held before, so that it can be told apart."""
    parted = (path.partition("/") for path in paths)
    tops = dict.fromkeys(f"{top}{slash}" for top, slash, _ in parted)
    return f"Added to what the folder held: {', '.join(tops)}"


def _what_next(folder: Path, *, is_minimal: bool) -> str:
    here = folder.absolute() == Path.cwd()
    place = harmless(str(folder))
    lines = [f"A new site stands in {place}/", ""]
    lines += [] if here else [f"  cd {_quoted(str(folder))}"]
    lines += ["  onrecord serve --open", ""]
    if not is_minimal:
        lines.append("README.md says how to write, and how to publish on GitHub Pages.")
    return "\n".join(lines).rstrip()


def _quoted(folder: str) -> str:
    """As the shells of this system take it."""
    if sys.platform != "win32":
        return shlex.quote(folder)
    return f'"{folder}"' if " " in folder else folder
