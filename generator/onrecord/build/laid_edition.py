"""The edition laid in a store, from which pages look up what they show.

So no build holds the whole of it while pages are made, and no process has to be given it.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from onrecord.build.memory import Memory
from onrecord.build.pages_kept import recall_entries, short_digest, text_name
from onrecord.pages.edition import Edition
from onrecord.pages.planned import FromEdition, Plan
from onrecord.pages.search_entries import search_entries
from onrecord.pages.stored_edition import stored_edition
from onrecord.pages.watch import entries_of
from onrecord.store import Store
from onrecord.text.frozen import Frozen, replace


class Laid(Frozen):
    """A plan whose edition lies in a store, and the digests of all that can be looked up there.

    There are none where nothing is remembered.
    """

    plan: Plan
    store: Store
    entries: Mapping[str, bytes]


def lay_edition(plan: Plan, store: Store, memory: Memory, *, is_kept: bool) -> Laid:
    """The plan whose pages read their edition from the store, where its texts lie already.

    Whatever is new in it is remembered, if it is to be kept.
    """
    slugs = tuple(plan.edition.dossier.texts)
    entries: dict[str, bytes] = {}
    if memory.memo is None:
        for name, raw in entries_of(plan.edition):
            store.put(name, raw)
        return Laid(_from_store(plan, store), store, entries)
    before = recall_entries(memory)
    fresh = _put_all(plan.edition, store, entries, before)
    if is_kept:
        memory.memo.put_all("entry", fresh)
    for _ in fresh:
        pass  # what is not remembered, or cannot be, is put into the store all the same
    entries.update((name, short_digest(store.get(name))) for name in map(text_name, slugs))
    if is_kept:
        memory.memo.forget_all("entry", before.keys() - entries.keys())
    return Laid(_from_store(plan, store), store, entries)


def _put_all(
    edition: Edition, store: Store, entries: dict[str, bytes], before: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Puts everything into the store, its digest into the entries, and gives what is new."""
    for name, raw in entries_of(edition):
        store.put(name, raw)
        digest = entries[name] = short_digest(raw)
        if before.get(name) != digest:
            yield name, raw


def _from_store(plan: Plan, store: Store) -> Plan:
    store.settle()
    edition = stored_edition(store.get)
    pages = tuple(
        replace(page, build_view=replace(page.build_view, edition=edition))
        if isinstance(page.build_view, FromEdition)
        else page
        for page in plan.pages
    )
    find = partial(search_entries, edition) if plan.find_entries is not None else None
    return replace(plan, edition=edition, pages=pages, find_entries=find)
