from collections.abc import Iterable

import pytest

from onrecord.diagnostics import Diagnostic
from onrecord.enlist.assemble import assemble_cast
from onrecord.model import Actor, Article, OtherWording, Source, Unnamed
from onrecord.read.content import Broken
from onrecord.text.frozen import replace
from tests.rig.records import actor, article, content, listing, quote, role, source, span, written


def found_in(
    *articles: Article,
    actors: Iterable[Actor] = (),
    sources: Iterable[Source] = (),
    broken: Broken | None = None,
) -> tuple[Diagnostic, ...]:
    read = content(*articles, actors=actors, sources=sources)
    return assemble_cast(replace(read, broken=broken or Broken())).diagnostics


def test_an_unknown_speaker_is_an_error_with_the_closest_id() -> None:
    speaking = article("x", quotes=(quote("x#1", "jawad-telbawi"),))
    (found,) = found_in(speaking, actors=(actor("jawad-al-telbawi"),))
    assert found.code == "OR301"
    assert found.message == "unknown speaker “jawad-telbawi”; did you mean jawad-al-telbawi?"
    assert found.span == speaking.quotes[0].speakers[0].span


def test_a_name_where_an_id_belongs_is_answered_with_its_id() -> None:
    speaking = article("x", quotes=(quote("x#1", "Jawad Al Telbawi"),))
    (found,) = found_in(speaking, actors=(actor("j-t", "Jawad Al Telbawi"),))
    assert found.hint == "write j-t"


@pytest.mark.parametrize(
    "one",
    [
        article("x", listings=(listing("nobody"),)),
        article("x", quotes=(replace(quote("x#1"), on_behalf_of=written("nobody")),)),
    ],
)
def test_listed_actors_and_principals_must_be_known(one: Article) -> None:
    assert [found.code for found in found_in(one)] == ["OR301"]


def test_a_reference_to_what_a_broken_file_defines_is_silent() -> None:
    one = replace(
        article("x", quotes=(quote("x#1", "torn", sources=("burnt",)),)),
        authors=(written("to-rn"),),
    )
    broken = Broken(actors=frozenset({"torn", "to-rn"}), sources=frozenset({"burnt"}))
    assert found_in(one, broken=broken) == ()


def test_unknown_sources_are_errors_wherever_they_are_named() -> None:
    letter = replace(source("letter"), via=written("nowhere-1"))
    someone = actor("a", roles=(replace(role("Head"), source=written("nowhere-2")),))
    one = replace(
        article("x", quotes=(quote("x#1", "a", sources=("nowhere-3",)),)),
        source_ids=(written("nowhere-4"), written("letter")),
    )
    found = found_in(one, actors=(someone,), sources=(letter,))
    assert sorted(one.message for one in found) == [
        f"unknown source “nowhere-{number}”" for number in (1, 2, 3, 4)
    ]


def test_an_unknown_source_is_answered_with_the_closest() -> None:
    one = article("x", quotes=(quote("x#1", "a", sources=("leter",)),))
    (found,) = found_in(one, actors=(actor("a"),), sources=(source("letter"),))
    assert found.hint == (
        "write letter, or define leter in the article's sources:, or in a file of content/sources/"
    )


@pytest.mark.parametrize("text", ["adel-abdul-mahdy", "middle-east-desk", "Adel-abdul-mahdi"])
def test_text_that_looks_like_an_id_is_a_warning(text: str) -> None:
    one = replace(article("x"), authors=(written(text),))
    (found,) = found_in(one, actors=(actor("adel-abdul-mahdi"),))
    assert found.code == "OR309"


@pytest.mark.parametrize("text", ["Middle East desk", "Al-Monitor", "Reuters", "adel-abdul-mahdi"])
def test_a_name_and_a_known_id_are_taken_as_they_are(text: str) -> None:
    one = replace(article("x"), authors=(written(text),))
    assert found_in(one, actors=(actor("adel-abdul-mahdi"),)) == ()


def test_every_place_for_an_actors_id_is_looked_at() -> None:
    official = Unnamed(label="an official", at=written("lost"), span=span())
    record = replace(quote("x#1", official), about=(written("lost"),))
    entry = replace(listing("a"), at=written("lost"))
    one = article("x", listings=(entry,), quotes=(record,))
    assert [one.code for one in found_in(one, actors=(actor("a"),))] == ["OR301"] * 3


def test_every_place_for_an_id_or_a_text_is_looked_at() -> None:
    other = OtherWording(text="w", by=written("some-body"), span=span())
    record = replace(
        quote("x#1"), to=(written("some-where"),), via=written("some-where"), also=(other,)
    )
    letter = replace(
        source("letter"),
        authors=(written("some-one"),),
        publisher=written("some-co"),
        to=(written("some-body"),),
    )
    found = found_in(article("x", quotes=(record,)), sources=(letter,))
    assert [one.code for one in found] == ["OR309"] * 6


def test_a_quote_may_be_known_through_a_source() -> None:
    record = replace(quote("x#1"), via=written("state-tv-report"))
    assert found_in(article("x", quotes=(record,)), sources=(source("state-tv-report"),)) == ()


def test_the_publisher_of_the_site_is_looked_at() -> None:
    read = content()
    publisher = replace(read.site, publisher=written("the-record"))
    (found,) = assemble_cast(replace(read, site=publisher)).diagnostics
    assert found.code == "OR301"
