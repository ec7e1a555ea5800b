"""Publication on disks that take several spellings of a name for one."""

from pathlib import Path

import pytest

from onrecord.publish import OutputFile, Publication, open_staging
from onrecord.publish.clean import clean_site
from onrecord.publish.manifest import MANIFEST_PATH
from onrecord.publish.tree import files_in, is_case_blind
from tests.rig.case_blind import CaseBlindDisk
from tests.rig.needs import LINUX, system

pytestmark = system(*LINUX, why="such disks are pretended on one that is not")

COMPOSED, DECOMPOSED = "briefings/caf\u00e9/index.html", "briefings/cafe\u0301/index.html"


def publish(root: Path, files: dict[str, bytes]) -> Publication:
    """Stages and publishes these files to `public`; the test fails where that is refused."""
    opened = open_staging(root, root / "public")
    assert opened.value is not None, opened.diagnostics
    try:
        for path, content in files.items():
            opened.value.add(OutputFile(path, content))
        return opened.value.publish()
    finally:
        opened.value.discard()


@pytest.fixture
def blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site's folder on a disk that is blind to case."""
    CaseBlindDisk(tmp_path).install(monkeypatch)
    return tmp_path


def published(root: Path) -> set[str]:
    """What lies in the output, as it is spelled there."""
    return set(files_in(root / "public")) - {MANIFEST_PATH}


def test_a_disk_tells_whether_it_is_blind_to_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spare").mkdir()
    assert not is_case_blind(tmp_path / "spare")
    assert not is_case_blind(tmp_path / "nothing")
    CaseBlindDisk(tmp_path).install(monkeypatch)
    assert is_case_blind(tmp_path / "spare")
    assert not is_case_blind(tmp_path / "nothing")


def test_a_file_whose_case_changed_is_published_as_it_is_linked(blind: Path) -> None:
    publish(blind, {"index.html": b"1", "Media/Pic.PNG": b"p", "Media/Old.png": b"o"})
    for text in (b"2", b"3", b"4"):  # each of the two trees in turn
        publish(blind, {"index.html": text, "media/pic.png": b"p"})
        assert published(blind) == {"index.html", "media/pic.png"}
    assert publish(blind, {"index.html": b"4", "media/pic.png": b"p"}).written == 0


def test_letters_that_a_disk_decomposes_are_those_that_were_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CaseBlindDisk(tmp_path, decomposes=True).install(monkeypatch)
    for text in (b"1", b"2", b"3"):
        publish(tmp_path, {"index.html": text, COMPOSED: b"c"})
        assert published(tmp_path) == {"index.html", COMPOSED}
    assert DECOMPOSED.encode() in b"".join(
        str(path).encode() for path in (tmp_path / "public").rglob("*.html")
    )
    assert publish(tmp_path, {"index.html": b"3", COMPOSED: b"c"}).written == 0
    notes = tmp_path / "public/caf\u00e9.txt"
    notes.write_bytes(b"mine")
    assert clean_site(tmp_path, tmp_path / "public").value.files == 2
    assert notes.read_bytes() == b"mine"


def test_where_there_are_both_spellings_the_one_that_is_not_ours_is_foreign(tmp_path: Path) -> None:
    publish(tmp_path, {COMPOSED: b"c"})
    theirs = tmp_path / "public" / DECOMPOSED
    theirs.parent.mkdir()
    theirs.write_bytes(b"mine")
    refused = open_staging(tmp_path, tmp_path / "public")
    assert [found.code for found in refused.diagnostics] == ["OR902"]
    assert theirs.read_bytes() == b"mine"
