import pytest

from onrecord.annotate.body import Body, CitationMark
from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.enlist.cast import TargetKind
from onrecord.link.ground import Prose
from onrecord.model import ActorKind, Article
from onrecord.pages.countries import country_name
from onrecord.pages.views import ActorView
from onrecord.read.content import Content
from onrecord.text.frozen import replace
from tests.rig.planned import line, spaced, view_at
from tests.rig.records import (
    actor,
    annotated,
    article,
    cited,
    content,
    day,
    linked,
    listing,
    mention,
    placed,
    quote,
    relation,
    role,
    source,
    written,
)

CORPS = actor("corps", "The Corps", kind=ActorKind.BODY)


PERSON = actor("ada", "Ada One")
BEA = actor("bea", "Bea Two")


def page(
    read: Content,
    actor_id: str = "ada",
    facts: tuple[AnnotatedArticle, ...] = (),
    prose: Prose | None = None,
) -> ActorView:
    dossier = linked(read, *facts, prose=prose).value
    return view_at(dossier, f"/actors/{actor_id}/", ActorView)


def naming(*ids: str) -> Article:
    return article("news", listings=tuple(listing(one) for one in ids))


def test_the_sparkline_has_twelve_months_up_to_the_actors_own_last_quote() -> None:
    ada = actor("ada", "Ada One")
    quotes = (
        quote("news#1", "ada", said="2019-02-01"),
        quote("news#2", "ada", said="2019-12-31"),
        quote("news#3", "ada", said="2019-12-01"),
        quote("news#4", "ada", said="2018-12-31"),
    )
    spark = page(content(article("news", "2020-06-01", quotes=quotes), actors=(ada,))).spark
    assert spark is not None
    assert [month.count for month in spark.months] == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
    assert spark.caption == "Quotes by month, January 2019 to December 2019"
    assert spark.label.endswith(": 1 in February 2019 and 2 in December 2019")
    assert [(month.y, month.height) for month in spark.months[:2]] == [("61", "3"), ("42", "22")]
    assert (spark.months[-1].y, spark.months[-1].height) == ("20", "44")


def test_an_actor_without_quotes_has_no_sparkline_and_no_days() -> None:
    view = page(content(naming("ada"), actors=(PERSON,)))
    assert view.spark is None
    assert view.days == ()
    assert view.counts[0].number == 0
    assert view.counts[0].noun == "quotes"


def test_roles_over_time_say_when_they_were_held_and_where() -> None:
    ada = actor(
        "ada",
        "Ada One",
        roles=(
            role("adviser"),
            role("Chief", at="corps", since="1998~", until="2020-01-03"),
            role("Minister", since="2020-01-04"),
        ),
    )
    view = page(content(naming("ada"), actors=(ada, CORPS)))
    assert [(spaced(row.when), line(row.parts)) for row in view.roles] == [
        ("Since 4 January 2020", "Minister"),
        ("About 1998 to 3 January 2020", "Chief, The Corps"),
        ("Date not given", "Adviser"),
    ]
    assert view.roles[1].parts[2].permalink == "/actors/corps/"
    assert view.standfirst == "Minister"


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("Mayor since 2016.", "Mayor since 2016."),
        ("mayor, and head of the council.", "mayor, and head of the council."),
        ("Mayoral candidate until 2016.", "Mayor. Mayoral candidate until 2016."),
        ("Born in Northport.", "Mayor. Born in Northport."),
        ("", "Mayor"),
    ],
)
def test_a_summary_that_begins_with_the_role_is_enough(summary: str, shown: str) -> None:
    ada = actor("ada", "Ada One", roles=(role("mayor", since="2016-01-04"),))
    ada = replace(ada, summary=summary)
    assert page(content(naming("ada"), actors=(ada,))).standfirst == shown


def test_an_organisation_names_its_office_holders() -> None:
    ada = actor("ada", "Ada One", roles=(role("Chief", at="corps", since="2019"),))
    view = page(content(naming("ada", "corps"), actors=(ada, CORPS)), "corps")
    assert [(row.when, line(row.parts)) for row in view.office_holders] == [
        ("Since 2019", "Ada One, Chief")
    ]
    assert view.office_holders[0].parts[0].permalink == "/actors/ada/"


def test_relations_show_on_both_sides_by_kind() -> None:
    ada = actor(
        "ada",
        "Ada One",
        relations=(
            relation("parent-of", "bea", label="daughter"),
            relation("other", "corps", label="founded it"),
        ),
    )
    people = (ada, actor("bea", "Bea Two"), CORPS)
    mine = page(content(naming("ada"), actors=people))
    assert [(row.label, line(row.parts)) for row in mine.ties] == [
        ("Parent of", "Bea Two (daughter)"),
        ("Founded it", "The Corps"),
    ]
    hers = page(content(naming("ada"), actors=people), "bea")
    assert [(row.label, line(row.parts)) for row in hers.ties] == [("Child of", "Ada One")]


