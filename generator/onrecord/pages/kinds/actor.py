"""An actor's page, and its dated pages where the lists are long."""

from onrecord.address import actor_address
from onrecord.formats import Node
from onrecord.link.dossier import ActorRecord
from onrecord.model import ActorKind
from onrecord.pages.calendar import Period
from onrecord.pages.countries import country_name
from onrecord.pages.dressing import Dressing
from onrecord.pages.edition import ABOUT, BRIEFINGS, QUOTES, TO, Edition
from onrecord.pages.kinds.actor_parts import (
    appearances,
    office_rows,
    often_with,
    profile_remark,
    role_rows,
    sparkline,
    tie_rows,
    web_links,
)
from onrecord.pages.linked_data.actor import actor_page
from onrecord.pages.linked_data.pages import briefing_links, list_page
from onrecord.pages.parts.bodies import dressing_of
from onrecord.pages.parts.frame import Page, actor_feed, frame
from onrecord.pages.parts.names import other_language, with_place
from onrecord.pages.parts.notes import note_section
from onrecord.pages.parts.periods import (
    earlier,
    months_of,
    period_name,
    period_page,
    rows_of,
)
from onrecord.pages.parts.records import Shelf, show_days, show_records
from onrecord.pages.parts.sources import source_section
from onrecord.pages.parts.teasers import picture_at
from onrecord.pages.views.actor import ActorHead, ActorPeriodView, ActorView
from onrecord.pages.views.common import Count, ImageView
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.voices import initials_of, own_voice
from onrecord.pages.wording import KINDS, capitalised, counted, noun

SECTION = "/actors/"


def build_actor(edition: Edition, actor: str) -> ActorView:
    """An actor: the profile, and all that was said."""
    record = edition.dossier.actors[actor]
    page = actor_address(actor)
    calendar = edition.actor_calendars[actor]
    told = record.biography
    shelf = Shelf(actor=actor)
    language, direction = other_language(record.actor.language, edition.site.language)
    feed = None if is_unnamed(record) else actor_feed(edition, actor)
    return ActorView(
        frame=_frame(edition, record, None),
        head=_head(record),
        standfirst=_standfirst(record),
        remark=profile_remark(edition, record.actor),
        why_unnamed=record.actor.why_unnamed if is_unnamed(record) else "",
        links=web_links(record.actor),
        image=_image(edition, record),
        counts=_counts(record),
        spark=sparkline(edition, rows_with_days(edition, record)),
        biography=told.body if told is not None and told.body.pieces else None,
        dressing=Dressing()
        if told is None
        else dressing_of(edition, told, page, language=record.actor.language),
        biography_language=language,
        biography_direction=direction,
        quotes_remark=f"{counted(len(record.quotes), 'quote')}, newest first",
        days=show_days(edition, rows_of(calendar, None, QUOTES), shelf),
        earlier=earlier("Earlier", page, calendar, None, "entry"),
        about=show_records(edition, rows_of(calendar, None, ABOUT), shelf),
        to=show_records(edition, rows_of(calendar, None, TO), shelf),
        roles=role_rows(edition, record),
        office_holders=office_rows(edition, record),
        ties=tie_rows(edition, record),
        often_with=often_with(edition, record),
        briefings_remark=counted(len(record.appearances), "briefing"),
        briefings=appearances(edition, actor, rows_of(calendar, None, BRIEFINGS)),
        notes=note_section(told.facts, page) if told is not None else None,
        sources=source_section(edition, told.facts, page) if told is not None else None,
        feed=feed,
    )


def build_actor_period(edition: Edition, actor: str, period: Period) -> ActorPeriodView:
    """A year or a month of an actor."""
    record = edition.dossier.actors[actor]
    page = actor_address(actor)
    calendar = edition.actor_calendars[actor]
    shelf = Shelf(actor=actor)
    return ActorPeriodView(
        frame=_frame(edition, record, period),
        head=_head(record),
        period=period_name(period),
        days=show_days(edition, rows_of(calendar, period, QUOTES), shelf),
        about=show_records(edition, rows_of(calendar, period, ABOUT), shelf),
        to=show_records(edition, rows_of(calendar, period, TO), shelf),
        briefings=appearances(edition, actor, rows_of(calendar, period, BRIEFINGS)),
        earlier=earlier("Other years", page, calendar, period, "entry"),
        months=months_of(page, calendar, period, "entry"),
    )


def is_unnamed(record: ActorRecord) -> bool:
    """True for somebody of whom only a profile makes one person."""
    return record.actor.kind is ActorKind.UNNAMED


def rows_with_days(edition: Edition, record: ActorRecord) -> tuple[str, ...]:
    """The keys of everything that an actor said, newest first."""
    return edition.shown(record.quotes)


def _frame(edition: Edition, record: ActorRecord, period: Period | None) -> PageFrame:
    actor = record.actor
    title = f"{actor.name}, {period_name(period)}" if period else actor.name
    standfirst = _standfirst(record)
    page = period_page(actor_address(actor.id), period)
    return frame(
        edition,
        Page(
            permalink=page,
            title=title,
            description=f"{title}: every quote on the record. {standfirst}",
            section=SECTION,
            feeds=() if is_unnamed(record) else (actor_feed(edition, actor.id),),
            kind="profile" if actor.kind is ActorKind.PERSON else "website",
            image=_image(edition, record),
            is_noindex=is_unnamed(record),
            linked_data=_linked_data(edition, record, period, page, title),
        ),
    )


def _linked_data(
    edition: Edition, record: ActorRecord, period: Period | None, page: str, title: str
) -> tuple[Node, ...]:
    """Who it is; of a dated page the briefings that it lists; of one not named nothing."""
    actor = record.actor
    briefings = rows_of(edition.actor_calendars[actor.id], period, BRIEFINGS)
    if is_unnamed(record):
        return ()
    if period is None:
        return actor_page(edition, record, briefings)
    return list_page(edition, page, title, briefing_links(edition, briefings), actor.id)


def _head(record: ActorRecord) -> ActorHead:
    actor = record.actor
    countries = [country_name(code) for code in actor.nationality]
    return ActorHead(
        voice=own_voice(actor),
        initials=initials_of(actor.name, is_person=actor.kind is ActorKind.PERSON),
        label=", ".join([KINDS[actor.kind], *countries]),
        name=actor.name,
        permalink=actor_address(actor.id),
    )


def _standfirst(record: ActorRecord) -> str:
    """The role at the newest appearance and the one line, which may begin with it."""
    role = capitalised(with_place(record.role, record.role_at))
    summary = record.actor.summary
    rest = summary[len(role) :]
    says_it = summary.casefold().startswith(role.casefold()) and not rest[:1].isalnum()
    if not role or says_it:
        return summary
    if not summary:
        return role
    return f"{role}{'' if role.endswith('.') else '.'} {summary}"


def _image(edition: Edition, record: ActorRecord) -> ImageView | None:
    return picture_at(edition, record.actor.image, record.actor.name)


def _counts(record: ActorRecord) -> tuple[Count, ...]:
    numbers = (
        (len(record.quotes), "quote"),
        (len(record.appearances), "briefing"),
        (record.source_count, "source"),
    )
    return tuple(
        Count(number, noun(number, singular))
        for number, singular in numbers
        if number or singular == "quote"
    )
