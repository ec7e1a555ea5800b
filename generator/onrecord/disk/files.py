"""The files of a site: found in order, opened only where they truly lie inside its folder."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from hashlib import blake2b
from operator import attrgetter, itemgetter
from os.path import realpath
from pathlib import Path
from re import compile as pattern
from typing import BinaryIO
from unicodedata import normalize

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.text.digest import DIGEST_BYTES
from onrecord.text.frozen import Frozen
from onrecord.text.slugs import is_impossible_on_windows, is_windows_device_name
from onrecord.text.source import SourceFile, Span, UndecodableSource, decode_source

EDITOR_LEFTOVER = pattern(r"\..*|.*~|.*\.(?:swp|swo|swx|bak|tmp)|4913|#.*#")
AWKWARD_IN_NAMES = pattern(
    r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
CHUNK = 1 << 20
NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
NO_WAITING = getattr(os, "O_NONBLOCK", 0)
BINARY = getattr(os, "O_BINARY", 0)


class UnsafePath(ValueError):  # noqa: N818 - named for what it is
    """A path that is not an ordinary file or folder inside the site, and what it is instead."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class TooLarge(ValueError):  # noqa: N818 - named for what it is
    """A file over the limit, with its size in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


class FoundFile(Frozen):
    """A file: its path below the site's folder, with composed letters, and where it lies."""

    path: str
    real: Path


def safe_path(root: Path, rel: str) -> Path:
    """The real path of what lies at `rel` below the root; UnsafePath where any part leads out.

    Every component is looked at: none may be a link or a special file.
    Raises FileNotFoundError and other OSError as the operating system does.
    """
    here = Path(realpath(root))
    parts = [part for part in rel.split("/") if part not in {"", "."}]
    # There a colon names a drive, or something beside the file that no listing shows.
    names_a_drive = sys.platform == "win32" and ":" in rel
    if names_a_drive or ".." in parts or "\\" in rel or "\0" in rel or Path(rel).is_absolute():
        message = "a path that leads out of the site"
        raise UnsafePath(message)
    for part in parts:
        here = here / part
        kind = here.lstat().st_mode
        if stat.S_ISLNK(kind):
            message = "a symbolic link"
            raise UnsafePath(message)
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            message = "a special file (a device, pipe or socket)"
            raise UnsafePath(message)
    if realpath(here) != str(here):
        message = "a path that leads elsewhere"
        raise UnsafePath(message)
    return here


def find_path(root: Path, path: str) -> Path:
    """As safe_path, for a path with composed letters that the disk may hold decomposed."""
    try:
        return safe_path(root, path)
    except FileNotFoundError:
        folder, _, name = path.rpartition("/")
        if not folder:
            raise
        parent = find_path(root, folder)
        for entry in sorted(parent.iterdir()):
            if _readable(entry.name) == name:
                return safe_path(root, entry.relative_to(realpath(root)).as_posix())
        raise


def find_files(root: Path, folder: str) -> Outcome[tuple[FoundFile, ...]]:
    """Every file below a folder of the site, by path; what is not an ordinary file is refused.

    Hidden files, backups and what editors leave behind are passed over in silence.
    """
    listed = list_files(root, folder)
    found = tuple(FoundFile(path, Path(place)) for path, place in listed.value)
    return Outcome(found, listed.diagnostics)


def list_files(root: Path, folder: str) -> Outcome[tuple[tuple[str, str], ...]]:
    """The same as pairs of texts, the path and where it lies: there may be very many."""
    diagnostics: list[Diagnostic] = []
    try:
        real = safe_path(root, folder)
    except FileNotFoundError:
        return Outcome(())
    except (UnsafePath, OSError) as error:
        return Outcome((), (refused(folder, error),))
    found = sorted(_walk(str(real), folder, diagnostics), key=itemgetter(0))
    return Outcome(tuple(found), tuple(diagnostics))


def _walk(real: str, path: str, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    pending = [(real, path)]
    while pending:
        folder, folder_path = pending.pop()
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=attrgetter("name"))
        except FileNotFoundError:
            continue
        except OSError as error:
            diagnostics.append(refused(folder_path, error))
            continue
        for entry in listed:
            if EDITOR_LEFTOVER.fullmatch(entry.name):
                continue
            entry_path = f"{folder_path}/{_readable(entry.name)}"
            if AWKWARD_IN_NAMES.search(entry.name):
                diagnostics.append(_awkward(entry_path))
                continue
            if is_windows_device_name(entry.name):
                diagnostics.append(_reserved(entry_path, entry.name))
            elif is_impossible_on_windows(entry.name):
                diagnostics.append(_impossible(entry_path, entry.name))
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, entry_path))
            elif entry.is_file(follow_symlinks=False):
                yield entry_path, entry.path
            else:
                what = "a symbolic link" if entry.is_symlink() else "a special file"
                diagnostics.append(refused(entry_path, UnsafePath(what)))


