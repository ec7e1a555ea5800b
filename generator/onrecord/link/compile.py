"""The dossier of a whole site, compiled in one reading."""

from types import MappingProxyType

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.diagnostics import Outcome
from onrecord.enlist.cast import Cast, TargetKind
from onrecord.link.actors import compile_actors
from onrecord.link.assets import gather_assets
from onrecord.link.backlinks import compile_backlinks
from onrecord.link.briefings import compile_briefings, compile_casts
from onrecord.link.contradictions import check_relations
from onrecord.link.corrections import compile_corrections
from onrecord.link.dossier import Dossier
from onrecord.link.ground import Ground, Prose, lay_ground
from onrecord.link.publication import decide_publication
from onrecord.link.quote_references import check_quote_references
from onrecord.link.quotes import compile_quotes
from onrecord.link.related import compile_related
from onrecord.link.relations import compile_ties
from onrecord.link.sources import check_chains, compile_sources, references
from onrecord.link.timeline import compile_timeline
from onrecord.link.topics import compile_topics, known_topics
from onrecord.link.verification import verify_quotes
from onrecord.model import PlainPage
from onrecord.read.content import Content


def compile_dossier(
    content: Content, cast: Cast, annotated: tuple[AnnotatedArticle, ...], prose: Prose
) -> Outcome[Dossier]:
    """All facts together: who said what, when, where it stands, and what it touches."""
    ground = lay_ground(content, cast, annotated, prose)
    verification = verify_quotes(ground)
    quotes = compile_quotes(ground, verification)
    casts = compile_casts(ground, quotes)
    briefings = compile_briefings(
        ground, casts, compile_related(ground, casts), compile_backlinks(ground)
    )
    topics = known_topics(ground)
    published = decide_publication(ground, topics, briefings.values(), quotes.values())
    actors = compile_actors(
        ground, published.actors, briefings, quotes, compile_ties(ground.actors)
    )
    sources = compile_sources(ground, published.sources, quotes, verification)
    subjects = compile_topics(ground, topics, published.topics)
    assets = gather_assets(ground, published.actors, published.topics)
    dossier = Dossier(
        site=content.site,
        briefings=MappingProxyType(dict(sorted(briefings.items()))),
        texts=MappingProxyType(dict(sorted(ground.annotated.items()))),
        quotes=MappingProxyType(dict(sorted(quotes.items()))),
        actors=MappingProxyType(actors),
        profiles=MappingProxyType({actor: record.actor for actor, record in actors.items()}),
        sources=MappingProxyType(sources),
        references=MappingProxyType(references(sources)),
        topics=MappingProxyType(subjects),
        subjects=MappingProxyType({topic: one.topic.title for topic, one in subjects.items()}),
        pages=MappingProxyType(_pages(ground)),
        events=compile_timeline(ground),
        corrections=compile_corrections(ground),
        by_date=tuple(briefings),
        quotes_by_date=tuple(key for key, record in quotes.items() if record.placed),
        assets=MappingProxyType(assets.value),
        held_back=content.held_back,
        newest=max(
            (briefing.latest for briefing in briefings.values()),
            key=lambda when: when.instant,
            default=None,
        ),
    )
    diagnostics = (
        *check_quote_references(ground),
        *check_relations(ground),
        *check_chains(ground.sources),
        *assets.diagnostics,
    )
    return Outcome(dossier, diagnostics)


def _pages(ground: Ground) -> dict[str, tuple[PlainPage, AnnotatedArticle]]:
    return {
        page.slug: (page, ground.prose[TargetKind.PAGE, page.slug])
        for page in sorted(ground.content.pages, key=lambda page: page.slug)
        if (TargetKind.PAGE, page.slug) in ground.prose
    }
