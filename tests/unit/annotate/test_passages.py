"""Passages are found word for word, and nothing else is."""

import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.passages import Haystack, Passage
from onrecord.text.folding import Folded, fold
from tests.rig.counts import count

BODY = """\
“All retaliation options are on the table,” Jawad al‑Telbawi told us. The cat sat in the catalogue.
The soldiers’ cof\u00adfins… will  go home — all of them. Why? He [Trump] said [a]ll is well; we want[ed] peace.
“Our revenge is near.
“It will be great,” he said. [The general] was calm. The end?"""


def find_passages(
    folded: Folded, wanted: str, blocks: Sequence[tuple[int, int]]
) -> tuple[Passage, ...]:
    return Haystack(folded, blocks).find(wanted)


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks, start = [], 0
    for block in text.split("\n"):
        blocks.append((start, start + len(block)))
        start += len(block) + 1
    return blocks


def _found(wanted: str, text: str = BODY) -> list[str]:
    places = find_passages(fold(text), wanted, _blocks(text))
    return [text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("All retaliation options are on the table", "All retaliation options are on the table"),
        ("The soldiers' coffins... will go home", "The soldiers’ cof\u00adfins… will  go home"),
        ("go home – all of them", "go home — all of them"),
        ("al-Telbawi", "al‑Telbawi"),
        ("calm. The end?", "calm. The end?"),
    ],
)
def test_typography_makes_no_difference(wanted: str, words: str) -> None:
    assert _found(wanted) == [words]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("options are on the table.", "options are on the table"),
        ("options are on the table,", "options are on the table,"),
        ("…options are on the table…", "options are on the table"),
        ("— options are on the table —", "options are on the table"),
        ("options are on the table;:", "options are on the table"),
        ("all is well.", "[a]ll is well"),
        ("the soldiers’ coffins", "The soldiers’ cof\u00adfins"),
        ("Options are on the table", "options are on the table"),
        ("(options are", None),
        ("options Are on the table", None),
    ],
)
def test_soft_punctuation_and_the_first_letter_may_differ(wanted: str, words: str | None) -> None:
    assert _found(wanted) == ([] if words is None else [words])


@pytest.mark.parametrize("wanted", ["Why.", "Why!", "The end.", "on the table!", "on the table?"])
def test_question_and_exclamation_marks_match_only_themselves(wanted: str) -> None:
    assert _found(wanted) == []


def test_words_before_a_question_mark_may_be_quoted_without_it() -> None:
    assert _found("Why") == ["Why"]
    assert _found("Why?") == ["Why?"]


@pytest.mark.parametrize(
    ("wanted", "times"), [("cat", 1), ("catalog", 0), ("he", 2), ("hem", 0), ("ome", 0)]
)
def test_nothing_is_found_inside_a_word(wanted: str, times: int) -> None:
    assert len(_found(wanted)) == times


def test_a_combining_mark_belongs_to_its_word() -> None:
    assert _found("हिन्द", "हिन्दी") == []
    assert _found("हिन्दी", "हिन्दी") == ["हिन्दी"]
    assert _found("x", "x\u0323") == []
    assert _found("كتاب", "والكتاب كتاب") == ["كتاب"]


def test_scripts_without_spaces_have_no_word_boundary() -> None:
    assert _found("东京", "我在东京住") == ["东京"]
    assert _found("abc", "在abc住") == ["abc"]
    assert _found("住", "abcd在住") == ["住"]
    assert _found("bc在", "abc在") == []
    assert _found("b", "abb在b住") == ["b"]


def test_a_passage_may_cross_paragraphs() -> None:
    assert _found("in the catalogue. The soldiers’") == ["in the catalogue.\nThe soldiers’"]


def test_the_marks_that_reopen_a_quotation_are_passed_over() -> None:
    assert _found("Our revenge is near. It will be great") == [
        "Our revenge is near.\n“It will be great"
    ]


@pytest.mark.parametrize("gap", ["[...]", "[…]", "...", "…", "[ … ]", ". . ."])
def test_a_gap_stands_for_any_words_within_a_block(gap: str) -> None:
    assert _found(f"all retaliation {gap} the table") == [
        "All retaliation options are on the table"
    ]
    assert _found(f"retaliation {gap} coffins") == []


def test_a_gap_stands_for_no_words_too() -> None:
    assert _found("retaliation […] options") == ["retaliation options"]


def test_a_gap_is_as_short_as_it_can_be() -> None:
    text = "We are here. We want peace. We want revenge. We go."
    assert _found("we […] revenge", text) == ["We want revenge"]
    assert _found("we […] go", text) == ["We go"]
    assert _found("here […] want […] We", text) == ["here. We want peace. We"]


def test_after_a_gap_the_case_of_letters_counts() -> None:
    assert _found("retaliation […] On the table") == []


def test_gaps_at_the_ends_are_left_out() -> None:
    assert _found("[…] retaliation options […]") == ["retaliation options"]


