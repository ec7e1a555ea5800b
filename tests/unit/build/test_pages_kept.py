"""A page holds while nothing that it was made of has changed, and no longer."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from onrecord.build.pages_kept import (
    KeptPage,
    Numbering,
    changed_names,
    is_touched,
    number,
    page_key,
)
from onrecord.pages.edition import Edition
from onrecord.pages.planned import FromEdition, PlannedPage
from onrecord.pages.stored_plan import StoredPage
from onrecord.pages.views import View
from onrecord.pages.watch import ALL, Name
from onrecord.text.frozen import replace
from tests.rig.planned import plan_of
from tests.rig.sites import write_site
from tests.rig.varied import VariedSite

BEFORE = {"quotes/a": b"1", "quotes/b": b"2", "quotes/*": b"ab", "=newest/": b"3"}


def touched(names: set[Name], before: Mapping[str, bytes], now: Mapping[str, bytes]) -> set[str]:
    page = KeptPage(StoredPage("/", "index.html", "", "", b""), b"", Numbering().of(names), "")
    return set(is_touched(page, changed_names(before, now)))


@pytest.mark.parametrize(
    ("looked_up", "now", "is_stale"),
    [
        (("quotes", "a"), {**BEFORE}, False),
        (("quotes", "a"), {**BEFORE, "quotes/a": b"9"}, True),
        (("quotes", "a"), {**BEFORE, "quotes/b": b"9"}, False),
        (("quotes?", "a"), {**BEFORE, "quotes/a": b"9"}, False),
        (("quotes?", "c"), {**BEFORE, "quotes/c": b"9"}, True),
        (("quotes", "c"), {**BEFORE, "quotes/c": b"9"}, True),
        (("quotes?", "a"), {key: BEFORE[key] for key in BEFORE if key != "quotes/a"}, True),
        (("quotes", "a"), {key: BEFORE[key] for key in BEFORE if key != "quotes/a"}, True),
        (("quotes", ALL), {**BEFORE, "quotes/*": b"abc", "quotes/c": b"9"}, True),
        (("quotes", ALL), {**BEFORE, "quotes/a": b"9"}, False),
        (("=newest", ""), {**BEFORE, "=newest/": b"4"}, True),
    ],
)
def test_a_page_is_stale_where_what_it_looked_up_is_not_as_it_was(
    looked_up: Name, now: Mapping[str, bytes], *, is_stale: bool
) -> None:
    assert bool(touched({looked_up}, BEFORE, now)) is is_stale


def test_without_anything_kept_all_that_is_looked_up_is_new() -> None:
    assert touched({("quotes", "a")}, {}, BEFORE) == {"quotes/a"}


def test_names_of_any_letters_have_numbers_that_differ() -> None:
    names = [
        f"{table}/{key}"
        for table in ("a", "a?", "b")
        for key in ("", "\u00e9", "e\u0301", "\udcff", "*")
    ]
    assert len(set(map(number, names))) == len(names)
    keys = [("a", str(key)) for key in range(100)]
    assert len(Numbering().of(keys)) == 800
    assert Numbering().of(keys) == Numbering().of(reversed(keys))


def pages(root: Path) -> dict[str, PlannedPage]:
    return {page.permalink: page for page in plan_of(root).pages}


LAYOUTS = {"briefing.html": "1", "feeds/item.html": "2", "actor.html": "3"}


def test_pages_of_one_kind_have_keys_of_their_own(tmp_path: Path) -> None:
    planned = pages(VariedSite(tmp_path, 0).root)
    keys = {page_key(page, LAYOUTS) for page in planned.values()}
    assert len(keys) == len(planned) > 20


def test_the_same_page_has_the_same_key_whatever_it_will_show(tmp_path: Path) -> None:
    site = VariedSite(tmp_path, 0)
    before = pages(site.root)
    site.choose(rain=1, ada_summary=1)
    for permalink, page in pages(site.root).items():
        assert page_key(page, LAYOUTS) == page_key(before[permalink], LAYOUTS), permalink


def another_view(edition: Edition) -> View:
    raise NotImplementedError


def test_its_layout_address_builder_and_what_it_is_told_are_in_a_pages_key(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/articles/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n"})
    page = pages(tmp_path)["/briefings/a/"]
    how = page.build_view
    assert isinstance(how, FromEdition)
    others = [
        page_key(page, {**LAYOUTS, "briefing.html": "9"}),
        page_key(replace(page, layout="actor.html"), LAYOUTS),
        page_key(replace(page, path="other/index.html"), LAYOUTS),
        page_key(replace(page, permalink="/other/"), LAYOUTS),
        page_key(replace(page, build_view=replace(how, told=("other",))), LAYOUTS),
        page_key(replace(page, build_view=replace(how, build=another_view)), LAYOUTS),
    ]
    assert len({page_key(page, LAYOUTS), *others}) == len(others) + 1
    assert page_key(page, {**LAYOUTS, "feeds/item.html": "9"}) == page_key(page, LAYOUTS)
    feed = pages(tmp_path)["/feed.xml"]
    assert page_key(feed, {**LAYOUTS, "feeds/item.html": "9"}) != page_key(feed, LAYOUTS)


def test_a_page_that_is_not_made_from_an_edition_has_no_key(tmp_path: Path) -> None:
    page = next(iter(pages(VariedSite(tmp_path, 0).root).values()))
    odd = replace(page, build_view=lambda: None)
    with pytest.raises(TypeError, match="not made from an edition"):
        page_key(odd, LAYOUTS)
