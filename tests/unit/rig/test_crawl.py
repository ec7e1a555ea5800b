"""The crawler itself: it must find what is broken, or the tests that use it prove nothing."""

from pathlib import Path

import pytest

from tests.rig.crawl import Published
from tests.rig.sites import write_site

HEAD = "<!doctype html><html><head><title>t</title></head><body>"


def _published(folder: Path, seen_from: str, **pages: str) -> Published:
    files = {
        name.replace("__", "/") + ".html": f"{HEAD}{body}</body></html>"
        for name, body in pages.items()
    }
    write_site(folder, files)
    return Published(folder, seen_from)


@pytest.mark.parametrize("seen_from", ["/", "/repo/"])
def test_a_relative_link_to_a_folder_is_alive_on_a_server(seen_from: str, tmp_path: Path) -> None:
    site = _published(
        tmp_path, seen_from, index='<a href="a/">x</a>', a__index='<a href="../">x</a>'
    )
    assert site.dead() == []
    assert site.unreachable() == []


def test_a_link_to_a_folder_is_dead_on_the_disk(tmp_path: Path) -> None:
    site = _published(tmp_path, "file", index='<a href="a/">x</a>', a__index="")
    assert site.dead() == ["index.html: <a> a/: there is no a/"]


def test_a_link_to_a_file_is_alive_on_the_disk(tmp_path: Path) -> None:
    site = _published(
        tmp_path, "file", index='<a href="a/index.html#x">x</a>', a__index='<p id="x">x</p>'
    )
    assert site.dead() == []


def test_a_link_from_the_root_is_dead_under_a_base_path(tmp_path: Path) -> None:
    pages = {"index": '<a href="/a/">x</a>', "a__index": ""}
    assert _published(tmp_path, "/", **pages).dead() == []
    assert _published(tmp_path, "/repo/", **pages).dead() == [
        "index.html: <a> /a/: it leaves the site's folder"
    ]


def test_a_fragment_needs_its_id(tmp_path: Path) -> None:
    site = _published(
        tmp_path, "/", index='<p id="here">x</p><a href="#here">x</a><a href="#no">y</a>'
    )
    assert site.dead() == ["index.html: <a> #no: index.html has no id 'no'"]


def test_a_missing_picture_style_and_redirect_are_dead(tmp_path: Path) -> None:
    site = _published(
        tmp_path,
        "/",
        index='<link rel="stylesheet" href="no.css"><img src="no.png">'
        '<meta http-equiv="refresh" content="0; url=no/">',
    )
    assert [line.split(":")[1] for line in site.dead()] == [
        " <link> no.css",
        " <img> no.png",
        " <meta> no/",
    ]


def test_a_style_with_a_missing_font_is_dead(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text("@font-face { src: url('fonts/no.woff2') }")
    assert Published(tmp_path, "/").dead() == [
        "site.css: url(fonts/no.woff2): there is no such file"
    ]


def test_links_to_other_sites_are_left_alone_but_loads_are_told(tmp_path: Path) -> None:
    site = _published(
        tmp_path,
        "/repo/",
        index='<a href="https://example.com/x">x</a><a href="mailto:a@example.com">m</a>'
        '<script src="https://cdn.example/x.js"></script>',
    )
    assert site.dead() == []
    assert site.foreign_loads() == ["index.html: <script> https://cdn.example/x.js"]


def test_an_id_given_twice_is_told(tmp_path: Path) -> None:
    site = _published(tmp_path, "/", index='<p id="x">a</p><p id="x">b</p><p id="y">c</p>')
    assert site.repeated_ids() == ["index.html#x"]


def test_a_page_that_nothing_links_to_is_unreachable(tmp_path: Path) -> None:
    site = _published(tmp_path, "/", index="nothing", a__index="lost")
    assert site.unreachable() == ["a/index.html"]
    assert site.unreachable("a/index.html") == []
