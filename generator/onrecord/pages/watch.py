"""An edition that notes what is looked up in it: so a page's key is what its view was made of.

Whatever a view shows it has to look up here first, and each thing looked up has a name: a record
of a mapping ("quotes", "x#q1"), whether a mapping has a record ("quotes?", "x#q1"), which records
it has ("quotes", "*"), or a whole list ("=by_date", ""). A view made before still holds where
everything that it looked up is as it was.
"""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar, get_origin, get_type_hints

from onrecord.link.dossier import Dossier
from onrecord.pages.edition import Edition
from onrecord.text.codec import encode

Value = TypeVar("Value")

Name = tuple[str, str]
"""The name of something looked up: the table, and the key of the record in it."""

MOST_SHARED = 1_000  # things made, of some 10 KB each

EVERYWHERE = frozenset({("=site", ""), ("=zone", "")})
"""What every page counts as having looked up, so that nobody need note it."""

ALL = "*"
TEXTS = "texts"
_ASKED = "?"
_LIST = "="


def list_name(field: str) -> Name:
    """The name of a whole list, by its field."""
    return _LIST + field, ""


class Watch:
    """What was looked up since `begin`."""

    __slots__ = ("_shared", "seen")

    def __init__(self) -> None:
        self.seen: set[Name] = set()
        self._shared: dict[tuple[object, str], tuple[Any, frozenset[Name]]] = {}

    def begin(self) -> None:
        """Forget what was looked up, for the next page."""
        self.seen = set()

    def forget(self, names: AbstractSet[Name]) -> None:
        """Share nothing any more that was made of what goes by these names."""
        made_of = {name for name, (_, seen) in self._shared.items() if not names.isdisjoint(seen)}
        for name in made_of:
            del self._shared[name]

    def share(self, name: tuple[object, str], make: Callable[[], Value]) -> Value:
        """What is made, once for the pages that ask for it by this name.

        Whatever was looked up to make it counts as looked up by each of them.
        """
        known = self._shared.pop(name, None)
        if known is None:
            asking, self.seen = self.seen, set()
            try:
                known = make(), frozenset(self.seen)
            finally:
                self.seen = asking
        self._shared[name] = known
        if len(self._shared) > MOST_SHARED:
            del self._shared[next(iter(self._shared))]  # that which was not asked for the longest
        value: Value = known[0]
        self.seen |= known[1]
        return value


class WatchedMapping(Mapping[str, Value]):
    """A mapping that notes what is looked up in it."""

    __slots__ = ("_asked", "_look_up", "_mapping", "_table", "_watch")

    def __init__(self, table: str, mapping: Mapping[str, Value], watch: Watch) -> None:
        self._table = table
        self._asked = table + _ASKED
        self._mapping = mapping
        self._look_up: Callable[[str], Value] = getattr(mapping, "look_up", mapping.__getitem__)
        self._watch = watch

    def __getitem__(self, key: str) -> Value:
        self._watch.seen.add((self._table, key))
        return self._look_up(key)

    def __contains__(self, key: object) -> bool:
        self._watch.seen.add((self._asked, str(key)))
        try:
            self._look_up(str(key))
        except KeyError:
            return False
        return True

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as a mapping has it
        """The value of a key, noted as well where there is none."""
        self._watch.seen.add((self._table, key))
        try:
            return self._look_up(key)
        except KeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        self._watch.seen.add((self._table, ALL))
        return iter(self._mapping)

    def __len__(self) -> int:
        self._watch.seen.add((self._table, ALL))
        return len(self._mapping)


class _WatchedDossier(Dossier):
    of: Dossier
    watch: Watch


class _WatchedEdition(Edition):
    of: Edition
    watch: Watch

    def share(self, make: Callable[[Edition, str], Value], key: str) -> Value:
        return self.watch.share((make, key), lambda: make(self, key))


def watched(edition: Edition, watch: Watch) -> Edition:
    """The same edition, in which every look-up is noted."""
    dossier = _WatchedDossier(**_noting(edition.dossier, watch), of=edition.dossier, watch=watch)
    noting = {**_noting(edition, watch), "dossier": dossier}
    return _WatchedEdition(**noting, of=edition, watch=watch)


def tables_of(edition: Edition) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every mapping that a view can look things up in, by its name."""
    for record, kind in ((edition.dossier, Dossier), (edition, Edition)):
        for name in tables_in(kind):
            yield name, getattr(record, name)


def lists_of(edition: Edition) -> Iterator[tuple[str, object]]:
    """Everything else that a view can look up, by its name."""
    for record, kind in ((edition.dossier, Dossier), (edition, Edition)):
        for name in lists_in(kind):
            yield name, getattr(record, name)


def _noting(record: Dossier | Edition, watch: Watch) -> dict[str, Any]:
    """The mappings of a record, noting; its lists are read from it when they are looked up."""
    kind = Dossier if isinstance(record, Dossier) else Edition
    tables = {name: WatchedMapping(name, getattr(record, name), watch) for name in tables_in(kind)}
    lists = {
        name: getattr(record, name) if list_name(name) in EVERYWHERE else None
        for name in lists_in(kind)
    }
    return {**lists, **tables}


def tables_in(kind: type[Dossier | Edition]) -> tuple[str, ...]:
    """The fields that are mappings."""
    return tuple(name for name, hint in get_type_hints(kind).items() if get_origin(hint) is Mapping)


def lists_in(kind: type[Dossier | Edition]) -> tuple[str, ...]:
    """The fields that are neither mappings nor made of what else is looked up."""
    return tuple(
        name
        for name, hint in get_type_hints(kind).items()
        if get_origin(hint) is not Mapping and name != "dossier"
    )


def _noted(name: str) -> property:
    """A field whose every reading is noted."""

    def look_up(record: _WatchedDossier | _WatchedEdition) -> object:
        record.watch.seen.add(list_name(name))
        return getattr(record.of, name)

    return property(look_up)


for _plain, _watching in ((Dossier, _WatchedDossier), (Edition, _WatchedEdition)):
    for _name in lists_in(_plain):
        if list_name(_name) not in EVERYWHERE:
            setattr(_watching, _name, _noted(_name))


def entries_of(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Everything that a view can look up, by its name as `named` writes it, encoded.

    But for the texts of briefings: these were encoded when they were annotated.
    """
    for table, mapping in tables_of(edition):
        yield named((table, ALL)), encode(tuple(mapping))
        if table != TEXTS:
            for key, value in mapping.items():
                yield named((table, key)), encode(value)
    for name, value in lists_of(edition):
        yield named(list_name(name)), encode(value)


def named(name: Name) -> str:
    """A name in one piece: "quotes/x#q1", "quotes?/x#q1" for whether there is one."""
    return f"{name[0]}/{name[1]}"


def presence(entry: str) -> str:
    """The name under which it is asked whether the entry is there at all."""
    table, _, key = entry.partition("/")
    return f"{table}{_ASKED}/{key}"
