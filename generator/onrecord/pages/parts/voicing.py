"""The voices of a briefing: who gets which, the strip that shows where they speak, the chips."""

from collections.abc import Iterable, Mapping

from onrecord.annotate.facts import Facts, PlacedQuote
from onrecord.link.dossier import Briefing, Voice
from onrecord.pages.edition import Edition, identity_of
from onrecord.pages.parts.bodies import placed_quotes
from onrecord.pages.parts.names import heading_names, is_person, joint_chips, voice_of
from onrecord.pages.parts.records import shown_words
from onrecord.pages.views.briefing import Chip, Strip, StripQuote, VoicesView
from onrecord.pages.voices import (
    ONE_OF_THE_REST,
    Speaking,
    Voiced,
    chip_of,
    give_voices,
    short_name,
    slot_from,
    slot_of,
    tell_apart,
)
from onrecord.pages.wording import OTHERS, capitalised

FEWEST_QUOTES = 3
_LENGTH = 1000  # of the strip, whatever the briefing's
_HAIRLINE = 2  # what a quote leaves free behind it, so that the next is seen to be another


def voices_in(edition: Edition, briefing: Briefing) -> Mapping[str, Voiced]:
    """Voice and initials of each speaker of a briefing, in order of first quote."""
    firsts: dict[str, Voice] = {}
    for voice in _voices(edition, briefing):
        firsts.setdefault(identity_of(voice), voice)
    return give_voices(_speaking(edition, *first) for first in firsts.items())


def strip_of(edition: Edition, briefing: Briefing, voiced: Mapping[str, Voiced]) -> Strip | None:
    """Who speaks where in a briefing; None with fewer than three quotes."""
    facts = edition.dossier.texts[briefing.slug].facts
    placed = _shown(edition, facts)
    if len(placed) < FEWEST_QUOTES or not facts.words:
        return None
    quoted_words = _words_of_others(placed, facts.words)
    share = f"{round(100 * quoted_words / facts.words)}%"
    return Strip(
        marks=tuple(
            _thousandths(heading.word, facts.words)
            for heading in facts.headings
            if 0 < heading.word < facts.words
        ),
        quotes=tuple(
            _strip_quote(edition, briefing.slug, found, facts.words, voiced) for found in placed
        ),
        sentence=(f"{quoted_words:,} of its {facts.words:,} words ({share}) are other people’s."),
        share=share,
    )


def voices_view(
    edition: Edition, briefing: Briefing, voiced: Mapping[str, Voiced]
) -> VoicesView | None:
    """The strip and a chip for each voice; None with fewer than three quotes."""
    strip = strip_of(edition, briefing, voiced)
    if strip is None:
        return None
    short = _short_names(edition, briefing)
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for voice in _voices(edition, briefing):
        identity = identity_of(voice)
        slot = voiced[identity].voice
        label = OTHERS if slot == ONE_OF_THE_REST else short[identity]
        labels.setdefault(slot, label if voice.actor else capitalised(label))
    shown = [
        edition.dossier.quotes[one.key]
        for one in _shown(edition, edition.dossier.texts[briefing.slug].facts)
    ]
    for record in shown:
        for slot in dict.fromkeys(voiced[identity_of(voice)].voice for voice in record.voices):
            counts[slot] = counts.get(slot, 0) + 1
    slots = sorted(counts, key=lambda slot: slot == ONE_OF_THE_REST)
    chips = [Chip(chip_of(slot), slot, labels[slot], counts[slot]) for slot in slots]
    spoken = sum(1 for record in shown if record.voices)
    return VoicesView(strip, (Chip("f0", "", "All", spoken), *chips))


def _shown(edition: Edition, facts: Facts) -> tuple[PlacedQuote, ...]:
    """The quotes of a text in its order, each once."""
    firsts: dict[str, PlacedQuote] = {}
    for found in placed_quotes(facts):
        if found.key in edition.dossier.quotes:
            firsts.setdefault(found.key, found)
    return tuple(firsts.values())


def _voices(edition: Edition, briefing: Briefing) -> Iterable[Voice]:
    for found in _shown(edition, edition.dossier.texts[briefing.slug].facts):
        yield from edition.dossier.quotes[found.key].voices


def _speaking(edition: Edition, identity: str, voice: Voice) -> Speaking:
    known = edition.dossier.profiles.get(voice.actor)
    slot = slot_of(known) if known is not None else slot_from(identity)
    return Speaking(identity, voice.name, slot, is_person(edition, voice))


def _short_names(edition: Edition, briefing: Briefing) -> Mapping[str, str]:
    """What each speaker is called on a chip, told apart from everybody else in the briefing."""
    everyone = [
        Voice(name=edition.dossier.profiles[member.actor].name, actor=member.actor)
        for member in briefing.cast
        if member.actor in edition.dossier.profiles
    ]
    everyone += _voices(edition, briefing)
    names = {identity_of(voice): voice.name for voice in everyone}
    return tell_apart(names, {identity_of(voice): _short(edition, voice) for voice in everyone})


def _short(edition: Edition, voice: Voice) -> str:
    known = edition.dossier.profiles.get(voice.actor)
    return short_name(known) if known is not None else voice.name


def _strip_quote(
    edition: Edition,
    slug: str,
    found: PlacedQuote,
    words: int,
    voiced: Mapping[str, Voiced],
) -> StripQuote:
    record = edition.dossier.quotes[found.key]
    return StripQuote(
        voice=voice_of(edition, record, voiced),
        joint=joint_chips(record, voiced),
        permalink=edition.permalink_in(slug, found.key),
        x=_thousandths(found.context.word, words),
        width=f"{max(_HAIRLINE, _LENGTH * max(1, found.word_count) / words - _HAIRLINE):.1f}",
        title=f"{heading_names(record)}: {shown_words(record)}",
    )


def _words_of_others(placed: Iterable[PlacedQuote], words: int) -> int:
    """How many of the words are quoted, each counted once; a paraphrase is the writer's."""
    count = reached = 0
    for found in placed:
        if found.how == "paraphrase":
            continue
        start = max(reached, found.context.word)
        end = min(words, found.context.word + found.word_count)
        count += max(0, end - start)
        reached = max(reached, end)
    return count


def _thousandths(part: int, whole: int) -> str:
    return f"{part * _LENGTH / whole:.1f}"
