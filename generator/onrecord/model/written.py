"""A value as its author wrote it, and where: what lets every message point at its cause."""

from onrecord.text.frozen import Located
from onrecord.text.source import Span


class Written(Located, tag=True):
    """A piece of text from a file. Equal texts are equal wherever they stand."""

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text


class Placed(Located, kw_only=True):
    """What every record has that was read from a file: the place it was defined at."""

    span: Span
