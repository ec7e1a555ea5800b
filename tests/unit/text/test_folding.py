"""Folding: what typography changes folds together, and every folded character knows its origin."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.folding import fold

PIECES = (
    "a", "B", "é", "e\u0301", "\u1e9b\u0323", "İ", "ß", "가", "\u1100\u1161\u11a8", "क\u093c", "\u0958", " ",
    "\u00a0", "\n", "\u2003", "\t", "…", "...", "“", "”", "'", "’", "—", "-", "\u00ad", "\u200b", "\u200d",
    "\ufeff", "\ufffc", "\U0001f600", "?", "\u0301", "\u0344", "\u212b",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“a” «b» „c‟ 「d」『e』", '"a" "b" "c" "d""e"'),
        ("‘a’ ‚b‛ ‹c› d′", "'a' 'b' 'c' d'"),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("a \u00a0\n\t b\u2003c", "a b c"),
        ("wait… what", "wait... what"),
        ("sol\u00addiers zero\u200bwidth \ufeffmark", "soldiers zerowidth mark"),
        ("cafe\u0301 A\u030angstro\u0308m", "café Ångström"),
        ("İstanbul STRASSE ß", "İstanbul STRASSE ß"),
        ("a \u200b b", "a b"),
        ("\ufffc", "\ufffc"),
        ("", ""),
    ],
)
def test_what_typography_changes_folds_together(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_plain_text_needs_no_map_of_its_own() -> None:
    folded = fold("He said so, twice.\n")
    assert folded.text == "He said so, twice. "
    plain = fold("He said so, twice.")
    assert plain.offsets == range(19)


def test_a_folded_range_leads_back_to_the_original() -> None:
    text = "He  said:\u00a0“Sol\u00addie\u0301rs… go”"
    folded = fold(text)
    start = folded.text.index("Sol")
    original = folded.original_range(start, start + len("Soldiérs..."))
    assert text[slice(*original)] == "Sol\u00addie\u0301rs…"


def test_a_run_of_spaces_is_where_it_begins() -> None:
    assert list(fold("a \u00a0 b").offsets) == [0, 1, 4, 5]


def test_a_part_of_an_ellipsis_leads_back_to_the_whole() -> None:
    folded = fold("a…b")
    assert folded.original_range(1, 2) == (1, 2)
    assert folded.original_range(0, 2) == (0, 2)


def test_an_empty_range_leads_back_to_an_empty_one() -> None:
    assert fold("a…b").original_range(4, 4) == (2, 2)


@given(TEXTS)
def test_the_map_grows_with_the_text_and_covers_it(text: str) -> None:
    folded = fold(text)
    offsets = list(folded.offsets)
    assert len(offsets) == len(folded.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(normalize("NFD", text)).text == fold(normalize("NFC", text)).text


@given(TEXTS, st.data())
def test_the_original_of_a_range_folds_to_what_holds_that_range(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.original_range(start, end)
    again = fold(text[first:last]).text
    if start < end:
        assert folded.text[start:end] in again or folded.text[start:end] in normalize("NFC", again)
