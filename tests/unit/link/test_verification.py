import pytest

from onrecord.link.dossier import Dossier, VerifiedState
from onrecord.model import Original, Quote
from onrecord.read.content import Snapshot
from onrecord.text.frozen import replace
from tests.rig.records import actor, article, content, day, linked, quote, source, span, written

COPY = "He spoke.\n\n“All the options are\non the table,” he said.\n\nهمه گزینه‌ها روی میز است"


def dossier(*quotes: Quote, accessed: str = "2020-01-07") -> Dossier:
    letter = replace(source("letter"), accessed=day(accessed) if accessed else None)
    read = content(
        article("x", quotes=quotes), actors=(actor("a"),), sources=(letter, source("other"))
    )
    copy = Snapshot("letter", "content/archive/letter.txt", COPY, "5ha")
    return linked(replace(read, snapshots=(copy,))).value


def said(quote_id: str, text: str, *sources: str) -> Quote:
    return quote(f"x#{quote_id}", "a", text, sources=sources or ("letter",))


def state(one: Quote, accessed: str = "2020-01-07") -> VerifiedState:
    return dossier(one, accessed=accessed).quotes[one.key].verified


def test_words_in_the_copy_match_with_its_date_and_digest() -> None:
    assert state(said("1", "all the options are on the table")) == VerifiedState(
        "matches", day("2020-01-07"), "5ha"
    )


def test_words_that_are_not_in_the_copy_differ() -> None:
    assert state(said("1", "all options are on the table")).state == "differs"


def test_one_copy_that_matches_is_enough() -> None:
    assert state(said("1", "on the table", "other", "letter")).state == "matches"


@pytest.mark.parametrize("sources", [("other",), ()])
def test_without_a_copy_nothing_is_claimed(sources: tuple[str, ...]) -> None:
    one = quote("x#1", "a", "on the table", sources=sources)
    assert state(one) == VerifiedState("no-copy")


def test_a_copy_without_a_date_is_none() -> None:
    assert state(said("1", "on the table"), accessed="").state == "no-copy"


def test_a_paraphrase_is_not_compared() -> None:
    one = replace(said("1", "x"), text=None, paraphrase=written("He threatened."))
    assert state(one).state == "not-compared"


def test_a_translation_is_compared_by_its_original_words() -> None:
    translated = said("1", "Every option is open")
    with_words = Original(language="fa", text="گزینه‌ها روی میز است", span=span())
    assert state(replace(translated, original=with_words)).state == "matches"
    other_words = replace(with_words, text="چیز دیگری")
    assert state(replace(translated, original=other_words)).state == "differs"
    without = replace(with_words, text="")
    assert state(replace(translated, original=without)).state == "not-compared"


def test_a_source_counts_how_many_of_its_quotes_match() -> None:
    record = dossier(
        said("1", "on the table"),
        said("2", "on the chair"),
        said("3", "he said"),
        said("4", "elsewhere", "other"),
    ).sources["letter"]
    assert (record.matching, record.checked, record.saved) == (2, 3, day("2020-01-07"))
