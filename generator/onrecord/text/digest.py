"""A digest of any record: equal where the records are equal, on every machine and in every run.

The value is walked field by field and each piece is written with its type and length, so that no
two different values flow into the same bytes. Neither pickle, `repr` nor `hash()` takes part: none
of them is stable across versions, machines and hash seeds.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import blake2b
from struct import pack
from typing import Any

from onrecord.text.frozen import Located, field_names, is_record

UNDIGESTED: Mapping[str, bool] = {"undigested": True}
"""Leaves a field out of its record's digest: `field(metadata=UNDIGESTED, compare=False)`."""

DIGEST_BYTES = 16


def digest(value: object) -> str:
    """The digest of a value made of records, tuples, mappings and plain values, as 32 hex digits.

    Raises TypeError for a value whose order or content is not stable (a set, an arbitrary object).
    """
    pieces: list[bytes] = []
    _walk(value, pieces)
    return blake2b(b"".join(pieces), digest_size=DIGEST_BYTES).hexdigest()


def digest_of_text(text: str) -> str:
    """The digest of a text, the same as `digest` gives."""
    raw = text.encode("utf-8", "surrogatepass")
    return blake2b(b"s" + pack(">Q", len(raw)) + raw, digest_size=DIGEST_BYTES).hexdigest()


def digest_of_bytes(raw: bytes) -> str:
    """The digest of a file's bytes as they are."""
    return blake2b(raw, digest_size=DIGEST_BYTES).hexdigest()


def _walk(value: Any, pieces: list[bytes]) -> None:  # noqa: ANN401 - any value may be asked for
    kind = type(value)
    if kind is str:
        _put(b"s", value.encode("utf-8", "surrogatepass"), pieces)
    elif value is None:
        pieces.append(b"n")
    elif kind is bool:
        pieces.append(b"t" if value else b"f")
    elif kind is int:
        _put(b"i", b"%d" % value, pieces)
    elif kind is tuple or kind is list:
        pieces.append(b"(" + pack(">Q", len(value)))
        for member in value:
            _walk(member, pieces)
    elif is_record(kind):
        name, names = _digested_fields(kind)  # type: ignore[arg-type]
        pieces.append(name)
        for field_name in names:
            _walk(getattr(value, field_name), pieces)
    else:
        _walk_rarer(value, pieces)


def _walk_rarer(value: object, pieces: list[bytes]) -> None:
    if isinstance(value, Enum):
        _put(b"e", f"{type(value).__qualname__}.{value.name}".encode(), pieces)
    elif isinstance(value, Mapping):
        _walk_mapping(value, pieces)
    elif isinstance(value, datetime):
        _put(b"T", value.isoformat().encode(), pieces)
    elif isinstance(value, date):
        _put(b"D", value.isoformat().encode(), pieces)
    elif isinstance(value, float):
        pieces.append(b"d" + pack(">d", value))
    elif isinstance(value, bytes):
        _put(b"b", value, pieces)
    elif isinstance(value, str):
        _walk(str(value), pieces)
    elif isinstance(value, tuple):
        _walk(tuple(value), pieces)
    else:
        message = f"a {type(value).__name__} has no stable digest"
        raise TypeError(message)


def _walk_mapping(mapping: Mapping[Any, object], pieces: list[bytes]) -> None:
    entries: list[tuple[bytes, object]] = []
    for key, member in mapping.items():
        key_pieces: list[bytes] = []
        _walk(key, key_pieces)
        entries.append((b"".join(key_pieces), member))
    entries.sort(key=lambda entry: entry[0])
    pieces.append(b"{" + pack(">Q", len(entries)))
    for key_bytes, member in entries:
        pieces.append(key_bytes)
        _walk(member, pieces)


def _put(kind: bytes, raw: bytes, pieces: list[bytes]) -> None:
    pieces.append(kind + pack(">Q", len(raw)))
    pieces.append(raw)


@cache
def _digested_fields(record: type) -> tuple[bytes, tuple[str, ...]]:
    """The record's opening piece and the names of the fields that count."""
    names = field_names(record)
    if issubclass(record, Located):
        names = tuple(name for name in names if name not in record.PLACING)
    if is_dataclass(record):
        names = tuple(
            known.name for known in fields(record) if not known.metadata.get("undigested")
        )
    name = record.__qualname__.encode()
    return b"r" + pack(">QQ", len(name), len(names)) + name, names
