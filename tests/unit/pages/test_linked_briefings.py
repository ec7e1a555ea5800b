"""What a briefing tells machines: the article, its quotes, sources, corrections and checks."""

import pytest

from onrecord.annotate.body import Body
from onrecord.annotate.facts import AnnotatedArticle, Facts, PlacedNote
from onrecord.model import Correction, CorrectionKind, NoteKind, Quote, SourceKind, Unnamed
from onrecord.model.quotes import Original
from onrecord.text.frozen import replace
from tests.rig.linked_data import Node, facts_in, ids_described, ids_named, of_type
from tests.rig.linked_site import ADA, BASE, NEWS, article_of, nodes_at, small_site
from tests.rig.records import (
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
    source,
    span,
    written,
)


def quotation_of(one: Quote, language: str = "") -> Node:
    found = replace(placed(one.key, 1, one.wording.text), language=language)
    read = article("news", quotes=(one,), listings=(listing("ada"),))
    rest = (cited("paper", 1), cited("letter", 2))
    told = annotated("news", quotes=(found,), mentions=(mention("ada"),), sources=rest)
    (quotation,) = article_of(read, told, sources=(source("paper"), source("letter")))["hasPart"]
    assert isinstance(quotation, dict)
    return quotation


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("report", "ReportageNewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("background", "BackgroundNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("explainer", "NewsArticle"),
        ("transcript", "NewsArticle"),
    ],
)
def test_a_briefing_is_an_article_of_its_genre(genre: str, kind: str) -> None:
    told = article_of(replace(article("news"), genre=genre))
    assert (told["@type"], told["@id"]) == (kind, f"{NEWS}#article")


def test_a_briefing_says_what_its_head_says_and_leaves_out_what_is_not_known() -> None:
    full = replace(
        article("news", "2020-01-06", topics=("ports", "trade")),
        title=written("News  of the\u00a0port"),
        summary=written("A line."),
        place="Gate 4",
        updated=day("2020-01-07T08:00:00+01:00"),
        authors=(written("Ada the desk"), written("port")),
        language="fa",
    )
    told = article_of(full)
    assert told["headline"] == "News of the port"
    assert told["description"] == "A line."
    assert (told["datePublished"], told["dateModified"]) == (
        "2020-01-06",
        "2020-01-07T08:00:00+01:00",
    )
    assert (told["dateline"], told["contentLocation"]["name"]) == ("Gate 4", "Gate 4")
    assert (told["articleSection"], told["keywords"]) == (["ports"], ["ports", "trade"])
    assert told["inLanguage"] == "fa"
    assert told["author"] == [
        {"@type": "Person", "name": "Ada the desk"},
        {"@id": f"{BASE}actors/port/#actor"},
    ]
    assert told["isAccessibleForFree"] is True
    assert told["mainEntityOfPage"] == {"@id": NEWS}
    bare = article_of(article("news"))
    known = "@id @type datePublished headline inLanguage isAccessibleForFree mainEntityOfPage"
    assert bare.keys() == {*known.split(), "publisher", "url", "wordCount"}


def test_a_briefing_is_about_those_it_quotes_and_mentions_the_rest() -> None:
    listings = tuple(listing(one) for one in ("port", "ada", "nobody", "land"))
    said = (quote("news#a", "ada"),)
    nodes = nodes_at(
        small_site(article("news", listings=listings, quotes=said)), "/briefings/news/"
    )
    assert nodes[0]["about"] == [{"@id": f"{BASE}actors/ada/#actor"}]
    assert nodes[0]["mentions"] == [
        {"@id": f"{BASE}actors/port/#actor"},
        {"@id": f"{BASE}actors/land/#actor"},
    ]
    described = {node.get("@id"): (node["@type"], node.get("name")) for node in nodes}
    assert described[f"{BASE}actors/ada/#actor"] == ("Person", "Ada One")
    assert described[f"{BASE}actors/port/#actor"] == ("Corporation", "Port Co")
    assert described[f"{BASE}actors/land/#actor"] == ("Country", "The Land")
    assert len(ids_described(nodes)) == len(set(ids_described(nodes)))
    assert "A guard" not in {fact for _, fact in facts_in(nodes)}


