"""OR408: a quote said to be confirmed that rests on one source."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.read.content import Content

CONFIRMED = 1


def confirmed_by_one_source(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Quotes of credibility 1 with fewer than two sources."""
    del cast, content
    for record in dossier.quotes.values():
        quote = record.quote
        if quote.credibility == CONFIRMED and len({ref.id for ref in quote.sources}) < 2:
            yield diagnose(
                "OR408",
                f"“{quote.id}” has credibility 1, confirmed by other sources, but names only one",
                quote.span,
                hint="name the other sources as a list under source:, or write credibility: 2",
            )
