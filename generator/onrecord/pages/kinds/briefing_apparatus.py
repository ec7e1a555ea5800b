"""What follows the text of a briefing: records, who's who, cards."""

from collections.abc import Iterable, Mapping

from onrecord.link.dossier import Briefing, CastMember
from onrecord.pages.edition import Edition, identity_of
from onrecord.pages.letters import sorting_key
from onrecord.pages.parts.bodies import mentioned_actors, placed_quotes
from onrecord.pages.parts.names import names_on_a_line, role_then, voice_of, with_place
from onrecord.pages.parts.records import Shelf, show_record
from onrecord.pages.parts.teasers import counts_of
from onrecord.pages.views.briefing import (
    CardView,
    NamedSpeaker,
    RecordSection,
    SpeakerGroup,
    WhoRow,
    WhoSection,
)
from onrecord.pages.views.common import Count, Link
from onrecord.pages.voices import NOT_QUOTED, Voiced
from onrecord.pages.wording import KINDS, capitalised, counted, noun


def record_section(
    edition: Edition, briefing: Briefing, voiced: Mapping[str, Voiced]
) -> RecordSection | None:
    """On the record: the briefing's quotes and repeats by speaker, in order of first quote.

    Who spoke in two roles has two headings: a role is that of the day on which the words were said.
    """
    placed = placed_quotes(edition.dossier.texts[briefing.slug].facts)
    keys = [key for key in dict.fromkeys(found.key for found in placed) if _is_known(edition, key)]
    if not keys:
        return None
    shelf = Shelf(briefing=briefing.slug, voiced=voiced)
    by_heading: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for key in keys:
        voices = edition.dossier.quotes[key].voices
        heading = tuple((identity_of(voice), role_then(edition, voice)) for voice in voices)
        by_heading.setdefault(heading, []).append(key)
    return RecordSection(
        counts_of(edition, briefing.slug),
        tuple(_group(edition, group, shelf) for group in by_heading.values()),
    )


def _is_known(edition: Edition, key: str) -> bool:
    return key in edition.dossier.quotes


def _group(edition: Edition, keys: Iterable[str], shelf: Shelf) -> SpeakerGroup:
    records = tuple(show_record(edition, key, shelf) for key in keys)
    first = edition.dossier.quotes[next(iter(keys))]
    return SpeakerGroup(
        speakers=tuple(
            NamedSpeaker(
                Link(name, edition.actor_permalink(voice.actor)),
                capitalised(role_then(edition, voice)),
            )
            for name, voice in zip(names_on_a_line(first), first.voices, strict=True)
        ),
        voice=voice_of(edition, first, shelf.voiced),
        records=records,
    )


def who_section(
    edition: Edition, briefing: Briefing, voiced: Mapping[str, Voiced]
) -> WhoSection | None:
    """Everyone named or quoted, by sort name."""
    cast = [member for member in briefing.cast if member.actor in edition.dossier.profiles]
    if not cast:
        return None
    by_name = sorted(
        cast,
        key=lambda member: (
            sorting_key(edition.dossier.profiles[member.actor].sort_name),
            member.actor,
        ),
    )
    rows = tuple(
        WhoRow(
            _voice_here(member, voiced),
            Link(_name(edition, member), edition.actor_permalink(member.actor)),
            _line(edition, member),
        )
        for member in by_name
    )
    return WhoSection(counted(len(rows), "actor"), rows)


def cards_of(
    edition: Edition, briefing: Briefing, voiced: Mapping[str, Voiced]
) -> tuple[CardView, ...]:
    """A card for every actor whose mention in the text is a link."""
    members = {member.actor: member for member in briefing.cast}
    return tuple(
        _card(edition, members[actor], voiced)
        for actor in mentioned_actors(edition.dossier.texts[briefing.slug])
        if actor in members and actor in edition.dossier.profiles
    )


def _card(edition: Edition, member: CastMember, voiced: Mapping[str, Voiced]) -> CardView:
    actor = edition.dossier.profiles[member.actor]
    quotes = len(member.quotes)
    return CardView(
        anchor=f"card-{actor.id}",
        voice=_voice_here(member, voiced),
        kind=KINDS[actor.kind],
        name=actor.name,
        role=capitalised(with_place(member.role, member.role_at)),
        line=actor.summary,
        quotes_here=Count(quotes, f"{noun(quotes, 'quote')} here"),
        permalink=edition.actor_permalink(actor.id),
    )


def _voice_here(member: CastMember, voiced: Mapping[str, Voiced]) -> str:
    return voiced[member.actor].voice if member.actor in voiced else NOT_QUOTED


def _name(edition: Edition, member: CastMember) -> str:
    return edition.dossier.profiles[member.actor].name


def _line(edition: Edition, member: CastMember) -> str:
    """Role then and one line: "President of Iran. Answered the threat to 52 sites."."""
    role = capitalised(with_place(member.role, member.role_at))
    summary = edition.dossier.profiles[member.actor].summary
    if not role or not summary:
        return role or summary
    stop = "" if role.endswith((".", "!", "?")) else "."
    return f"{role}{stop} {summary}"
