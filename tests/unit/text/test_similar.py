"""What was probably meant."""

import pytest

from onrecord.text.similar import Passages, closest, closest_passage, tell_difference

ACTORS = ["qassem-soleimani", "abu-mahdi-al-muhandis", "donald-trump", "iran", "iraq"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qasem-soleimani", "qassem-soleimani"),
        ("Donald-Trump", "donald-trump"),
        ("donlad-trump", "donald-trump"),
        ("irn", "iran"),
        ("soleimani", "qassem-soleimani"),
        ("al-muhandis", "abu-mahdi-al-muhandis"),
    ],
)
def test_the_closest_word_is_what_was_meant(typed: str, meant: str) -> None:
    assert closest(typed, ACTORS) == meant


@pytest.mark.parametrize("typed", ["haider-al-abadi", "", "…", "x"])
def test_nothing_is_suggested_where_nothing_is_near(typed: str) -> None:
    assert closest(typed, ACTORS) is None


def test_a_word_that_several_hold_suggests_none_of_them() -> None:
    assert closest("bush", ["george-w-bush", "george-h-w-bush"]) is None


def test_of_two_equally_close_words_the_first_of_the_alphabet_is_meant() -> None:
    assert closest("irax", ["iraq", "iran"]) == "iran"
    assert closest("irax", ["iran", "iraq"]) == "iran"


def test_nothing_is_suggested_from_nothing() -> None:
    assert closest("iran", []) is None


SENTENCES = [
    "The room was full, and the mood was grim.",
    "All retaliation options are on the table, Jawad al-Telbawi told us.",
    "The table was set for the guests of the day.",
    "No.",
    "Nobody spoke.",
]


def test_the_closest_passage_shares_the_rare_words() -> None:
    found = closest_passage("All retaliatory options are on the table", SENTENCES)
    assert found is not None
    index, percent = found
    assert index == 1
    assert 85 < percent < 100


def test_words_that_stand_there_are_wholly_close() -> None:
    assert closest_passage("options are on the TABLE", SENTENCES) == (1, 100)


def test_a_short_sentence_is_not_close_to_a_long_quote_that_holds_it() -> None:
    assert closest_passage("We told them no. We meant every word", ["No.", "Yes."]) is None


def test_no_passage_is_close_to_foreign_words() -> None:
    assert closest_passage("Ceterum censeo", SENTENCES) is None
    assert closest_passage("", SENTENCES) is None
    assert closest_passage("options", []) is None


def test_of_the_sentences_only_the_five_with_the_rarest_words_are_compared() -> None:
    common = [f"the of and in {number}" for number in range(50)]
    passages = Passages([*common, "coffins of lead"])
    found = passages.closest("coffins of lead and in the")
    assert found is not None
    assert found[0] == 50


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ("a b c", "a x c", ["a has “b”, b “x”"]),
        ("We cannot afford it", "We can not afford it", ["a has “cannot”, b “can not”"]),
        ("a b c", "a c", ["a has “a b c”, b “a c”"]),
        ("a c", "a b c", ["a has “a c”, b “a b c”"]),
        ("a b", "a", ["a has “a b”, b “a”"]),
        ("all is", "Then he said that all of it is", ["a has “all is”, b “all of it is”"]),
        ("in the port", "as in a port of ours", ["a has “the”, b “a”"]),
        ("all of a table", "All of the table.", ["a has “a table”, b “the table”"]),
        ("of a table", "of the tables.", ["a has “a table”, b “the tables”"]),
        ("a b c d", "x b y d", ["a has “a”, b “x”", "a has “c”, b “y”"]),
    ],
)
def test_a_small_difference_is_told_in_words(expected: str, found: str, told: list[str]) -> None:
    assert tell_difference(expected, found, "a", "b").splitlines() == told


@pytest.mark.parametrize(
    ("expected", "found", "shown"),
    [
        ("a b c d e f g", "x b x d x f x", "[-a-] {+x+} b [-c-] {+x+} d [-e-] {+x+} f [-g-] {+x+}"),
        ("a b", "a b", "a b"),
        ("all of it", "All of it.", "[-all-] {+All+} of [-it-] {+it.+}"),
        ("don't — go", "don’t – go", "don’t – go"),
        ("on the table", "on the table as we told you", "on the table {+as we told …+}"),
        ("the table", "we told you all of the table", "{+… you all of+} the table"),
        ("", "", ""),
    ],
)
def test_many_differences_are_shown_in_the_whole(expected: str, found: str, shown: str) -> None:
    head = "[-these words-] stand in a alone, {+these+} in b:"
    assert tell_difference(expected, found, "a", "b") == f"{head}\n{shown}"
