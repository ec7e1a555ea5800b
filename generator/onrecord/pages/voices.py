"""Who is shown in which colour and with which initials (DESIGN, Voices)."""

from collections.abc import Iterable, Mapping
from re import compile as pattern
from types import MappingProxyType

from onrecord.enlist.names import last_name
from onrecord.model import Actor, ActorKind
from onrecord.text.digest import digest_of_text
from onrecord.text.frozen import Frozen

SLOTS = 10
NOT_QUOTED = "v0"
ONE_OF_THE_REST = "vx"

_WORD = pattern(r"[^\W\d_][^\s\-–/]*|\d+")
_SMALL_WORDS = frozenset("the a an of for and in on at to by de la le el du des von van".split())
_LONGEST_ACRONYM = 7


class Speaking(Frozen):
    """A speaker as voices are given out: `identity` tells speakers apart, `slot` is 1 to 10."""

    identity: str
    name: str
    slot: int
    is_person: bool


class Voiced(Frozen):
    """A speaker with voice and initials."""

    voice: str
    initials: str


def slot_of(actor: Actor) -> int:
    """The actor's own slot, 1 to 10: what its profile says, else what its id gives."""
    return actor.voice if actor.voice is not None else slot_from(actor.id)


def slot_from(identity: str) -> int:
    """A slot, 1 to 10, that depends on the text alone."""
    return int(digest_of_text(identity)[:8], 16) % SLOTS + 1


def own_voice(actor: Actor) -> str:
    """The voice in which an actor is shown outside briefings."""
    return f"v{slot_of(actor)}"


def give_voices(speakers: Iterable[Speaking]) -> Mapping[str, Voiced]:
    """Voice and initials of each speaker of a briefing, given in order of first quote.

    A clash takes the next free slot; the eleventh and later speakers share the grey voice. Initials
    are unique: a clash adds letters of the last name.
    """
    voiced: dict[str, Voiced] = {}
    taken: set[int] = set()
    initials: set[str] = set()
    for speaker in speakers:
        if speaker.identity in voiced:
            continue
        voice = ONE_OF_THE_REST
        if len(taken) < SLOTS:
            slot = _next_free(speaker.slot, taken)
            taken.add(slot)
            voice = f"v{slot}"
        tag = _unique_initials(speaker, initials)
        initials.add(tag)
        voiced[speaker.identity] = Voiced(voice, tag)
    return MappingProxyType(voiced)


def chip_of(voice: str) -> str:
    """The id of the chip that lights a voice: "f1" for "v1", "fx" for "vx"."""
    return f"f{voice.removeprefix('v')}"


def initials_of(name: str, *, is_person: bool) -> str:
    """A person's first and last initial, another actor's first three: JT, PMF."""
    words: list[str] = _WORD.findall(name)
    if not is_person:
        words = [word for word in words if word.lower() not in _SMALL_WORDS] or words
    if not words:
        return name[:2].upper()
    if len(words) == 1:
        first = words[0][:4]
        return first if first.isupper() else first[:2].upper()
    chosen = (words[0], words[-1]) if is_person else words[:3]
    return "".join(word[0].upper() for word in chosen)


def short_name(actor: Actor) -> str:
    """What an actor is called for short: a person's last name, a long name's acronym."""
    if actor.kind is ActorKind.PERSON:
        return last_name(actor.name) or actor.name
    if len(actor.name) > 16:
        acronyms = [alias for alias in actor.aliases if _is_acronym(alias)]
        return acronyms[0] if acronyms else actor.name
    return actor.name


def tell_apart(names: Mapping[str, str], short: Mapping[str, str]) -> Mapping[str, str]:
    """Short names by identity; where two are the same, an initial is put before: "Z. Soleimani"."""
    uses: dict[str, int] = {}
    for identity in names:
        uses[short[identity]] = uses.get(short[identity], 0) + 1
    return {
        identity: short[identity] if uses[short[identity]] == 1 else _with_initial(name, short)
        for identity, name in names.items()
    }


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) <= _LONGEST_ACRONYM


def _with_initial(name: str, short: Mapping[str, str]) -> str:
    first, _, rest = name.partition(" ")
    last = next((word for word in sorted(set(short.values())) if name.endswith(f" {word}")), "")
    return f"{first[:1].upper()}. {last}" if rest and last else name


def _next_free(slot: int, taken: set[int]) -> int:
    while slot in taken:
        slot = slot % SLOTS + 1
    return slot


def _unique_initials(speaker: Speaking, taken: set[str]) -> str:
    plain = initials_of(speaker.name, is_person=speaker.is_person)
    if plain not in taken:
        return plain
    words: list[str] = _WORD.findall(speaker.name) or [speaker.name]
    for length in range(2, len(words[-1]) + 1):
        longer = plain + words[-1][1:length].lower()
        if longer not in taken:
            return longer
    number = 2
    while f"{plain}{number}" in taken:
        number += 1
    return f"{plain}{number}"
