"""The audit follows every link of every page, wherever the site will stand."""

import pytest

from onrecord.audit import audit_menus, audit_pages
from onrecord.diagnostics import Diagnostic
from onrecord.model import Site
from onrecord.pages.written_links import WrittenLink, WrittenLinks
from onrecord.read.content import Broken
from onrecord.render.page_facts import PageFacts, read_page_facts
from onrecord.text.source import SourceFile, Span

SITE = Site(
    title="T",
    base_url="https://example.org/repo/",
    tag_authority="example.org,2020",
    span=Span.start_of("site.yaml"),
)
FILE = "content/x.md"
ORIGINS = {"/briefings/x/": Span(FILE, 2, 8, 2, 9)}
WRITTEN = {
    FILE: (
        WrittenLink("/actors/nowhere/", Span(FILE, 7, 3, 7, 20)),
        WrittenLink("/actors/nowhere/", Span(FILE, 9, 3, 9, 20)),
        WrittenLink("#gone", Span(FILE, 11, 1, 11, 5)),
        WrittenLink("/actors/pmf/#roles", Span(FILE, 12, 1, 12, 5)),
    )
}
FILES = {"index.html", "briefings/x/index.html", "actors/pmf/index.html", "404.html", "site.css"}


def page(html: str, path: str = "briefings/x/index.html") -> PageFacts:
    """The facts of a page at this path."""
    return read_page_facts(f"/{path.removesuffix('index.html')}", path, html, len(html))


def audit(html: str, path: str = "briefings/x/index.html") -> tuple[Diagnostic, ...]:
    """What is wrong with one page beside an actor's page that has one anchor."""
    actor = page('<h2 id="roles">Roles</h2>', "actors/pmf/index.html")
    return audit_pages([page(html, path), actor], SITE, FILES, ORIGINS, WrittenLinks(WRITTEN))


@pytest.mark.parametrize(
    "link",
    [
        "../../actors/pmf/",
        "../../actors/pmf/#roles",
        "../../actors/pmf/index.html#roles",
        "../..",
        "../../",
        ".",
        "#here",
        "#",
        "",
        "../../site.css",
        "/repo/actors/pmf/",
        "https://example.org/repo/actors/pmf/#roles",
        "https://example.org/elsewhere/",
        "https://example.org/repo/older-than-the-site/",
        "https://other.example/x",
        "mailto:desk@example.org",
        "../../actors/p%6Df/",
        "../..//actors/pmf/#roles",
        ".././../actors/pmf/",
        "../../actors/./pmf/",
        "../../actors/pmf/?x#roles",
        "../x/#here",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(link: str) -> None:
    assert audit(f'<p id="here"><a href="{link}">there</a></p>') == ()


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("../../actors/nobody/", "OR502"),
        ("/actors/pmf/", "OR502"),
        ("../../../outside/", "OR502"),
        ("../../../actors/pmf/", "OR502"),
        ("../../actors/pmf", "OR502"),
        ("../../site.css/", "OR502"),
        ("../x/#nowhere", "OR503"),
        ("../../actors/pmf/#role", "OR503"),
        ("#nowhere", "OR503"),
        ("https://example.org/repo/actors/pmf/#role", "OR503"),
    ],
)
def test_a_dead_link_is_found(link: str, code: str) -> None:
    (found,) = audit(f'<a href="{link}">there</a>')
    assert found.code == code
    assert found.span == ORIGINS["/briefings/x/"]


def test_a_dead_fragment_names_the_closest_anchor() -> None:
    (found,) = audit('<a href="../../actors/pmf/#role">there</a>')
    assert found.hint == "did you mean #roles?"


def test_a_link_that_somebody_wrote_is_told_wherever_it_stands() -> None:
    found = audit('<a href="../../actors/nowhere/">a</a><a href="#gone">b</a>')
    told = [(one.code, one.span.line if one.span else 0) for one in found]
    assert told == [("OR502", 7), ("OR502", 9), ("OR503", 11)]


def test_a_written_link_that_the_page_does_not_show_is_not_told() -> None:
    assert audit('<a href="../../actors/pmf/#roles">a</a>') == ()


def test_a_link_told_at_its_place_is_not_told_again_for_another_page() -> None:
    one = page('<a href="../../actors/nowhere/">a</a>')
    other = page('<a href="../actors/nowhere/">a</a>', "briefings/index.html")
    found = audit_pages([one, other], SITE, FILES, ORIGINS, WrittenLinks(WRITTEN))
    assert [diagnostic.span.line for diagnostic in found if diagnostic.span] == [7, 9]
    assert len(found) == 2


