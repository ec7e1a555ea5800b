from typing import Any

from onrecord.link.dossier import Dossier
from onrecord.model import ActorKind, Event, Original, OtherWording, Quote, SourceRef
from onrecord.pages.edition import compose_edition
from onrecord.pages.parts.circumstances import caption
from onrecord.pages.views import ActorView, QuotesView, SourceView, TimelineView
from onrecord.pages.views.records import RecordView
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

ADA = actor("ada", "Ada One")
BEA = actor("bea", "Bea Two")
PAPER = actor("paper", "The Paper", kind=ActorKind.MEDIA)


def dossier(*quotes: Quote, status: str = "live") -> Dossier:
    sources = (replace(source("s", publisher="paper"), status=status),)
    read = content(article("news", quotes=quotes), actors=(ADA, BEA, PAPER), sources=sources)
    return linked(read).value


def on_page(made: Dossier, actor_id: str = "ada") -> dict[str, RecordView]:
    view = view_at(made, f"/actors/{actor_id}/", ActorView)
    return {record.anchor: record for days in view.days for record in days.records}


def state_of(record: RecordView) -> list[str]:
    return [row.key_word + line(row.parts) for row in record.state]


def test_a_record_says_everything_in_its_order() -> None:
    whole = replace(
        quote("news#q", "ada", sources=("s",), said="2020-01-06"),
        full=written("All options, however grave, are open."),
        via=written("paper"),
        also=(OtherWording(text="every option is open", by=written("bea"), span=span()),),
        original=Original(language="fa", text="همهٔ گزینه‌ها", by="staff", span=span()),
    )
    denial = replace(quote("news#no", "bea", said="2020-01-07"), disputes=written("news#q"))
    made = dossier(whole, denial)
    record = view_at(made, "/quotes/", QuotesView).days[1].records[0]
    assert state_of(record) == [
        "Excerpt of a longer statement",
        "Ada One, according to The Paper",
        "Translated from Persian, by staff: “همهٔ گزینه‌ها”",
        "Also rendered as “every option is open”, by Bea Two",
        "Denied by Bea Two, 7 January",
    ]
    assert record.state[0].parts[1].permalink == "/actors/ada/#r-news--q"
    original = record.state[2].parts[-1]
    assert (original.language, original.direction) == ("fa", "rtl")


def test_the_speakers_page_shows_the_fuller_wording_itself() -> None:
    made = dossier(replace(quote("news#q", "ada"), full=written("All options, say, are open.")))
    [record] = on_page(made).values()
    assert record.words == "“All options, say, are open.”"
    assert record.state == ()


def test_a_denial_shows_on_both_records() -> None:
    made = dossier(
        quote("news#q", "ada"),
        replace(quote("news#no", "bea", said="2020-01-07"), disputes=written("q")),
    )
    [denied] = on_page(made, "ada").values()
    [denying] = on_page(made, "bea").values()
    assert state_of(denied) == ["Denied by Bea Two, 7 January"]
    assert denied.state[0].parts[1].permalink == "/actors/bea/#r-news--no"
    assert state_of(denying) == ["Disputes Ada One, by 6 January 2020"]


def test_a_paraphrase_has_no_quotation_marks() -> None:
    made = dossier(replace(quote("news#q", "ada"), text=None, paraphrase=written("They would go.")))
    [record] = on_page(made).values()
    assert record.words == "They would go."
    assert state_of(record) == ["Paraphrase"]


def test_a_withdrawn_source_is_said_on_every_quote_that_rests_on_it() -> None:
    [record] = on_page(dossier(quote("news#q", "ada", sources=("s",)), status="withdrawn")).values()
    assert state_of(record) == ["Source withdrawn: The Paper"]


def test_a_record_without_source_says_so() -> None:
    [record] = on_page(dossier(quote("news#q", "ada"))).values()
    assert record.source_unknown == "Source not given"
    assert record.verified is None
    assert record.sources == ()


def occasion(**keys: Any) -> str:
    """What is said of where a quote with these keys was said."""
    asked = replace(quote("news#q", "ada", sources=("s",)), **keys)
    [record] = on_page(dossier(asked)).values()
    return record.where


def test_the_occasion_is_said_in_words() -> None:
    paper, bea = (written("paper"),), (written("bea"),)
    with_paper = occasion(medium="interview", to=paper, place="Baghdad")
    assert with_paper == "Interview with The Paper, Baghdad"
    assert occasion(medium="interview", to=bea) == "Interview, to Bea Two"
    assert occasion(medium="letter", to=bea) == "Letter to Bea Two"
    assert occasion(medium="speech", place="Tehran") == "Speech, Tehran"
    assert occasion(to=bea) == "Remarks to Bea Two"
    assert occasion(place="Tehran") == "Tehran"
    assert occasion() == ""


def test_the_credibility_digit_has_its_words() -> None:
    made = dossier(replace(quote("news#q", "ada"), credibility=2))
    [record] = on_page(made).values()
    assert (record.credibility, record.credibility_words) == ("2", "probably true")


