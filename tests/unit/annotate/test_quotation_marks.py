"""Which quotation marks belong together."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotation_marks import Quotation, find_quotations
from tests.rig.counts import count


def _inside(text: str) -> list[str]:
    return [text[found.inner_start : found.inner_end] for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “yes,” then “no”.", ["yes,", "no"]),
        ('He said "yes," then "no".', ["yes,", "no"]),
        ("He said ‘yes’ and 'no'.", ["yes", "no"]),
        ("„Ja“, sagte er, „nein”.", ["Ja", "nein"]),
        ("‚Ja‘, sagte er, ‚nein’.", ["Ja", "nein"]),
        ("« Oui », dit-il, «non».", ["Oui", "non"]),
        ("»Ja«, sagte er, »nein«.", ["Ja", "nein"]),
        ("‹Oui›, »Ja ›jein‹ nein«", ["Oui", "Ja ›jein‹ nein", "jein"]),
        ("”Ja”, sade han.", ["Ja"]),
        ("「はい」と『いいえ』", ["はい", "いいえ"]),
        ("ما قال: «نعم» ثم “لا”", ["نعم", "لا"]),
        ("“typed twice with the first mark“ he said", ["typed twice with the first mark"]),
    ],
)
def test_marks_of_many_houses_are_paired(text: str, inside: list[str]) -> None:
    assert _inside(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He said ‘yes’ to us,” she said", ["He said ‘yes’ to us,", "yes"]),
        ("‘He said “yes” to us,’ she said", ["He said “yes” to us,", "yes"]),
        ("\"He said 'yes' to us,\" she said", ["He said 'yes' to us,", "yes"]),
        ("“A ‘b “c” d’ e”", ["A ‘b “c” d’ e", "b “c” d", "c"]),
        ("「a『b』c」", ["a『b』c", "b"]),
        ("“‘Yes,’ he said”", ["‘Yes,’ he said", "Yes,"]),
    ],
)
def test_nested_quotations_are_found_too(text: str, inside: list[str]) -> None:
    assert _inside(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "It’s the soldier's wife",
        "the soldiers’ coffins, the boss' car",
        "in the ’90s and the '60s",
        "'Tis the season, 'twas said, give 'em all",
        "rock 'n' roll",
        '5\'10" tall, a 5" gun',
        "Shi‘a and O’Neill’s",
        "‘90s music",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert _inside(text) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“the soldiers’ coffins”", ["the soldiers’ coffins"]),
        ("‘The soldiers’ coffins,’ he said.", ["The soldiers’ coffins,"]),
        ("'The soldiers' coffins,' he said.", ["The soldiers' coffins,"]),
        ("‘I’m sure it’s his,’ he said", ["I’m sure it’s his,"]),
        ("‘yes’ and ‘no’", ["yes", "no"]),
        ("“'Tis nothing,” he said", ["'Tis nothing,"]),
        ("“in the ’90s,” he said", ["in the ’90s,"]),
    ],
)
def test_an_apostrophe_within_a_quotation_does_not_end_it(text: str, inside: list[str]) -> None:
    assert _inside(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“never closed", []),
        ("never opened” at all", []),
        ('"never closed', []),
        ("“never closed and “closed” here", ["closed"]),
        ('"never closed and "closed" here, a 5" gun', ["closed"]),
        ("“closed with ‘an open one” inside", ["closed with ‘an open one"]),
        ('“” "" ‘’ “ ”', []),
        ('"never closed\nnext "closed" one', ["closed"]),
        ("‘never closed\nnext ‘closed’ one", ["closed"]),
    ],
)
def test_what_is_not_closed_is_no_quotation(text: str, inside: list[str]) -> None:
    assert _inside(text) == inside


def test_paragraphs_that_each_open_with_the_mark_are_one_quotation() -> None:
    text = "He said: “One.\n“Two.\n“Three,” and “four”."
    assert _inside(text) == ["One.\n“Two.\n“Three,", "four"]


def test_straight_marks_may_open_each_paragraph_too() -> None:
    assert _inside('"One.\n"Two," he said. "Three."') == ['One.\n"Two,', "Three."]


def test_nested_quotations_may_go_on_in_the_next_paragraph() -> None:
    assert _inside("“A ‘b.\n“‘C’ d”") == ["A ‘b.\n“‘C’ d", "b.\n“‘C"]


def test_a_quotation_may_run_into_the_next_paragraph_but_no_further() -> None:
    assert _inside("“One.\nTwo.”") == ["One.\nTwo."]
    assert _inside("“One.\nTwo.\nThree.”") == []


def test_a_quotation_that_opens_anew_is_not_the_unclosed_one_above() -> None:
    assert _inside("“One.\nHe said “two.” three.”") == ["two."]
    assert _inside("“One.\nTwo.\n“Three.”") == ["Three."]


def test_paragraphs_with_quotations_of_their_own_stay_apart() -> None:
    assert _inside("“One.”\n“Two.”\n“Three.”") == ["One.", "Two.", "Three."]


def test_marks_beside_opaque_things_and_brackets_are_judged_rightly() -> None:
    assert _inside('\ufffc"yes" ("no") ["so"]—"still"') == ["yes", "no", "so", "still"]
    assert _inside("“yes”\ufffc then “no\ufffc”") == ["yes", "no\ufffc"]


def test_the_range_holds_the_marks() -> None:
    assert find_quotations("a « b » c") == (Quotation(2, 7, 4, 5),)


MARKS = "“”„«»‹›‘’‚「」『』\"'"
TEXTS = st.text(alphabet=MARKS + "as .,\n\ufffc", max_size=40)


@given(TEXTS)
def test_quotations_stand_side_by_side_or_one_within_the_other(text: str) -> None:
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda quotation: quotation.start)
    for number, one in enumerate(found):
        assert one.start < one.inner_start < one.inner_end < one.end <= len(text)
        assert text[one.start] in MARKS
        assert text[one.end - 1] in MARKS
        assert text[one.inner_start : one.inner_end].strip()
        for other in found[number + 1 :]:
            assert other.start >= one.end or (one.start < other.start and other.end < one.end)


@given(
    st.lists(
        st.sampled_from(["He said", "“yes”", "“no,”", "'so'", "it’s", '"well"', "«a»"]), max_size=9
    )
)
def test_every_complete_quotation_is_found(pieces: list[str]) -> None:
    quoted = [piece[1:-1] for piece in pieces if piece[0] in MARKS]
    assert _inside(" ".join(pieces)) == quoted


@pytest.mark.parametrize("mark", [*MARKS, "“‘", "‘”", "“a", "'a ", '"a\n', "“\n", "s’ a"])
def test_many_marks_take_time_that_grows_with_their_number(mark: str) -> None:
    number = count("marks of a text that is full of them")
    started = time.process_time()
    find_quotations(mark * number)
    assert time.process_time() - started < 10 * number / 100_000
