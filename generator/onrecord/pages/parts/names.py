"""Who is named and how: speakers, parties, roles, sources for short, other languages."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.link.dossier import Party, QuoteRecord, Voice
from onrecord.model import ActorKind
from onrecord.pages.edition import Edition, identity_of
from onrecord.pages.views.common import TextPart
from onrecord.pages.voices import Voiced, chip_of, initials_of, own_voice, slot_from
from onrecord.pages.wording import ROLE_NOT_GIVEN, capitalised, in_words, shortened
from onrecord.text.languages import direction


def joined(parts: Sequence[TextPart]) -> tuple[TextPart, ...]:
    """Parts as a list in a sentence: "a, b and c"."""
    line: list[TextPart] = []
    for number, part in enumerate(parts):
        if number:
            line.append(TextPart(" and " if number == len(parts) - 1 else ", "))
        line.append(part)
    return tuple(line)


def parties(edition: Edition, named: Iterable[Party]) -> tuple[TextPart, ...]:
    """Names as a list in a sentence, each leading to its page where it has one."""
    return joined([TextPart(party.name, edition.actor_permalink(party.actor)) for party in named])


def names_of(named: Iterable[Party]) -> str:
    """Names as a list in a sentence, without links."""
    return in_words([party.name for party in named])


def speakers(edition: Edition, record: QuoteRecord) -> tuple[TextPart, ...]:
    """Who spoke, and on whose behalf, at the beginning of a line; each leads to its page."""
    spoke = joined(
        [
            TextPart(name, edition.actor_permalink(voice.actor))
            for name, voice in zip(names_on_a_line(record), record.voices, strict=True)
        ]
    )
    if record.on_behalf_of is None:
        return spoke
    return *spoke, TextPart(" on behalf of "), *parties(edition, (record.on_behalf_of,))


def heading_name(voice: Voice) -> str:
    """A speaker's name at the beginning of a line: "A senior official"; actors keep their own."""
    return voice.name if voice.actor else capitalised(voice.name)


def speaker_names(record: QuoteRecord) -> str:
    """Who spoke, without links, within a sentence."""
    return in_words([voice.name for voice in record.voices])


def heading_names(record: QuoteRecord) -> str:
    """Who spoke, without links, at the beginning of a line."""
    return in_words(names_on_a_line(record))


def names_on_a_line(record: QuoteRecord) -> list[str]:
    """The names of those who spoke, of which the first begins a line."""
    return [
        voice.name if place else heading_name(voice) for place, voice in enumerate(record.voices)
    ]


def with_place(role: str, at: Party | None) -> str:
    """A role with where it is held: "Commander, Quds Force"; said once where the role says it."""
    if at is None or at.name in role:
        return role
    return f"{role}, {at.name}" if role else at.name


def role_then(edition: Edition, voice: Voice) -> str:
    """The role in which somebody spoke; why unnamed; for a person "Role not given"."""
    if voice.why_unnamed or (voice.at is not None and not voice.actor):
        why = voice.why_unnamed.rstrip(".")
        told = f"not named: {why}" if why else "not named"
        return f"{voice.at.name}; {told}" if voice.at is not None else capitalised(told)
    role = with_place(voice.role, voice.role_at)
    if role or not voice.actor:
        return role
    return ROLE_NOT_GIVEN if is_person(edition, voice) else ""


def voice_of(
    edition: Edition, record: QuoteRecord, voiced: Mapping[str, Voiced] | None = None
) -> str:
    """The voice of a record's first speaker: the briefing's choice, or the speaker's own."""
    if not record.voices:
        return "vx"
    first = record.voices[0]
    identity = identity_of(first)
    if voiced is not None and identity in voiced:
        return voiced[identity].voice
    known = edition.dossier.profiles.get(first.actor)
    return own_voice(known) if known is not None else f"v{slot_from(identity)}"


def joint_chips(record: QuoteRecord, voiced: Mapping[str, Voiced]) -> str:
    """The chips that light a joint statement besides that of its first speaker: "f3 f5"."""
    others = (voiced.get(identity_of(voice)) for voice in record.voices[1:])
    return " ".join(dict.fromkeys(chip_of(other.voice) for other in others if other is not None))


def own_initials(edition: Edition, voice: Voice) -> str:
    """A speaker's initials outside briefings, where they need not be unique."""
    return initials_of(voice.name, is_person=is_person(edition, voice))


def is_person(edition: Edition, voice: Voice) -> bool:
    """True for an actor who is a person."""
    known = edition.dossier.profiles.get(voice.actor)
    return known is not None and known.kind is ActorKind.PERSON


def source_name(edition: Edition, source: str) -> str:
    """A source for short: its publisher, else its title."""
    record = edition.dossier.references.get(source)
    if record is None:
        return source
    if record.publisher is not None:
        return record.publisher.name
    return source_title(edition, source)


def source_title(edition: Edition, source: str) -> str:
    """A source's title, shortened to fit into a line."""
    record = edition.dossier.references.get(source)
    return shortened(record.source.title, 60) if record is not None else source


def parties_to(record: QuoteRecord) -> frozenset[str]:
    """The names of those between whom the words passed: whoever spoke, for whom, and to whom."""
    return speaking_for(record) | {party.name for party in record.to}


def speaking_for(record: QuoteRecord) -> frozenset[str]:
    """The names of whoever spoke, and for whom."""
    behalf = (record.on_behalf_of,) if record.on_behalf_of is not None else ()
    return frozenset(named.name for named in (*record.voices, *behalf))


def other_language(language: str, around: str) -> tuple[str, str]:
    """The lang and dir of words in a language that is not the one around them; else nothing."""
    if not language or _primary(language) == _primary(around):
        return "", ""
    return language, direction(language)


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
