"""How large a picture is, from the head of its file."""

from pathlib import PurePosixPath

from onrecord.disk.files import FoundFile, open_file

PICTURE_ENDINGS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_LARGEST = 100_000  # pixels: what claims more is not believed


def picture_size(file: FoundFile) -> tuple[int, int]:
    """Width and height in pixels as a browser shows it, turned as its camera was; else (0, 0)."""
    if PurePosixPath(file.path).suffix.lower() not in PICTURE_ENDINGS:
        return (0, 0)
    # Only where there is a picture: the package brings the whole of urllib along.
    import imagesize  # noqa: PLC0415

    # The opened file and not its name, which the package would fetch from the web if it were one.
    with open_file(file.real) as opened:
        width, height = (round(side) for side in imagesize.get(opened))
    return (width, height) if min(width, height) > 0 and max(width, height) < _LARGEST else (0, 0)
