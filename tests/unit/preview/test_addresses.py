"""Which file an address leads to."""

import pytest

from onrecord.preview.addresses import Wanted, base_path_from, wanted_at


@pytest.mark.parametrize(
    ("path", "base", "file", "moved_to"),
    [
        ("/", "/", "index.html", ""),
        ("/a/", "/", "a/index.html", ""),
        ("/a", "/", "a", ""),
        ("/site.css", "/", "site.css", ""),
        ("/repo/", "/repo/", "index.html", ""),
        ("/repo/a/b/", "/repo/", "a/b/index.html", ""),
        ("/", "/repo/", "", "/repo/"),
        ("/repo", "/repo/", "", "/repo/"),
        ("/a/b", "/a/b/", "", "/a/b/"),
        ("/repository/", "/repo/", "", ""),
        ("/a/", "/repo/", "", ""),
        ("/.x", "/", "", ""),
        ("/a/.x/b", "/", "", ""),
        ("/a/../b", "/", "", ""),
        ("/..", "/", "", ""),
        ("//a", "/", "", ""),
        ("/a//b", "/", "", ""),
        ("/a\\b", "/", "", ""),
        ("/a\0b", "/", "", ""),
        ("/repo//", "/repo/", "", ""),
    ],
)
def test_an_address_leads_to_a_file_or_elsewhere_or_nowhere(
    path: str, base: str, file: str, moved_to: str
) -> None:
    assert wanted_at(path, base) == Wanted(file, moved_to)


@pytest.mark.parametrize(
    ("typed", "base"),
    [("", "/"), ("/", "/"), ("repo", "/repo/"), ("/repo", "/repo/"), ("//a//b/", "/a/b/")],
)
def test_a_base_path_has_a_slash_at_both_ends(typed: str, base: str) -> None:
    assert base_path_from(typed) == base


@pytest.mark.parametrize(
    "typed", ["/a/../b", ".", "/a?b", "/a#b", "a b", "/_preview", "/%2e/", "/é/", "/a\n/"]
)
def test_what_is_no_base_path_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        base_path_from(typed)
