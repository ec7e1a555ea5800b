from onrecord.link.dossier import Dossier
from onrecord.model import Event, Unnamed
from onrecord.pages.views import BriefingsView, FrontView
from onrecord.text.frozen import replace
from tests.rig.planned import line, spaced, view_at
from tests.rig.records import (
    actor,
    article,
    content,
    day,
    linked,
    quote,
    role,
    source,
    span,
    written,
)

PEOPLE = tuple(actor(one, f"{one.title()} Last", roles=(role("minister"),)) for one in "abcd")


def site_of(*dates: str) -> Dossier:
    articles = [
        article(
            f"n{number}",
            date,
            quotes=tuple(
                quote(f"n{number}#{one}", one, f"Words of {one} number {number}.", sources=("s",))
                for one in ("abcd" if number == len(dates) - 1 else "a")
            ),
        )
        for number, date in enumerate(dates)
    ]
    return linked(content(*articles, actors=PEOPLE, sources=(source("s"),))).value


def front(dossier: Dossier) -> FrontView:
    return view_at(dossier, "/", FrontView)


def test_the_front_page_is_as_of_the_newest_content() -> None:
    view = front(site_of("2020-01-05", "2020-01-07"))
    assert view.as_of is not None
    assert spaced(view.as_of.text) == "Tuesday 7 January 2020"
    assert view.counts == "2 briefings, 5 quotes, 4 speakers, 1 source"


def test_the_lead_is_the_newest_briefing_with_three_of_its_speakers() -> None:
    view = front(site_of("2020-01-05", "2020-01-07"))
    assert view.lead is not None
    assert view.lead.teaser.permalink == "/briefings/n1/"
    assert [line(one.by) for one in view.lead.lines] == ["A Last", "B Last", "C Last"]
    assert [teaser.permalink for teaser in view.latest] == ["/briefings/n0/"]


def test_on_the_record_is_somebody_of_the_newest_briefing_who_is_not_in_the_lead() -> None:
    said = front(site_of("2020-01-05", "2020-01-07")).said
    assert said is not None
    assert said.by == "D Last"
    assert spaced(said.line) == ", minister, by 7 January 2020. Source: s."
    assert said.permalink == "/briefings/n1/#q-d"


def test_who_was_spoken_to_still_reports_on_the_front_page() -> None:
    spoken = replace(quote("n#1", "a", sources=("p",)), to=(written("The Paper"),))
    read = content(
        article("n", quotes=(spoken,)), actors=PEOPLE, sources=(source("p", publisher="The Paper"),)
    )
    said = front(linked(read).value).said
    assert said is not None
    assert said.line.endswith(". Reported by The Paper.")


def test_unnamed_speakers_are_counted_like_the_named() -> None:
    unnamed = Unnamed(label="a crane driver", span=span())
    told = [
        article(slug, quotes=(quote(f"{slug}#1", unnamed), quote(f"{slug}#2", unnamed)))
        for slug in ("one", "two")
    ]
    assert front(linked(content(*told)).value).counts == "2 briefings, 4 quotes, 2 speakers"


def test_the_most_quoted_come_first_with_meters_as_long_as_their_share() -> None:
    rows = front(site_of(*(f"2020-01-{number:02}" for number in range(1, 31)))).most_quoted
    assert [(row.name, row.number, row.percent) for row in rows[:2]] == [
        ("A Last", 30, 100),
        ("B Last", 1, 3),
    ]
    assert rows[0].line == "Minister"


def test_a_site_without_content_has_an_empty_front_page() -> None:
    view = front(linked(content()).value)
    assert (view.lead, view.said, view.as_of, view.counts) == (None, None, None, "")


def test_how_it_happened_tells_the_newest_days_and_their_events() -> None:
    events = tuple(
        Event(date=day(date), title=title, span=span())
        for date, title in (
            ("2020-01-06", "A vote"), ("2020-01-06", "A strike!"), ("2019", "A deal"),
            ("2018", "x"), ("2017", "x"), ("2016", "x"), ("2015", "x"),
        )
    )  # fmt: skip
    steps = front(linked(content(replace(article("n"), events=events))).value).steps
    assert [(spaced(step.date.text), step.text) for step in steps[:2]] == [
        ("6 January", "A vote. A strike!"),
        ("2019", "A deal."),
    ]
    assert len(steps) == 5


def test_the_archive_is_cut_into_months() -> None:
    view = view_at(site_of("2019-12-30", "2020-01-05", "2020-01-07"), "/briefings/", BriefingsView)
    assert [(spaced(month.title), len(month.briefings)) for month in view.months] == [
        ("January 2020", 2),
        ("December 2019", 1),
    ]
    assert view.lede == "3 briefings, newest first."
    assert view.earlier.periods == ()
