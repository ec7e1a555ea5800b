"""What pages look up is noted, also where they show what was made for another page."""

import pytest

from onrecord.pages.edition import Edition, compose_edition
from onrecord.pages.kinds.machines import build_actor_feed, build_site_feed
from onrecord.pages.watch import EVERYWHERE, MOST_SHARED, Watch, lists_of, watched
from tests.rig.records import actor, article, content, linked, quote


def edition_and_watch() -> tuple[Edition, Watch]:
    """An edition of one briefing that quotes two actors."""
    quotes = (quote("new#a", "pmf"), quote("new#b", "nato"))
    briefing = article("new", "2020-01-06", quotes=quotes)
    dossier = linked(content(briefing, actors=(actor("pmf"), actor("nato")))).value
    watch = Watch()
    return watched(compose_edition(dossier), watch), watch


def text_of(edition: Edition, slug: str) -> object:
    """A text of the edition."""
    return edition.dossier.texts[slug]


def test_what_is_shared_is_made_once_and_looked_up_by_all_who_show_it() -> None:
    edition, watch = edition_and_watch()
    made: list[str] = []

    def title(edition: Edition, slug: str) -> str:
        made.append(slug)
        return edition.dossier.briefings[slug].article.title.text

    for _ in range(3):
        watch.begin()
        assert edition.actor_permalink("pmf")
        before = set(watch.seen)
        assert edition.share(title, "new") == edition.dossier.briefings["new"].article.title.text
        assert watch.seen == before | {("briefings", "new")}
    assert made == ["new"]


def test_what_is_shared_holds_nothing_of_what_was_looked_up_before_it() -> None:
    edition, watch = edition_and_watch()
    assert edition.actor_permalink("pmf")
    edition.share(text_of, "new")
    watch.begin()
    edition.share(text_of, "new")
    assert watch.seen == {("texts", "new")}


def test_what_cannot_be_made_loses_no_look_up_and_is_tried_again() -> None:
    edition, watch = edition_and_watch()
    assert edition.actor_permalink("pmf")
    before = set(watch.seen)
    for _ in range(2):
        with pytest.raises(KeyError):
            edition.share(text_of, "nowhere")
        assert watch.seen == before


def test_only_the_last_things_shared_are_kept() -> None:
    edition, _ = edition_and_watch()
    made: list[str] = []

    def note(_edition: Edition, key: str) -> str:
        made.append(key)
        return key

    for key in ("first", *map(str, range(MOST_SHARED - 1)), "first", "one more", "first"):
        edition.share(note, key)
    assert made.count("first") == 1
    edition.share(note, "0")
    assert made.count("0") == 2


def test_all_feeds_carry_the_same_item_and_each_has_looked_it_up() -> None:
    edition, watch = edition_and_watch()
    of_site = build_site_feed(edition)
    for name in ("pmf", "nato"):
        watch.begin()
        of_actor = build_actor_feed(edition, name)
        assert of_actor.items[0].dressing is of_site.items[0].dressing
        assert of_actor.items[0].categories != of_site.items[0].categories
        assert {("texts", "new"), ("quotes", "new#a"), ("quotes", "new#b")} <= watch.seen


def test_a_mapping_notes_what_is_asked_of_it_in_vain() -> None:
    edition, watch = edition_and_watch()
    for key in ("nowhere#q", "new#a"):
        watch.begin()
        found = edition.dossier.quotes.get(key)
        assert (found is None) == (key == "nowhere#q")
        assert watch.seen == {("quotes", key)}


def test_the_site_and_its_zone_count_for_every_page_and_are_not_noted() -> None:
    edition, watch = edition_and_watch()
    watch.begin()
    assert edition.site.title
    assert edition.zone.key
    assert watch.seen == set()
    assert {("=site", ""), ("=zone", "")} == EVERYWHERE
    assert {name.lstrip("=") for name, _ in EVERYWHERE} <= {name for name, _ in lists_of(edition)}
