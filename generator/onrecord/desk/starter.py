"""A new site: a few files that build clean and explain themselves."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from re import compile as pattern

from onrecord import __version__
from onrecord.desk.packaged import packaged_requirements, starter_files
from onrecord.diagnostics import Diagnostic, Outcome, Severity, diagnose
from onrecord.read.base_url import host_of, read_base_url
from onrecord.read.schemas.json_schema import json_schema
from onrecord.read.site_yaml import NAME, read_settings
from onrecord.text.frozen import Frozen, replace
from onrecord.text.slugs import id_from

_PLAIN = pattern(r"[^\W\d_][\w ’.,/+-]*[\w.’]")
_NO_TEXT = frozenset(("true", "false", "yes", "no", "on", "off", "null", "none"))
_MARK = pattern(r"‹(\w+)›")
_NAMED = pattern(r"__(\w+)__")
_HIDDEN = "dot-"  # what the names of hidden files begin with among those of the package
_EDITORS = ("site", "cast", "sources")  # the files of which editors can be told what may be typed


class Answers(Frozen):
    """What is asked of a new site; `publisher` is a name, `theme` "" for the default's."""

    title: str
    base_url: str
    language: str = "en"
    timezone: str = "UTC"
    publisher: str = ""
    theme: str = ""


def find_wrong_answers(answers: Answers, today: date) -> tuple[Diagnostic, ...]:
    """What stands against the answers, as a build would tell it of the site.yaml that they make."""
    text = fill_starter(answers, today)[NAME]
    found = read_settings(text, Path()).diagnostics
    # Nobody has seen that file yet, so its lines would tell nothing.
    return tuple(replace(one, span=None) for one in found if one.severity is Severity.ERROR)


def fill_starter(answers: Answers, today: date, *, is_minimal: bool = False) -> dict[str, str]:
    """The files of a new site by path; a minimal one is its settings and an empty briefing."""
    told = _told(answers, today)
    quoted = {**told, **{name: _as_yaml(told[name]) for name in ("title", "publisher")}}
    texts = starter_files("minimal" if is_minimal else "whole")
    if answers.theme:
        texts |= starter_files("theme")
    files = {
        _path_of(path, told): _filled(text, quoted if path.endswith((".yaml", ".md")) else told)
        for path, text in texts.items()
    }
    if not is_minimal:
        files |= _schemas_for_editors()
        files["requirements.txt"] = packaged_requirements()
    return dict(sorted(files.items()))


def write_starter(folder: Path, files: Mapping[str, str]) -> Outcome[tuple[str, ...]]:
    """Writes the files below a folder, made where it is missing; tells which stood there before.

    Those stay as they are. Where a site stands there already nothing is written.
    """
    taken = tuple(_taken(folder, files))
    if taken:
        hint = "nothing was written: name a new folder, or move away what is there"
        refused = (diagnose("OR906", f"{path} is there already", None, hint=hint) for path in taken)
        return Outcome((), tuple(refused))
    kept: list[str] = []
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with place.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            kept.append(path)
    return Outcome(tuple(kept))


def _taken(folder: Path, files: Mapping[str, str]) -> Iterator[str]:
    """What shows that a site stands there, and files where folders of a new one belong."""
    yield from (name for name in (NAME, "site.yml") if os.path.lexists(folder / name))
    folders = {parent for path in files for parent in PurePosixPath(path).parents[:-1]}
    for parent in sorted(folders):
        if os.path.lexists(folder / parent) and not (folder / parent).is_dir():
            yield parent.as_posix()


def _told(answers: Answers, today: date) -> Mapping[str, str]:
    publisher = answers.publisher or answers.title
    address = read_base_url(answers.base_url, None).value or answers.base_url
    host = host_of(address) if "://" in address else "example.org"
    return {
        "title": answers.title,
        "base_url": address,
        "tag_authority": f"{host},{today.year}",
        "language": answers.language,
        "timezone": answers.timezone,
        "publisher": publisher,
        "publisher_id": id_from(publisher) or "publisher",
        "theme": answers.theme or "default",
        "today": today.isoformat(),
        "year": str(today.year),
        "version": __version__,
    }


def _path_of(path: str, told: Mapping[str, str]) -> str:
    shown = "/".join(
        f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part
        for part in path.split("/")
    )
    return _NAMED.sub(lambda mark: told[mark[1]], shown)


def _filled(text: str, told: Mapping[str, str]) -> str:
    return _MARK.sub(lambda mark: told[mark[1]], text)


def _as_yaml(text: str) -> str:
    """The text as a value of YAML, within quotation marks where it needs them."""
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _NO_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _schemas_for_editors() -> dict[str, str]:
    texts = {name: json.dumps(json_schema(name), ensure_ascii=False, indent=1) for name in _EDITORS}
    return {f".vscode/schemas/{name}.json": f"{text}\n" for name, text in texts.items()}
