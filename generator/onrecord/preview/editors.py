"""Links that open a writer's editor at a place in a file."""

from collections.abc import Mapping
from os import fsencode
from pathlib import Path
from re import compile as pattern
from types import MappingProxyType
from urllib.parse import quote

NONE = "none"
KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "cursor": "cursor://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
        "emacs": "org-protocol://open-file?file={path}&line={line}&column={column}",
    }
)
"""The addresses of editors by name."""

_SCHEME = pattern(r"([a-z][a-z0-9+.-]*):[^\s{}]*(\{(path|line|column)\}[^\s{}]*)+")
_RUNS_IN_THE_PAGE = frozenset({"javascript", "data", "vbscript", "blob", "about"})
_SAFE = "/:"
_NOT_AN_EDITOR = (
    "{typed!r} is no editor that links can open. Give one of {named}; or an address of your own"
    " with {{path}} and {{line}} in it, such as myeditor://open?file={{path}}&line={{line}}, if"
    " your system knows what to open for it. For an editor in a terminal, such as vim or nano,"
    " give none: then messages have no links."
)


def editor_from(typed: str) -> str:
    """The address of an editor as named or typed, "" for none; ValueError with what is wrong."""
    if typed == NONE:
        return ""
    if typed in KNOWN:
        return KNOWN[typed]
    found = _SCHEME.fullmatch(typed)
    if found is None or "{path}" not in typed or found[1] in _RUNS_IN_THE_PAGE:
        raise ValueError(_NOT_AN_EDITOR.format(typed=typed, named=", ".join(KNOWN)))
    return typed


def editor_link(editor: str, root: Path, path: str, line: int, column: int) -> str:
    """The address that opens a file below a folder there, "" where no editor is known."""
    if not editor:
        return ""
    absolute = (root / path).absolute().as_posix()
    absolute = absolute if absolute.startswith("/") else f"/{absolute}"
    return editor.format(path=quote(fsencode(absolute), safe=_SAFE), line=line, column=column)
