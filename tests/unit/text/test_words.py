"""Words are counted as a reader counts them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("It rained, and rained.", 4),
        ("“Well,” he said — twice", 4),
        ("a well-known minister’s e.g. 3.5", 5),
        ("either/or, yes—no, so--so", 6),
        ("… & …", 0),
        ("\ufffc two\u00a0words", 2),
    ],
)
def test_words_are_joined_by_single_signs(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text("ab1_é’'-.,—“” \n\ufffc\u0301\u00a0!/"))
def test_words_are_those_that_one_pattern_finds(text: str) -> None:
    assert count_words(text) == len(re.findall(r"\w+(?:[’'\-.,]\w+)*", text))
