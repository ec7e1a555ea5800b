"""Actors: everything said by them, to them and about them, and where they appear."""

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.enlist.cast import TargetKind
from onrecord.link.briefings import speakers_of
from onrecord.link.dossier import (
    ActorRecord,
    Appearance,
    Briefing,
    OfficeHolder,
    Party,
    QuoteRecord,
    Tie,
)
from onrecord.link.ground import Ground
from onrecord.link.roles import HeldRole, newest_first, newness
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen, field

MOST_COMPANIONS = 7


class Mentioned(Frozen):
    """By actor: keys of quotes, appearances and who held a role there, all newest first."""

    said: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, list[str]] = field(default_factory=dict)
    to: dict[str, list[str]] = field(default_factory=dict)
    appearances: dict[str, list[Appearance]] = field(default_factory=dict)
    office_holders: dict[str, tuple[OfficeHolder, ...]] = field(default_factory=dict)


def compile_actors(
    ground: Ground,
    published: frozenset[str],
    briefings: Mapping[str, Briefing],
    quotes: Mapping[str, QuoteRecord],
    ties: Mapping[str, tuple[Tie, ...]],
) -> dict[str, ActorRecord]:
    """Every published actor, in order of id. `briefings` and `quotes` are newest first."""
    mentioned = _gather(briefings, quotes)
    mentioned.office_holders.update(_office_holders(ground, published))
    newest = next(iter(briefings.values())).article.date if briefings else None
    return {
        actor: _record(actor, ground, mentioned, briefings, quotes, ties.get(actor, ()), newest)
        for actor in sorted(published)
    }


def _office_holders(
    ground: Ground, published: frozenset[str]
) -> dict[str, tuple[OfficeHolder, ...]]:
    """Who held a role at whom, by the latter's id; the latest beginning first, then by id."""
    holders: dict[str, list[OfficeHolder]] = {}
    for actor in sorted(published):
        for role in ground.actors[actor].roles:
            if role.at is not None and role.at.text in published:
                holders.setdefault(role.at.text, []).append(OfficeHolder(actor, role))
    return {
        actor: tuple(sorted(held, key=lambda holder: newness(holder.role)))
        for actor, held in holders.items()
    }


def _gather(briefings: Mapping[str, Briefing], quotes: Mapping[str, QuoteRecord]) -> Mentioned:
    mentioned = Mentioned()
    for key, record in quotes.items():
        if record.placed:
            _add(mentioned.said, speakers_of(record), key)
            _add(mentioned.about, _known(record.about), key)
            _add(mentioned.to, _known(record.to), key)
    for slug, briefing in briefings.items():
        for member in briefing.cast:
            appearance = Appearance(slug, member.role, member.mentions, member.quotes)
            mentioned.appearances.setdefault(member.actor, []).append(appearance)
    return mentioned


def _add(keys: dict[str, list[str]], actors: Iterable[str], key: str) -> None:
    for actor in actors:
        keys.setdefault(actor, []).append(key)


def _known(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.actor for party in parties if party.actor))


def _record(
    actor: str,
    ground: Ground,
    mentioned: Mentioned,
    briefings: Mapping[str, Briefing],
    quotes: Mapping[str, QuoteRecord],
    ties: tuple[Tie, ...],
    newest: Date | None,
) -> ActorRecord:
    appearances = tuple(mentioned.appearances.get(actor, ()))
    said = tuple(mentioned.said.get(actor, ()))
    held = _role_shown(actor, appearances, ground, newest)
    return ActorRecord(
        actor=ground.actors[actor],
        role=held.title,
        role_at=held.at,
        quotes=said,
        about=tuple(mentioned.about.get(actor, ())),
        to=tuple(mentioned.to.get(actor, ())),
        appearances=appearances,
        roles=newest_first(ground.actors[actor].roles),
        office_holders=mentioned.office_holders.get(actor, ()),
        ties=ties,
        often_with=_companions(actor, appearances, briefings),
        biography=ground.prose.get((TargetKind.ACTOR, actor)),
        newest=ground.articles[appearances[0].article].date if appearances else None,
        source_count=len({ref.id for key in said for ref in quotes[key].quote.sources}),
    )


def _role_shown(
    actor: str, appearances: tuple[Appearance, ...], ground: Ground, newest: Date | None
) -> HeldRole:
    """The role held at the newest appearance; without any, on the date of the newest briefing."""
    if appearances:
        article = ground.articles[appearances[0].article]
        return ground.roles.in_article(article, actor, article.date)
    return ground.roles.on(actor, newest) if newest else HeldRole()


def _companions(
    actor: str, appearances: tuple[Appearance, ...], briefings: Mapping[str, Briefing]
) -> tuple[tuple[str, int], ...]:
    """The actors most often in the same briefings, with in how many."""
    together: Counter[str] = Counter()
    for appearance in appearances:
        together.update(member.actor for member in briefings[appearance.article].cast)
    del together[actor]
    ranked = sorted(together.items(), key=lambda counted: (-counted[1], counted[0]))
    return tuple(ranked[:MOST_COMPANIONS])
