"""The cast of a whole site, assembled from profiles, cast files and articles."""

from collections.abc import Callable, Iterator

from onrecord.diagnostics import Outcome
from onrecord.enlist.cast import Cast, EnlistedArticle, EnlistedProse, TargetKind
from onrecord.enlist.complete import complete_article
from onrecord.enlist.ids import IdTable, tabulate_ids
from onrecord.enlist.merge import merge_actors, merge_sources
from onrecord.enlist.references import check_references
from onrecord.enlist.referred import Referred, referred_by
from onrecord.enlist.slices import slice_for_article, slice_for_prose
from onrecord.model import Article
from onrecord.read.content import Content


def assemble_cast(
    content: Content, referred_of: Callable[[Article], Referred] = referred_by
) -> Outcome[Cast]:
    """Every actor and source once, and each text with the slice of the site that it needs.

    `referred_of` gives what an article refers to, also one that does not hold its body itself.

    An article whose references do not hold stays in the cast, so that everything else that is
    wrong with it is reported in the same run; later stages take an unknown id for a bare name.
    """
    actors = merge_actors(content.actors, content.articles)
    sources = merge_sources(content.sources, content.articles)
    table = tabulate_ids(content, actors.value, sources.value)
    cast = Cast(
        actors=actors.value,
        sources=sources.value,
        articles=tuple(
            _enlist(article, referred_of(article), table) for article in content.articles
        ),
        prose=tuple(_prose(content, table)),
    )
    references = tuple(check_references(content, table))
    return Outcome(cast, actors.diagnostics + sources.diagnostics + references)


def _enlist(article: Article, referred: Referred, table: IdTable) -> EnlistedArticle:
    complete = complete_article(article, referred, table)
    return EnlistedArticle(complete, slice_for_article(complete, referred, table))


def _prose(content: Content, table: IdTable) -> Iterator[EnlistedProse]:
    """Every biography, topic's brief and plain page that says anything."""
    texts = (
        *(
            (TargetKind.ACTOR, actor.id, actor.path, actor.biography, actor.biography_line)
            for actor in content.actors
            if actor.biography
        ),
        *(
            (TargetKind.TOPIC, topic.id, topic.path, topic.brief, topic.brief_line)
            for topic in content.topics
            if topic.brief
        ),
        *(
            (TargetKind.PAGE, page.slug, page.path, page.body, page.body_line)
            for page in content.pages
        ),
    )
    for kind, prose_id, path, markdown, line in texts:
        prose = slice_for_prose(markdown, path, table)
        yield EnlistedProse(kind, prose_id, path, markdown, line, prose)
