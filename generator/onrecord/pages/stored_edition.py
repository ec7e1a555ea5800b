"""An edition that was kept, record by record, and is read back as far as it is looked at."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

from onrecord.link.dossier import Dossier
from onrecord.pages.edition import Edition
from onrecord.pages.watch import ALL, list_name, lists_in, named, tables_in
from onrecord.text.codec import decode

Fetch = Callable[[str], bytes]
"""Gives the bytes that were kept under a name as `entries_of` writes it; KeyError without."""


class StoredMapping(Mapping[str, Any]):
    """A mapping whose records are read back when they are asked for."""

    __slots__ = ("_fetch", "_known", "_of", "_table")

    def __init__(self, table: str, of: Any, fetch: Fetch) -> None:  # noqa: ANN401 - any type
        self._table = table
        self._of = of
        self._fetch = fetch
        self._known: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - as the table has them
        if key not in self._known:
            self._known[key] = decode(self._fetch(named((self._table, key))), self._of)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(decode(self._fetch(named((self._table, ALL))), tuple[str, ...]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _StoredDossier(Dossier):
    fetch: Fetch
    known: dict[str, Any]


class _StoredEdition(Edition):
    fetch: Fetch
    known: dict[str, Any]


def stored_edition(fetch: Fetch, texts: Mapping[str, Any]) -> Edition:
    """The edition that was kept, but for the texts of its briefings."""
    tables = {**_tables(Dossier, fetch), "texts": texts}
    of_dossier: dict[str, Any] = dict.fromkeys(lists_in(Dossier))
    dossier = _StoredDossier(**of_dossier, **tables, fetch=fetch, known={})
    of_edition: dict[str, Any] = dict.fromkeys(lists_in(Edition))
    return _StoredEdition(
        **of_edition, **_tables(Edition, fetch), dossier=dossier, fetch=fetch, known={}
    )


def _tables(kind: type[Dossier | Edition], fetch: Fetch) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: StoredMapping(name, get_args(hints[name])[1], fetch) for name in tables_in(kind)}


def _kept(name: str, of: Any) -> property:  # noqa: ANN401 - any type
    """A list that is read back when it is asked for."""

    def read(record: _StoredDossier | _StoredEdition) -> Any:  # noqa: ANN401 - as it was kept
        if name not in record.known:
            record.known[name] = decode(record.fetch(named(list_name(name))), of)
        return record.known[name]

    return property(read)


for _plain, _stored in ((Dossier, _StoredDossier), (Edition, _StoredEdition)):
    for _name in lists_in(_plain):
        setattr(_stored, _name, _kept(_name, get_type_hints(_plain)[_name]))
