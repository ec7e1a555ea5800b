import pytest

from onrecord.link.dossier import Dossier
from onrecord.model import ActorKind, PlainPage
from onrecord.pages.views import (
    ActorPeriodView,
    ActorsView,
    ActorView,
    BriefingView,
    FeedView,
    NotFoundView,
    QuotesView,
    RedirectView,
    SitemapView,
)
from onrecord.text.digest import digest
from onrecord.text.frozen import replace
from tests.rig.planned import planned, view_at
from tests.rig.records import (
    actor,
    article,
    content,
    inline,
    linked,
    listing,
    quote,
    site,
    source,
    written,
)


def small() -> Dossier:
    return linked(
        content(
            replace(
                article(
                    "new",
                    "2020-01-06",
                    quotes=(quote("new#q", "pmf", sources=("s",)),),
                    listings=(listing("somebody"),),
                    inline_actors=(inline("somebody"),),
                    topics=("iraq",),
                ),
                redirect_from=(written("old-name"),),
            ),
            article("older", "2020-01-03", quotes=(quote("older#q", "official"),)),
            actors=(
                actor("pmf", kind=ActorKind.ARMED_GROUP),
                actor("official", kind=ActorKind.UNNAMED),
            ),
            sources=(source("s"),),
        )
    ).value


def test_every_kind_of_page_has_its_address() -> None:
    assert {
        "/", "/briefings/", "/briefings/new/", "/actors/", "/actors/pmf/", "/quotes/", "/sources/",
        "/sources/s/", "/topics/", "/topics/iraq/", "/timeline/", "/corrections/", "/404.html",
        "/feed.xml", "/actors/pmf/feed.xml", "/sitemap.xml", "/robots.txt", "/.nojekyll",
        "/briefings/old-name/",
    } <= set(planned(small()))  # fmt: skip


def test_search_is_not_planned_unless_it_is_asked_for() -> None:
    pages = planned(small())
    assert not any("search" in permalink for permalink in pages)
    front = pages["/"].build_view()
    assert "search" not in repr(front).lower()


def test_output_files_follow_from_addresses() -> None:
    pages = planned(small())
    assert pages["/"].path == "index.html"
    assert pages["/briefings/new/"].path == "briefings/new/index.html"
    assert pages["/404.html"].path == "404.html"


def test_every_view_can_be_built_and_stands_in_its_own_frame() -> None:
    for permalink, page in planned(small()).items():
        view = page.build_view()
        assert getattr(view, "frame", view).__class__.__module__.startswith("onrecord.pages.views")
        frame = getattr(view, "frame", None)
        assert frame is None or frame.permalink == permalink


def test_views_are_closed_and_the_same_each_time() -> None:
    """A digest is made of plain values only: nothing that reaches further has one."""
    first, second = planned(small()), planned(small())
    for permalink, page in first.items():
        assert digest(page.build_view()) == digest(second[permalink].build_view())


def test_an_empty_site_has_its_pages() -> None:
    for page in planned(linked(content()).value).values():
        page.build_view()


def test_an_actor_without_a_profile_gets_a_page() -> None:
    assert view_at(small(), "/actors/somebody/", ActorView).head.name == "Somebody"


def test_an_unnamed_actor_is_kept_out_of_search_engines_and_feeds() -> None:
    pages = planned(small())
    assert view_at(small(), "/actors/official/", ActorView).frame.is_noindex
    assert "/actors/official/feed.xml" not in pages


def test_the_sitemap_leaves_out_what_search_engines_should() -> None:
    sitemap = view_at(small(), "/sitemap.xml", SitemapView)
    addresses = {entry.address.removeprefix("https://example.org") for entry in sitemap.entries}
    assert "/briefings/new/" in addresses
    assert "/actors/pmf/" in addresses
    assert addresses.isdisjoint(
        {"/404.html", "/actors/official/", "/sources/s/", "/briefings/old-name/", "/feed.xml"}
    )


def test_the_sitemap_has_real_dates_of_content() -> None:
    sitemap = view_at(small(), "/sitemap.xml", SitemapView)
    changed = {
        entry.address.removeprefix("https://example.org"): entry.changed
        for entry in sitemap.entries
    }
    assert changed["/briefings/older/"] == "2020-01-03"
    assert changed["/actors/pmf/"] == "2020-01-06"
    assert changed["/"] == "2020-01-06"


def test_the_page_for_what_is_not_found_has_absolute_links_and_no_canonical() -> None:
    frame = view_at(small(), "/404.html", NotFoundView).frame
    assert frame.is_served_anywhere
    assert frame.canonical == ""


def test_a_redirect_leads_to_where_the_briefing_is() -> None:
    moved = view_at(small(), "/briefings/old-name/", RedirectView)
    assert moved.permalink == "/briefings/new/"
    assert moved.frame.canonical == "https://example.org/briefings/new/"
    assert moved.frame.is_noindex


def test_old_slugs_of_plain_pages_stand_at_the_root() -> None:
    page = PlainPage(
        slug="about/us", title="About", path="content/pages/about/us.md",
        redirect_from=(written("who-we-are"),), span=article("x").span,
    )  # fmt: skip
    dossier = linked(content()).value
    told = linked(content(article("x"))).value.texts["x"]
    pages = planned(replace(dossier, pages={"about/us": (page, told)}))
    assert pages["/who-we-are/"].layout == "redirect.html"
    assert pages["/about/us/"].path == "about/us/index.html"


