"""Assets: every file under content/ that is not read for its text."""

from pathlib import Path

from onrecord.diagnostics import Outcome
from onrecord.disk.files import FoundFile, UnsafePath, digest_file, find_path, read_raw, refused
from onrecord.read.content import Asset
from onrecord.read.picture_size import picture_size
from onrecord.read.reading import Reading

FOLDER = "content/"
MAX_BYTES = 4_000_000_000


def list_asset(file: FoundFile) -> Reading[Asset]:
    """A file as an asset; its bytes are hashed, not kept."""
    digest = digest_file(file)
    if digest.value is None:
        return Reading(diagnostics=digest.diagnostics)
    width, height = picture_size(file)
    return Reading((Asset(file.path.removeprefix(FOLDER), digest.value, width, height),))


def read_asset(root: Path, path: str) -> Outcome[bytes]:
    """The bytes of an asset by its path under content/; none where it cannot be read any more."""
    whole = FOLDER + path
    try:
        real = find_path(root, whole)
    except (UnsafePath, OSError) as error:
        return Outcome(b"", (refused(whole, error),))
    raw = read_raw(FoundFile(whole, real), MAX_BYTES)
    return Outcome(raw.value or b"", raw.diagnostics)
