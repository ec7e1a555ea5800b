"""Sentences begin and end where a reader would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import Sentences, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came.", "She went!", "Why?", "Nobody knows"],
        ["Mr. Telbawi met Gen. Soleimani and Dr. No.", "They talked."],
        ["The U.S. Army left.", "It came back to the U.S. The rest stayed."],
        ["George W. Bush spoke.", "J. R. R. Tolkien did not."],
        ["He said: “We will act.”", "Then he left."],
        ["“Who?” he asked."],
        ["He said “no.” and left."],
        ["Wait… what?", "Well...", "Nobody came."],
        ["On Jan. 3 at 1.30 a.m. the drone came.", "It cost $3.5 million."],
        ["He said no.", "Nobody disagreed."],
        ["No. 5 is alive."],
        ["It was made by Acme Inc. of Ohio.", "Others came from Acme Inc.", "They failed."],
        ["من قال ذلك؟", "لا أحد۔", "انتهى"],
        ["他说不。", "真的！", "是吗？"],
        ["« Oui.\u00a0»", "Non."],
        ["He said so.\ufffc", "She did not."],
        ["(He left.)", "She stayed."],
        ["Really?!", "Yes."],
    ],
)
def test_sentences_end_where_a_reader_says(sentences: list[str]) -> None:
    glue = "" if "他" in sentences[0] else " "
    text = glue.join(sentences)
    parts = [text[start:end] for start, end in split_sentences(text)]
    joined_by_us = [part.replace("U.S. The rest", "U.S.|The rest").split("|") for part in sentences]
    assert parts == [piece for pieces in joined_by_us for piece in pieces]


def test_a_line_ends_a_sentence() -> None:
    text = "A heading\nA paragraph. More\n\nlast"
    parts = [text[start:end] for start, end in split_sentences(text)]
    assert parts == ["A heading", "A paragraph.", "More", "last"]


TEXT = "One two. Three four? Five.\nSix."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("two", "One two."),
        ("Three", "Three four?"),
        ("four?", "Three four?"),
        ("two. Three", "One two. Three four?"),
        ("Six", "Six."),
        ("Five.\nSix", "Five.\nSix."),
    ],
)
def test_the_sentence_around_a_range(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    around = Sentences(TEXT).around(start, start + len(words))
    assert TEXT[slice(*around)] == sentence


def test_the_sentence_around_an_empty_range() -> None:
    assert Sentences(TEXT).around(10, 10) == (9, 20)
    assert Sentences("").around(0, 0) == (0, 0)


@given(st.text(alphabet="aB1.?!… \n“”'。\ufffc", max_size=60))
def test_sentences_hold_all_words_in_order_and_never_overlap(text: str) -> None:
    last = 0
    for start, end in split_sentences(text):
        assert last <= start < end
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@given(st.text(alphabet="aB. \n?", max_size=40), st.data())
def test_the_sentence_around_a_range_holds_the_range(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = Sentences(text).around(start, end)
    assert first <= start <= end <= last
