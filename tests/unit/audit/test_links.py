"""The audit follows every link of every page, wherever the site will stand."""

import pytest

from onrecord.audit import audit_pages
from onrecord.diagnostics import Diagnostic
from onrecord.model import Site
from onrecord.render.page_facts import PageFacts, read_page_facts
from onrecord.text.source import Span

SITE = Site(
    title="T",
    base_url="https://example.org/repo/",
    tag_authority="example.org,2020",
    span=Span.start_of("site.yaml"),
)
FILES = {"index.html", "briefings/x/index.html", "actors/pmf/index.html", "404.html", "site.css"}


def page(html: str, path: str = "briefings/x/index.html") -> PageFacts:
    """The facts of a page at this path."""
    return read_page_facts(f"/{path.removesuffix('index.html')}", path, html, len(html))


def audit(html: str, path: str = "briefings/x/index.html") -> tuple[Diagnostic, ...]:
    """What is wrong with one page beside an actor's page that has one anchor."""
    actor = page('<h2 id="roles">Roles</h2>', "actors/pmf/index.html")
    return audit_pages([page(html, path), actor], SITE, FILES, {"/briefings/x/": "content/x.md"})


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
        "https://other.example/x",
        "mailto:desk@example.org",
        "../../actors/p%6Df/",
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
        ("../../actors/pmf/#role", "OR503"),
        ("#nowhere", "OR503"),
        ("https://example.org/repo/actors/nobody/", "OR502"),
    ],
)
def test_a_dead_link_is_found(link: str, code: str) -> None:
    (found,) = audit(f'<a href="{link}">there</a>')
    assert found.code == code
    assert found.span == Span.start_of("content/x.md")


def test_a_dead_fragment_names_the_closest_anchor() -> None:
    (found,) = audit('<a href="../../actors/pmf/#role">there</a>')
    assert found.hint == "did you mean #roles?"


def test_an_id_that_stands_twice_is_found() -> None:
    (found,) = audit('<p id="a"></p><p id="a"></p>')
    assert found.code == "OR504"


def test_a_picture_needs_words_and_an_empty_alt_says_it_needs_none() -> None:
    (found,) = audit('<img src="../../site.css"><img src="../../site.css" alt="">')
    assert found.code == "OR512"