def test_a_quote_has_its_speaker_its_circumstances_and_its_sources() -> None:
    one = replace(
        quote(
            "news#a", "ada", "Deine Wörter.", sources=("paper", "letter", "paper"), said="2020-01"
        ),
        place="Baghdad",
        about=(written("ada"), written("somebody")),
        original=Original(language="de", text="Die Wörter.", span=span()),
    )
    told = quotation_of(one, language="en-US")
    who = [{"@id": f"{BASE}actors/ada/#actor"}]
    assert told == {
        "@type": "Quotation",
        "@id": f"{NEWS}#q-a",
        "text": "Deine Wörter.",
        "creator": who,
        "spokenByCharacter": who,
        "about": who,
        "dateCreated": "2020-01",
        "inLanguage": "en-US",
        "locationCreated": {"@type": "Place", "name": "Baghdad"},
        "isBasedOn": [
            {"@id": f"{BASE}sources/paper/#source"},
            {"@id": f"{BASE}sources/letter/#source"},
        ],
        "translationOfWork": {"@type": "Quotation", "text": "Die Wörter.", "inLanguage": "de"},
    }


def test_of_a_quote_whose_day_is_not_known_no_day_is_told() -> None:
    assert "dateCreated" not in quotation_of(quote("news#a", "ada"))
    assert "dateCreated" not in quotation_of(quote("news#a", "ada", said="2020~"))
    assert quotation_of(quote("news#a", "ada", said="2020"))["dateCreated"] == "2020"


def test_a_speaker_who_is_not_named_is_credited_and_is_no_person() -> None:
    told = quotation_of(quote("news#a", Unnamed(label="a US official", span=span())))
    assert told["creditText"] == "A US official"
    assert not {"creator", "spokenByCharacter"} & told.keys()
    assert quotation_of(quote("news#a", "nobody"))["creditText"] == "A guard"


def test_a_paraphrase_is_no_quotation() -> None:
    one = replace(quote("news#a", "ada"), text=None, paraphrase=written("The port stays open"))
    read = article("news", quotes=(one,))
    told = annotated("news", quotes=(placed("news#a", 1, "the port stays open"),))
    assert "hasPart" not in article_of(read, told)


def test_words_repeated_from_another_briefing_keep_the_id_that_they_have_there() -> None:
    first = article("first", "2020-01-01", quotes=(quote("first#a", "ada"),))
    second = replace(article("news"), repeats=(written("first#a"),))
    read = content(first, second, actors=(ADA,))
    told = annotated("news", repeats=(placed("first#a"),))
    nodes = nodes_at(linked(read, told).value, "/briefings/news/")
    (quotation,) = nodes[0]["hasPart"]
    assert quotation["@id"] == f"{BASE}briefings/first/#q-a"
    assert ids_described(nodes).count(f"{BASE}actors/ada/#actor") == 1


SOURCES = [
    (SourceKind.ARTICLE, "NewsArticle"),
    (SourceKind.POST, "SocialMediaPosting"),
    (SourceKind.TV, "Clip"),
    (SourceKind.RADIO, "Clip"),
    (SourceKind.INTERVIEW, "CreativeWork"),
    (SourceKind.STATEMENT, "CreativeWork"),
    (SourceKind.PRESS_RELEASE, "DigitalDocument"),
    (SourceKind.LETTER, "Message"),
    (SourceKind.DOCUMENT, "DigitalDocument"),
    (SourceKind.LEAK, "DigitalDocument"),
    (SourceKind.REPORT, "Report"),
    (SourceKind.TREATY, "Legislation"),
    (SourceKind.LAW, "Legislation"),
    (SourceKind.COURT, "DigitalDocument"),
    (SourceKind.SPEECH, "CreativeWork"),
    (SourceKind.BOOK, "Book"),
    (SourceKind.VIDEO, "VideoObject"),
    (SourceKind.DATASET, "Dataset"),
    (SourceKind.WEB, "WebPage"),
    (SourceKind.OWN, "CreativeWork"),
]


def test_every_kind_of_source_is_a_work_of_its_kind() -> None:
    assert [kind for kind, _ in SOURCES] == list(SourceKind)
    every = tuple(source(kind.value, kind) for kind, _ in SOURCES)
    facts = Facts(sources=tuple(cited(one.id, number) for number, one in enumerate(every, 1)))
    told = article_of(article("news"), AnnotatedArticle("news", Body(), facts), sources=every)
    assert [work["@type"] for work in told["citation"]] == [kind for _, kind in SOURCES]


