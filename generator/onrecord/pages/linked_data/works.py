"""What was written and said: briefings, the sources that they rest on, quotes, corrections."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.address import absolute_url, source_address
from onrecord.formats import Node
from onrecord.link.dossier import Briefing, QuoteRecord, SourceRecord
from onrecord.model import Correction, SourceKind
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.parties import ORGANISATION, NamedActors, reference
from onrecord.pages.parts.fixes import correction_text
from onrecord.pages.parts.frame import plain_spaces
from onrecord.pages.parts.names import heading_names
from onrecord.text.dates import Date

_GENRES: Mapping[str, str] = MappingProxyType(
    {
        "report": "ReportageNewsArticle",
        "analysis": "AnalysisNewsArticle",
        "background": "BackgroundNewsArticle",
        "opinion": "OpinionNewsArticle",
    }
)

_SOURCES: Mapping[SourceKind, str] = MappingProxyType(
    {
        SourceKind.ARTICLE: "NewsArticle",
        SourceKind.POST: "SocialMediaPosting",
        SourceKind.TV: "Clip",
        SourceKind.RADIO: "Clip",
        SourceKind.LETTER: "Message",
        SourceKind.PRESS_RELEASE: "DigitalDocument",
        SourceKind.DOCUMENT: "DigitalDocument",
        SourceKind.LEAK: "DigitalDocument",
        SourceKind.COURT: "DigitalDocument",
        SourceKind.REPORT: "Report",
        SourceKind.TREATY: "Legislation",
        SourceKind.LAW: "Legislation",
        SourceKind.BOOK: "Book",
        SourceKind.VIDEO: "VideoObject",
        SourceKind.DATASET: "Dataset",
        SourceKind.WEB: "WebPage",
    }
)


def exact(when: Date | None) -> str:
    """The date for machines; "" for one that is only about right, which they could not tell."""
    return "" if when is None or when.is_about else when.iso


def briefing_type(briefing: Briefing) -> str:
    """What kind of article it is to schema.org."""
    return _GENRES.get(briefing.article.genre, "NewsArticle")


def briefing_id(edition: Edition, slug: str) -> str:
    """The `@id` of a briefing, as a text and not as a page."""
    return absolute_url(edition.site, f"{edition.briefing_permalink(slug)}#article")


def briefing_for_short(edition: Edition, slug: str) -> Node:
    """A briefing as other pages tell of it."""
    briefing = edition.dossier.briefings[slug]
    return {
        "@type": briefing_type(briefing),
        "@id": briefing_id(edition, slug),
        "headline": plain_spaces(briefing.article.title.text),
        "url": absolute_url(edition.site, edition.briefing_permalink(slug)),
    }


def source_id(edition: Edition, source: str) -> str:
    """The `@id` of a source, on whose page it is described."""
    return absolute_url(edition.site, f"{source_address(source)}#source")


def source_work(edition: Edition, record: SourceRecord, named: NamedActors) -> Node:
    """A source as its entry tells it; the address of one that is gone is not given out.

    Authors without a page may be people or institutions: they are credited in words.
    """
    source = record.source
    in_words = [author.name for author in record.authors if not reference(edition, author.actor)]
    is_gone = source.status == "dead" and bool(source.archived_url)
    return {
        "@type": _SOURCES.get(source.kind, "CreativeWork"),
        "@id": source_id(edition, source.id),
        "name": plain_spaces(source.title),
        "url": "" if is_gone else source.url,
        "author": named.names(record.authors),
        "creditText": ", ".join(in_words),
        "publisher": named.name(record.publisher, ORGANISATION) if record.publisher else {},
        "datePublished": exact(source.published),
        "archivedAt": source.archived_url,
    }


def quotation(edition: Edition, record: QuoteRecord, named: NamedActors) -> Node:
    """A quote in the words of its text; nothing for a paraphrase, whose words are the writer's.

    A speaker who is not named is credited in the words of the text, and is no person here.
    """
    quote = record.quote
    if quote.paraphrase is not None or record.placed is None:
        return {}
    spoke = tuple(named.actor(voice.actor) for voice in record.voices)
    article = edition.dossier.briefings[quote.article].article
    original = quote.original
    return {
        "@type": "Quotation",
        "@id": absolute_url(edition.site, edition.quote_permalink(record.key)),
        "text": record.words,
        "creator": spoke,
        "spokenByCharacter": spoke,
        "creditText": "" if all(spoke) else heading_names(record),
        "dateCreated": exact(record.date) if record.is_said_date else "",
        "inLanguage": record.placed.language or article.language or edition.site.language,
        "locationCreated": place(quote.place),
        "about": tuple(reference(edition, party.actor) for party in record.about),
        "isBasedOn": tuple(
            {"@id": source_id(edition, source)}
            for source in dict.fromkeys(ref.id for ref in quote.sources)
            if source in edition.dossier.references
        ),
        "translationOfWork": {
            "@type": "Quotation",
            "text": original.text if original else "",
            "inLanguage": original.language if original else "",
        },
    }


def correction_comment(edition: Edition, slug: str, correction: Correction) -> Node:
    """What was put right in a briefing, in the words of its box."""
    return {
        "@type": "CorrectionComment",
        "text": correction_text(edition, slug, correction),
        "datePublished": exact(correction.date),
    }


def place(name: str) -> Node:
    """A place by its name, "" for none."""
    return {"@type": "Place", "name": name}
