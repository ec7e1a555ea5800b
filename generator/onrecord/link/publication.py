"""Which actors, sources and topics are published: those that a published page names."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.annotate.body import Body, CitationMark, LinkOpen
from onrecord.annotate.facts import AnnotatedArticle
from onrecord.enlist.cast import TargetKind
from onrecord.link.dossier import Briefing, Party, QuoteRecord
from onrecord.link.ground import Ground
from onrecord.link.relations import related_actors
from onrecord.model import Actor, Source, Topic
from onrecord.text.frozen import Frozen

Named = tuple[TargetKind, str]


class Published(Frozen):
    """The ids of everything published beside briefings and plain pages."""

    actors: frozenset[str]
    sources: frozenset[str]
    topics: frozenset[str]


def decide_publication(
    ground: Ground,
    topics: Mapping[str, Topic],
    briefings: Iterable[Briefing],
    quotes: Iterable[QuoteRecord],
) -> Published:
    """What briefings and plain pages name, what the pages of these name in turn, and so on."""
    waiting: list[Named] = [
        *_always(ground, topics),
        *(named for briefing in briefings for named in _on_briefing(briefing, ground)),
        *(named for record in quotes for named in _on_record(record)),
    ]
    for (kind, _), told in ground.prose.items():
        if kind is TargetKind.PAGE:
            waiting += _in_text(told)
    naming = _Naming(ground, topics, _declared_by_others(ground))
    seen: set[Named] = set()
    while waiting:
        named = waiting.pop()
        if named not in seen and naming.is_known(named):
            seen.add(named)
            waiting += naming.on_page_of(named)
    return Published(
        actors=frozenset(name for kind, name in seen if kind is TargetKind.ACTOR),
        sources=frozenset(name for kind, name in seen if kind is TargetKind.SOURCE),
        topics=frozenset(name for kind, name in seen if kind is TargetKind.TOPIC),
    )


class _Naming(Frozen):
    """What the page of each actor, source and topic names."""

    ground: Ground
    topics: Mapping[str, Topic]
    declared_by_others: Mapping[str, tuple[str, ...]]

    def is_known(self, named: Named) -> bool:
        kind, name = named
        known = {
            TargetKind.ACTOR: self.ground.actors,
            TargetKind.SOURCE: self.ground.sources,
            TargetKind.TOPIC: self.topics,
        }
        return kind in known and name in known[kind]

    def on_page_of(self, named: Named) -> Iterator[Named]:
        kind, name = named
        if kind is TargetKind.SOURCE:
            yield from _on_source(self.ground.sources[name])
        elif kind is TargetKind.ACTOR:
            actor = self.ground.actors[name]
            yield from ((TargetKind.ACTOR, other) for other in related_actors(actor))
            for other in self.declared_by_others.get(name, ()):
                yield TargetKind.ACTOR, other
            yield from _sources_of(actor)
        if named in self.ground.prose:
            yield from _in_text(self.ground.prose[named])


def _declared_by_others(ground: Ground) -> dict[str, tuple[str, ...]]:
    declared: dict[str, list[str]] = {}
    for actor in ground.actors.values():
        for relation in actor.relations:
            declared.setdefault(relation.with_actor.text, []).append(actor.id)
    return {actor: tuple(others) for actor, others in declared.items()}


def _always(ground: Ground, topics: Mapping[str, Topic]) -> Iterator[Named]:
    for actor in ground.actors.values():
        if actor.is_published_always:
            yield TargetKind.ACTOR, actor.id
    for source in ground.sources.values():
        if source.is_published_always:
            yield TargetKind.SOURCE, source.id
    for topic in topics.values():
        if topic.is_published_always:
            yield TargetKind.TOPIC, topic.id
    if ground.content.site.publisher:
        yield TargetKind.ACTOR, ground.content.site.publisher.text


def _on_briefing(briefing: Briefing, ground: Ground) -> Iterator[Named]:
    yield from _parties(briefing.authors)
    for member in briefing.cast:
        yield TargetKind.ACTOR, member.actor
        yield from _parties((member.role_at,))
    for topic in briefing.article.topics:
        yield TargetKind.TOPIC, topic.text
    for cited in ground.facts(briefing.slug).sources:
        yield TargetKind.SOURCE, cited.source_id
    yield from _in_text(ground.annotated[briefing.slug])


def _on_record(record: QuoteRecord) -> Iterator[Named]:
    yield from _parties((*record.to, *record.about, record.on_behalf_of, record.via))
    for voice in record.voices:
        yield TargetKind.ACTOR, voice.actor
        yield from _parties((voice.role_at, voice.at))
    for other in record.quote.also:
        if other.by:
            yield TargetKind.ACTOR, other.by.text
        if other.source:
            yield TargetKind.SOURCE, other.source.text


def _sources_of(actor: Actor) -> Iterator[Named]:
    sources = (
        *(role.source for role in actor.roles),
        *(relation.source for relation in actor.relations),
    )
    return ((TargetKind.SOURCE, source.text) for source in sources if source)


def _on_source(source: Source) -> Iterator[Named]:
    for named in (*source.authors, source.publisher):
        if named:
            yield TargetKind.ACTOR, named.text
    if source.via:
        yield TargetKind.SOURCE, source.via.text


def _in_text(told: AnnotatedArticle) -> Iterator[Named]:
    """What the links and citations of a text and of its notes lead to."""
    yield from _in_body(told.body)
    for note in told.facts.notes:
        yield from _in_body(note.body)


def _in_body(body: Body) -> Iterator[Named]:
    for piece in body.pieces:
        if isinstance(piece, str):
            continue
        if isinstance(piece, LinkOpen):
            yield piece.target.kind, piece.target.id
        elif isinstance(piece, CitationMark):
            yield TargetKind.SOURCE, piece.source_id


def _parties(parties: Iterable[Party | None]) -> Iterator[Named]:
    return ((TargetKind.ACTOR, party.actor) for party in parties if party and party.actor)
