"""Entries as Pagefind reads them, and the pairs of characters of scripts without spaces."""

import re
from pathlib import Path

import html5lib
import pytest

from onrecord.pages.search_entries import SearchEntry
from onrecord.search.bigrams import UNSPACED, bigrams
from onrecord.search.documents import END_OF_TEXT, write_document

SCRIPT = Path(__file__).parents[3] / "layouts" / "assets" / "search.js"
HOSTILE = '</p><script>alert(1)</script>"\'&<i data-pagefind-filter="kind:x">'


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("外交部", "外交 交部 部"),
        ("said 外交 and 部 again 外交", "外交 交 部"),
        ("カタカナ ひら 한국어", "カタ タカ カナ ナ ひら ら 한국 국어 어"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("plain words, слова, كلمات", ""),
        ("", ""),
    ],
)
def test_scripts_without_spaces_are_cut_into_pairs(text: str, pairs: str) -> None:
    assert bigrams(text) == pairs


def test_the_page_cuts_what_is_typed_as_the_index_was_cut() -> None:
    written = re.search(r"UNSPACED = /\[(.+?)\]\+/gu", SCRIPT.read_text(encoding="utf-8"))
    assert written is not None
    points = re.sub(r"\\u\{?([0-9a-f]{4,6})\}?", lambda code: chr(int(code[1], 16)), written[1])
    assert points == UNSPACED


def test_the_page_ends_what_it_shows_where_the_document_does() -> None:
    assert f'END = "\\u{ord(END_OF_TEXT):04x}"' in SCRIPT.read_text(encoding="utf-8")


def _entry(text: str) -> SearchEntry:
    return SearchEntry(
        kind="Quote",
        url=text,
        title=text,
        label=text,
        line=text,
        language="en",
        names=(text, "外交"),
        text=text,
        speakers=(text, "Holm, Ada: mayor"),
        sources=(text,),
        year="2020",
    )


def test_no_text_of_an_entry_is_read_as_markup_or_as_another_filter() -> None:
    document = html5lib.parse(write_document(_entry(HOSTILE)).decode(), namespaceHTMLElements=False)
    elements = list(document.iter())
    assert not [element for element in elements if element.tag == "script"]
    filters = [
        (element.get("data-pagefind-filter"), element.get("data-is"))
        for element in elements
        if element.get("data-pagefind-filter")
    ]
    assert [element.get("id") for element in elements if element.get("id")] == [HOSTILE, "en"]
    assert filters == [
        ("kind[data-is]", "Quote"),
        ("speaker[data-is]", HOSTILE),
        ("speaker[data-is]", "Holm, Ada: mayor"),
        ("source[data-is]", HOSTILE),
        ("year[data-is]", "2020"),
    ]
    assert [element.text for element in elements if element.tag == "p"] == [
        HOSTILE,
        END_OF_TEXT,
        None,
        HOSTILE,
        f"{HOSTILE} · 外交",
        "外交 交",
    ]
