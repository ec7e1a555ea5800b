"""Files that look like content but stand where none is read, each with the path to move it to."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from re import compile as pattern

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.disk.files import FoundFile, UnsafePath, open_file
from onrecord.text.similar import closest
from onrecord.text.source import Span

CONTENT = "content"
MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
TEXT_ENDINGS = (".txt", ".text")  # read only where they begin with front matter
YAML_ENDINGS = (".yaml", ".yml")
NOT_FOR_THE_SITE = frozenset(("readme", "license", "licence", "contributing", "changelog"))
OTHER_NAMES = {
    "posts": "articles", "post": "articles", "_posts": "articles", "briefings": "articles",
    "briefing": "articles", "news": "articles", "stories": "articles", "people": "actors",
    "persons": "actors", "profiles": "actors", "cast": "actors", "speakers": "actors",
    "organisations": "actors", "organizations": "actors", "tags": "topics", "categories": "topics",
    "references": "sources", "bibliography": "sources", "snapshots": "archive",
}  # fmt: skip
FRONT_MATTER = pattern(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[^\n]*:")
_HEAD = 400
LISTS = ("actors", "sources")
"""The folders in which YAML is read."""


def find_misplaced(found: FoundFile, read_as: Mapping[str, tuple[str, ...]]) -> Diagnostic | None:
    """A warning about a file that is read as nothing though it looks as if it were to be read.

    `read_as` holds the folders under content/ with the endings of the files that are read there.
    """
    path = found.path
    file = PurePosixPath(path)
    ending = file.suffix.lower()
    folder = file.parts[1] if len(file.parts) > 2 else ""
    is_list_of_actors = folder == "actors" and ending == ".json"
    looks_like_content = ending in (*MARKDOWN_ENDINGS, *YAML_ENDINGS) or is_list_of_actors
    looks_like_content |= ending in TEXT_ENDINGS and _has_front_matter(found)
    if not looks_like_content or file.stem.casefold() in NOT_FOR_THE_SITE:
        return None
    if folder in read_as:
        endings = read_as[folder]
        told = f"in {CONTENT}/{folder}/ only files that end in {_either(endings)} are read"
    elif folder:
        told = f"nothing is read in {CONTENT}/{folder}/"
    else:
        told = f"nothing is read in {CONTENT}/ itself, only in its folders"
    hint = f"move it to {_right_path(file, folder, read_as)}"
    if ending not in (*MARKDOWN_ENDINGS, *TEXT_ENDINGS) and folder not in LISTS:
        hint += ", or its keys into a file's front matter"
    return diagnose(
        "OR129", f"this file is read as nothing: {told}", Span.start_of(path), hint=hint
    )


def _has_front_matter(found: FoundFile) -> bool:
    """True for a text that begins with ---; one that cannot be read is told elsewhere."""
    try:
        with open_file(found.real) as opened:
            return FRONT_MATTER.match(opened.read(_HEAD)) is not None
    except (OSError, UnsafePath):
        return False


def _right_path(file: PurePosixPath, folder: str, read_as: Mapping[str, tuple[str, ...]]) -> str:
    is_text = file.suffix.lower() in (*MARKDOWN_ENDINGS, *TEXT_ENDINGS)
    ending = ".md" if is_text else ".yaml"
    meant = folder
    if folder not in read_as:
        word = (folder or file.stem).casefold()
        meant = OTHER_NAMES.get(word) or closest(word, read_as) or ""
    if ending == ".yaml" and meant not in LISTS:
        meant = "sources" if "source" in file.stem.casefold() else "actors"
    elif ending == ".md" and folder not in read_as and not (folder and meant):
        meant = "articles"
    if meant == "archive":
        ending = read_as[meant][0]
    below = PurePosixPath(*file.parts[2:] if folder else file.parts[1:])
    return f"{CONTENT}/{meant}/{below.with_suffix(ending)}"


def _either(endings: tuple[str, ...]) -> str:
    *first, last = endings
    return f"{', '.join(first)} or {last}" if first else last
