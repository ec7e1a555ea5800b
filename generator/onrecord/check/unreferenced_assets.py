"""OR125: a file under content/ that no published page refers to."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.read.content import Content
from onrecord.text.source import Span


def unreferenced_assets(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Files that are not published because nothing shows or links them."""
    del cast
    for asset in content.assets:
        if asset.path not in dossier.assets:
            yield diagnose(
                "OR125",
                f"no published page refers to {asset.path}, so it is not published",
                Span.start_of(f"content/{asset.path}"),
                hint="link it or show it in an article, or move it out of content/",
            )
