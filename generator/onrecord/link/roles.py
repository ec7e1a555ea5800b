"""The role that somebody held on a day: never the one they hold now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.link.dossier import Party
from onrecord.model import Actor, Article, Listing, Role, Written
from onrecord.text.dates import Date, Interval
from onrecord.text.frozen import Frozen


class HeldRole(Frozen):
    """A role as it is shown; `is_undated` where nothing says when it was held."""

    title: str = ""
    at: Party | None = None
    is_undated: bool = False


NO_ROLE = HeldRole()


@dataclass(slots=True)
class Roles:
    """The roles of all actors, looked up by the day; each day of an actor is looked up once."""

    actors: Mapping[str, Actor]
    _held: dict[tuple[str, date, date], HeldRole] = field(default_factory=dict, init=False)
    _listings: dict[str, dict[str, Listing]] = field(default_factory=dict, init=False)

    def in_article(self, article: Article, actor: str, when: Date) -> HeldRole:
        """The role that the article gives the actor, else the one held on the date."""
        if article.slug not in self._listings:
            listings = {listing.id: listing for listing in article.listings}
            self._listings[article.slug] = listings
        listing = self._listings[article.slug].get(actor)
        if listing and listing.role:
            return HeldRole(listing.role.text, self.party(listing.at) if listing.at else None)
        return self.on(actor, when)

    def on(self, actor: str, when: Date) -> HeldRole:
        """The role that was held on the date: a dated one, else one without dates, else none."""
        key = (actor, when.earliest, when.latest)
        if key not in self._held:
            self._held[key] = self._look_up(actor, when)
        return self._held[key]

    def party(self, named: Written) -> Party:
        """Who is named: an actor of the site, or the words themselves."""
        actor = self.actors.get(named.text)
        return Party(actor.name, actor.id) if actor else Party(named.text)

    def _look_up(self, actor: str, when: Date) -> HeldRole:
        roles = self.actors[actor].roles if actor in self.actors else ()
        valid = [
            role
            for role in roles
            if not role.is_undated and Interval(role.since, role.until).overlaps(when)
        ]
        undated = [role for role in roles if role.is_undated]
        chosen = max(valid, key=_beginning, default=undated[0] if undated else None)
        if chosen is None:
            return NO_ROLE
        at = self.party(chosen.at) if chosen.at else None
        return HeldRole(chosen.title, at, chosen.is_undated)


def newest_first(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles in the order of a profile: the latest beginning first, those without dates last."""
    return tuple(sorted(roles, key=newness))


def newness(role: Role) -> tuple[bool, float]:
    """What roles are ordered by, the latest beginning first, those without dates last."""
    return role.is_undated, -_beginning(role)


def _beginning(role: Role) -> float:
    return role.since.instant if role.since else float("-inf")
