import zlib
from pathlib import Path
from struct import pack

import pytest

from onrecord.disk.files import FoundFile
from onrecord.read.picture_size import picture_size


def png(width: int, height: int) -> bytes:
    """The head of a grey picture, with some of its rows."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * min(width, 999) for _ in range(min(height, 9))))
    parts = (
        (b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", rows),
        (b"IEND", b""),
    )
    chunks = (
        pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int, height: int, turned: int = 1) -> bytes:
    """The head of a photograph, `turned` as EXIF counts: 6 is a quarter to the right."""
    entry = pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    exif = b"Exif\0\0MM\0\x2a" + pack(">IH", 8, 1) + entry + pack(">I", 0)
    frame = pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    segments = ((b"\xff\xe1", exif), (b"\xff\xc0", frame))
    return (
        b"\xff\xd8"
        + b"".join(marker + pack(">H", len(body) + 2) + body for marker, body in segments)
        + b"\xff\xd9"
    )


def size_of(folder: Path, name: str, content: bytes) -> tuple[int, int]:
    (folder / name).write_bytes(content)
    return picture_size(FoundFile(f"content/{name}", folder / name))


def test_a_picture_has_the_size_that_a_browser_shows(tmp_path: Path) -> None:
    assert size_of(tmp_path, "a.png", png(640, 480)) == (640, 480)
    assert size_of(tmp_path, "A.JPG", jpeg(640, 480)) == (640, 480)
    assert size_of(tmp_path, "a.gif", b"GIF89a" + pack("<HH", 12, 34) + b"\0\0\0") == (12, 34)
    assert size_of(tmp_path, "a.svg", b'<svg width="740px" height="249.6"></svg>') == (740, 250)


def test_a_photograph_is_as_high_as_it_was_held(tmp_path: Path) -> None:
    assert size_of(tmp_path, "a.jpg", jpeg(640, 480, turned=6)) == (480, 640)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.png", b""),
        ("torn.png", png(640, 480)[:18]),
        ("text.jpg", b"This is no picture."),
        ("vast.png", png(2**31, 1)),
        ("flat.png", png(0, 9)),
        ("wide.svg", b'<svg width="100%" viewBox="0 0 1 1"></svg>'),
        ("bomb.svg", b'<!DOCTYPE s [<!ENTITY a "aa">]><svg width="&a;" height="1"/>'),
        ("list.pdf", png(640, 480)),
    ],
)
def test_what_is_no_picture_of_known_size_has_none(
    tmp_path: Path, name: str, content: bytes
) -> None:
    assert size_of(tmp_path, name, content) == (0, 0)
