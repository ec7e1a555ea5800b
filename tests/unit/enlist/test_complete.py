import pytest

from onrecord.enlist.assemble import assemble_cast
from onrecord.model import Article, Quote, SourceKind, Unnamed
from onrecord.text.frozen import replace
from tests.rig.records import (
    actor,
    article,
    content,
    day,
    enlisted,
    listing,
    quote,
    source,
    span,
    written,
)


def completed(record: Quote, kind: SourceKind) -> Quote:
    described = replace(
        source("aired", kind),
        published=day("2020-01-06"),
        place="Tehran",
        to=(written("state television"),),
        language="fa",
    )
    speaking = article("talk", quotes=(record,))
    read = content(speaking, actors=(actor("esmail-qaani"),), sources=(described,))
    return assemble_cast(read).value.articles[0].article.quotes[0]


@pytest.mark.parametrize(
    "kind",
    [
        SourceKind.TV,
        SourceKind.RADIO,
        SourceKind.INTERVIEW,
        SourceKind.SPEECH,
        SourceKind.STATEMENT,
        SourceKind.POST,
        SourceKind.LETTER,
    ],
)
def test_a_quote_takes_from_a_primary_source_what_nothing_nearer_says(kind: SourceKind) -> None:
    taken = completed(quote("talk#act", "esmail-qaani", sources=("aired",)), kind)
    assert taken.medium == kind.value
    assert taken.said == day("2020-01-06")
    assert taken.place == "Tehran"
    assert [to.text for to in taken.to] == ["state television"]
    assert taken.language == "fa"


@pytest.mark.parametrize("kind", [SourceKind.ARTICLE, SourceKind.REPORT, SourceKind.PRESS_RELEASE])
def test_a_quote_takes_nothing_from_other_sources(kind: SourceKind) -> None:
    record = quote("talk#act", "esmail-qaani", sources=("aired",))
    assert completed(record, kind) == record


def test_what_the_record_says_wins_over_its_source() -> None:
    record = replace(
        quote("talk#act", "esmail-qaani", sources=("aired",), said="2020-01-05"), place="Qom"
    )
    taken = completed(record, SourceKind.TV)
    assert (taken.said, taken.place) == (day("2020-01-05"), "Qom")


def listed(one: Article) -> list[str]:
    read = content(one, actors=[actor(name) for name in ("a", "b", "c", "d", "e")])
    return [entry.id for entry in enlisted(read).articles[0].article.listings]


def test_actors_are_listed_by_entry_then_by_speaking_then_by_mark() -> None:
    speaking = replace(quote("x#1", "b"), on_behalf_of=written("c"))
    assert listed(
        article("x", body="[[e]] [[d]] [[a]]", listings=(listing("a"),), quotes=(speaking,))
    ) == ["a", "b", "c", "e", "d"]


def test_who_is_spoken_to_or_about_is_not_listed() -> None:
    speaking = replace(quote("x#1", "a"), to=(written("b"),), about=(written("c"),))
    one = replace(article("x", quotes=(speaking,)), authors=(written("d"),))
    assert listed(one) == ["a"]


def test_an_unnamed_speaker_is_not_listed() -> None:
    official = Unnamed(label="a senior official", span=span())
    assert listed(article("x", quotes=(quote("x#1", official),))) == []


def test_two_entries_of_one_actor_are_one() -> None:
    entries = (listing("a", called=("A",)), listing("a", role="head", called=("B",)))
    read = content(article("x", listings=entries), actors=(actor("a"),))
    (entry,) = enlisted(read).articles[0].article.listings
    assert entry.called == ("A", "B")
    assert entry.role is not None
    assert entry.role.text == "head"