def test_company_is_drawn_grey_where_it_is_quoted_in_none_of_the_shared_briefings() -> None:
    people = tuple(actor(one, f"Name {one.title()}") for one in ("ada", "bea", "cid"))
    shared = replace(naming("ada", "bea", "cid"), quotes=(quote("news#1", "bea"),))
    elsewhere = article("else", "2020-01-05", quotes=(quote("else#1", "cid"),))
    often = page(content(shared, elsewhere, actors=people)).often_with
    assert often is not None
    voices = {node.label: node.voice for node in often.nodes}
    assert voices["Cid"] == "v0"
    assert voices["Bea"] != "v0"
    assert {row.name: row.number for row in often.rows} == {"Name Bea": 1, "Name Cid": 1}
    assert (often.nodes[0].x, often.nodes[0].y, often.nodes[0].label_anchor) == (
        "200",
        "38",
        "middle",
    )


def test_briefings_come_with_the_sentences_that_name_the_actor() -> None:
    facts = annotated(
        "news", mentions=(mention("ada", 1, "Ada left."), mention("ada", 2, "Ada left."))
    )
    view = page(content(naming("ada"), actors=(PERSON,)), facts=(facts,))
    [appearance] = view.briefings
    assert [sentence.text for sentence in appearance.sentences] == ["Ada left."]
    assert view.briefings_remark == "1 briefing"


def test_what_is_said_about_and_to_an_actor_has_lists_of_its_own() -> None:
    people = (PERSON, BEA)
    quotes = (
        replace(quote("news#1", "bea"), about=(written("ada"),)),
        replace(quote("news#2", "bea"), to=(written("ada"),)),
    )
    view = page(content(article("news", quotes=quotes), actors=people))
    assert [record.anchor for record in view.about] == ["r-news--1"]
    assert [record.anchor for record in view.to] == ["r-news--2"]
    assert view.about[0].permalink == "/actors/bea/#r-news--1"
    assert view.days == ()


def test_the_head_says_kind_country_other_names_and_dates() -> None:
    ada = replace(
        actor("ada", "Ada One", aliases=("Addie", "Ада")),
        nationality=("IQ", "GB"),
        previous_names=("Ada Nil",),
        born=day("1957~"),
        checked=day("2020-01-07"),
        same_as=("https://www.example.com/ada",),
        wikidata="Q1",
    )
    view = page(content(naming("ada"), actors=(ada,)))
    assert view.head.label == "Person, Iraq, United Kingdom"
    assert line(view.remark) == (
        "Also Addie and Ада. Formerly Ada Nil. Born about 1957. Profile checked 7 January 2020."
    )
    assert [link.text for link in view.links] == ["www.example.com", "Wikidata"]


def test_a_biography_has_its_own_sources() -> None:
    ada = replace(actor("ada", "Ada One", origin="profile"), biography="Text.[@s]")
    told = AnnotatedArticle(
        "ada", Body(("<p>Text.", CitationMark("s", 1, 1), "</p>")), Facts(sources=(cited("s"),))
    )
    view = page(
        content(naming("ada"), actors=(ada,), sources=(source("s"),)),
        prose={(TargetKind.ACTOR, "ada"): told},
    )
    assert view.biography == told.body
    assert view.sources is not None
    assert view.sources.entries[0].cited_at[0].permalink == "/actors/ada/#ref-1a"


def test_an_unnamed_person_is_told_why() -> None:
    official = replace(
        actor("official", "US official", kind=ActorKind.UNNAMED), why_unnamed="Safety"
    )
    view = page(content(naming("official"), actors=(official,)), "official")
    assert view.why_unnamed == "Safety"
    assert view.feed is None
    assert view.head.label == "Not named"


def test_countries_have_english_names() -> None:
    assert country_name("ir") == "Iran"
    assert country_name("AD") == "Andorra"
    assert country_name("ZW") == "Zimbabwe"
    assert country_name("QQ") == "QQ"


def test_a_spokesmans_principal_has_the_record_too() -> None:
    said = replace(quote("news#1", "ada"), on_behalf_of=written("corps"))
    view = page(content(article("news", quotes=(said,)), actors=(PERSON, CORPS)), "corps")
    assert line(view.days[0].records[0].by) == "Ada One on behalf of The Corps"


def test_a_quote_that_was_not_found_is_on_no_page() -> None:
    facts = annotated("news", quotes=(placed("news#1"),), mentions=(mention("ada"),))
    quotes = (quote("news#1", "ada"), quote("news#2", "ada"))
    view = page(content(article("news", quotes=quotes), actors=(PERSON,)), facts=(facts,))
    assert [record.anchor for shown in view.days for record in shown.records] == ["r-news--1"]


def test_labels_of_the_drawing_never_leave_it() -> None:
    people = tuple(actor(f"p{number}", f"A Verylongname-Ofsomebody{number}") for number in range(8))
    often = page(content(naming(*(one.id for one in people)), actors=people), "p0").often_with
    assert often is not None
    assert len(often.nodes) == 7
    for node in often.nodes:
        reach = len(node.label) * 6.6
        if node.label_anchor == "end":
            assert int(node.label_x) - reach >= 0
        elif node.label_anchor == "start":
            assert int(node.label_x) + reach <= 400
    assert any(node.label.endswith("…") for node in often.nodes)
