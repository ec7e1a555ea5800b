"""What records are made of: frozen, slotted, compared by value, and cheap to define and to make.

Records of the model, whose place in a file counts neither in comparisons nor in digests, are
frozen dataclasses; all others are `Frozen`. Everything here takes both.
"""

import dataclasses
from typing import Any, TypeVar, dataclass_transform

from msgspec import Struct, field, structs

__all__ = ["Frozen", "field", "field_names", "is_record", "replace"]

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True, gc=False):
    """A record that is complete when made. Records form no cycles, so none is garbage's to find."""


def replace(record: Value, **changes: Any) -> Value:
    """A new record, equal but for these fields."""
    if isinstance(record, Struct):
        return structs.replace(record, **changes)
    changed: Value = dataclasses.replace(record, **changes)  # type: ignore[type-var]
    return changed


def is_record(value: object) -> bool:
    """True for a record, and for a kind of record."""
    kind = value if isinstance(value, type) else type(value)
    return issubclass(kind, Struct) or dataclasses.is_dataclass(kind)


def field_names(kind: type) -> tuple[str, ...]:
    """The names of a record's fields, in their order."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    return tuple(known.name for known in dataclasses.fields(kind))  # type: ignore[arg-type]
