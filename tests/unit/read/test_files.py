import os
import socket
import unicodedata
from pathlib import Path

import pytest

from onrecord.disk.files import UnsafePath, find_files, safe_path
from onrecord.read.assets import read_asset
from tests.rig.needs import POSIX, system
from tests.rig.reading import ARTICLE, Folder, open_folder, unreadable

TEXT = "---\ntitle: T\ndate: 2020-01-06\n---\nText.\n"


def test_what_is_no_text_of_its_own_is_an_asset(folder: Folder) -> None:
    found = folder.read(
        {
            "content/articles/crowd.jpg": b"\xff\xd8\0",
            "content/maps/iraq.png": b"\x89PNG",
            "content/readme.md": "No front matter here.",
            "content/archive/page.pdf": b"%PDF",
            "content/actors/list.txt": "x",
            "public/old.html": "x",
        }
    )
    assert found.told == []
    assert [asset.path for asset in found.records.assets] == [
        "actors/list.txt",
        "archive/page.pdf",
        "articles/crowd.jpg",
        "maps/iraq.png",
        "readme.md",
    ]
    assert len({asset.digest for asset in found.records.assets}) == 5


def test_files_are_read_in_the_order_of_their_paths(folder: Folder) -> None:
    names = ["b.md", "a.md", "a/z.md", "B2.md", "a-b.md"]
    found = folder.read({f"content/articles/{name}": TEXT for name in names})
    assert [article.path for article in found.records.articles] == sorted(
        f"content/articles/{name}" for name in names
    )


@pytest.mark.parametrize(
    "name",
    [".hidden.md", "x.md~", ".x.md.swp", "x.md.swo", "4913", "#x.md#", ".#x.md", "x.bak", "x.tmp"],
)
def test_hidden_files_and_leftovers_of_editors_are_passed_over_in_silence(
    folder: Folder, name: str
) -> None:
    found = folder.read({f"content/articles/{name}": b"\0", ARTICLE: TEXT})
    assert found.told == []
    assert found.records.assets == ()


def test_hidden_folders_and_dangling_locks_are_passed_over_in_silence(folder: Folder) -> None:
    folder.put({"content/.obsidian/x.md": b"\0", ARTICLE: TEXT})
    (folder.root / "content/articles/.#x.md").symlink_to("user@host.123:456")
    assert folder.read().told == []


@pytest.mark.parametrize("target", ["/etc/passwd", "other.md", "nowhere", "/"])
def test_a_symbolic_link_is_refused(folder: Folder, target: str) -> None:
    folder.put({"content/articles/other.md": TEXT})
    (folder.root / "content/articles/x.md").symlink_to(target)
    finding = folder.read().only("OR117")
    assert finding.span is not None
    assert finding.span.path == "content/articles/x.md"
    assert "symbolic link" in finding.message


