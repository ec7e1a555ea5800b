"""What records are made of: frozen, slotted, compared by value, and cheap to define and to make.

The few records with fields that are not compared are frozen dataclasses; everything here takes
them too.
"""

import dataclasses
from typing import Any, ClassVar, TypeVar, dataclass_transform

from msgspec import Struct, field, structs

__all__ = ["Frozen", "Located", "field", "field_names", "hold_once", "is_record", "replace"]

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True, gc=False, array_like=True):
    """A record that is complete when made. Records form no cycles, so none is garbage's to find."""


class Located(Frozen, eq=False):
    """A record that also says where it was written, which makes it neither equal nor different."""

    PLACING: ClassVar[frozenset[str]] = frozenset({"span"})
    """The fields that say where: they count neither in comparisons nor in digests."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name)
            for name in self.__struct_fields__
            if name not in self.PLACING
        )

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        told = (getattr(self, name) for name in self.__struct_fields__ if name not in self.PLACING)
        return hash(tuple(told))


def replace(record: Value, **changes: Any) -> Value:
    """A new record, equal but for these fields."""
    if isinstance(record, Struct):
        return structs.replace(record, **changes)
    changed: Value = dataclasses.replace(record, **changes)  # type: ignore[type-var]
    return changed


def hold_once(record: Struct, name: str, once: dict[Any, Any]) -> None:
    """Let a field hold the one of all values equal to it: the record stays equal to itself.

    `once` knows those that came before; what was read back holds everything anew.
    """
    value = getattr(record, name)
    same = once.setdefault(value, value)
    if same is not value:
        structs.force_setattr(record, name, same)


def is_record(value: object) -> bool:
    """True for a record, and for a kind of record."""
    kind = value if isinstance(value, type) else type(value)
    return issubclass(kind, Struct) or dataclasses.is_dataclass(kind)


def field_names(kind: type) -> tuple[str, ...]:
    """The names of a record's fields, in their order."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    return tuple(known.name for known in dataclasses.fields(kind))  # type: ignore[arg-type]
