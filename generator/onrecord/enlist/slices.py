"""The slice of the site that one text needs, and no more, so that nothing else makes it stale."""

from collections.abc import Iterable, Iterator

from onrecord.enlist.cast import Slice, SlicedActor, SlicedQuote, SlicedSource, Target, TargetKind
from onrecord.enlist.ids import IdTable
from onrecord.enlist.names import linked_names
from onrecord.enlist.referred import Referred, referred_in
from onrecord.enlist.targets import Resolved, marked_actors, resolve_references
from onrecord.model import Article

Targets = tuple[tuple[str, Resolved], ...]


def slice_for_article(article: Article, referred: Referred, table: IdTable) -> Slice:
    """What a complete article needs: its actors, sources and repeats, and what it refers to."""
    targets = resolve_references(referred, article.path, article.slug, table)
    return Slice(
        actors=tuple(
            _sliced_actor(listing.id, listing.called, table)
            for listing in article.listings
            if listing.id in table.actors
        ),
        sources=_sliced_sources((*_sources_named(article), *_sources_cited(targets)), table),
        repeats=tuple(
            _sliced_quote(repeated.text, table)
            for repeated in article.repeats
            if repeated.text in table.quotes
        ),
        targets=targets,
    )


def slice_for_prose(markdown: str, path: str, table: IdTable) -> Slice:
    """What a text outside articles needs: the actors it marks, its sources, its references."""
    referred = referred_in(markdown)
    targets = resolve_references(referred, path, "", table)
    actors = dict.fromkeys(marked_actors(referred, table))
    return Slice(
        actors=tuple(_sliced_actor(actor, (), table) for actor in actors),
        sources=_sliced_sources(_sources_cited(targets), table),
        targets=targets,
    )


def _sliced_actor(actor_id: str, called: tuple[str, ...], table: IdTable) -> SlicedActor:
    actor = table.actors[actor_id]
    return SlicedActor(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        names=linked_names(actor),
        weak_names=actor.weak_aliases,
        called=called,
    )


def _sliced_quote(key: str, table: IdTable) -> SlicedQuote:
    quote = table.quotes[key]
    return SlicedQuote(
        key=key,
        text=quote.wording.text,
        full=quote.full.text if quote.full else "",
        also=tuple(other.text for other in quote.also),
        is_paraphrase=quote.text is None,
    )


def _sliced_sources(ids: Iterable[str], table: IdTable) -> tuple[SlicedSource, ...]:
    known = sorted({source_id for source_id in ids if source_id in table.sources})
    return tuple(
        SlicedSource(source_id, table.sources[source_id].kind, table.sources[source_id].title)
        for source_id in known
    )


def _sources_named(article: Article) -> Iterator[str]:
    """The sources of an article's quotes and notes, and those that it lists or defines."""
    for quote in article.quotes:
        yield from (ref.id for ref in quote.sources)
        yield from (other.source.text for other in quote.also if other.source)
    for note in article.notes:
        yield from (ref.id for ref in note.sources)
    yield from (listed.text for listed in article.source_ids)
    yield from (source.id for source in article.local_sources)


def _sources_cited(targets: Targets) -> Iterator[str]:
    for _, target in targets:
        if isinstance(target, Target) and target.kind is TargetKind.SOURCE:
            yield target.id