def test_a_source_is_the_same_thing_in_a_briefing_and_on_its_own_page() -> None:
    paper = replace(
        source("paper", title="All of it", url="https://paper.example/1", publisher="The Paper"),
        authors=(written("ada"), written("B. Writer")),
        published=day("2020-01-05"),
        archived_url="https://archive.example/1",
    )
    read = article("news", listings=(listing("ada"),))
    told = annotated("news", sources=(cited("paper"),), mentions=(mention("ada"),))
    dossier = small_site(read, told, sources=(paper,))
    (work,) = nodes_at(dossier, "/briefings/news/")[0]["citation"]
    assert work == {
        "@type": "NewsArticle",
        "@id": f"{BASE}sources/paper/#source",
        "name": "All of it",
        "url": "https://paper.example/1",
        "author": [{"@id": f"{BASE}actors/ada/#actor"}],
        "creditText": "B. Writer",
        "publisher": {"@type": "Organization", "name": "The Paper"},
        "datePublished": "2020-01-05",
        "archivedAt": "https://archive.example/1",
    }
    page = of_type(nodes_at(dossier, "/sources/paper/"), "WebPage")
    assert page["mainEntity"] == work
    gone = replace(paper, status="dead")
    (work,) = article_of(read, told, sources=(gone,))["citation"]
    assert "url" not in work


def test_corrections_are_told_in_the_words_of_their_box_and_updates_are_none() -> None:
    made = tuple(
        Correction(date=day(f"2020-01-{number}"), kind=kind, note=f"{kind.value}.", span=span())
        for number, kind in enumerate(CorrectionKind, 11)
    )
    dossier = small_site(replace(article("news"), corrections=made))
    told = nodes_at(dossier, "/briefings/news/")[0]
    assert [(one["text"], one["datePublished"]) for one in told["correction"]] == [
        ("retraction.", "2020-01-14"),
        ("clarification.", "2020-01-12"),
        ("correction.", "2020-01-11"),
    ]
    page = of_type(nodes_at(dossier, "/corrections/"), "CollectionPage")
    items = [entry["item"] for entry in page["mainEntity"]["itemListElement"]]
    assert [item["text"] for item in items] == ["retraction.", "clarification.", "correction."]
    assert {item["about"]["@id"] for item in items} == {f"{NEWS}#article"}


def noted(passage: str, verdict: str) -> list[Node]:
    note = PlacedNote(3, NoteKind.FACT_CHECK, passage, Body(), "", 1, (), verdict)
    facts = Facts(quotes=(placed("news#a", 1, "All of the ports are open"),), notes=(note,))
    read = article("news", quotes=(quote("news#a", "ada", said="2020-01-05"),))
    dossier = small_site(read, AnnotatedArticle("news", Body(), facts))
    nodes = nodes_at(dossier, "/briefings/news/")
    return [node for node in nodes if node["@type"] == "ClaimReview"]


def test_a_verdict_on_the_words_of_a_quote_reviews_the_claim_of_its_speaker() -> None:
    assert noted("ports are open", "mostly wrong") == [
        {
            "@type": "ClaimReview",
            "@id": f"{NEWS}#note-3",
            "url": f"{NEWS}#note-3",
            "author": {"@id": f"{BASE}#publisher"},
            "claimReviewed": "ports are open",
            "datePublished": "2020-01-06",
            "itemReviewed": {
                "@type": "Claim",
                "author": [{"@id": f"{BASE}actors/ada/#actor"}],
                "datePublished": "2020-01-05",
                "appearance": {"@id": f"{NEWS}#q-a"},
            },
            "reviewRating": {"@type": "Rating", "alternateName": "Mostly wrong"},
        }
    ]


def test_a_verdict_on_other_words_reviews_the_text_and_without_one_there_is_no_review() -> None:
    (review,) = noted("the sea is calm", "True")
    assert review["itemReviewed"] == {"@type": "Claim", "appearance": {"@id": f"{NEWS}#article"}}
    assert noted("ports are open", "") == []


def test_the_way_to_a_briefing_leads_from_the_front_page() -> None:
    way = of_type(nodes_at(small_site(article("news")), "/briefings/news/"), "BreadcrumbList")
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "The Record", BASE),
        (2, "Briefings", f"{BASE}briefings/"),
        (3, "News", NEWS),
    ]


def test_every_id_on_a_page_of_a_briefing_is_an_address_of_the_site() -> None:
    one = article("news", quotes=(quote("news#a", "ada", sources=("paper",)),))
    nodes = nodes_at(small_site(one, sources=(source("paper"),)), "/briefings/news/")
    assert len(ids_named(nodes)) >= 5
    assert all(one.startswith(BASE) for one in ids_named(nodes))
