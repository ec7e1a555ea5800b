"""Who is named: actors as schema.org knows them, and people and organisations without a page."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.address import absolute_url, actor_address
from onrecord.formats import Node
from onrecord.link.dossier import Party
from onrecord.model import Actor, ActorKind
from onrecord.pages.edition import Edition

PERSON = "Person"
ORGANISATION = "Organization"
NEWS_ORGANISATION = "NewsMediaOrganization"

_KINDS: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: PERSON,
        ActorKind.ORGANISATION: ORGANISATION,
        ActorKind.ARMED_GROUP: ORGANISATION,
        ActorKind.BODY: "GovernmentOrganization",
        ActorKind.STATE: "Country",
        ActorKind.PARTY: "PoliticalParty",
        ActorKind.COMPANY: "Corporation",
        ActorKind.MEDIA: NEWS_ORGANISATION,
        ActorKind.GROUP: ORGANISATION,
        ActorKind.UNNAMED: "",  # nothing that would make one person of them
    }
)


class NamedActors:
    """The actors that one page names: each is described once, and referred to by its `@id`."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._named: dict[str, Actor] = {}

    def actor(self, actor: str) -> Node:
        """A reference to an actor, who is then described; nothing for one who is not named."""
        told = reference(self._edition, actor)
        if told:
            self._named[actor] = self._edition.dossier.profiles[actor]
        return told

    def name(self, party: Party, otherwise: str = "") -> Node:
        """A reference to an actor of the site; else the words, as that kind of thing."""
        if party.actor in self._edition.dossier.profiles:
            return self.actor(party.actor)
        return {"@type": otherwise, "name": party.name} if otherwise else {}

    def names(self, parties: Iterable[Party], otherwise: str = "") -> tuple[Node, ...]:
        """References to several."""
        return tuple(self.name(party, otherwise) for party in parties)

    def described(self, besides: str = "") -> tuple[Node, ...]:
        """The actors in the order in which they were named, but for the one of that `@id`."""
        return tuple(
            {
                "@type": type_of(self._edition, profile),
                "@id": actor_id(self._edition, actor),
                "name": profile.name,
                "url": absolute_url(self._edition.site, actor_address(actor)),
            }
            for actor, profile in self._named.items()
            if actor_id(self._edition, actor) != besides
        )


def actor_id(edition: Edition, actor: str) -> str:
    """The `@id` of an actor, on whose page it is described."""
    return absolute_url(edition.site, f"{actor_address(actor)}#actor")


def type_of(edition: Edition, actor: Actor) -> str:
    """What an actor is to schema.org; "" for one that is not named, who is nothing to machines.

    Whatever organisation publishes a site of news is one of the media.
    """
    kind = _KINDS[actor.kind]
    publisher = edition.site.publisher
    is_publisher = publisher is not None and publisher.text == actor.id
    return NEWS_ORGANISATION if is_publisher and kind not in {"", PERSON} else kind


def reference(edition: Edition, actor: str) -> Node:
    """An actor by its `@id` alone; nothing for one without a page, and for one not named."""
    profile = edition.dossier.profiles.get(actor)
    if profile is None or not type_of(edition, profile):
        return {}
    return {"@id": actor_id(edition, actor)}
