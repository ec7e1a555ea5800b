"""An item that stands in several feeds is filled in once, and never for another than itself."""

from pathlib import Path
from zoneinfo import ZoneInfo

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing, LinkDress
from onrecord.pages.planned import PlannedPage
from onrecord.pages.views.machines import FeedCategory, FeedItem, FeedView
from onrecord.render.filled_items import MOST_KEPT, FilledItems
from onrecord.render.page import render_page
from onrecord.render.theme import Theme
from onrecord.text.dates import parse_published
from onrecord.text.frozen import replace
from tests.rig.themes import themed

DATE = parse_published("2020-01-06", ZoneInfo("UTC"))
ITEM = FeedItem(
    title="T",
    address="https://example.org/briefings/x/",
    permalink="/briefings/x/",
    uid="tag:example.org,2020:briefings/x",
    published=DATE,
    updated=DATE,
    authors=(),
    categories=(),
    summary="",
    fixes=(),
    body=Body(("<p>a</p>",)),
    dressing=Dressing(),
    notes=None,
    sources=(),
    image=None,
    language="en",
)


def filled(*items: FeedItem) -> list[str]:
    """The titles of the items that were filled in, of those asked for."""
    filling: list[str] = []

    def fill(item: FeedItem) -> str:
        filling.append(item.title)
        return f"<p>{item.title} {item.body}</p>"

    kept = FilledItems()
    for item in items:
        assert kept.content_of(item, fill) == f"<p>{item.title} {item.body}</p>"
    return filling


def test_the_same_item_is_filled_in_once() -> None:
    assert filled(ITEM, replace(ITEM), ITEM) == ["T"]


def test_an_item_that_differs_anywhere_is_filled_in_anew() -> None:
    link = LinkDress("/actors/a/", "")
    dressing = Dressing(assets={}, links={}, direction="rtl")
    changes: tuple[dict[str, object], ...] = (
        {"body": Body(("<p>b</p>",))},
        {"dressing": dressing},
        {"dressing": replace(dressing, links={None: link})},
        {"language": "ar"},
    )
    items = [replace(ITEM, **change) for change in changes]
    assert filled(ITEM, *items) == ["T"] * 5


def test_no_more_than_the_last_are_kept() -> None:
    others = [replace(ITEM, permalink=f"/briefings/{number}/") for number in range(MOST_KEPT)]
    assert filled(ITEM, *others[:-1], ITEM, others[-1], ITEM).count("T") == MOST_KEPT + 1
    assert filled(ITEM, *others, ITEM).count("T") == MOST_KEPT + 2


def feed_of(item: FeedItem, theme: Theme) -> str:
    """The feed of this item alone."""
    view = FeedView(
        permalink="/feed.xml",
        address="https://example.org/feed.xml",
        title="T",
        page_address="https://example.org/",
        description="D",
        language="en",
        newest=DATE,
        generator="onrecord",
        publisher="",
        hub="",
        image="",
        items=(item,),
    )
    page = PlannedPage("/feed.xml", "feed.xml", "feed.xml", (), lambda: view)
    return render_page(page, theme).value.content.decode()


def test_a_layout_that_shows_the_categories_shows_those_of_its_own_feed(tmp_path: Path) -> None:
    layout = "{% for category in view.categories %}in {{ category.name }}{% endfor %}"
    theme = themed(tmp_path, {"layouts/feeds/item.html": layout})
    for name in ("Quoted", "Mentioned", "Quoted"):
        item = replace(ITEM, categories=(FeedCategory(name, ""),))
        assert f">in {name}</content:encoded>" in feed_of(item, theme)


def test_each_feed_has_its_own_categories_around_the_same_content(tmp_path: Path) -> None:
    theme = themed(tmp_path, {})
    for name in ("Quoted", "Mentioned"):
        feed = feed_of(replace(ITEM, categories=(FeedCategory(name, ""),)), theme)
        assert f"<category>{name}</category>" in feed
        assert "&lt;p&gt;a&lt;/p&gt;" in feed
