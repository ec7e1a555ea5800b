"""A briefing's page: the text with its apparatus."""

from onrecord.annotate.facts import Heading, Whereabouts
from onrecord.link.dossier import Briefing
from onrecord.pages.edition import Edition
from onrecord.pages.kinds.briefing_apparatus import (
    cards_of,
    record_section,
    who_section,
)
from onrecord.pages.kinds.briefing_head import BriefingHead, head_of
from onrecord.pages.parts.bodies import dressing_of
from onrecord.pages.parts.names import other_language
from onrecord.pages.parts.notes import note_section
from onrecord.pages.parts.sources import source_section
from onrecord.pages.parts.teasers import picture, sentences, teasers
from onrecord.pages.parts.voicing import voices_in, voices_view
from onrecord.pages.shown_dates import show_day
from onrecord.pages.views.briefing import (
    BriefingView,
    CardView,
    MentionedIn,
    RecordSection,
    WhoSection,
)
from onrecord.pages.views.common import Link
from onrecord.pages.views.notes import NoteSection
from onrecord.pages.views.sources import SourceSection
from onrecord.text.frozen import Frozen


def build_briefing(edition: Edition, slug: str) -> BriefingView:
    """A briefing: its text with the quotes marked, and the record below it."""
    briefing = edition.dossier.briefings[slug]
    article, told = briefing.article, edition.dossier.texts[slug]
    page = edition.briefing_permalink(slug)
    voiced = voices_in(edition, briefing)
    head = head_of(edition, briefing)
    cards = cards_of(edition, briefing, voiced)
    language, direction = other_language(article.language, edition.site.language)
    apparatus = _Apparatus(
        notes=note_section(told.facts, page, edition.source_numbers[slug]),
        record=record_section(edition, briefing, voiced),
        who=who_section(edition, briefing, voiced),
        sources=source_section(edition, told.facts, page, briefing.quotes),
    )
    return BriefingView(
        frame=head.frame,
        headline=article.title.text,
        language=language,
        direction=direction,
        place=article.place,
        genre=head.genre,
        topics=head.topics,
        standfirst=article.summary.text if article.summary else "",
        authors=head.authors,
        published=head.published,
        updated=head.updated,
        reading_time=head.reading_time,
        corrected=head.corrected,
        retraction=head.retraction,
        updates=head.updates,
        fixes=head.fixes,
        image=picture(edition, article.image),
        voices=voices_view(edition, briefing, voiced),
        contents=_contents(told.facts.headings, page, head, apparatus),
        takeaways=tuple(takeaway.text for takeaway in article.takeaways),
        body=told.body,
        dressing=dressing_of(edition, told, page, voiced, _actors_with(cards), article.language),
        has_headings=bool(told.facts.headings),
        notes=apparatus.notes,
        record=apparatus.record,
        who=apparatus.who,
        sources=apparatus.sources,
        related=teasers(edition, briefing.related),
        mentioned_in=_mentioned_in(edition, briefing),
        cards=cards,
    )


class _Apparatus(Frozen):
    """The sections after the text."""

    notes: NoteSection | None
    record: RecordSection | None
    who: WhoSection | None
    sources: SourceSection | None


def _actors_with(cards: tuple[CardView, ...]) -> frozenset[str]:
    return frozenset(card.anchor.removeprefix("card-") for card in cards)


def _contents(
    headings: tuple[Heading, ...], page: str, head: BriefingHead, apparatus: _Apparatus
) -> tuple[Link, ...]:
    """In this briefing: the sections of the text, then those of the page."""
    top = min((heading.level for heading in headings), default=0)
    own = (
        ("Corrections", "corrections", bool(head.fixes)),
        ("Notes", "notes", apparatus.notes is not None),
        ("On the record", "record", apparatus.record is not None),
        ("Who’s who", "who", apparatus.who is not None),
        ("Sources", "sources", apparatus.sources is not None),
    )
    return (
        *(Link(found.text, f"{page}#{found.id}") for found in headings if found.level == top),
        *(Link(title, f"{page}#{anchor}") for title, anchor, is_there in own if is_there),
    )


def _mentioned_in(edition: Edition, briefing: Briefing) -> tuple[MentionedIn, ...]:
    """The briefings whose sentences lead here, newest first."""
    contexts: dict[str, list[Whereabouts]] = {}
    for backlink in briefing.backlinks:
        contexts.setdefault(backlink.sighting.article, []).append(backlink.sighting.context)
    return tuple(
        MentionedIn(
            briefing=Link(
                edition.dossier.briefings[slug].article.title.text,
                edition.briefing_permalink(slug),
            ),
            date=show_day(edition.dossier.briefings[slug].article.date, edition.zone),
            sentences=sentences(edition, slug, found),
        )
        for slug, found in contexts.items()
        if slug in edition.dossier.briefings
    )
