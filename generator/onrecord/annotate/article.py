"""One article becomes a body with slots and its located facts; so does a text outside articles."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.annotate.body import Body
from onrecord.annotate.citations import number_sources, sources_beside_citations
from onrecord.annotate.corrections import check_corrections
from onrecord.annotate.coverage import cover_quotations
from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.annotate.flatten import Origin, Range
from onrecord.annotate.laying import (
    fill_blockquotes,
    report_crossings,
    spans_of_mentions,
    spans_of_notes,
    spans_of_quotes,
)
from onrecord.annotate.mentions import LinkingRules, find_mentions
from onrecord.annotate.notes import is_published, number_notes, place_notes
from onrecord.annotate.pictures import Pictures
from onrecord.annotate.quotes import Placement, Placing, place_quotes
from onrecord.annotate.raw_html import RawHtml
from onrecord.annotate.reading import Reading, read_text, references_of
from onrecord.annotate.records import Record, records_of
from onrecord.annotate.render import Renderer
from onrecord.annotate.search import Searches
from onrecord.annotate.settings import AnnotationSettings
from onrecord.annotate.spans import Laid, Sweep
from onrecord.annotate.speech import Speech
from onrecord.annotate.telling import tell_notes, tell_quotes
from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.enlist.cast import EnlistedArticle, EnlistedProse
from onrecord.model import Article, Image
from onrecord.text.frozen import Frozen

TRANSCRIPT = "transcript"


def annotate_article(
    enlisted: EnlistedArticle, settings: AnnotationSettings
) -> Outcome[AnnotatedArticle]:
    """The article's body and all that its text tells, with everything that is amiss in it."""
    article, known = enlisted.article, enlisted.slice
    records = tuple(records_of(enlisted))
    reading = _read(article, enlisted, settings)
    flat, places = reading.flat, reading.places
    speech = Speech(flat)
    quotes = _find_quotes(article, records, speech, reading)
    notes = place_notes(article.notes, speech, places, quotes.searches)
    numbering = number_notes(flat, notes.passages)
    sources = number_sources(
        (spot for spot in flat.citations if is_published(spot, flat, notes.passages)),
        places,
        known.sources,
        sources_beside_citations(article),
    )
    laid = [
        *spans_of_quotes(quotes.placements),
        *spans_of_notes(notes.passages, numbering.notes),
    ]
    mentions = find_mentions(
        known.actors,
        speech,
        places,
        quoted=_quoted(quotes.placements),
        laid=[(span.start, span.end) for span in laid],
        rules=LinkingRules(article.link_mentions, article.nolink, settings.honorifics),
    )
    laid += spans_of_mentions(mentions.links)
    bodies, assets = _render(reading, laid, article.images, notes.passages)
    recorded = quotes.placing.placed.values()
    facts = Facts(
        quotes=tuple(
            tell_quotes((found for found in recorded if not found.record.is_repeat), speech, places)
        ),
        repeats=tuple(
            tell_quotes((found for found in recorded if found.record.is_repeat), speech, places)
        ),
        mentions=tuple(mentions.told),
        sources=sources,
        notes=tell_notes(flat, places, article.notes, notes.passages, numbering, bodies),
        links=tuple(reading.settled.links),
        assets=assets,
        headings=reading.headings,
        words=places.words,
        quotations=quotes.quotations,
        attributed=quotes.attributed,
    )
    diagnostics = (
        *reading.diagnostics,
        *quotes.diagnostics,
        *notes.diagnostics,
        *mentions.diagnostics,
        *check_corrections(article, speech, places, quotes.placing),
    )
    return Outcome(AnnotatedArticle(article.slug, bodies[0], facts), diagnostics)


