import pytest

from onrecord.enlist.cast import NoTarget, Target, TargetKind
from onrecord.enlist.ids import IdTable, tabulate_ids
from onrecord.enlist.merge import merge_actors, merge_sources
from onrecord.enlist.referred import referred_in
from onrecord.enlist.targets import (
    resolve_destination,
    resolve_mark,
    resolve_references,
    resolve_source,
)
from onrecord.model import Topic
from onrecord.read.content import Asset, Broken, Content, HeldBack
from onrecord.text.frozen import replace
from tests.rig.records import actor, article, content, day, quote, source, span

HERE = "content/articles/vote.md"


def table(read: Content) -> IdTable:
    actors = merge_actors(read.actors, read.articles).value
    return tabulate_ids(read, actors, merge_sources(read.sources, read.articles).value)


@pytest.fixture
def known() -> IdTable:
    read = content(
        article("vote", quotes=(quote("vote#expel", "iran"),), topics=("oil",)),
        article("iran"),
        article("strike", quotes=(quote("strike#dead", "iran"),)),
        actors=(
            actor("iran", "Iran", aliases=("Islamic Republic",)),
            actor("sami-1", "Sami Haddad", origin="profile"),
            actor("sami-2", "Sami Haddad"),
        ),
        sources=(source("letter", title="A letter"),),
    )
    return table(
        replace(
            read,
            topics=(
                Topic(id="deal", title="The deal", path="content/topics/deal.md", span=span()),
            ),
            assets=(Asset("articles/crowd.jpg", "d"), Asset("files/a b.pdf", "d")),
            held_back=(
                HeldBack(
                    "later", "content/articles/later.md", "L", "future", day("2030-01-01"), "then"
                ),
                HeldBack(
                    "draft", "content/articles/draft.md", "D", "draft", day("2020-01-01"), "now"
                ),
            ),
            broken=Broken(
                actors=frozenset({"torn"}),
                articles=frozenset({"shredded"}),
                quotes=frozenset({"vote#lost"}),
                sources=frozenset({"burnt"}),
            ),
        )
    )


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("iran", Target(TargetKind.ACTOR, "iran", "Iran")),
        ("Iran", Target(TargetKind.ACTOR, "iran", "Iran")),
        ("Islamic Republic", Target(TargetKind.ACTOR, "iran", "Islamic Republic")),
        ("strike", Target(TargetKind.BRIEFING, "strike", "Strike")),
        ("strike#dead", Target(TargetKind.QUOTE, "strike#dead", "Strike")),
        ("#expel", Target(TargetKind.QUOTE, "vote#expel", "Vote")),
        ("topic:deal", Target(TargetKind.TOPIC, "deal", "The deal")),
        ("topic:oil", Target(TargetKind.TOPIC, "oil", "oil")),
        ("source:letter", Target(TargetKind.SOURCE, "letter", "A letter")),
    ],
)
def test_a_mark_leads_where_its_words_say(known: IdTable, words: str, target: Target) -> None:
    assert resolve_mark(words, "vote", known) == target


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Sami Haddad", NoTarget(shared_by=("sami-1", "sami-2"))),
        ("irann", NoTarget(closest="Iran")),
        ("quite another thing", NoTarget()),
        ("strike#deed", NoTarget(closest="strike#dead")),
        ("strke#dead", NoTarget(closest="strike#dead")),
        ("later", NoTarget(held_back_until="then")),
        ("draft#x", NoTarget(held_back_until="now", is_draft=True)),
        ("torn", NoTarget(is_broken=True)),
        ("shredded#x", NoTarget(is_broken=True)),
        ("#lost", NoTarget(is_broken=True)),
        ("topic:oill", NoTarget(closest="oil", has_prefix=True)),
        ("source:leter", NoTarget(closest="letter", has_prefix=True)),
        ("source:burnt", NoTarget(is_broken=True, has_prefix=True)),
    ],
)
def test_a_mark_that_leads_nowhere_says_why(known: IdTable, words: str, reason: NoTarget) -> None:
    assert resolve_mark(words, "vote", known) == reason


def test_a_citation_needs_no_prefix(known: IdTable) -> None:
    assert resolve_source("letter", known) == Target(TargetKind.SOURCE, "letter", "A letter")
    assert resolve_source("leter", known) == NoTarget(closest="letter")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("strike.md", Target(TargetKind.BRIEFING, "strike", "Strike")),
        ("strike.md#more", Target(TargetKind.BRIEFING, "strike", "Strike", "more")),
        ("../actors/sami-1.md", Target(TargetKind.ACTOR, "sami-1", "Sami Haddad")),
        ("../topics/deal.md", Target(TargetKind.TOPIC, "deal", "The deal")),
        ("crowd.jpg", Target(TargetKind.ASSET, "articles/crowd.jpg")),
        ("/articles/crowd.jpg", Target(TargetKind.ASSET, "articles/crowd.jpg")),
        ("/media/articles/crowd.jpg", Target(TargetKind.ASSET, "articles/crowd.jpg")),
        ("../files/a%20b.pdf", Target(TargetKind.ASSET, "files/a b.pdf")),
        ("/articles/strike.md", Target(TargetKind.BRIEFING, "strike", "Strike")),
        ("/timeline/#y2020", Target(TargetKind.ADDRESS, "/timeline/", fragment="y2020")),
    ],
)
def test_a_destination_leads_to_the_file_it_names(
    known: IdTable, address: str, target: Target
) -> None:
    assert resolve_destination(address, HERE, known) == target


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("strik.md", NoTarget(closest="strike.md")),
        ("/articles/strik.md", NoTarget(closest="/articles/strike.md")),
        ("crowds.jpg", NoTarget(closest="crowd.jpg")),
        ("later.md", NoTarget(held_back_until="then")),
        ("2020-01-06-shredded.md", NoTarget(is_broken=True)),
        ("../../../etc/passwd", NoTarget()),
    ],
)
def test_a_destination_that_is_not_there_says_why(
    known: IdTable, address: str, reason: NoTarget
) -> None:
    assert resolve_destination(address, HERE, known) == reason


@pytest.mark.parametrize(
    "address", ["", "#part", "//example.org/x", "https://example.org/x.md", "mailto:a@b.org"]
)
def test_a_destination_outside_the_site_is_no_reference(known: IdTable, address: str) -> None:
    assert resolve_destination(address, HERE, known) is None


def test_references_are_gathered_once_in_order_and_marks_of_own_quotes_left_out(
    known: IdTable,
) -> None:
    found = resolve_references(
        referred_in("[[strike]] [[strike]] [[q:expel|words]] [x](crowd.jpg)", "[@letter]"),
        HERE,
        "vote",
        known,
    )
    assert [reference for reference, _ in found] == ["@letter", "crowd.jpg", "strike"]
