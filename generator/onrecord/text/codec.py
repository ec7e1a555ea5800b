"""Records as bytes and back: what is kept between builds and what goes to other processes.

MessagePack, and only records that the reader asks for: nothing in the bytes can make code run.
"""

from collections.abc import Hashable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from msgspec import DecodeError, Raw, msgpack

Value = TypeVar("Value")

Unreadable = (DecodeError, RecursionError, UnicodeDecodeError)
"""What `decode` raises for bytes that are not what was asked for."""


def encode(value: object) -> bytes:
    """The bytes of a record, or of tuples, mappings and plain values.

    Equal values give equal bytes, mappings where they are in the same order; a set of texts has an
    order of its own in every run, so what is compared by its bytes holds none.
    """
    return _ENCODER.encode(value)


def decode(raw: bytes, kind: type[Value]) -> Value:
    """The value that the bytes hold; one of `Unreadable` where they hold none of this kind."""
    decoder = _decoder(cast("Hashable", kind))
    return cast("Value", decoder.decode(raw))


def fields_of(raw: bytes) -> tuple[bytes, ...]:
    """The bytes of each field of an encoded record, or of each member of a tuple."""
    return tuple(bytes(one) for one in decode(raw, tuple[Raw, ...]))


@cache
def _decoder(kind: Any) -> msgpack.Decoder[Any]:  # noqa: ANN401 - a type of any shape
    return msgpack.Decoder(kind, dec_hook=_from_plain)


def _to_plain(value: object) -> object:
    if isinstance(value, MappingProxyType):
        return dict(value)
    if isinstance(value, ZoneInfo):
        return value.key
    if isinstance(value, Mapping):
        return dict(value)
    message = f"a {type(value).__name__} cannot be kept"
    raise NotImplementedError(message)


def _from_plain(kind: type, plain: Any) -> object:  # noqa: ANN401 - as it was encoded
    if kind is ZoneInfo:
        try:
            return ZoneInfo(plain)
        except (KeyError, OSError) as error:  # a zone that there is not, or a folder of zones
            raise ValueError(plain) from error
    message = f"no {kind.__name__} can be made of what was kept"
    raise NotImplementedError(message)


_ENCODER = msgpack.Encoder(enc_hook=_to_plain)
