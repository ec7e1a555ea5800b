"""A file's bytes are known without reading it only while nobody can have touched it."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.publish.signatures import KnownFiles, Signature, Signatures, digest_of
from onrecord.text.codec import decode, encode
from tests.rig.needs import POSIX, system

OLD, NEW = b"the old bytes", b"the new bytes"
FAR_PAST = 1_000_000_000_000_000_000
PATHS = frozenset({"a", "b/c"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of two published files that have lain there for a while."""
    folder = tmp_path / "public"
    for path in PATHS:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(OLD)
        place.chmod(0o644)
    time.sleep(0.1)
    return folder


def signatures(root: Path) -> Signatures:
    files = KnownFiles(root, {})
    for path in PATHS:
        files.digest(path)
    return files.signatures(PATHS, root)


def test_what_was_read_is_known_from_then_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signatures(root)
    assert set(before) == PATHS
    read: list[Path] = []
    monkeypatch.setattr("onrecord.publish.signatures.read_regular", read.append)
    files = KnownFiles(root, before)
    assert {files.digest(path) for path in PATHS} == {digest_of(OLD)}
    assert read == []
    assert files.signatures(PATHS, root) == before


def test_the_number_of_a_file_may_be_longer_than_can_be_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk of Windows that is called ReFS, where it has 128 bits."""
    real = os.lstat

    def lstat(place: str | Path) -> os.stat_result:
        found = real(place)
        told = {"st_mtime_ns": found.st_mtime_ns, "st_ctime_ns": found.st_ctime_ns}
        return os.stat_result((found[0], found.st_ino + 2**100, *found[2:]), told)

    monkeypatch.setattr(os, "lstat", lstat)
    before = signatures(root)
    assert set(before) == PATHS
    kept = decode(encode(dict(before)), dict[str, Signature])
    assert kept == before
    assert KnownFiles(root, kept).differing(dict.fromkeys(PATHS, digest_of(OLD))) == []
    assert KnownFiles(root, kept).signatures(PATHS, root) == before


def written_over(place: Path) -> None:
    place.write_bytes(NEW)


def written_over_with_its_times_put_back(place: Path) -> None:
    found = place.stat()
    place.write_bytes(NEW)
    os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))


def written_over_with_times_of_the_past(place: Path) -> None:
    place.write_bytes(NEW)
    os.utime(place, ns=(FAR_PAST, FAR_PAST))


def replaced_by_another(place: Path) -> None:
    other = place.with_name("other")
    other.write_bytes(NEW)
    other.chmod(0o644)
    shutil.copystat(place, other)
    other.replace(place)


@pytest.mark.parametrize(
    "touch",
    [written_over, written_over_with_its_times_put_back, written_over_with_times_of_the_past,
     replaced_by_another],
)  # fmt: skip
def test_what_was_touched_is_read_again(root: Path, touch: Callable[[Path], None]) -> None:
    before = signatures(root)
    touch(root / "a")
    assert KnownFiles(root, before).digest("a") == digest_of(NEW)
    assert KnownFiles(root, before).digest("b/c") == digest_of(OLD)


def removed(place: Path) -> None:
    place.unlink()


def linked(place: Path) -> None:
    place.rename(place.with_name("real"))
    place.symlink_to("real")


def a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def private(place: Path) -> None:
    place.chmod(0o600)


def executable(place: Path) -> None:
    place.chmod(0o755)


@system(*POSIX, why="files have modes, and links need no rights")
@pytest.mark.parametrize("change", [removed, linked, a_folder, private, executable])
def test_what_is_no_published_file_has_no_digest(
    root: Path, change: Callable[[Path], None]
) -> None:
    before = signatures(root)
    change(root / "a")
    files = KnownFiles(root, before)
    assert files.digest("a") == ""
    assert "a" not in files.signatures(PATHS, root)


def test_a_file_touched_a_moment_ago_is_not_known_yet(root: Path) -> None:
    """It may be touched again in the same tick of the clock, which would not show."""
    (root / "a").write_bytes(NEW)
    assert set(signatures(root)) == PATHS - {"a"}
    time.sleep(0.1)
    assert set(signatures(root)) == PATHS


def test_what_was_just_made_is_believed_and_known_when_it_has_lain(root: Path) -> None:
    files = KnownFiles(root, signatures(root))
    (root / "a").write_bytes(NEW)
    files.note("a", digest_of(NEW))
    assert files.digest("a") == digest_of(NEW)
    assert "a" not in files.signatures(PATHS, root)
    time.sleep(0.1)
    assert files.signatures(PATHS, root)["a"].digest == digest_of(NEW)


def test_only_what_is_asked_for_is_known_afterwards(root: Path) -> None:
    files = KnownFiles(root, signatures(root))
    assert set(files.signatures(frozenset({"a"}), root)) == {"a"}


def test_a_folder_that_was_renamed_is_known_by_its_new_name(root: Path) -> None:
    before = signatures(root)
    moved = root.rename(root.with_name("moved"))
    files = KnownFiles(moved, before)
    assert files.digest("a") == digest_of(OLD)
    assert files.signatures(PATHS, moved) == before


def test_a_copy_is_read_anew(root: Path) -> None:
    before = signatures(root)
    copy = shutil.copytree(root, root.with_name("copy"))
    files = KnownFiles(copy, before)
    (copy / "a").write_bytes(NEW)
    assert files.digest("a") == digest_of(NEW)
    assert files.digest("b/c") == digest_of(OLD)
