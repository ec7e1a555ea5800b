"""The front page, as of the newest content date."""

from itertools import islice

from onrecord.pages.edition import Edition, identity_of
from onrecord.pages.kinds.briefing_head import topics_of
from onrecord.pages.linked_data.pages import briefing_links, front_page
from onrecord.pages.parts.circumstances import caption, date_of, reported_by
from onrecord.pages.parts.fixes import corrected_briefing
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.parts.names import (
    heading_names,
    role_then,
    speaker_names,
    speakers,
    voice_of,
    with_place,
)
from onrecord.pages.parts.records import language_and_direction, shown_words
from onrecord.pages.parts.teasers import teaser, teasers
from onrecord.pages.parts.voicing import strip_of, voices_in
from onrecord.pages.shown_dates import show, show_near, show_weekday
from onrecord.pages.views.front import FrontView, Lead, LeadLine, RankRow, SaidView, Step
from onrecord.pages.voices import own_voice
from onrecord.pages.wording import ROLE_NOT_GIVEN, capitalised, counted, reading_time
from onrecord.text.date_words import day_there

LATEST = 6
LINES = 3
MOST_QUOTED = 10
DAYS = 5
EVENTS = 3  # of a day
CORRECTIONS = 3
_LONGEST_SAID = 140  # characters of a quote that is shown in large type


def build_front(edition: Edition) -> FrontView:
    """The front page."""
    dossier = edition.dossier
    newest = dossier.by_date[0] if dossier.by_date else ""
    lead = _lead(edition, newest) if newest else None
    return FrontView(
        frame=frame(
            edition,
            Page(
                permalink="/",
                title=edition.site.title,
                description=edition.site.description or edition.site.tagline,
                section="/briefings/",
                is_broad=True,
                linked_data=front_page(
                    edition, briefing_links(edition, dossier.by_date[: LATEST + 1])
                ),
            ),
        ),
        title=_title(edition),
        as_of=show_weekday(dossier.newest, edition.zone) if dossier.newest else None,
        counts=_counts(edition),
        lead=lead,
        latest=teasers(edition, dossier.by_date[1 : LATEST + 1]),
        said=_said(edition, newest, lead) if lead else None,
        most_quoted=_most_quoted(edition),
        steps=_steps(edition),
        corrections=tuple(
            corrected_briefing(edition, listed)
            for listed in edition.dossier.corrections[:CORRECTIONS]
        ),
    )


def _title(edition: Edition) -> str:
    line = edition.site.tagline or edition.site.description
    return f"{edition.site.title}: {line}" if line else edition.site.title


def rank_rows(edition: Edition, ranked: list[tuple[str, int]]) -> tuple[RankRow, ...]:
    """Actors with a number each, as rows of a table with meters; the longest comes first."""
    longest = ranked[0][1] if ranked else 1
    return tuple(
        RankRow(
            voice=own_voice(edition.dossier.profiles[actor]),
            name=edition.dossier.profiles[actor].name,
            permalink=edition.actor_permalink(actor),
            line=line_of(edition, actor),
            number=number,
            percent=max(2, round(100 * number / longest)),
        )
        for actor, number in ranked
    )


def line_of(edition: Edition, actor: str) -> str:
    """What an actor is, in one line: the role, else the summary."""
    role, role_at = edition.posts[actor]
    return capitalised(with_place(role, role_at)) or edition.dossier.profiles[actor].summary


def _counts(edition: Edition) -> str:
    """The site in numbers; an unnamed speaker is one in each briefing, as on its page."""
    dossier = edition.dossier
    speaking = {
        voice.actor or f"{record.quote.article}: {identity_of(voice)}"
        for record in map(dossier.quotes.__getitem__, edition.quotes)
        for voice in record.voices
    }
    numbers = (
        (len(dossier.briefings), "briefing"),
        (len(edition.quotes), "quote"),
        (len(speaking), "speaker"),
        (len(dossier.sources), "source"),
    )
    return ", ".join(counted(number, noun) for number, noun in numbers if number)