def annotate_prose(prose: EnlistedProse, settings: AnnotationSettings) -> Outcome[AnnotatedArticle]:
    """The body and the facts of a biography, a topic's brief or a plain page; it has no quotes."""
    origin = Origin(prose.markdown, prose.path, prose.first_line)
    references = references_of(prose.slice)
    reading = read_text(origin, (), references, allows_html=settings.allows_html)
    flat, places = reading.flat, reading.places
    numbering = number_notes(flat, {})
    sources = number_sources(flat.citations, places, prose.slice.sources)
    mentions = find_mentions(
        prose.slice.actors,
        Speech(flat),
        places,
        quoted=(),
        laid=(),
        rules=LinkingRules(settings.link_mentions, (), settings.honorifics),
    )
    laid = list(spans_of_mentions(mentions.links))
    bodies, assets = _render(reading, laid, (), {})
    facts = Facts(
        mentions=tuple(mentions.told),
        sources=sources,
        notes=tell_notes(flat, places, (), {}, numbering, bodies),
        links=tuple(reading.settled.links),
        assets=assets,
        headings=reading.headings,
        words=places.words,
    )
    diagnostics = (*reading.diagnostics, *mentions.diagnostics)
    return Outcome(AnnotatedArticle(prose.id, bodies[0], facts), diagnostics)


def _read(article: Article, enlisted: EnlistedArticle, settings: AnnotationSettings) -> Reading:
    quotes = [(quote.id, quote.key) for quote in article.quotes]
    quotes += [(quote.key, quote.key) for quote in article.quotes]
    quotes += [(repeat.key, repeat.key) for repeat in enlisted.slice.repeats]
    notes = [
        Origin(note.note.text, article.path, value=note.note.span, note=index)
        for index, note in enumerate(article.notes)
    ]
    return read_text(
        Origin(article.body, article.path, article.body_line),
        notes,
        references_of(enlisted.slice, quotes),
        allows_html=settings.allows_html,
    )


class _Quotes(Frozen):
    """Everything about an article's quotes: recorded placements and their words again."""

    placing: Placing
    placements: tuple[Placement, ...]
    searches: Searches
    quotations: int
    attributed: int
    diagnostics: tuple[Diagnostic, ...]


def _find_quotes(
    article: Article, records: Sequence[Record], speech: Speech, reading: Reading
) -> _Quotes:
    places = reading.places
    searches = Searches(article, records, speech, places)
    is_transcript = article.genre == TRANSCRIPT
    placing = place_quotes(records, speech, places, searches, is_transcript=is_transcript)
    coverage = cover_quotations(records, placing, speech, places, searches, article.unattributed)
    placements = (*placing.placed.values(), *placing.again, *coverage.again)
    fill_blockquotes(placements, speech)
    diagnostics = (
        *placing.diagnostics,
        *coverage.diagnostics,
        *report_crossings(placements, places),
        *_settle_pull_quotes(reading, placing),
    )
    return _Quotes(
        placing, placements, searches, coverage.quotations, coverage.attributed, diagnostics
    )


def _settle_pull_quotes(reading: Reading, placing: Placing) -> Iterator[Diagnostic]:
    """Pull quotes show placed quotes, and stand in paragraphs, not in headings or tables."""
    for spot in reading.flat.pull_quotes:
        block = reading.flat.block_at(spot.at)
        if block is not None and block.holder.type == "paragraph_open":
            spot.token.meta["is_placed"] = spot.token.meta["key"] in placing.placed
        else:
            yield diagnose(
                "OR506",
                f"{spot.token.content} can stand only in a paragraph of its own, so it is left out",
                reading.places.span(spot.at, spot.at),
                hint="put it on a line of its own with empty lines round it",
            )


def _quoted(placements: Sequence[Placement]) -> Iterator[Range]:
    for placement in placements:
        if placement.how != "paraphrase":
            yield from placement.spans


def _render(
    reading: Reading, laid: Sequence[Laid], images: Sequence[Image], passages: Mapping[int, Range]
) -> tuple[Mapping[int, Body], tuple[str, ...]]:
    """The body of each part that is published, by its index, and the files that they refer to."""
    raw_html = RawHtml(reading.references.targets)
    renderer = Renderer(Sweep(laid), Pictures(images), raw_html)
    bodies = {
        index: renderer.render(part.tokens)
        for index, part in enumerate(reading.flat.parts)
        if part.origin.note < 0 or part.origin.note in passages
    }
    return bodies, tuple({**reading.settled.assets, **raw_html.assets})
