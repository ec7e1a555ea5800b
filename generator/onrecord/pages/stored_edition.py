"""An edition that was kept, record by record, and is read back as far as it is looked at."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.link.dossier import Dossier
from onrecord.pages.edition import Edition
from onrecord.pages.watch import ALL, TEXTS, list_name, lists_in, named, tables_in
from onrecord.text.codec import decode

Fetch = Callable[[str], bytes]
"""Gives the bytes that were kept under a name as `entries_of` writes it; KeyError without."""

_AT_HAND = 8_000_000  # bytes of records as they were kept; twice that at most, and more as records
_TEXTS_AT_HAND = 500_000  # the same of texts, which few pages share
_HEAVIEST = 1_000_000  # more no record counts for, or one would leave no place for others


class _Hand:
    """Tables that together hold so much of what was asked for last, and let go of the rest."""

    __slots__ = ("_at_most", "_tables", "_weight")

    def __init__(self, at_most: int) -> None:
        self._at_most = at_most
        self._weight = 0
        self._tables: list[_Held] = []

    def join(self, table: "_Held") -> None:
        """One more table."""
        self._tables.append(table)

    def take(self, weight: int) -> None:
        """One more record is held in a table."""
        self._weight += min(weight, _HEAVIEST)
        if self._weight > self._at_most:
            self._weight = 0
            for table in self._tables:
                table.age()


class _Held(dict[str, Any]):
    """The records of a table that were asked for last: any other is read when it is asked for.

    So most look-ups are those of a dict.
    """

    __slots__ = ("_before", "_fetch", "_hand", "_of", "_read", "_table", "_weight")

    def __init__(self, table: str, of: Any, fetch: Fetch, hand: _Hand) -> None:  # noqa: ANN401
        super().__init__()
        self._table = table
        self._of = of
        self._fetch = fetch
        self._before: dict[str, Any] = {}
        self._read = 1
        self._weight = 0  # of all that were read
        self._hand = hand
        hand.join(self)

    def __missing__(self, key: str) -> Any:  # noqa: ANN401 - as the table has them
        if key in self._before:
            record = self._before[key]
            weight = self._weight // self._read
        else:
            raw = self._fetch(named((self._table, key)))
            record = decode(raw, self._of)
            weight = len(raw)
            self._read += 1
            self._weight += weight
        self[key] = record
        self._hand.take(weight)
        return record

    def age(self) -> None:
        """Let go of what was not asked for since the last time."""
        self._before = dict(self)
        self.clear()


class StoredMapping(Mapping[str, Any]):
    """A mapping whose records are read back when they are asked for."""

    __slots__ = ("_fetch", "_table", "look_up")

    def __init__(self, table: str, of: Any, fetch: Fetch, hand: _Hand) -> None:  # noqa: ANN401
        self._table = table
        self._fetch = fetch
        self.look_up = _Held(table, of, fetch, hand).__getitem__

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - as the table has them
        return self.look_up(key)

    def __iter__(self) -> Iterator[str]:
        return iter(decode(self._fetch(named((self._table, ALL))), tuple[str, ...]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _StoredDossier(Dossier):
    lists: Mapping[str, StoredMapping]


class _StoredEdition(Edition):
    lists: Mapping[str, StoredMapping]


def stored_edition(fetch: Fetch, texts: Mapping[str, Any] | None = None) -> Edition:
    """The edition that was kept; the texts of its briefings are kept with it or given."""
    hand = _Hand(_AT_HAND)
    of_dossier = _stored(Dossier, fetch, hand)
    if texts is None:
        texts = StoredMapping(TEXTS, AnnotatedArticle, fetch, _Hand(_TEXTS_AT_HAND))
    dossier = _StoredDossier(**{**of_dossier, TEXTS: texts})
    return _StoredEdition(**_stored(Edition, fetch, hand), dossier=dossier)


def _stored(kind: type[Dossier | Edition], fetch: Fetch, hand: _Hand) -> dict[str, Any]:
    """The fields of a record of this kind: its tables, and its lists as tables of one."""
    hints = get_type_hints(kind)
    tables = {
        name: StoredMapping(name, get_args(hints[name])[1], fetch, hand) for name in tables_in(kind)
    }
    lists = {
        name: StoredMapping(list_name(name)[0], hints[name], fetch, hand) for name in lists_in(kind)
    }
    return {**dict.fromkeys(lists), **tables, "lists": lists}


def _kept(name: str) -> property:
    """A list that is read back when it is asked for."""

    def read(record: _StoredDossier | _StoredEdition) -> Any:  # noqa: ANN401 - as it was kept
        return record.lists[name][list_name(name)[1]]

    return property(read)


for _plain, _storing in ((Dossier, _StoredDossier), (Edition, _StoredEdition)):
    for _name in lists_in(_plain):
        setattr(_storing, _name, _kept(_name))
