"""The words of a body for the search."""

import time

import pytest

from onrecord.annotate.body import AssetAddress, Body, LinkClose, QuoteTag
from onrecord.pages.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>One</h2>\n<p>two <em>th</em>ree</p><p>four</p>", "One two three four"),
        ("<li>a</li><li>b</li><td>c</td><td>d</td>", "a b c d"),
        ("x<br>y &amp; &lt;b&gt; z", "x y & <b> z"),
        ("a<!-- <b>no</b> -->b<script>let c = 1 < 2;</script>d<style>e</style>f", "abdf"),
        ("a<script>never ended", "a"),
        ("a<!-- never ended", "a"),
        ("1 < 2, a<b and no end", "1 < 2, a<b and no end"),
        ("", ""),
    ],
)
def test_markup_is_left_out_and_words_stay_apart(html: str, text: str) -> None:
    assert plain_text(Body((html,))) == text


def test_what_is_filled_in_later_is_no_text() -> None:
    pieces = ("<p>said ", QuoteTag("x#q", is_recorded=True), "it", LinkClose(), '<img src="',
              AssetAddress("a.jpg"), '" alt="A crowd"> here</p>')  # fmt: skip
    assert plain_text(Body(pieces)) == "said it here"


@pytest.mark.parametrize("hostile", ["<a", "<!--", "<script>", "</", "<a<b>", "&"])
def test_no_text_takes_long(hostile: str) -> None:
    text = hostile * (200_000 // len(hostile))
    started = time.process_time()
    plain_text(Body((text,)))
    assert time.process_time() - started < 2
