from onrecord.link.sources import LONGEST_CHAIN, chain_of, check_chains
from onrecord.model import Source
from tests.rig.records import (
    actor,
    annotated,
    article,
    cited,
    content,
    linked,
    placed,
    quote,
    source,
)


def known(*sources: Source) -> dict[str, Source]:
    return {one.id: one for one in sources}


def test_a_chain_names_the_nearest_account_first() -> None:
    sources = known(source("a", via="b"), source("b", via="c"), source("c"))
    assert chain_of(sources["a"], sources) == ("b", "c")
    assert chain_of(sources["c"], sources) == ()


def test_a_circle_is_one_error_that_shows_every_member() -> None:
    sources = known(
        source("a", via="b"),
        source("b", via="c"),
        source("c", via="b"),
        source("d", via="a"),
        source("e", via="f"),
        source("f"),
    )
    (found,) = check_chains(sources)
    assert found.code == "OR403"
    assert found.message.endswith("b via c via b")
    assert chain_of(sources["a"], sources) == ("b", "c")


def test_a_source_read_through_itself_is_a_circle() -> None:
    (found,) = check_chains(known(source("a", via="a")))
    assert found.message.endswith("a via a")


def test_a_chain_that_ends_is_no_circle() -> None:
    assert not list(check_chains(known(source("a", via="b"), source("b", via="lost"))))


def test_a_chain_is_followed_for_a_dozen_accounts() -> None:
    sources = known(*(source(f"s{number}", via=f"s{number + 1}") for number in range(50)))
    assert len(chain_of(sources["s0"], sources)) == LONGEST_CHAIN


def test_a_source_knows_its_uses_and_quotes_newest_first() -> None:
    old = article("old", "2020-01-05", quotes=(quote("old#1", "a", sources=("letter",)),))
    new = article("new", "2020-01-06", quotes=(quote("new#1", "a", sources=("letter",)),))
    dossier = linked(
        content(old, new, actors=(actor("a"),), sources=(source("letter"),)),
        annotated("old", quotes=(placed("old#1"),), sources=(cited("letter", 3, uses=2),)),
    ).value
    record = dossier.sources["letter"]
    assert [(use.article, use.number, len(use.sightings)) for use in record.uses] == [
        ("new", 1, 0),
        ("old", 3, 2),
    ]
    assert record.quotes == ("new#1", "old#1")
