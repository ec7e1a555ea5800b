"""A value as its author wrote it, and where: what lets every message point at its cause."""

from dataclasses import dataclass, field

from onrecord.text.digest import UNDIGESTED
from onrecord.text.source import Span


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of text from a file. Equal texts are equal wherever they stand."""

    text: str
    span: Span = field(compare=False, metadata=UNDIGESTED)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What every record has that was read from a file: the place it was defined at."""

    span: Span = field(compare=False, metadata=UNDIGESTED)
