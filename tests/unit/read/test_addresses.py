import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from onrecord.read.schemas import problem_with_web_address, resolve_in_content
from tests.rig.reading import Folder


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/",
        "HTTPS://Example.org/A?b=c&d=e#f",
        "https://example.org:8080/a",
        "https://example.org/بغداد",
        "https://bücher.example/x",
        "https://web.archive.org/web/2020/https://example.org/a",
        "https://example.org/a%20b?q=javascript:alert(1)",
        "https://[2001:db8::1]/",
        "https://example.org/?a=1&colon;b",
    ],
)
def test_web_addresses_are_taken(address: str) -> None:
    assert problem_with_web_address(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "javascript%3Aalert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org",
        "//example.org/a",
        "/a/b",
        "example.org",
        "www.example.org/a",
        "https:",
        "https://",
        "https:/example.org",
        "https:example.org",
        "https:///a",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://example.org\\@evil.example/",
        "https://[::1/",
        "https://example.org:99999/",
        "https://example.org/" + "a" * 5000,
    ],
)
def test_everything_else_is_refused_with_a_remedy(address: str) -> None:
    problem = problem_with_web_address(address)
    assert problem is not None
    assert all(problem)


@given(st.text(max_size=30))
def test_whatever_is_taken_begins_with_http(address: str) -> None:
    if problem_with_web_address(address) is None:
        assert address.lower().startswith(("http://", "https://"))


def test_a_host_alone_is_completed() -> None:
    problem = problem_with_web_address("www.example.org/a")
    assert problem is not None
    assert problem[1] == "write https://www.example.org/a"


@pytest.mark.parametrize(
    ("reference", "resolved"),
    [
        ("crowd.jpg", "articles/2020/crowd.jpg"),
        ("./crowd.jpg", "articles/2020/crowd.jpg"),
        ("../crowd.jpg", "articles/crowd.jpg"),
        ("../../crowd.jpg", "crowd.jpg"),
        ("/media/crowd.jpg", "media/crowd.jpg"),
        ("a%20b.jpg", "articles/2020/a b.jpg"),
        ("e\u0301.jpg", "articles/2020/\u00e9.jpg"),
        ("..crowd.jpg", "articles/2020/..crowd.jpg"),
    ],
)
def test_a_picture_is_found_from_its_article_or_from_content_on(
    reference: str, resolved: str
) -> None:
    assert resolve_in_content(reference, "content/articles/2020/x.md") == resolved


@pytest.mark.parametrize(
    "reference",
    [
        "",
        "../../../crowd.jpg",
        "/../crowd.jpg",
        "/",
        "../..",
        "../../..",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "..\\..\\x.jpg",
        "C:\\x.jpg",
        "C:/x.jpg",
        "//example.org/x.jpg",
        "https://example.org/x.jpg",
        "data:image/png;base64,xx",
        "file:///etc/passwd",
        "a\x00b.jpg",
        "a\u2028b.jpg",
    ],
)
def test_no_picture_leads_out_of_content(reference: str) -> None:
    with pytest.raises(PydanticCustomError):
        resolve_in_content(reference, "content/articles/2020/x.md")


@pytest.mark.parametrize("slug", ["old-slug", "2019/old", "über", "old-slug/", "a.html"])
def test_a_former_slug_is_taken(folder: Folder, slug: str) -> None:
    [old] = folder.read_article(f"redirect_from: {slug}").article.redirect_from
    assert old.text == slug.rstrip("/")


@pytest.mark.parametrize(
    "slug",
    [
        "/old/",
        "../x",
        "a/../b",
        "a//b",
        "https://example.org/x",
        "a b",
        "a?b",
        "'a#b'",
        "a%2fb",
        "a\\b",
        "'{a}'",
        '"a\\u202Eb"',
        ".git",
        "a/.hidden",
        "a.",
        "a./b",
        "CON",
        "a/nul.txt",
        "''",
        "/",
    ],
)
def test_a_former_slug_is_no_path_elsewhere(folder: Folder, slug: str) -> None:
    assert folder.read_article(f"redirect_from: [{slug}]").only("OR122").hint