def test_menus_are_followed_on_a_site_that_is_not_whole() -> None:
    entries = tuple(
        WrittenLink(permalink, Span("site.yaml", line, 1, line, 2))
        for line, permalink in enumerate(("/abuot/", "/actors/ada/", "/briefings/x/#a"), start=4)
    )
    menus = WrittenLinks(of_site=entries)
    (found,) = audit_menus(SITE, FILES, Broken(actors=frozenset({"ada"})), menus)
    assert (found.code, found.span) == ("OR502", entries[0].span)
    assert audit_menus(SITE, FILES, Broken(pages=frozenset({"other"})), menus) == ()


def test_an_id_that_stands_twice_is_found() -> None:
    (found,) = audit('<p id="a"></p><p id="a"></p>')
    assert found.code == "OR504"


def test_a_picture_needs_words_and_an_empty_alt_says_it_needs_none() -> None:
    (found,) = audit('<img src="../../site.css"><img src="../../site.css" alt="">')
    assert found.code == "OR512"


@pytest.mark.parametrize(
    ("link", "is_dead"),
    [
        ("../../actors/pmf/", False),
        ("../../actors/pmf/index.html", False),
        ("../../actors/pmf/#roles", False),
        ("../../actors/pmf/#rules", True),
        ("../../actors/pmf/#ro%6Ces", False),
        ("../../actors/pmf/#as%20typed", True),
        ("../../my", True),  # though there is a file my-index.html, and one myindex.html
        ("../../myindex.html", False),
        ("../../a%20b.pdf", False),
        ("../../a%20c.pdf", True),  # though there is a file of just that name
        ("../../site.css?v=1#x", False),
        ("../../../repo/", True),
        ("#here", False),
        ("#th%65re", True),
        ("#h%65re", False),
        ("#q%20r", True),
        ("https://example.org/repo/actors/nobody/", False),
        ("https://elsewhere.example/#x", False),
    ],
)
def test_many_pages_find_the_same_as_one(link: str, *, is_dead: bool) -> None:
    """What the first page of a depth learned of a link holds for the others."""
    files = FILES | {
        "briefings/y/index.html",
        "myindex.html",
        "my-index.html",
        "a b.pdf",
        "a%20c.pdf",
    }
    html = f'<p id="here"><p id="q%20r"><a href="{link}">x</a>'
    actor = page('<h2 id="roles">Roles</h2><p id="as%20typed">', "actors/pmf/index.html")
    pages = [page(html), page(html, "briefings/y/index.html"), actor]
    found = audit_pages(pages, SITE, files, {}, WrittenLinks({}))
    told = [one for one in found if "on 2 pages, such as /briefings/x/, " in one.message]
    assert len(found) + len(told) == (2 if is_dead else 0), found


ABOUT = '<a href="../../about/">a</a>'


def about_on_three_pages(*layouts: SourceFile, html: str = ABOUT) -> tuple[Diagnostic, ...]:
    """What is said of a dead link that no text of three pages holds."""
    pages = [page(html, f"briefings/{name}/index.html") for name in "xyz"]
    origins = {f"/briefings/{name}/": Span(f"content/{name}.md", 2, 8, 2, 9) for name in "xyz"}
    files = FILES | {one.path for one in pages}
    return audit_pages(pages, SITE, files, origins, WrittenLinks({}), layouts)


def test_a_dead_link_of_a_layout_is_told_once_where_the_layout_has_it() -> None:
    base = SourceFile("layouts/base.html", "{{ view.about }}\n", "b")
    briefing = SourceFile(
        "layouts/briefing.html", "<p>/about/\n<a href='/about/'>a</a> <a href=/about/>b</a>", "a"
    )
    (found,) = about_on_three_pages(base, briefing)
    assert (found.code, found.span) == ("OR502", Span("layouts/briefing.html", 2, 10, 2, 17))
    assert found.message == (
        "on 3 pages, such as /briefings/x/, a link leads to /about/, "
        "but there is no such page or file"
    )
    assert [one.span.column for one in found.related] == [33]


def test_a_dead_link_that_a_layout_puts_together_is_told_once_with_the_layouts() -> None:
    (found,) = about_on_three_pages(SourceFile("layouts/briefing.html", "{{ url(view.x) }}", "a"))
    assert found.span is None
    assert found.hint.splitlines()[-1] == (
        "no text holds it, so it is probably made by a layout of yours: layouts/briefing.html"
    )


def test_an_address_without_the_base_path_is_told_how_layouts_write_it() -> None:
    (found,) = about_on_three_pages(html='<a href="/actors/pmf/">a</a>')
    assert found.hint == 'write {{ url("/actors/pmf/") }}: the site stands below /repo/'