def test_a_wanted_gap_meets_the_gap_of_the_body() -> None:
    assert _found("a b […] c", "A b […] c") == ["A b […] c"]
    assert _found("a b c", "A b […] c") == []


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("all is well", "[a]ll is well"),
        ("All is well", "[a]ll is well"),
        ("[A]ll is well", "[a]ll is well"),
        ("said [A]ll is well", "said [a]ll is well"),
        ("said All is well", "said [a]ll is well"),
        ("we wanted peace", "we want[ed] peace"),
        ("[A]ll retaliation options", "All retaliation options"),
        ("table,” [J]awad", "table,” Jawad"),
        ("table,” [j]awad", "table,” Jawad"),
        ("table,” jawad", None),
    ],
)
def test_letters_in_brackets_stand_for_the_letters_of_either_case(
    wanted: str, words: str | None
) -> None:
    assert _found(wanted) == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("He said all", "He [Trump] said [a]ll"),
        ("He [Trump] said all", "He [Trump] said [a]ll"),
        ("he [trump] said all", "He [Trump] said [a]ll"),
        ("He [Obama] said all", None),
        ("retaliation [or other] options", "retaliation options"),
        ("[The general] was calm", "[The general] was calm"),
        ("was calm", "was calm"),
        ("great,” he said [later]", "great,” he said"),
        ("Why? He [Trump]", "Why? He [Trump]"),
        ("[Trump]", None),
    ],
)
def test_an_insertion_meets_the_same_one_or_nothing(wanted: str, words: str | None) -> None:
    assert _found(wanted) == ([] if words is None else [words])


@pytest.mark.parametrize("wanted", ["", " ", "…", "[…]", ". , ;", "[Trump]", "—", "?", "“", "”!"])
def test_nothing_is_found_for_no_words(wanted: str) -> None:
    assert _found(wanted) == []


def test_opaque_things_never_match() -> None:
    assert _found("a b", "a \ufffc b a\ufffcb") == []


def test_all_places_are_found_in_order() -> None:
    assert _found("a b", "A b, a b. a ba b") == ["A b", "a b"]
    places = find_passages(fold("x a x"), "x", ())
    assert [(place.start, place.end) for place in places] == [(0, 1), (4, 5)]


def test_characters_that_grow_in_lower_case_keep_their_place() -> None:
    assert _found("the İstanbul declaration", "İİ. The İstanbul declaration.") == [
        "The İstanbul declaration"
    ]


WORDS = (
    "all",
    "All",
    "[a]ll",
    "is",
    "[x]",
    "well",
    "Why?",
    "a",
    "“",
    "”",
    "—",
    "…",
    "\n",
    "İ",
    "é",
    "e\u0301",
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(TEXTS, st.data())
def test_any_run_of_whole_words_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    plain = text.replace("[", "").replace("]", "").replace("…", "")
    words = [(at, at + len(word)) for at, word in _words(plain)]
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    wanted = plain[words[first][0] : words[last][1]]
    places = find_passages(fold(plain), wanted, _blocks(plain))
    assert any(place.start <= words[first][0] < place.end for place in places) or any(
        fold(plain[place.start : place.end]).text.lower() == fold(wanted).text.lower()
        for place in places
    )


def _words(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for word in text.split(" "):
        if any(char.isalnum() for char in word):
            found.append((start, word))
        start += len(word) + 1
    return found


@given(TEXTS, TEXTS)
def test_what_is_found_begins_and_ends_with_the_wanted_words(text: str, wanted: str) -> None:
    for place in find_passages(fold(text), wanted, _blocks(text)):
        words = text[place.start : place.end]
        assert words == words.strip()
        asked, here = _letters(wanted), _letters(words)
        bare = _letters(wanted.replace("[x]", ""))
        if words[0].isalnum():
            assert here[0] in (asked[0], bare[0])
        if words[-1].isalnum():
            assert here[-1] in (asked[-1], bare[-1])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).text.lower()))


@given(TEXTS, TEXTS)
def test_passages_of_one_search_never_overlap(text: str, wanted: str) -> None:
    last = 0
    for place in find_passages(fold(text), wanted, _blocks(text)):
        assert last <= place.start < place.end <= len(text)
        last = place.end


def test_a_thousand_quotes_are_found_in_two_hundred_kilobytes_in_two_seconds() -> None:
    chance = random.Random(4711)  # noqa: S311 - a text, not a secret
    letters = "abcdefghij"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 8))) for _ in range(3000)]
    words = chance.choices(vocabulary, k=34_000)
    text = " ".join(words)
    haystack = Haystack(fold(text), [(0, len(text))])
    wanted = []
    for number in range(1000):
        at = chance.randrange(len(words) - 10)
        run = words[at : at + 8]
        wanted.append(" ".join(run if number % 2 else [*run[:3], "[…]", *run[5:]]))
    started = time.process_time()
    assert all(haystack.find(quote) for quote in wanted)
    assert not any(haystack.find(f"{quote} zzz") for quote in wanted)
    assert time.process_time() - started < 4


LENGTH = count("characters of a hostile haystack")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a " * (LENGTH // 2), "a […] b"),
        ("a " * (LENGTH // 2), "a […] a a b"),
        ("a b " * (LENGTH // 4), "a […] b […] c"),
        ("a" * LENGTH, "a"),
        ("a " * (LENGTH // 2), "A a " * (LENGTH // 10) + "A"),
        ("a\n" * (LENGTH // 2), "a […] a"),
        ("[a] " * (LENGTH // 4), "a […] [a]"),
        ("[" * LENGTH, "[[["),
        ("a. " * (LENGTH // 4), ". . . a . . . b"),
        ("\u0301" * LENGTH, "a"),
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_time_that_grows_with_its_length(text: str, wanted: str) -> None:
    started = time.process_time()
    find_passages(fold(text), wanted, _blocks(text))
    assert time.process_time() - started < 10 * LENGTH / 200_000