def _lead(edition: Edition, slug: str) -> Lead:
    briefing = edition.dossier.briefings[slug]
    voiced = voices_in(edition, briefing)
    firsts: dict[str, str] = {}
    for key in briefing.quotes:
        firsts.setdefault(speaker_names(edition.dossier.quotes[key]), key)
    lines = tuple(
        LeadLine(
            voice=voice_of(edition, edition.dossier.quotes[key], voiced),
            by=speakers(edition, edition.dossier.quotes[key]),
            words=shown_words(edition.dossier.quotes[key]),
            caption=caption(edition, edition.dossier.quotes[key]),
            permalink=edition.quote_permalink(key),
        )
        for key in islice(firsts.values(), LINES)
    )
    return Lead(
        teaser=teaser(edition, slug),
        place=briefing.article.place,
        topics=topics_of(edition, briefing),
        updated=show(briefing.updated, edition.zone) if briefing.updated else None,
        reading_time=reading_time(edition.dossier.texts[briefing.slug].facts.words),
        strip=strip_of(edition, briefing, voiced),
        lines=lines,
    )


def _said(edition: Edition, slug: str, lead: Lead) -> SaidView | None:
    """A quote of the newest briefing: the longest that is short enough for large type."""
    shown = {line.by for line in lead.lines}
    quotes = [
        edition.dossier.quotes[key]
        for key in edition.dossier.briefings[slug].quotes
        if edition.dossier.quotes[key].quote.paraphrase is None
    ]
    fitting = [record for record in quotes if len(record.words) <= _LONGEST_SAID] or quotes
    unseen = [record for record in fitting if speakers(edition, record) not in shown]
    if not fitting:
        return None
    record = max(unseen or fitting, key=lambda record: len(record.words))
    language, direction = language_and_direction(edition, record)
    return SaidView(
        voice=voice_of(edition, record, voices_in(edition, edition.dossier.briefings[slug])),
        words=shown_words(record),
        language=language,
        direction=direction,
        by=heading_names(record),
        line=_said_line(edition, record.key),
        permalink=edition.quote_permalink(record.key),
    )


def _said_line(edition: Edition, key: str) -> str:
    record = edition.dossier.quotes[key]
    role = role_then(edition, record.voices[0]) if len(record.voices) == 1 else ""
    date = date_of(edition, record).text
    parts = (
        "" if role == ROLE_NOT_GIVEN else role,
        record.quote.place,
        date if record.is_said_date else date[:1].lower() + date[1:],
    )
    line = "".join(f", {part}" for part in parts if part)
    reported = reported_by(edition, record)
    return f"{line}. {reported}." if reported else f"{line}."


def _most_quoted(edition: Edition) -> tuple[RankRow, ...]:
    ranked = sorted(
        ((actor, len(record.quotes)) for actor, record in edition.dossier.actors.items()),
        key=lambda counted_actor: -counted_actor[1],
    )
    return rank_rows(edition, [row for row in ranked[:MOST_QUOTED] if row[1]])


def _steps(edition: Edition) -> tuple[Step, ...]:
    """The newest days on which something happened."""
    days: dict[object, list[int]] = {}
    events = edition.dossier.events
    for number, event in enumerate(events):
        day = (day_there(event.date, edition.zone), event.date.precision in {"year", "month"})
        if day not in days and len(days) == DAYS:
            break
        days.setdefault(day, []).append(number)
    steps = []
    for numbers in days.values():
        told = [events[number] for number in numbers]
        known = [event for event in told if event.article in edition.dossier.briefings]
        if not known:
            continue
        steps.append(
            Step(
                show_near(known[0].date, edition.dossier.newest, edition.zone),
                " ".join(_sentence(event.title) for event in known[:EVENTS]),
                edition.briefing_permalink(known[0].article),
            )
        )
    return tuple(steps)


def _sentence(title: str) -> str:
    return title if title.endswith((".", "!", "?", "…")) else f"{title}."
