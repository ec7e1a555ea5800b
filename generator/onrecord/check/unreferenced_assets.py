"""OR125: a file under content/ that no published page refers to."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.read.content import Content
from onrecord.text.source import Span

_OF_TEXTS = frozenset(("articles", "actors", "topics", "pages"))
_TEXTS = frozenset((".txt", ".text", ".rtf", ".doc", ".docx", ".odt"))


def unreferenced_assets(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Files that are not published because nothing shows or links them."""
    del cast
    for asset in content.assets:
        if asset.path not in dossier.assets:
            yield diagnose(
                "OR125",
                f"no published page refers to {asset.path}, so it is not published",
                Span.start_of(f"content/{asset.path}"),
                hint="link it or show it in an article, or move it out of content/"
                + _how_to_read(asset.path),
            )


def _how_to_read(path: str) -> str:
    """What to do about a text that may have been meant to be read; "" for other files."""
    file = PurePosixPath(path)
    if file.parts[0] not in _OF_TEXTS or file.suffix.lower() not in _TEXTS:
        return ""
    return f"; to have it read, save it as {file.with_suffix('.md').name}"