def test_on_a_day_what_was_said_by_then_follows_what_was_said_then() -> None:
    made = dossier(quote("news#by", "ada"), quote("news#on", "ada", said="2020-01-06"))
    days = view_at(made, "/quotes/", QuotesView).days
    assert [spaced(shown.date.text) for shown in days] == ["6 January 2020", "By 6 January 2020"]
    assert days[1].remark == "Published on the day; day of speaking not given."


def heading_of_day(*wheres: str) -> tuple[str, list[str]]:
    """What stands under an actor's day, and what its records say of their occasion."""
    quotes = [
        replace(quote(f"news#q{n}", "ada", sources=("s",), said="2020-01-06"), place=place)
        for n, place in enumerate(wheres)
    ]
    [shown] = view_at(dossier(*quotes), "/actors/ada/", ActorView).days
    return shown.remark, [
        record.where for record in shown.records if record.where and record.where != shown.where
    ]


def test_the_occasion_of_most_of_a_day_stands_in_its_heading() -> None:
    assert heading_of_day("Kyiv", "Kyiv") == ("Kyiv.", [])
    assert heading_of_day("Kyiv", "Kyiv", "Lviv") == ("Kyiv.", ["Lviv"])
    assert heading_of_day("Kyiv", "Lviv") == ("", ["Kyiv", "Lviv"])


def test_an_occasion_that_one_record_does_not_know_is_not_in_the_heading_of_all() -> None:
    assert heading_of_day("Kyiv", "Kyiv", "") == ("", ["Kyiv", "Kyiv"])


def test_a_sources_own_page_does_not_name_it_again_in_each_record() -> None:
    here = replace(
        quote("news#here", "ada"), sources=(SourceRef(id="s", locator="p. 3", span=span()),)
    )
    both = quote("news#both", "ada", sources=("s", "t"))
    sources = (source("s", publisher="paper"), source("t"))
    read = content(article("news", quotes=(here, both)), actors=(ADA, PAPER), sources=sources)
    view = view_at(linked(read).value, "/sources/s/", SourceView)
    assert [[link.text for link in record.sources] for record in view.records] == [["p. 3"], ["t"]]
    assert [record.verified for record in view.records] == [None, None]


def test_quotes_of_one_year_or_month_do_not_stand_under_its_first_day() -> None:
    made = dossier(
        quote("news#a", "ada", said="2020-01-01"),
        quote("news#b", "ada", said="2020-01"),
        quote("news#c", "ada", said="2020"),
    )
    days = view_at(made, "/quotes/", QuotesView).days
    assert {spaced(shown.date.text) for shown in days} == {"1 January 2020", "January 2020", "2020"}


def test_a_record_has_its_anchor_once_on_a_page() -> None:
    made = dossier(replace(quote("news#q", "ada"), about=(written("ada"),), to=(written("ada"),)))
    view = view_at(made, "/actors/ada/", ActorView)
    anchors = [record.anchor for record in (*view.days[0].records, *view.about, *view.to)]
    assert anchors == ["r-news--q", "", ""]


def test_chips_of_the_quotes_page_match_the_classes_of_its_records() -> None:
    made = dossier(quote("news#1", "bea"), quote("news#2", "ada"), quote("news#3", "bea"))
    view = view_at(made, "/quotes/", QuotesView)
    assert [(chip.anchor, chip.label, chip.count) for chip in view.chips] == [
        ("s0", "Everyone", 3),
        ("s1", "Two", 2),
        ("s2", "One", 1),
    ]
    classes = {line(one.by): one.filter_class for days in view.days for one in days.records}
    assert classes == {"Bea Two": "s1", "Ada One": "s2"}


def test_a_joint_statement_has_a_place_under_the_chip_of_each_speaker() -> None:
    joint = replace(quote("news#3", "ada"), speakers=(written("ada"), written("bea")))
    made = dossier(quote("news#1", "bea"), quote("news#2", "ada"), joint)
    view = view_at(made, "/quotes/", QuotesView)
    assert [(chip.label, chip.count) for chip in view.chips] == [
        ("Everyone", 3),
        ("One", 2),
        ("Two", 2),
    ]
    classes = {line(one.by): one.filter_class for days in view.days for one in days.records}
    assert classes["Ada One and Bea Two"] == "s1 s2"


def test_words_in_another_language_say_so() -> None:
    read = content(article("news", quotes=(quote("news#q", "ada"),)), actors=(ADA,))
    made = linked(read).value
    record = made.quotes["news#q"]
    assert record.placed is not None
    persian = replace(record, placed=replace(record.placed, language="fa"))
    [shown] = on_page(replace(made, quotes={"news#q": persian})).values()
    assert (shown.language, shown.direction) == ("fa", "rtl")


