"""Sources: how each was come by, which briefings rest on it, and how its quotes compare."""

from collections.abc import Iterator, Mapping

from onrecord.annotate.facts import CitedSource
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.link.dossier import QuoteRecord, SourceRecord, SourceUse
from onrecord.link.ground import Ground
from onrecord.link.verification import Verification
from onrecord.model import Source
from onrecord.text.frozen import replace

LONGEST_CHAIN = 12


def chain_of(source: Source, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The sources through which this one was read, nearest first; it ends where it would repeat."""
    chain: dict[str, None] = {source.id: None}
    while source.via and source.via.text in sources and len(chain) <= LONGEST_CHAIN:
        source = sources[source.via.text]
        if source.id in chain:
            break
        chain[source.id] = None
    return tuple(chain)[1:]


def check_chains(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """Sources that were read through one another in a circle, each circle once."""
    done: set[str] = set()
    for start in sources:
        walk: dict[str, int] = {}
        here = start
        while here not in done and here not in walk:
            walk[here] = len(walk)
            via = sources[here].via
            if via is None or via.text not in sources:
                break
            here = via.text
        else:
            if here in walk:
                yield _circle(tuple(walk)[walk[here] :], sources)
        done.update(walk)


def _circle(members: tuple[str, ...], sources: Mapping[str, Source]) -> Diagnostic:
    first, *others = members
    via = sources[first].via
    return diagnose(
        "OR403",
        "sources were read through one another in a circle: " + " via ".join((*members, first)),
        via.span if via else sources[first].span,
        hint="take via: out of the source that was read directly",
        related=[Related(f"{other} stands here", sources[other].span) for other in others],
    )


def compile_sources(
    ground: Ground,
    published: frozenset[str],
    quotes: Mapping[str, QuoteRecord],
    verification: Verification,
) -> dict[str, SourceRecord]:
    """Every published source with its uses and quotes, newest first. `quotes` are newest first."""
    uses = _uses(ground)
    resting: dict[str, list[str]] = {}
    for key, record in quotes.items():
        if record.placed:
            for source_id in dict.fromkeys(ref.id for ref in record.quote.sources):
                resting.setdefault(source_id, []).append(key)
    return {
        source_id: _record(
            ground.sources[source_id],
            ground,
            tuple(uses.get(source_id, ())),
            tuple(resting.get(source_id, ())),
            verification,
        )
        for source_id in sorted(published)
    }


def references(sources: Mapping[str, SourceRecord]) -> dict[str, SourceRecord]:
    """The sources without what rests on them, which is all that a page needs that cites them."""
    return {
        source: replace(record, uses=(), quotes=(), matching=0, checked=0)
        for source, record in sources.items()
    }


def _record(
    source: Source,
    ground: Ground,
    uses: tuple[SourceUse, ...],
    quotes: tuple[str, ...],
    verification: Verification,
) -> SourceRecord:
    found = [verification.results.get((key, source.id)) for key in quotes]
    return SourceRecord(
        source=source,
        authors=tuple(ground.party(author) for author in source.authors),
        publisher=ground.party(source.publisher) if source.publisher else None,
        chain=chain_of(source, ground.sources),
        uses=uses,
        quotes=quotes,
        matching=found.count(True),
        checked=len(found) - found.count(None),
        saved=verification.saved.get(source.id),
    )


def _uses(ground: Ground) -> dict[str, list[SourceUse]]:
    uses: dict[str, list[SourceUse]] = {}
    for slug in ground.articles:
        for cited in ground.facts(slug).sources:
            uses.setdefault(cited.source_id, []).append(_use(slug, cited))
    return uses


def _use(slug: str, cited: CitedSource) -> SourceUse:
    return SourceUse(slug, cited.number, tuple(use.context.unplaced() for use in cited.uses))
