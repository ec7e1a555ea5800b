"""OR404, OR405, OR406: whether readers can reach a source, now and in years to come."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.model import Source, SourceKind
from onrecord.read.content import Content

ON_THE_WEB = frozenset(
    {SourceKind.ARTICLE, SourceKind.POST, SourceKind.WEB, SourceKind.VIDEO, SourceKind.DATASET}
)


def unreachable_sources(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Sources of the web's kinds with neither an address nor an archived copy."""
    del cast, content
    for source in _sources(dossier):
        if source.kind in ON_THE_WEB and not source.url and not source.archived_url:
            yield diagnose(
                "OR404",
                f"readers cannot reach {source.id}: this {source.kind} has neither url: nor "
                "archived:",
                source.span,
                hint="give its address under url:, or that of a copy under archived:",
            )


def unarchived_sources(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Sources with an address and no archived copy."""
    del cast, content
    for source in _sources(dossier):
        if source.url and not source.archived_url:
            yield diagnose(
                "OR405",
                f"{source.id} has an address but no archived copy",
                source.span,
                hint="save the page with a web archive and give the copy's address as archived:",
            )


def unencrypted_sources(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Sources whose address begins with http:."""
    del cast, content
    for source in _sources(dossier):
        if source.url.casefold().startswith("http:"):
            yield diagnose(
                "OR406",
                f"the address of {source.id} begins with http:, without encryption",
                source.span,
                hint=f"if the site answers to it, write url: https{source.url[4:]}",
            )


def _sources(dossier: Dossier) -> Iterator[Source]:
    return (record.source for record in dossier.sources.values())