def test_a_joint_statement_names_both_and_stands_on_both_pages() -> None:
    joint = replace(quote("news#q", "ada"), speakers=(written("ada"), written("bea")))
    made = dossier(joint)
    for page in ("ada", "bea"):
        [record] = on_page(made, page).values()
        assert line(record.by) == "Ada One and Bea Two"
        other = {"ada": "Bea Two", "bea": "Ada One"}[page]
        assert [row.key_word + line(row.parts) for row in record.company] == [
            f"Together with {other}"
        ]
        assert record.permalink == "/actors/ada/#r-news--q"


def test_words_spoken_for_somebody_say_so_on_both_pages() -> None:
    made = dossier(replace(quote("news#q", "ada"), on_behalf_of=written("bea")))
    [told] = on_page(made, "ada").values()
    assert [row.key_word + line(row.parts) for row in told.company] == ["On behalf of Bea Two"]
    [told] = on_page(made, "bea").values()
    assert [row.key_word + line(row.parts) for row in told.company] == ["Said by Ada One"]


def test_events_show_what_was_said_about_them() -> None:
    told = replace(
        article("news", quotes=(quote("news#q", "ada"),)),
        events=(
            Event(date=day("2020"), title="A vote", quotes=(written("q"),), span=span()),
            Event(date=day("2020-01-06"), title="A strike", span=span()),
        ),
    )
    view = view_at(linked(content(told, actors=(ADA,))).value, "/timeline/", TimelineView)
    assert [(event.title, event.date.text[-4:], event.is_key) for event in view.events] == [
        ("A strike", "2020", False),
        ("A vote", "2020", True),
    ]
    assert view.events[1].records[0].anchor == "r-news--q"


def test_a_broadcast_names_the_station_that_asked() -> None:
    paper, bea = (written("paper"),), (written("bea"),)
    assert occasion(medium="tv", to=paper) == "On television: The Paper"
    assert occasion(medium="radio", to=bea) == "On the radio, to Bea Two"


def captioned(**keys: Any) -> str:
    """The caption beside a quote with these keys, from a source of The Paper."""
    asked = replace(quote("news#q", "ada", sources=("s",)), **keys)
    made = dossier(asked)
    return caption(compose_edition(made), made.quotes["news#q"])


def test_a_caption_names_nobody_twice() -> None:
    paper = written("paper")
    assert captioned(via=paper).startswith("according to The Paper, ")
    assert captioned(to=(paper,)).startswith("to The Paper, by ")
    assert captioned(to=(paper,), via=paper).startswith("to The Paper, by ")
    assert captioned(to=(written("bea"),)).startswith("to Bea Two, reported by The Paper, ")


def test_a_place_stands_in_a_caption_without_a_preposition() -> None:
    told = captioned(place="Gate 4", said=day("2020-01-06"))
    assert spaced(told) == "Gate 4, reported by The Paper, 6 January 2020"


def test_a_caption_says_from_which_language_the_words_were_translated() -> None:
    original = Original(language="fa", span=span())
    assert "translated from Persian, reported by The Paper" in captioned(original=original)


def reported(**keys: Any) -> str:
    """The caption beside a quote of Ada, minister at the ministry, from a source with these keys."""
    ministry = actor("ministry", "The Ministry", kind=ActorKind.BODY)
    minister = replace(ADA, roles=(role("Minister", at="ministry"),))
    told = quote("news#q", "ada", sources=("s",), said="2020-01-06")
    read = content(
        article("news", quotes=(told,)),
        actors=(minister, ministry, PAPER),
        sources=(replace(source("s", title="A telephone call"), **keys),),
    )
    made = linked(read).value
    return spaced(caption(compose_edition(made), made.quotes["news#q"]))


def test_only_a_publisher_or_an_author_reports() -> None:
    assert reported(publisher=written("paper")) == "reported by The Paper, 6 January 2020"
    assert reported(authors=(written("A Writer"),)) == "reported by A Writer, 6 January 2020"
    from_the_title = "source: A telephone call, 6 January 2020"
    assert reported() == from_the_title
    assert reported(authors=(written("ada"),)) == from_the_title
    assert reported(publisher=written("ministry")) == from_the_title


def test_a_record_calls_its_source_by_its_publisher_else_by_its_title() -> None:
    titled = replace(source("s", title="Evening news", publisher="paper"))
    letter = replace(source("t", title="Open letter"), authors=(written("ada"),))
    told = (
        quote("news#on", "ada", sources=("s",)),
        replace(quote("news#to", "ada", sources=("s",)), to=(written("paper"),), medium="tv"),
        quote("news#by", "ada", sources=("t",)),
    )
    read = content(article("news", quotes=told), actors=(ADA, PAPER), sources=(titled, letter))
    records = on_page(linked(read).value)
    names = {anchor: [link.text for link in one.sources] for anchor, one in records.items()}
    assert names == {
        "r-news--on": ["The Paper"],
        "r-news--to": ["The Paper"],
        "r-news--by": ["Open letter"],
    }
