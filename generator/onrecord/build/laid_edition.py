"""The edition laid in a store, from which pages look up what they show.

So no build holds the whole of it while pages are made, and no process has to be given it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.build.memory import Memory
from onrecord.build.pages_kept import recall_entries, short_digest, text_name
from onrecord.pages.edition import Edition
from onrecord.pages.planned import FromEdition, Plan
from onrecord.pages.search_entries import search_entries
from onrecord.pages.stored_edition import stored_edition
from onrecord.pages.watch import entries_of
from onrecord.store import Store
from onrecord.text.frozen import Frozen, replace

Texts = Mapping[str, AnnotatedArticle]


class Laid(Frozen):
    """A plan whose pages read their edition from the store, or as far as it is at hand from there.

    `entries` are the digests of all that can be looked up in it, none where nothing is remembered.
    """

    plan: Plan
    store: Store
    entries: Mapping[str, bytes]


def lay_edition(
    plan: Plan,
    store: Store,
    memory: Memory,
    digests: Mapping[str, bytes],
    texts: Texts | None,
    *,
    is_kept: bool,
) -> Laid:
    """The plan laid in the store, where its texts lie already; `digests` are those of the texts.

    With `texts` it stays at hand, but for these. Whatever is new is remembered, if it is to be
    kept.
    """
    before = recall_entries(memory) if memory.memo else {}
    entries: dict[str, bytes] = {}
    put = store.put if texts is None else _nowhere
    fresh = _put_all(plan.edition, put, entries, before)
    if memory.memo and is_kept:
        memory.memo.put_all("entry", fresh)
    for _ in fresh:
        pass  # what is not remembered, or cannot be, is put into the store all the same
    entries.update((text_name(slug), digest) for slug, digest in digests.items())
    if memory.memo and is_kept:
        memory.memo.forget_all("entry", before.keys() - entries.keys())
    if texts is None:
        store.settle()
        edition = stored_edition(store.get)
    else:
        dossier = replace(plan.edition.dossier, texts=texts)
        edition = replace(plan.edition, dossier=dossier)
    return Laid(_with_edition(plan, edition), store, entries if memory.memo else {})


def _nowhere(_name: str, _raw: bytes) -> None:
    """Put nothing anywhere."""


def _put_all(
    edition: Edition,
    put: Callable[[str, bytes], None],
    entries: dict[str, bytes],
    before: Mapping[str, bytes],
) -> Iterator[tuple[str, bytes]]:
    """Puts everything, its digest into the entries, and gives what is new."""
    for name, raw in entries_of(edition):
        put(name, raw)
        digest = entries[name] = short_digest(raw)
        if before.get(name) != digest:
            yield name, raw


def _with_edition(plan: Plan, edition: Edition) -> Plan:
    pages = tuple(
        replace(page, build_view=replace(page.build_view, edition=edition))
        if isinstance(page.build_view, FromEdition)
        else page
        for page in plan.pages
    )
    find = partial(search_entries, edition) if plan.find_entries is not None else None
    return replace(plan, edition=edition, pages=pages, find_entries=find)
