"""A briefing: the article with its quotes, sources and corrections, and its fact-checks."""

from onrecord.address import absolute_url
from onrecord.annotate.facts import PlacedNote, PlacedQuote
from onrecord.formats import Json, Node
from onrecord.link.dossier import Briefing
from onrecord.model import CorrectionKind
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.parties import PERSON, NamedActors, reference
from onrecord.pages.linked_data.site import publisher, publisher_id
from onrecord.pages.linked_data.works import (
    briefing_id,
    briefing_type,
    correction_comment,
    exact,
    place,
    quotation,
    source_work,
)
from onrecord.pages.parts.bodies import placed_quotes
from onrecord.pages.parts.frame import plain_spaces
from onrecord.pages.parts.teasers import picture
from onrecord.pages.wording import capitalised

_ABOVE = (("Briefings", "/briefings/"),)


def briefing_page(edition: Edition, briefing: Briefing) -> tuple[Node, ...]:
    """The article, who is named in it, the way to it from the front page, and what was checked."""
    named = NamedActors(edition)
    article = _article(edition, briefing, named)
    return (
        article,
        publisher(edition),
        *named.described(publisher_id(edition)),
        _breadcrumbs(edition, briefing),
        *_reviews(edition, briefing),
    )


def _article(edition: Edition, briefing: Briefing, named: NamedActors) -> Node:
    article, page = briefing.article, edition.briefing_permalink(briefing.slug)
    address = absolute_url(edition.site, page)
    topics = [
        edition.dossier.subjects[topic.text]
        for topic in article.topics
        if topic.text in edition.dossier.subjects
    ]
    image = picture(edition, article.image)
    return {
        "@type": briefing_type(briefing),
        "@id": briefing_id(edition, briefing.slug),
        "url": address,
        "mainEntityOfPage": {"@id": address},
        "headline": plain_spaces(article.title.text),
        "description": plain_spaces(article.summary.text) if article.summary else "",
        "datePublished": exact(article.date),
        "dateModified": exact(briefing.updated),
        "author": named.names(briefing.authors, PERSON),
        "publisher": {"@id": publisher_id(edition)},
        "image": absolute_url(edition.site, image.permalink) if image else "",
        "inLanguage": article.language or edition.site.language,
        "articleSection": topics[:1],
        "keywords": topics,
        "dateline": article.place,
        "contentLocation": place(article.place),
        "isAccessibleForFree": True,
        "wordCount": edition.dossier.texts[briefing.slug].facts.words,
        **_cast(edition, briefing, named),
        "hasPart": tuple(
            quotation(edition, edition.dossier.quotes[found.key], named)
            for found in placed_quotes(edition.dossier.texts[briefing.slug].facts)
            if found.key in edition.dossier.quotes
        ),
        "citation": _citations(edition, briefing, named),
        "correction": tuple(
            correction_comment(edition, briefing.slug, made)
            for made in briefing.corrections
            if made.kind is not CorrectionKind.UPDATE
        ),
    }


def _cast(edition: Edition, briefing: Briefing, named: NamedActors) -> dict[str, Json]:
    """Who is quoted, which is what a briefing is about, and who is only mentioned."""
    roles: dict[str, list[Json]] = {"about": [], "mentions": []}
    for member in briefing.cast:
        if member.actor in edition.dossier.profiles:
            role = "about" if member.quotes else "mentions"
            roles[role].append(named.actor(member.actor))
    return {role: tuple(members) for role, members in roles.items()}


def _citations(edition: Edition, briefing: Briefing, named: NamedActors) -> tuple[Node, ...]:
    return tuple(
        source_work(edition, edition.dossier.references[cited.source_id], named)
        for cited in edition.dossier.texts[briefing.slug].facts.sources
        if cited.source_id in edition.dossier.references
    )


def _breadcrumbs(edition: Edition, briefing: Briefing) -> Node:
    way = (
        (edition.site.title, "/"),
        *_ABOVE,
        (briefing.article.title.text, edition.briefing_permalink(briefing.slug)),
    )
    return {
        "@type": "BreadcrumbList",
        "itemListElement": tuple(
            {
                "@type": "ListItem",
                "position": number,
                "name": plain_spaces(name),
                "item": absolute_url(edition.site, permalink),
            }
            for number, (name, permalink) in enumerate(way, 1)
        ),
    }


def _reviews(edition: Edition, briefing: Briefing) -> tuple[Node, ...]:
    """What fact-checks found, where they say it in a word."""
    facts = edition.dossier.texts[briefing.slug].facts
    checked = [note for note in facts.notes if note.verdict and note.marks]
    placed = placed_quotes(facts) if checked else ()
    return tuple(_review(edition, briefing, note, placed) for note in checked)


def _review(
    edition: Edition, briefing: Briefing, note: PlacedNote, placed: tuple[PlacedQuote, ...]
) -> Node:
    """What was found of a passage: of the words of a quote, else of the text itself."""
    page = edition.briefing_permalink(briefing.slug)
    address = absolute_url(edition.site, f"{page}#note-{note.number}")
    return {
        "@type": "ClaimReview",
        "@id": address,
        "url": address,
        "author": {"@id": publisher_id(edition)},
        "datePublished": exact(briefing.article.date),
        "claimReviewed": note.passage,
        "itemReviewed": _claim(edition, briefing, note.passage, placed),
        "reviewRating": {"@type": "Rating", "alternateName": capitalised(note.verdict)},
    }


def _claim(
    edition: Edition, briefing: Briefing, passage: str, placed: tuple[PlacedQuote, ...]
) -> Node:
    key = next((found.key for found in placed if passage in found.words), "")
    record = edition.dossier.quotes.get(key)
    if record is None:
        return {"@type": "Claim", "appearance": {"@id": briefing_id(edition, briefing.slug)}}
    return {
        "@type": "Claim",
        "author": tuple(reference(edition, voice.actor) for voice in record.voices),
        "datePublished": exact(record.date) if record.is_said_date else "",
        "appearance": {"@id": absolute_url(edition.site, edition.quote_permalink(key))},
    }
