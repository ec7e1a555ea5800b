"""Where a running preview serves, as a second one reads it."""

from pathlib import Path

import pytest

from onrecord.preview.whereabouts import Whereabouts


def test_what_is_kept_is_read_until_it_is_forgotten(tmp_path: Path) -> None:
    ours = Whereabouts(tmp_path)
    assert ours.read() == ""
    for address in ("http://127.0.0.1:8000/repo/", "http://[::1]:8001/"):
        ours.keep(address)
        assert Whereabouts(tmp_path).read() == address
    ours.forget()
    ours.forget()
    assert Whereabouts(tmp_path).read() == ""


def test_a_link_in_its_place_is_not_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / "preview-address").symlink_to(precious)
    Whereabouts(tmp_path).keep("http://127.0.0.1:8000/")
    assert precious.read_text() == "mine"
    assert Whereabouts(tmp_path).read() == "http://127.0.0.1:8000/"


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"javascript:alert(1)", b"http://a/\x1b[2J", b"http://a/ b", b"http://a/" * 999],
)
def test_what_is_no_address_is_not_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "preview-address").write_bytes(content)
    assert Whereabouts(tmp_path).read() == ""


def test_where_it_cannot_be_kept_the_preview_goes_on(tmp_path: Path) -> None:
    nowhere = Whereabouts(tmp_path / "file" / "below")
    nowhere.keep("http://127.0.0.1:8000/")
    assert nowhere.read() == ""