def test_permalinks_of_briefings_follow_the_sites_pattern() -> None:
    dossier = replace(small(), site=replace(site(), permalinks="/{year}/{month}/{slug}/"))
    pages = planned(dossier)
    assert "/2020/01/new/" in pages
    assert "/2020/01/old-name/" in pages


def test_the_dates_in_permalinks_are_those_of_the_sites_zone() -> None:
    dossier = linked(content(article("late", "2019-12-31T23:30:00-05:00"))).value
    dated = replace(dossier, site=replace(site(), permalinks="/{year}/{month}/{day}/{slug}/"))
    assert "/2020/01/01/late/" in planned(dated)


def test_quote_pages_are_there_where_the_site_has_them() -> None:
    assert "/quotes/new/q/" not in planned(small())
    dossier = replace(small(), site=replace(site(), has_quote_pages=True))
    assert "/quotes/new/q/" in planned(dossier)
    [day] = view_at(dossier, "/quotes/", QuotesView).days[:1]
    assert day.records[0].permalink == "/quotes/new/q/"


def test_feeds_never_hold_what_is_held_back() -> None:
    dossier = linked(
        content(
            replace(article("future", "2030-01-01"), is_held_back=True),
            replace(article("draft", "2020-01-01"), is_draft=True),
            article("out", "2020-01-02"),
        )
    ).value
    feed = view_at(dossier, "/feed.xml", FeedView)
    assert [item.permalink for item in feed.items] == ["/briefings/out/"]


def test_an_actors_feed_says_whether_it_is_quoted() -> None:
    [item] = view_at(small(), "/actors/pmf/feed.xml", FeedView).items
    assert item.categories[0].name == "Quoted"
    [item] = view_at(small(), "/actors/somebody/feed.xml", FeedView).items
    assert item.categories[0].name == "Mentioned"
    assert item.uid == "tag:example.org,2020:briefings/new"


def test_the_pages_own_feed_comes_first() -> None:
    feeds = view_at(small(), "/actors/pmf/", ActorView).frame.feeds
    assert [feed.permalink for feed in feeds] == ["/actors/pmf/feed.xml", "/feed.xml"]


def prolific(how_many: int, years: int = 2) -> Dossier:
    """One speaker with so many quotes, spread over years, a quote a briefing."""
    return linked(
        content(
            *(
                article(
                    f"b{number}",
                    f"{2020 - number % years}-01-{1 + number // years % 28:02}",
                    quotes=(quote(f"b{number}#q", "speaker", f"Words number {number}."),),
                )
                for number in range(how_many)
            ),
            actors=(actor("speaker", "Ada Speaker"),),
        )
    ).value


def test_a_short_list_of_quotes_has_no_dated_pages() -> None:
    assert not any("/20" in permalink for permalink in planned(prolific(100)))


def test_long_lists_have_dated_pages_and_records_stand_there() -> None:
    dossier = prolific(120)
    pages = planned(dossier)
    assert {
        "/actors/speaker/2020/",
        "/actors/speaker/2019/",
        "/quotes/2019/",
        "/briefings/2019/",
    } <= (set(pages))
    actor_page = view_at(dossier, "/actors/speaker/", ActorView)
    records = [record for day in actor_page.days for record in day.records]
    assert len(records) == 100
    assert records[0].permalink.startswith("/actors/speaker/2020/#r-b")
    assert [period.text for period in actor_page.earlier.periods] == ["2020", "2019"]
    dated = view_at(dossier, "/actors/speaker/2019/", ActorPeriodView)
    anchors = {record.anchor for day in dated.days for record in day.records}
    assert len(anchors) == 60
    assert all(
        record.permalink == f"/actors/speaker/2019/#{record.anchor}"
        for day in dated.days
        for record in day.records
    )
    assert [period.text for period in dated.earlier.periods] == ["Newest", "2020", "2019"]


@pytest.mark.parametrize("permalink", ["/actors/speaker/2020/", "/quotes/2020/"])
def test_a_year_of_more_than_five_hundred_rows_has_only_its_months(permalink: str) -> None:
    dossier = prolific(501, years=1)
    view = planned(dossier)[permalink].build_view()
    assert isinstance(view, ActorPeriodView | QuotesView)
    assert view.days == ()
    assert [month.permalink for month in view.months] == [f"{permalink}01/"]
    month = planned(dossier)[f"{permalink}01/"].build_view()
    assert isinstance(month, ActorPeriodView | QuotesView)
    assert sum(len(day.records) for day in month.days) == 501


def test_past_five_hundred_actors_the_index_has_a_page_a_letter() -> None:
    everyone = tuple(actor(f"x{number}", f"{'AB'[number % 2]}da X") for number in range(501))
    listings = tuple(listing(one.id) for one in everyone)
    dossier = linked(content(article("all", listings=listings), actors=everyone)).value
    index = view_at(dossier, "/actors/", ActorsView)
    assert index.groups == ()
    letter = view_at(dossier, "/actors/a-z/x/", ActorsView)
    assert len(letter.groups[0].actors) == 501
    assert [link.permalink for link in index.letters if link.permalink] == ["/actors/a-z/x/"]


def test_nothing_on_a_briefing_counts_the_rest_of_the_site() -> None:
    few, many = prolific(3), prolific(30)
    before, after = (view_at(dossier, "/briefings/b2/", BriefingView) for dossier in (few, many))
    assert replace(after, related=()) == replace(before, related=())
