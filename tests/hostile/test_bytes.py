"""Files of any bytes are read or refused: with a place, in a writer's words, never with a crash."""

import json
from pathlib import Path

import pytest

from tests.rig.refusals import assert_helpful
from tests.rig.sites import Built, build_folder, write_site

HEAD = b"---\ntitle: T\ndate: 2020-01-01\n---\n"
ARTICLE = HEAD + b"Text.\n"
FINE = {
    "mark": b"\xef\xbb\xbf" + ARTICLE,
    "windows": ARTICLE.replace(b"\n", b"\r\n"),
    "old-mac": ARTICLE.replace(b"\n", b"\r"),
    "mixed": ARTICLE.replace(b"\n", b"\r\n", 2),
    "separators": HEAD + "a\u2028b\u2029c\x85d\u00a0e".encode(),
    "private": HEAD + "\ue000\ufffd\U0001f600\U000f0000".encode(),
    "no-end-of-line": ARTICLE.rstrip(),
}
REFUSED = {
    # by file: the code and the place that it is refused with
    "empty": (b"", "OR118", 1, 1),
    "fence": (b"---", "OR118", 1, 1),
    "two-fences": (b"---\n---\n", "OR110", 2, 1),
    "open": (b"---\ntitle: T\n", "OR118", 1, 1),
    "toml": (b"+++\ntitle = 1\n+++\n", "OR118", 1, 1),
    "late": (b"\n" + ARTICLE, "OR118", 1, 1),
    "two-marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + ARTICLE, "OR118", 1, 1),
    "utf-16": (ARTICLE.decode().encode("utf-16"), "OR101", 1, 1),
    "utf-16-le": (ARTICLE.decode().encode("utf-16-le"), "OR101", 1, 2),
    "utf-32": (ARTICLE.decode().encode("utf-32"), "OR101", 1, 1),
    "latin-1": (HEAD + "café".encode("latin-1"), "OR101", 5, 4),
    "overlong": (HEAD + b"a\xc0\xaf", "OR101", 5, 2),
    "surrogate": (HEAD + b"\xed\xa0\x80", "OR101", 5, 1),
    "cut": (HEAD + "é".encode()[:1], "OR101", 5, 1),
    "nul": (HEAD + b"ab\0", "OR101", 5, 3),
    "bell": (HEAD + b"a\x07", "OR109", 5, 2),
    "escape": (HEAD + b"\x1b[31m", "OR109", 5, 1),
    "delete": (HEAD + b"\x7f", "OR109", 5, 1),
    "c1": (HEAD + "\x9b".encode(), "OR109", 5, 1),
    "noncharacter": (HEAD + "\ufffe".encode(), "OR109", 5, 1),
    "in-yaml": (ARTICLE.replace(b"T\n", b"T\x07\n"), "OR109", 2, 9),
    "gzip": (b"\x1f\x8b\x08\x00", "OR101", 1, 4),
    "huge": (HEAD + b"x" * 5_000, "OR102", 1, 1),
}
SITE_YAML = """\
title: T
base_url: https://example.org/
tag_authority: "example.org,2020"
max_article_bytes: 5000
"""


def test_what_editors_leave_in_files_does_no_harm(tmp_path: Path) -> None:
    built = build_folder(
        write_site(tmp_path, {f"content/articles/{name}.md": raw for name, raw in FINE.items()})
    )
    assert built.findings == []
    assert all(built.publishes(f"/briefings/{name}/") for name in FINE)
    assert "\r" not in built.page("/briefings/old-mac/")


def refused(root: Path, files: dict[str, bytes]) -> Built:
    """A site that is refused whole, helpfully."""
    built = build_folder(write_site(root, {"site.yaml": SITE_YAML, **files}))
    assert built.exit_code == 1
    assert not built.output.exists()
    assert_helpful(built.diagnostics)
    return built


def test_what_is_no_article_is_refused_at_its_place(tmp_path: Path) -> None:
    files = {f"content/articles/{name}.md": raw for name, (raw, *_) in REFUSED.items()}
    built = refused(tmp_path, files)
    told = {
        (found.span.path, found.code, found.span.line, found.span.column)
        for found in built.diagnostics
        if found.span
    }
    wanted = {(f"content/articles/{name}.md", *place) for name, (_, *place) in REFUSED.items()}
    assert wanted <= told
    assert {path for path, *_ in told} == set(files)


@pytest.mark.parametrize(
    "raw",
    [b"\xff", b"\0", "x".encode("utf-16"), b"\x07", b"[", b"{", b"'", b"- x", b"x", b"[[[[", b"&a"],
    ids=repr,
)
def test_no_kind_of_file_takes_rubbish(tmp_path: Path, raw: bytes) -> None:
    markdown = ("articles/a", "actors/a", "sources/a", "topics/a", "pages/a")
    listed = ("actors/list.yaml", "sources/list.yaml", "sources/list.json")
    files = {f"content/{name}.md": raw for name in markdown}
    files |= {f"content/{name}": raw for name in listed}
    built = refused(tmp_path, files)
    assert {found.span.path for found in built.diagnostics if found.span} == set(files)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xff", b"\0", b"[", b"x", b"- x", b"title: [", b"title: T", b"1", b"!!x y"],
    ids=repr,
)
def test_no_site_yaml_is_rubbish(tmp_path: Path, raw: bytes) -> None:
    built = build_folder(write_site(tmp_path, {"site.yaml": raw}))
    assert built.exit_code == 1
    assert_helpful(built.diagnostics)


@pytest.mark.parametrize(
    "export",
    [
        "[" * 100_000,
        '[{"id": "a", "title": ' + "[" * 100_000,
        '[{"id": "a", "title": ' + '{"a":' * 100_000,
        json.dumps([{"id": "a", "title": "\ud800"}]),
        json.dumps([{"id": "a", "title": "a\0"}]),
        json.dumps([{"id": 1, "type": [], "title": {}, "author": 5, "issued": []}]),
        '[{"id": "a", "title": "T"}, 5]',
        '[{"id": "a", "title": "T"}',
        "[NaN]",
    ],
    ids=lambda export: export[:24],
)
def test_no_export_is_rubbish(tmp_path: Path, export: str) -> None:
    refused(tmp_path, {"content/sources/export.json": export.encode()})


def test_an_export_of_odd_values_is_read_past_them(tmp_path: Path) -> None:
    digits = "9" * 10_000
    export = (
        '[{"id": "a", "type": "book", "title": "T", "author": [{"family": ["x"]}, 5],'
        f' "issued": {{"date-parts": [[{digits}, NaN]]}}, "language": "\\"><script>"}}]'
    )
    files = {
        "content/sources/export.json": export,
        "content/articles/a.md": ARTICLE.decode() + "Text.[@a]\n",
    }
    built = build_folder(write_site(tmp_path, files))
    assert built.findings == []
    assert (
        "<script>" not in built.page("/sources/a/").replace("</script>", "").partition("<main")[2]
    )
