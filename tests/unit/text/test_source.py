"""Files decoded, and the places in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.source import SourceFile, Span, UndecodableSource, decode_source

LINES = st.lists(st.text(alphabet="aé\U0001f600 \u2028\x0b", max_size=6), max_size=6)


def _refused(raw: bytes) -> UndecodableSource:
    with pytest.raises(UndecodableSource) as caught:
        decode_source("content/a.md", raw)
    return caught.value


def test_a_span_counts_lines_and_columns_from_one() -> None:
    source = decode_source("content/a.md", "ab\nçde\n".encode())
    assert source.span(3, 5) == Span("content/a.md", 2, 1, 2, 3)
    assert source.span(1, 4) == Span("content/a.md", 1, 2, 2, 2)


def test_the_end_of_the_text_has_a_place() -> None:
    assert decode_source("a.md", b"ab\n").span(3, 3) == Span("a.md", 2, 1, 2, 1)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode_source("a.md", b"\xef\xbb\xbfab").text == "ab"


@pytest.mark.parametrize("raw", [b"a\r\nb\r\n", b"a\rb\r", b"a\nb\n"])
def test_line_ends_of_every_system_are_one(raw: bytes) -> None:
    assert decode_source("a.md", raw).text == "a\nb\n"


def test_only_a_line_feed_ends_a_line() -> None:
    source = decode_source("a.md", "a\u2028b\x0bc\nd".encode())
    assert source.line(1) == "a\u2028b\x0bc"
    assert source.line(2) == "d"


def test_a_line_past_the_last_is_empty() -> None:
    source = decode_source("a.md", b"a\nb")
    assert source.line(0) == ""
    assert source.line(3) == ""


def test_the_digest_is_that_of_the_bytes() -> None:
    with_line_feeds = decode_source("a.md", b"a\nb\n")
    assert with_line_feeds.digest == decode_source("b.md", b"a\nb\n").digest
    assert with_line_feeds.digest != decode_source("a.md", b"a\r\nb\r\n").digest


def test_a_byte_that_is_not_utf_8_is_refused_with_its_place() -> None:
    refused = _refused("Zoé\r\nEl Ni".encode() + b"\xf1o")
    assert (refused.line, refused.column) == (2, 6)
    assert refused.reason == "byte 0xf1 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    assert "UTF-16" in _refused("title: Kirkuk\n".encode(encoding)).reason


def test_a_nul_character_is_refused_with_its_place() -> None:
    refused = _refused(b"\xef\xbb\xbftitle: x\nab\0c and quite some more text")
    assert (refused.line, refused.column) == (2, 3)
    assert "NUL" in refused.reason


def test_spans_are_ordered_by_path_line_and_column() -> None:
    spans = [
        Span("b", 1, 1, 1, 1),
        Span("a", 2, 1, 2, 2),
        Span("a", 1, 9, 1, 9),
        Span.start_of("a"),
    ]
    assert sorted(spans) == [spans[3], spans[2], spans[1], spans[0]]


@given(LINES, st.data())
def test_an_offset_and_its_place_lead_to_one_another(lines: list[str], data: st.DataObject) -> None:
    source = SourceFile("a.md", "\n".join(lines), "")
    offset = data.draw(st.integers(0, len(source.text)))
    span = source.span(offset, offset)
    assert source.offset(span.line, span.column) == offset
    assert source.line(span.line)[: span.column - 1] == source.text[:offset].rpartition("\n")[2]
