"""The actors and sources that an article lists: by id, or defined on the spot."""

from collections.abc import Sequence

from onrecord.model import Actor, Listing, Source, Written
from onrecord.read.actors import convert_actor
from onrecord.read.place import Place
from onrecord.read.schemas import ConsultedKeys, InlineActorKeys, ListingKeys, LocalSourceKeys
from onrecord.read.sources import convert_source
from onrecord.text.frozen import replace


def convert_listings(
    entries: Sequence[ListingKeys | InlineActorKeys],
    place: Place,
    path: str,
) -> tuple[tuple[Listing, ...], tuple[Actor, ...]]:
    """The listed actors in order, and the definitions among them.

    A role belongs to its listing, so the definition has none.
    """
    listings: list[Listing] = []
    actors: list[Actor] = []
    listed = place.at("actors")
    for index, entry in enumerate(entries):
        here = listed.at(index)
        if isinstance(entry, InlineActorKeys):
            actor_id = entry.known_id
            bare = entry.model_copy(update={"role": None, "at": None, "kind": entry.known_kind})
            actor = convert_actor(bare, here, actor_id, path, None)
            actors.append(replace(actor, origin="inline"))
        else:
            actor_id = entry.id
        listings.append(
            Listing(
                span=here.at("id").span if "id" in entry.model_fields_set else here.span,
                id=actor_id,
                role=here.written_if_given(entry.role, "role"),
                at=here.written_if_given(entry.at, "at"),
                called=entry.called,
            )
        )
    return tuple(listings), tuple(actors)


def convert_listed_sources(
    entries: Sequence[ConsultedKeys | LocalSourceKeys], place: Place, path: str
) -> tuple[tuple[Written, ...], tuple[tuple[str, tuple[str, ...]], ...], tuple[Source, ...]]:
    """The sources listed by id, what the article says they support, and its own definitions."""
    ids: list[Written] = []
    supports: list[tuple[str, tuple[str, ...]]] = []
    sources: list[Source] = []
    listed = place.at("sources")
    for index, entry in enumerate(entries):
        here = listed.at(index)
        if isinstance(entry, LocalSourceKeys):
            sources.append(convert_source(entry, here, entry.id, path))
            continue
        ids.append(here.written(entry.id, "id"))
        if entry.supports:
            supports.append((entry.id, entry.supports))
    return tuple(ids), tuple(supports), tuple(sources)