def test_a_linked_folder_is_refused_and_not_entered(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.md").write_text(TEXT)
    folder.put({"content/pages/a.md": "---\ntitle: T\n---\nText.\n"})
    (folder.root / "content/articles").symlink_to(tmp_path / "outside")
    found = folder.read()
    assert found.only("OR117").span is not None
    assert found.records.articles == ()


def test_content_itself_may_not_be_a_link(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    folder.put({"site.yaml": 'title: T\nbase_url: https://a.org/\ntag_authority: "a.org,2020"\n'})
    (folder.root / "content").symlink_to(tmp_path / "outside")
    assert folder.read().codes == ["OR117"]


def test_a_site_may_lie_behind_a_link(folder: Folder, tmp_path: Path) -> None:
    folder.put({ARTICLE: TEXT})
    (tmp_path / "linked").symlink_to(folder.root)
    found = Folder(tmp_path / "linked").read()
    assert found.article.path == ARTICLE


@system(*POSIX, why="a folder can hold a pipe")
def test_special_files_are_refused_and_nothing_waits_for_them(folder: Folder) -> None:
    folder.put({ARTICLE: TEXT})
    os.mkfifo(folder.root / "content/articles/pipe.md")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(folder.root / "content/articles")
        try:
            listening.bind("socket.md")
        finally:
            os.chdir(here)
        assert folder.read().codes == ["OR117", "OR117"]


def test_a_file_that_the_system_refuses_is_the_environments_fault() -> None:
    with open_folder() as folder:
        folder.put({ARTICLE: TEXT})
        folder.read()
        with unreadable(folder.root / ARTICLE):
            finding = folder.read().only("OR901")
    assert finding.span is not None
    assert finding.span.path == ARTICLE


def test_a_folder_that_the_system_refuses_is_named() -> None:
    with open_folder() as folder:
        folder.put({ARTICLE: TEXT})
        folder.read()
        with unreadable(folder.root / "content/articles"):
            finding = folder.read().only("OR901")
    assert finding.span is not None
    assert finding.span.path == "content/articles"


def test_the_limit_counts_bytes_and_holds_for_the_last(folder: Folder) -> None:
    site = (
        'title: T\nbase_url: https://a.org/\ntag_authority: "a.org,2020"\nmax_article_bytes: 1000\n'
    )
    fill = 1000 - len(TEXT.encode()) - 2
    assert folder.read({"site.yaml": site, ARTICLE: TEXT + "x" * fill + "é"}).told == []
    found = folder.read({ARTICLE: TEXT + "x" * fill + "éx"})
    assert "1,001 bytes" in found.only("OR102").message
    assert found.records.broken.articles == {"x"}


@pytest.mark.parametrize(
    ("raw", "code", "line", "column"),
    [
        (TEXT.encode("utf-16"), "OR101", 1, 1),
        (TEXT.encode("utf-16-le"), "OR101", 1, 2),
        (TEXT.encode() + b"abc\xffdef", "OR101", 6, 4),
        (TEXT.encode() + "Fremdwörter".encode("latin-1"), "OR101", 6, 7),
        (TEXT.encode() + b"a\0b", "OR101", 6, 2),
        (TEXT.encode() + b"a\x08b", "OR109", 6, 2),
        (TEXT.encode() + b"a\x0cb", "OR109", 6, 2),
        (TEXT.replace("T\n", "T\x07\n").encode(), "OR109", 2, 9),
    ],
)
def test_what_is_no_plain_utf_8_text_is_refused_where_it_stands(
    folder: Folder, raw: bytes, code: str, line: int, column: int
) -> None:
    finding = folder.read({ARTICLE: raw}).only(code)
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (line, column)
    assert finding.hint


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbf" + TEXT.encode(), TEXT.replace("\n", "\r\n").encode()]
)
def test_a_byte_order_mark_and_windows_line_ends_are_fine(folder: Folder, raw: bytes) -> None:
    article = folder.read({ARTICLE: raw}).article
    assert (article.title.text, article.body) == ("T", "Text.\n")


@system(*POSIX, why="there can be such a file")
@pytest.mark.parametrize(
    "name", ["con.svg", "NUL.svg", "com1.svg", "prn", "a:b.svg", "why?.svg", "a.svg.", "b.svg "]
)
def test_names_that_windows_does_not_take_are_warned_of(folder: Folder, name: str) -> None:
    found = folder.read({f"content/media/{name}": "x"})
    assert found.only("OR121").hint
    assert len(found.records.assets) == 1


@pytest.mark.parametrize("name", ["console.svg", "null.jpg", "com10.svg", "auxiliary"])
def test_names_that_only_begin_so_are_fine(folder: Folder, name: str) -> None:
    assert folder.read({f"content/media/{name}": "x"}).told == []


@pytest.mark.parametrize("where", ["front matter", "body"])
def test_characters_that_reorder_words_are_warned_of_once(folder: Folder, where: str) -> None:
    hidden = "a\u202eb\u202cc"
    keys = f"place: {hidden}" if where == "front matter" else ""
    found = folder.read_article(keys, body=hidden if where == "body" else "x")
    assert "one of 2" in found.only("OR120").message


def test_marks_that_arabic_needs_are_fine(folder: Folder) -> None:
    assert folder.read_article("place: \u200fبغداد", body="\u200fعربي\u200c").told == []


def test_decomposed_names_are_told_and_published_composed(folder: Folder) -> None:
    name = unicodedata.normalize("NFD", "é.jpg")
    found = folder.read({f"content/media/{name}": b"picture"})
    (asset,) = found.records.assets
    assert asset.path == "media/é.jpg"
    assert read_asset(folder.root, asset.path).value == b"picture"


def test_an_asset_that_is_gone_is_the_environments_fault(folder: Folder) -> None:
    folder.put({"content/media/x.jpg": "x"})
    outcome = read_asset(folder.root, "media/y.jpg")
    assert [found.code for found in outcome.diagnostics] == ["OR901"]


@pytest.mark.parametrize(
    "rel",
    [
        "../outside",
        "content/../../outside",
        "content/link",
        "linked/x.md",
        "content\\x",
        "content/\0",
    ],
)
def test_no_path_leads_out_of_the_site(folder: Folder, tmp_path: Path, rel: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.md").write_text("x")
    folder.put({"content/x.md": "x"})
    (folder.root / "content/link").symlink_to(tmp_path / "outside")
    (folder.root / "linked").symlink_to(tmp_path / "outside")
    with pytest.raises(UnsafePath):
        safe_path(folder.root, rel)


def test_an_ordinary_path_is_given_as_it_truly_is(folder: Folder) -> None:
    folder.put({"content/a/x.md": "x"})
    assert safe_path(folder.root, "content/a/x.md") == folder.root.resolve() / "content/a/x.md"
    assert safe_path(folder.root, "content/./a") == folder.root.resolve() / "content/a"
    with pytest.raises(FileNotFoundError):
        safe_path(folder.root, "content/a/y.md")


def test_a_site_without_content_is_empty(folder: Folder) -> None:
    assert folder.read().told == []
    assert find_files(folder.root, "content").value == ()


@pytest.mark.parametrize(
    "name", [b"\xff\xfe.md", b"a\x1b[31m.md", b"a\nb.md", b"a\\b.jpg", "a\u202eb.md".encode()]
)
def test_a_name_that_cannot_be_shown_is_refused_and_shown_escaped(
    folder: Folder, name: bytes
) -> None:
    folder.put({ARTICLE: TEXT})
    target = os.fsencode(folder.root / "content/articles") + b"/" + name
    with open(target, "wb") as file:  # noqa: PTH123  a Path holds no bytes
        file.write(TEXT.encode())
    found = folder.read()
    finding = found.only("OR112")
    assert finding.span is not None
    assert finding.span.path.isprintable()
    assert [article.slug for article in found.records.articles] == ["x"]
    assert found.records.assets == ()


def test_an_id_is_short_enough_for_a_files_name(folder: Folder) -> None:
    assert folder.read_article(f"topics: {'a' * 120}").told == []
    assert folder.read_article(f"topics: {'a' * 121}").only("OR112").hint
    assert folder.read_article(f"redirect_from: {'a' * 201}").only("OR122").hint
    assert folder.read_article(f"actors: {{name: {'a' * 121}, kind: body}}").only("OR110").hint
