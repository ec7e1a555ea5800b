"""The server of the tests answers as a code host does."""

import gzip
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.rig.serving import served

PAGE = "<!doctype html><title>A page</title>" + "<p>Words.</p>" * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "404.html").write_text("<!doctype html><title>Lost</title>", encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"wOF2" * 100)
    return tmp_path


def answer_to(address: str, *, accepts: str = "gzip") -> HTTPResponse:
    asked = Request(address, headers={"Accept-Encoding": accepts})  # noqa: S310 - our own server
    answer: HTTPResponse = urlopen(asked, timeout=10)  # noqa: S310
    return answer


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_a_page_is_sent_gzipped_to_a_reader_who_takes_that(base: str, folder: Path) -> None:
    with served(folder, base) as root, answer_to(f"{root}sub/") as answer:
        packed = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == "text/html"
    assert answer.headers["Cache-Control"] == "max-age=600"
    assert len(packed) < len(PAGE) / 2
    assert gzip.decompress(packed).decode() == PAGE


def test_a_page_is_sent_as_it_is_to_other_readers(folder: Path) -> None:
    with served(folder) as root, answer_to(f"{root}sub/", accepts="identity") as answer:
        assert answer.read().decode() == PAGE
    assert "Content-Encoding" not in answer.headers


def test_a_font_is_not_packed_twice(folder: Path) -> None:
    with served(folder) as root, answer_to(f"{root}font.woff2") as answer:
        assert answer.read() == b"wOF2" * 100
    assert "Content-Encoding" not in answer.headers


def test_a_folder_without_its_slash_is_answered_with_the_way_to_it(folder: Path) -> None:
    with served(folder) as root, answer_to(f"{root}sub") as answer:
        assert answer.url == f"{root}sub/"


def test_a_dead_address_is_answered_with_the_sites_own_page(folder: Path) -> None:
    with served(folder) as root, pytest.raises(HTTPError) as told:
        answer_to(f"{root}no/such/")
    with told.value as answer:
        assert answer.code == 404
        assert "Lost" in answer.read().decode()


def test_headers_of_a_test_are_added_to_every_answer(folder: Path) -> None:
    with served(folder, headers={"X-Told": "yes"}) as root:
        for path in ("sub/", "font.woff2"):
            with answer_to(root + path) as answer:
                assert answer.headers["X-Told"] == "yes"
