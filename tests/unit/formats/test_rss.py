"""Feeds as feed readers read them."""

from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import feedparser
import pytest

from onrecord.formats import FeedCategory, FeedChannel, FeedItem, write_rss
from onrecord.text.dates import parse_published

LONDON = ZoneInfo("Europe/London")
HOSTILE = "Fish & “chips” <script>alert('x')</script> \x08 ]]> &amp;"


def item(**changes: object) -> FeedItem:
    """An item, changed as asked."""
    fields: dict[str, object] = {
        "title": "Militias threaten",
        "link": "https://example.org/briefings/x/",
        "uid": "tag:example.org,2020:briefing/x",
        "published": parse_published("2020-01-06T22:27:00Z", LONDON),
        "updated": parse_published("2020-01-07", LONDON),
        "creators": ("Middle East desk",),
        "categories": (
            FeedCategory("iran"),
            FeedCategory("Donald Trump", "https://example.org/actors/"),
        ),
        "summary": "What happened.",
        "content_html": "<p>All of <a href='https://example.org/'>it</a>.</p>",
    }
    return FeedItem(**{**fields, **changes})  # type: ignore[arg-type]


def channel(*items: FeedItem, **changes: object) -> FeedChannel:
    """A channel with these items, changed as asked."""
    fields: dict[str, object] = {
        "title": "On Record",
        "link": "https://example.org/",
        "self_link": "https://example.org/feed.xml",
        "description": "Briefings",
        "language": "en-GB",
        "generator": "onrecord",
        "newest": parse_published("2020-01-07", LONDON),
        "items": items,
    }
    return FeedChannel(**{**fields, **changes})  # type: ignore[arg-type]


def parsed(feed: FeedChannel) -> Mapping[str, object]:
    """The feed as feedparser understands it; an ill-formed one fails the test."""
    found: Mapping[str, object] = feedparser.parse(write_rss(feed))
    assert not found["bozo"], found.get("bozo_exception")
    return found


def test_an_item_says_who_wrote_what_when() -> None:
    entry = parsed(channel(item()))["entries"][0]  # type: ignore[index]
    assert entry["title"] == "Militias threaten"
    assert entry["id"] == "tag:example.org,2020:briefing/x"
    assert entry["author"] == "Middle East desk"
    assert entry["published"] == "Mon, 06 Jan 2020 22:27:00 +0000"
    assert entry["content"][0]["value"].startswith("<p>All of ")
    assert [tag["term"] for tag in entry["tags"]] == ["iran", "Donald Trump"]
    assert entry["tags"][1]["scheme"] == "https://example.org/actors/"
    assert entry["guidislink"] is False


def test_a_day_without_a_time_is_its_first_moment_in_the_sites_zone() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    entry = parsed(channel(item(published=parse_published("2020-01-06", tokyo))))["entries"][0]  # type: ignore[index]
    moment = datetime.fromtimestamp(timegm(entry["published_parsed"]), tz=UTC)
    assert moment == datetime(2020, 1, 6, tzinfo=tokyo)


def test_the_channel_is_dated_by_its_content() -> None:
    feed = parsed(channel(item()))["feed"]
    assert feed["updated"] == "Tue, 07 Jan 2020 00:00:00 +0000"  # type: ignore[index]
    assert {link["rel"] for link in feed["links"]} == {"alternate", "self"}  # type: ignore[index]


def test_a_hub_is_named_where_there_is_one() -> None:
    feed = parsed(channel(hub="https://hub.example.org/"))["feed"]
    assert "hub" in {link["rel"] for link in feed["links"]}  # type: ignore[index]


def test_a_feed_without_items_is_a_feed() -> None:
    assert parsed(channel(newest=None))["entries"] == []


@pytest.mark.parametrize("field", ["title", "summary"])
def test_hostile_text_stays_text(field: str) -> None:
    raw = write_rss(channel(item(**{field: HOSTILE})))
    assert b"<script" not in raw
    assert b"\x08" not in raw
    entry = parsed(channel(item(**{field: HOSTILE})))["entries"][0]  # type: ignore[index]
    assert "chips" in entry[field]


def test_content_without_full_text_has_no_content_element() -> None:
    assert b"content:encoded" not in write_rss(channel(item(content_html="")))
