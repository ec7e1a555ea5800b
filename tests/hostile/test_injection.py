"""Whatever a writer types in whatever field, it stays text: in pages, in feeds, in the sitemap."""

from xml.etree import ElementTree as ET

import feedparser
import pytest

from onrecord.read.schemas.keys import Keys, known_keys
from tests.rig.hostile_site import ATTACK, ELEMENT, TYPED, field, hostile_site
from tests.rig.markup import harm_in_feed, harm_in_fragment, harm_in_page
from tests.rig.sites import Built, build_folder, write_site

# Keys that hold no words of a writer's own, or that only a build with errors could hold all of.
WORDLESS = {"id", "draft", "language", "timezone", "output", "theme", "links", "html", "severity"}
WORDLESS |= {"permalinks", "max_article_bytes", "search", "images", "link_mentions", "genre", "via"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The hostile site, which is published in spite of itself."""
    root = tmp_path_factory.mktemp("hostile")
    built = build_folder(write_site(root, hostile_site()))
    assert built.exit_code == 0, built.findings
    return built


@pytest.mark.parametrize("model", TYPED, ids=lambda model: model.__name__)
def test_the_hostile_site_knows_every_key(model: type[Keys]) -> None:
    assert set(known_keys(model)) - set(TYPED[model]) <= WORDLESS


def test_no_page_holds_what_a_field_would_bring_in(built: Built) -> None:
    pages = {name: page for name, page in built.files().items() if name.endswith(".html")}
    assert len(pages) > 20
    for name, page in pages.items():
        assert harm_in_page(page.decode()) == [], name


def test_no_feed_holds_what_a_field_would_bring_in(built: Built) -> None:
    feeds = {name: feed for name, feed in built.files().items() if name.endswith("feed.xml")}
    assert len(feeds) > 3
    for name, feed in feeds.items():
        assert harm_in_feed(feed) == [], name
        parsed = feedparser.parse(feed)
        assert not parsed.bozo, (name, parsed.get("bozo_exception"))
        for entry in parsed.entries:
            for content in entry.get("content", []):
                assert harm_in_fragment(content.value) == [], name


def test_titles_in_a_feed_are_escaped_exactly_once(built: Built) -> None:
    titles = [title.text for title in ET.fromstring(built.page("feed.xml")).iter("title")]
    assert [title.split() for title in titles if title] == [
        field("site-title").split(),
        field("title").split(),
        field("title").split(),
    ]


def test_the_sitemap_is_well_formed_and_holds_every_address_once(built: Built) -> None:
    sitemap = ET.fromstring(built.page("sitemap.xml"))
    addresses = [place.text for place in sitemap.iter() if place.tag.endswith("}loc")]
    assert len(addresses) == len(set(addresses)) > 15


def test_what_was_typed_is_shown_as_it_was_typed(built: Built) -> None:
    shown = " ".join(
        " ".join(built.text(name).split()) for name in built.files() if ".html" in name
    )
    words = " ".join(ATTACK.replace("\x85", " ").split())
    for name in ("title", "summary", "takeaway", "actor-summary", "source-title", "site-tagline"):
        assert f"{name}~ {words}" in shown


@pytest.mark.parametrize(
    "page",
    [
        f"<p><{ELEMENT}></{ELEMENT}></p>",
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<p style="color: red">x</p>',
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href=" &#1;javascript&colon;alert(1)">x</a>',
        '<img src="data:image/png;base64,x">',
        "<p>x<!-- y --></p>",
        '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
    ],
)
def test_harm_is_seen_where_there_is_some(page: str) -> None:
    assert harm_in_page(page)
    assert harm_in_fragment(page)
