"""Every layout with the fullest and the emptiest view, and with text that would break out."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest

from onrecord.model import Site
from onrecord.pages.planned import PlannedPage
from onrecord.pages.views import FeedView, NotFoundView, PageView, RedirectView, TopicsView
from onrecord.render.opening import open_theme
from onrecord.render.page import RenderedPage, render_page
from onrecord.render.theme import Theme
from onrecord.text.frozen import replace
from onrecord.text.source import Span
from tests.rig.linked_data import linked_data_in
from tests.rig.nu import complaints
from tests.rig.views import LAYOUTS, empty_view, full_view

HOSTILE = "<script>alert(1)</script>\"'&</title>"

every_layout = pytest.mark.parametrize("layout", LAYOUTS)


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    site = Site(
        span=Span.start_of("site.yaml"),
        title="The Record",
        base_url="https://example.org/repo/",
        tag_authority="example.org,2020",
    )
    return open_theme(tmp_path_factory.mktemp("site"), site).value


def render(theme: Theme, layout: str, view: object, permalink: str = "/a/b/") -> RenderedPage:
    path = f"{permalink.strip('/')}/index.html"
    page = PlannedPage(permalink, path, layout, (), lambda: view)  # type: ignore[arg-type,return-value]
    outcome = render_page(page, theme)
    assert not outcome.diagnostics
    return outcome.value


def html_of(theme: Theme, layout: str, view: object) -> str:
    return render(theme, layout, view).content.decode()


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every element as a browser finds it, or an error where the HTML does not parse cleanly."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    for element in parser.parse(html).iter():
        if isinstance(element.tag, str):
            yield element.tag, dict(element.attrib)


@every_layout
@pytest.mark.parametrize("make", [full_view, empty_view])
def test_a_page_has_one_h1_headings_in_order_and_no_id_twice(
    layout: str, make: Callable[[type[PageView]], PageView], theme: Theme
) -> None:
    facts = render(theme, layout, make(LAYOUTS[layout])).facts
    assert facts is not None
    assert facts.headings[0] == 1
    assert facts.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(facts.headings, facts.headings[1:], strict=False))
    assert not facts.duplicate_ids
    assert not facts.images_without_alt


def names_in(html: str) -> list[object]:
    return [node["name"] for node in linked_data_in(html)]


@every_layout
def test_no_text_breaks_out_of_its_place(layout: str, theme: Theme) -> None:
    html = html_of(theme, layout, full_view(LAYOUTS[layout], HOSTILE))
    assert "<script>" not in html
    scripts = [attributes for tag, attributes in elements(html) if tag == "script"]
    own = [{"src": "../../search.js", "defer": ""}] if layout == "search.html" else []
    told = {"type": "application/ld+json"}
    assert scripts == [told, *own, {"src": "../../site.js"}]
    assert names_in(html) == [HOSTILE]
    assert HOSTILE in re.sub(r"&(?:lt|gt|#34|#39|amp);", _unescape, html)


def _unescape(entity: re.Match[str]) -> str:
    return {"&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&amp;": "&"}[entity[0]]


@every_layout
def test_every_attribute_is_quoted_and_known(layout: str, theme: Theme) -> None:
    """Text that ended its attribute would show as attributes of its own."""
    html = html_of(theme, layout, full_view(LAYOUTS[layout], HOSTILE))
    names = {name for _, attributes in elements(html) for name in attributes}
    assert names <= {
        *"action alt aria-current aria-hidden aria-label aria-labelledby as autocomplete".split(),
        *"charset checked cite".split(),
        *"class content crossorigin cx cy data-card data-dark data-disk data-failed".split(),
        *"data-index data-light data-many data-none data-one data-waiting datetime defer dir".split(),
        "disabled",
        *"focusable for height hidden href http-equiv id lang name placeholder popover".split(),
        *"preserveAspectRatio".split(),
        *"property r rel role rx scope src stroke-width tabindex text-anchor title type value".split(),
        *"viewBox width x x1 x2 y y1 y2".split(),
    }


@every_layout
def test_a_page_carries_its_policy_and_nothing_inline(layout: str, theme: Theme) -> None:
    html = html_of(theme, layout, full_view(LAYOUTS[layout]))
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    assert policy in html
    assert "<style" not in html
    assert not re.search(r'\s(?:style|on\w+)="', html)


@every_layout
def test_every_link_within_the_site_is_relative(layout: str, theme: Theme) -> None:
    view = full_view(LAYOUTS[layout])
    facts = render(theme, layout, view).facts
    assert facts is not None
    assert "../../actors/pmf/" in facts.links
    assert not [link for link in facts.links if link.startswith("/")]


@every_layout
def test_every_link_out_of_the_site_says_so(layout: str, theme: Theme) -> None:
    html = html_of(theme, layout, full_view(LAYOUTS[layout]))
    for tag, attributes in elements(html):
        if tag == "a" and attributes.get("href", "").startswith("https:"):
            assert attributes.get("rel") == "external"


def test_every_layout_is_in_this_table() -> None:
    root = Path(__file__).parents[3] / "layouts"
    assert {path.name for path in root.glob("*.html")} - {"base.html"} == set(LAYOUTS)


def test_the_page_for_lost_addresses_links_from_the_root(theme: Theme) -> None:
    view = full_view(NotFoundView)
    view = replace(view, frame=replace(view.frame, is_served_anywhere=True))
    facts = render(theme, "404.html", view, "/404.html").facts
    assert facts is not None
    assert "/repo/actors/pmf/" in facts.links
    assert all(link.startswith(("/repo/", "https:", "#")) for link in facts.links)


def test_a_moved_page_sends_its_reader_on(theme: Theme) -> None:
    html = html_of(theme, "redirect.html", full_view(RedirectView))
    assert '<meta http-equiv="refresh" content="0; url=../../actors/pmf/">' in html


def test_an_error_in_a_layout_of_the_site_names_file_and_line(tmp_path: Path) -> None:
    layouts = tmp_path / "layouts"
    layouts.mkdir()
    text = (
        '{% extends "default/topics.html" %}\n{% block topics %}\n{{ view.topcis }}\n{% endblock %}'
    )
    (layouts / "topics.html").write_text(text, encoding="utf-8")
    site = Site(
        span=Span.start_of("site.yaml"),
        title="The Record",
        base_url="https://example.org/",
        tag_authority="example.org,2020",
    )
    page = PlannedPage("/topics/", "topics/index.html", "topics.html", (), _full_topics)
    outcome = render_page(page, open_theme(tmp_path, site).value)
    (found,) = outcome.diagnostics
    assert (found.code, found.span) == ("OR602", Span("layouts/topics.html", 3, 9, 3, 15))
    assert "`topics`" in found.hint
    assert outcome.value.facts is None


def _full_topics() -> TopicsView:
    return full_view(TopicsView)


def feed_items(theme: Theme, text: str) -> list[str]:
    """The content of each item of a feed, as HTML."""
    feed = render(theme, "feed.xml", full_view(FeedView, text), "/feed.xml").content
    contents = ET.fromstring(feed).iter("{http://purl.org/rss/1.0/modules/content/}encoded")
    return [content.text or "" for content in contents]


def test_a_feed_carries_plain_html_with_full_addresses(theme: Theme) -> None:
    item = feed_items(theme, "Words")[0]
    assert '<a href="https://example.org/repo/actors/pmf/">The PMF</a>' in item
    assert '<img src="https://example.org/repo/media/articles/crowd.jpg"' in item
    assert '<a href="https://example.org/repo/actors/pmf/#threat">above</a>' in item
    assert not re.search(r'(?:class|id|style|data-card|aria-\w+)="', item)
    assert not re.search(r'(?:href|src)="(?!https:)', item)


def test_no_text_breaks_out_of_a_feed(theme: Theme) -> None:
    for item in feed_items(theme, HOSTILE):
        assert not [tag for tag, _ in elements(item) if tag == "script"]
        assert "&lt;script&gt;" in item


@pytest.mark.browser
def test_the_checker_of_the_w3c_has_nothing_to_say(theme: Theme, tmp_path: Path) -> None:
    for layout, view in LAYOUTS.items():
        for kind, made in (("full", full_view(view)), ("empty", empty_view(view))):
            page = render(theme, layout, made, f"/{layout}/{kind}/")
            path = tmp_path / page.path
            path.parent.mkdir(parents=True)
            path.write_bytes(page.content)
    # Views that are all alike have actors of one name.
    assert [said for said in complaints(tmp_path) if "Duplicate “dt” name" not in said] == []