def read_source(file: FoundFile, limit: int) -> Outcome[SourceFile | None]:
    """A file's text; None where it is too large, unreadable or not UTF-8."""
    raw = read_raw(file, limit)
    return Outcome(None, raw.diagnostics) if raw.value is None else decode(file.path, raw.value)


def read_raw(file: FoundFile, limit: int) -> Outcome[bytes | None]:
    """A file's bytes; None where there are more than the limit, or it cannot be read."""
    try:
        return Outcome(_read_bytes(file.real, limit))
    except FileNotFoundError:
        return Outcome(None)
    except TooLarge as error:
        return Outcome(None, (_too_large(file.path, error.size, limit),))
    except (UnsafePath, OSError) as error:
        return Outcome(None, (refused(file.path, error),))


def read_lines(root: Path, path: str, limit: int) -> tuple[str, ...]:
    """A file's lines as messages count them; none where it is not to be read, or over the limit."""
    try:
        raw = _read_bytes(find_path(root, path), limit)
    except (UnsafePath, TooLarge, OSError):
        return ()
    text = raw.decode("utf-8-sig", errors="replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def decode(path: str, raw: bytes) -> Outcome[SourceFile | None]:
    """Bytes as text; None where they are not UTF-8."""
    try:
        return Outcome(decode_source(path, raw))
    except UndecodableSource as error:
        at = Span(path, error.line, error.column, error.line, error.column + 1)
        hint = "open it in your editor and save it with the encoding UTF-8"
        return Outcome(None, (diagnose("OR101", error.reason, at, hint=hint),))


def digest_file(file: FoundFile) -> Outcome[str | None]:
    """The digest of a file of any size, read piece by piece; None where it cannot be read."""
    try:
        return Outcome(digest_at(str(file.real)))
    except FileNotFoundError:
        return Outcome(None)
    except (UnsafePath, OSError) as error:
        return Outcome(None, (refused(file.path, error),))


def digest_at(place: str) -> str:
    """The digest of the file that lies there; UnsafePath or OSError where it cannot be read."""
    descriptor, size = _open(place)
    hasher = blake2b(digest_size=DIGEST_BYTES)
    try:
        while chunk := os.read(descriptor, min(size + 1, CHUNK)):
            hasher.update(chunk)
    finally:
        os.close(descriptor)
    return hasher.hexdigest()


def open_file(real: Path) -> BinaryIO:
    """The opened file itself, which is neither a link nor special whatever happened meanwhile."""
    descriptor, _ = _open(str(real))
    return os.fdopen(descriptor, "rb")


def _open(place: str) -> tuple[int, int]:
    """An ordinary file opened to be read, and its size."""
    try:
        descriptor = os.open(place, os.O_RDONLY | NO_LINKS | NO_WAITING | BINARY)
    except OSError as error:
        if error.errno == errno.ELOOP:
            message = "a symbolic link"
            raise UnsafePath(message) from None
        raise
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        message = "a special file"
        raise UnsafePath(message)
    return descriptor, found.st_size


def _read_bytes(real: Path, limit: int) -> bytes:
    with open_file(real) as opened:
        size = os.fstat(opened.fileno()).st_size
        if size > limit:
            raise TooLarge(size)
        return opened.read()


def _readable(name: str) -> str:
    """A file's name with composed letters; what cannot be shown is written as an escape."""
    if name.isascii() and name.isprintable() and "\\" not in name:
        return name
    shown = AWKWARD_IN_NAMES.sub(lambda found: ascii(found[0])[1:-1], name)
    return normalize("NFC", shown)


def refused(path: str, error: OSError | UnsafePath) -> Diagnostic:
    """The finding about a path that cannot be used, or is not allowed to be."""
    at = Span.start_of(path)
    if isinstance(error, UnsafePath):
        return diagnose(
            "OR117", f"this is {error.what}", at, hint="put a copy of the file here instead"
        )
    reason = (error.strerror or "the system gives no reason").lower()
    return diagnose(
        "OR901", f"cannot be read: {reason}", at, hint="check that you may read it, and try again"
    )


def _awkward(path: str) -> Diagnostic:
    return diagnose(
        "OR112",
        "the name of this file or folder holds a character that cannot be shown or published",
        Span.start_of(path),
        hint="rename it with letters, digits and hyphens",
    )


def _reserved(path: str, name: str) -> Diagnostic:
    return diagnose(
        "OR121",
        f"Windows keeps the name “{name}” for a device, so colleagues there cannot check it out",
        Span.start_of(path),
        hint=f"rename it, for instance to {name.partition('.')[0]}-file",
    )


def _impossible(path: str, name: str) -> Diagnostic:
    return diagnose(
        "OR121",
        f"Windows has no such names as “{name}”, so colleagues there cannot check it out",
        Span.start_of(path),
        hint='rename it: without < > : " | ? * and with no dot or space at its end',
    )


def _too_large(path: str, size: int, limit: int) -> Diagnostic:
    return diagnose(
        "OR102",
        f"the file has {size:,} bytes; at most {limit:,} are read",
        Span.start_of(path),
        hint="split it in two, or raise max_article_bytes in site.yaml",
    )
