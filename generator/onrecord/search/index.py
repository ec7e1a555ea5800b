"""pagefind/: the index of a site's search, made anew only where something changed.

Pagefind makes other bytes of the same entries at every run. So what a published index was made of
stands beside it, and the index stays as long as that and its files are what they were.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.pages.search_entries import FindEntries, SearchEntry
from onrecord.publish import OutputFile
from onrecord.search.documents import write_document
from onrecord.search.pagefind import find_pagefind, pagefind_version, run_pagefind
from onrecord.text.digest import digest_of_bytes
from onrecord.text.source import Span

FOLDER = "pagefind"
MADE_OF = f"{FOLDER}/made-of.json"
_DOCUMENTS = "documents"
# Pagefind's own pages and their styles; the search page of the layouts needs none of them.
_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


def make_index(
    find_entries: FindEntries,
    language: str,
    work: Path,
    published: Callable[[str], bytes | None],
    place: Span,
) -> Outcome[tuple[OutputFile, ...]]:
    """The files of the index; none where there is nothing to be found.

    `published` gives the bytes of a file as the site has it now; `work` is a folder for the time of
    the making, `place` where the search is asked for.
    """
    program = find_pagefind()
    if program is None:
        return Outcome((), (_missing(place),))
    primary = language.lower().replace("_", "-").partition("-")[0]
    made_of = _digest(find_entries(), primary)
    kept = _kept(made_of, published)
    if kept is not None:
        return Outcome(kept)
    _clear(work)
    try:
        if not _write_documents(find_entries(), work / _DOCUMENTS):
            return Outcome(())
        trouble = run_pagefind(program, work, _DOCUMENTS, FOLDER, primary)
        if trouble:
            return Outcome((), (_failed(trouble, place),))
        return Outcome(_with_origin(made_of, _bundle(work / FOLDER)))
    finally:
        _clear(work)


def find_missing_program(place: Span) -> tuple[Diagnostic, ...]:
    """The finding for a site that asks for a search where the program for it is missing."""
    return () if find_pagefind() is not None else (_missing(place),)


def _missing(place: Span) -> Diagnostic:
    message = "`search: true` needs Pagefind, which is not installed"
    hint = 'pip install "onrecord[search]", or delete the line'
    return diagnose("OR707", message, place, hint=hint)


def _failed(trouble: str, place: Span) -> Diagnostic:
    hint = "what was published before is untouched; without search: true the site can be built"
    return diagnose("OR708", f"Pagefind could not make the index: {trouble}", place, hint=hint)


def _digest(entries: Iterable[SearchEntry], language: str) -> str:
    """What the index depends on; nothing holds all entries at once."""
    total = blake2b(f"{pagefind_version()} {language}".encode(), digest_size=16)
    for entry in entries:
        document = write_document(entry)
        total.update(b"%d:" % len(document) + document)
    return total.hexdigest()


def _kept(made_of: str, published: Callable[[str], bytes | None]) -> tuple[OutputFile, ...] | None:
    """The published index, where it is made of the same and whole."""
    raw = published(MADE_OF)
    digests = _digests_of(raw, made_of) if raw is not None else None
    if raw is None or not digests:
        return None
    files = [OutputFile(MADE_OF, raw)]
    for path, expected in digests.items():
        content = published(path)
        if content is None or digest_of_bytes(content) != expected:
            return None
        files.append(OutputFile(path, content))
    return tuple(files)


def _digests_of(raw: bytes, made_of: str) -> Mapping[str, str] | None:
    try:
        told = json.loads(raw)
    except ValueError:
        return None
    if not isinstance(told, dict) or told.get("made_of") != made_of:
        return None
    files = told.get("files")
    if not isinstance(files, dict):
        return None
    is_ours = all(path.startswith(f"{FOLDER}/") and path != MADE_OF for path in files)
    return files if is_ours else None


def _write_documents(entries: Iterable[SearchEntry], folder: Path) -> int:
    folder.mkdir(parents=True)
    written = 0
    for entry in entries:
        written += 1
        (folder / f"{written:07}.html").write_bytes(write_document(entry))
    return written


def _bundle(folder: Path) -> tuple[OutputFile, ...]:
    return tuple(
        OutputFile(f"{FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(_UNUSED)
    )


def _with_origin(made_of: str, files: tuple[OutputFile, ...]) -> tuple[OutputFile, ...]:
    told = {
        "made_of": made_of,
        "files": {file.path: digest_of_bytes(file.content) for file in files},
    }
    return (OutputFile(MADE_OF, (json.dumps(told, indent=0) + "\n").encode()), *files)


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
