"""Source files and the places in them that a message can point at."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.text.digest import UNDIGESTED, digest_of_bytes
from onrecord.text.frozen import Frozen

BYTE_ORDER_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
BYTE_ORDER_MARK = "\ufeff"


class Span(Frozen, order=True):
    """A stretch of a file: lines and columns count characters from 1, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def start_of(cls, path: str) -> "Span":
        """The place of a whole file: its first character, without length."""
        return cls(path, 1, 1, 1, 1)


class UndecodableSource(ValueError):  # noqa: N818 - named for what it is
    """A file that is not text as onrecord reads it, with the place of the first bad byte."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the site: its path relative to the site folder, its text, its bytes' digest."""

    path: str
    text: str
    digest: str
    _line_starts: tuple[int, ...] = field(
        init=False, repr=False, compare=False, default=(), metadata=UNDIGESTED
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_line_starts", line_starts(self.text))

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` up to and without `end`."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.path, line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """The text of a line without its end, counted from 1; empty past the last."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of the character at a line and column, both counted from 1."""
        return self._line_starts[line - 1] + column - 1

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line begins; the first is always 0."""
    lines = text.split("\n")
    return (0, *accumulate(len(line) + 1 for line in lines[:-1]))


def decode_source(path: str, raw: bytes) -> SourceFile:
    """The file as text, without byte order mark and with plain line ends, or UndecodableSource."""
    if raw.startswith(BYTE_ORDER_MARKS_OF_UTF_16):
        raise UndecodableSource(1, 1, "the file is saved as UTF-16; save it as UTF-8")
    nul = raw.find(b"\0")
    if nul >= 0:
        raise _undecodable(raw, nul, _reason_for_nul(raw))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise _undecodable(raw, error.start, reason) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(path, text.removeprefix(BYTE_ORDER_MARK), digest_of_bytes(raw))


def _reason_for_nul(raw: bytes) -> str:
    sample = raw[:2000]
    if sample.count(b"\0") * 3 > len(sample):
        return "the file looks like UTF-16 or another two-byte encoding; save it as UTF-8"
    return "the file holds a NUL character; it is damaged, or not a text file"


def _undecodable(raw: bytes, at: int, reason: str) -> UndecodableSource:
    before = raw[:at].decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return UndecodableSource(before.count("\n") + 1, len(before) - before.rfind("\n"), reason)
