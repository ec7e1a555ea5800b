import re
import time
from pathlib import Path

import pytest

from onrecord.render.page_facts import PageFacts, read_page_facts

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


def facts_of(html: str) -> PageFacts:
    return read_page_facts("/x/", "x/index.html", html, len(html.encode()))


def test_the_facts_of_a_page_are_read_in_order() -> None:
    html = (
        "<!doctype html><html lang=en><head><title>Tea &amp; biscuits</title>"
        '<link rel="stylesheet" href="../site.css"></head><body id="top">'
        '<h1 id="one">One</h1><h3>Three</h3>'
        '<a class="tag" href="../a/?x=1&amp;y=2#q-b">a</a><a href="../a/?x=1&amp;y=2#q-b">b</a>'
        '<img src="p.jpg"><img src="q.jpg" alt="">'
        "</body></html>"
    )
    facts = facts_of(html)
    assert facts.title == "Tea & biscuits"
    assert facts.ids == ("top", "one")
    assert facts.headings == (1, 3)
    assert facts.links == ("../site.css", "../a/?x=1&y=2#q-b", "p.jpg", "q.jpg")
    assert facts.images_without_alt == ("p.jpg",)
    assert facts.size == len(html)


def test_an_id_used_twice_is_told_once() -> None:
    facts = facts_of('<p id="a"><p id="b"><p id="a"><p id="a">')
    assert facts.ids == ("a", "b")
    assert facts.duplicate_ids == ("a",)


def test_every_candidate_of_a_srcset_is_a_link() -> None:
    facts = facts_of('<img alt="" src="a.jpg" srcset="a,b.jpg 1x, c.jpg 480w,d.jpg 2x,\n e.jpg">')
    assert facts.links == ("a.jpg", "a,b.jpg", "c.jpg", "d.jpg", "e.jpg")


def test_a_page_that_moves_its_reader_on_links_there() -> None:
    assert facts_of('<meta http-equiv="refresh" content="0; url=../new/">').links == ("../new/",)


def test_the_title_of_a_drawing_is_not_that_of_the_page() -> None:
    facts = facts_of("<title>Page</title><svg><title>Bar &lt;a id='x'></title></svg><p id=y>")
    assert facts.title == "Page"
    assert facts.ids == ("y",)


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <p id='no'> --><p id=yes>",
        "<script>'<p id=no>'</script><p id=yes>",
        "<style>/* <p id=no> */</STYLE ><p id=yes>",
        "<textarea><p id=no></textarea><p id=yes>",
        "<P ID=yes>",
        "<p\nid\n=\n'yes'>",
        "<p title='a > b <p id=no>' id=yes>",
        '<p title="" id=yes>',
        "<p title=a/b?c=d id=yes />",
        '<p title="it\'s" id="yes">',
        "a < b <p id=yes>",
        '<p x"y id=yes>',
        "<p id=yes></p id=no>",
        "<p id=yes><p id=no",
        '<p id=yes><p title="id=no>',
        "<p id=yes><!-- <p id=no>",
        '<p data-id="no" xid="no" id="yes">',
    ],
)
def test_raw_html_is_read_as_a_browser_reads_it(html: str) -> None:
    assert facts_of(html).ids == ("yes",)


@pytest.mark.parametrize(
    "piece", ["<a ", "<a\"'", "<!--", '<a b="', "<a b=", "<title>", "<", "<a>"]
)
def test_hostile_html_is_scanned_in_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        facts_of(piece * times)
        return time.process_time() - start

    assert seconds(200_000) < 5


def test_our_own_form_of_tags_is_read_like_any_other() -> None:
    pages = sorted(GOLDEN.rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_text(encoding="utf-8")
        same = re.sub(r" (?=(?:href|id|src|class)=)", "\t", html)
        assert facts_of(same) == facts_of(html), page


@pytest.mark.parametrize(
    ("html", "ids", "links"),
    [
        ('<p class="a>b" id="yes">', ("yes",), ()),
        ('<p id="yes" id="no">', ("yes",), ()),
        ('<p id="yes" class="a"b id="no">', ("yes",), ()),
        ('<p id="" ID="no">', (), ()),
        ('<a href="a" id="yes">', ("yes",), ("a",)),
        ('<a class="id=no" href=" a&amp;b "/>', (), ("a&b",)),
        ('<titled id="yes"><imgs src="b">', ("yes",), ("b",)),
        ("<title>a</titles><p id='no'></TITLE\n><p id=\"yes\">", ("yes",), ()),
        ('<a href="a"><a href="b" ', (), ("a",)),
    ],
)
def test_what_is_nearly_of_our_own_form_is_read_right(
    html: str, ids: tuple[str, ...], links: tuple[str, ...]
) -> None:
    facts = facts_of(html)
    assert facts.ids == ids
    assert facts.links == links
