import pytest
from markupsafe import Markup

from onrecord.annotate.body import (
    AssetAddress,
    Body,
    CitationMark,
    LinkClose,
    LinkOpen,
    NotedClose,
    NotedOpen,
    NoteMark,
    PictureSize,
    Piece,
    PullQuote,
    QuoteClose,
    QuoteOpen,
    QuoteTag,
    SayClose,
    SayOpen,
)
from onrecord.enlist.cast import Target, TargetKind
from onrecord.pages.dressing import (
    AssetDress,
    CitationDress,
    Dressing,
    LinkDress,
    NoteDress,
    QuoteDress,
)
from onrecord.render.dress import dress_for_feed, dress_for_page
from onrecord.render.wording import ending
from tests.rig.views import FULL_BODY, full_dressing

PMF = Target(TargetKind.ACTOR, "pmf")
NOWHERE = Target(TargetKind.TOPIC, "iran")
HOSTILE = "<b>\"'&"


def quote_dress(**changes: str | bool) -> QuoteDress:
    known: dict[str, str | bool] = {
        "voice": "v1",
        "joint": "",
        "initials": "JT",
        "tag_label": "JT: Jawad Al Telbawi, quoted",
        "anchor": "q-options",
        "permalink": "/x/#q-options",
        "caption_name": "Jawad Al Telbawi",
        "caption_text": "to The Independent",
        "is_again": False,
        "footer": "Jawad Al Telbawi, on bases",
        "words": "“All options”",
        "cite": "",
        "language": "",
        "direction": "",
    }
    return QuoteDress(**(known | changes))  # type: ignore[arg-type]


def dressing(**changes: str | bool) -> Dressing:
    return Dressing(
        quotes={"x#options": quote_dress(**changes)},
        links={PMF: LinkDress("/actors/pmf/", "card-pmf"), NOWHERE: LinkDress("", "")},
        citations={
            "paper": CitationDress("/x/#source-1", "Source 1: Paper", "Paper", ""),
            "site": CitationDress("/x/#source-2", "Source 2: Site", "Site", "https://s.org/?a&b"),
        },
        notes={1: NoteDress("/x/#note-1", "Note 1, from the editor", "Note 1: context", "Why.")},
        assets={
            "a b.jpg": AssetDress("/media/a b.jpg", 640, 480),
            "list.pdf": AssetDress("/media/list.pdf"),
        },
    )


def relative(permalink: str) -> str:
    return permalink.removeprefix("/x/") if permalink.startswith("/x/#") else f"..{permalink}"


def absolute(permalink: str) -> str:
    return f"https://e.org{permalink}"


def on_page(*pieces: Piece, **changes: str | bool) -> str:
    return dress_for_page(Body(pieces), dressing(**changes), relative)


def in_feed(*pieces: Piece, **changes: str | bool) -> str:
    return dress_for_feed(Body(pieces), dressing(**changes), absolute, "/x/")


FIRST = QuoteOpen("x#options", is_first=True, is_recorded=True)
LATER = QuoteOpen("x#options", is_first=False, is_recorded=True)
TAG = QuoteTag("x#options", is_recorded=True)
CLOSE = QuoteClose("x#options")


def test_a_quote_on_a_page_has_its_anchor_voice_tag_and_caption() -> None:
    assert on_page(FIRST, "“All options,”", TAG, CLOSE) == (
        '<span class="quote v1" id="q-options">“All options,”'
        '<a class="tag" href="#q-options" aria-label="JT: Jawad Al Telbawi, quoted">&#8288;JT</a>'
        '<span class="caption" aria-hidden="true"><b>Jawad Al Telbawi</b> to The Independent</span>'
        "</span>"
    )


def test_only_the_first_piece_of_a_quote_has_the_anchor() -> None:
    html = on_page(FIRST, "a", CLOSE, "</p><p>", LATER, "b", TAG, CLOSE)
    assert html.count('id="q-options"') == 1
    assert html.startswith('<span class="quote v1" id="q-options">a</span></p>')
    assert '<p><span class="quote v1 rest">b' in html


def test_a_quote_goes_on_where_nothing_stands_between_its_pieces() -> None:
    html = on_page(FIRST, "“", CLOSE, LATER, "criminals", CLOSE, LATER, "”", TAG, CLOSE)
    assert html.startswith('<span class="quote v1" id="q-options">“criminals”<a class="tag"')
    assert html.count('class="quote') == 1


def test_a_joint_statement_is_found_by_the_chips_of_the_other_speakers() -> None:
    html = on_page(FIRST, "a", CLOSE, "</p><p>", LATER, "b", CLOSE, joint="f3 f5")
    assert html.startswith('<span class="quote v1 f3 f5" id="q-options">a')
    assert '<span class="quote v1 f3 f5 rest">b' in html


def test_words_that_stand_again_have_no_anchor_and_a_quiet_caption() -> None:
    again = QuoteOpen("x#options", is_first=True, is_recorded=False)
    html = on_page(again, "a", QuoteTag("x#options", is_recorded=False), CLOSE)
    assert " id=" not in html
    assert 'class="caption again"' in html
    assert 'href="#q-options"' in html


def test_the_speaker_of_the_quote_before_is_not_named_again_in_the_margin() -> None:
    assert 'class="caption again"' in on_page(FIRST, "a", TAG, CLOSE, is_again=True)


def test_a_quote_in_another_script_says_so() -> None:
    html = on_page(FIRST, "a", TAG, CLOSE, language="ar", direction="rtl")
    assert '<span class="quote v1" id="q-options" lang="ar" dir="rtl">a' in html


def test_a_caption_keeps_the_direction_of_the_text_round_its_quote() -> None:
    turned = on_page(FIRST, "a", TAG, CLOSE, language="ar", direction="rtl")
    assert '<span class="caption" aria-hidden="true" dir="ltr">' in turned
    alike = on_page(FIRST, "a", TAG, CLOSE, language="fr", direction="ltr")
    assert '<span class="caption" aria-hidden="true">' in alike


def test_a_quote_set_apart_has_a_footer_with_speaker_and_subject() -> None:
    html = on_page(SayOpen("x#options"), "<p>", FIRST, "a", CLOSE, "</p>", SayClose("x#options"))
    assert html.startswith('<blockquote class="say v1"><p><span class="quote v1"')
    assert html.endswith("</p><footer>Jawad Al Telbawi, on bases</footer></blockquote>")


def test_a_pull_quote_repeats_the_words_without_the_anchor() -> None:
    html = on_page(PullQuote("x#options"))
    assert html.startswith('<blockquote class="say v1"><p><span class="quote v1">“All options”')
    assert " id=" not in html


def test_a_mention_names_its_card_and_a_plain_link_does_not() -> None:
    assert on_page(LinkOpen(PMF, is_mention=True), "PMF", LinkClose()) == (
        '<a class="actor" href="../actors/pmf/" data-card="card-pmf">PMF</a>'
    )
    assert on_page(LinkOpen(PMF), "PMF", LinkClose()) == '<a href="../actors/pmf/">PMF</a>'


@pytest.mark.parametrize("dressed", [on_page, in_feed])
def test_a_link_to_what_is_not_published_is_just_its_words(dressed: object) -> None:
    pieces = (LinkOpen(NOWHERE), "Iran", LinkClose(), LinkOpen(PMF), "PMF", LinkClose())
    html = dressed(*pieces)  # type: ignore[operator]
    assert html.startswith("Iran<a ")
    assert html.count("</a>") == 1


@pytest.mark.parametrize("dressed", [on_page, in_feed])
def test_a_quote_that_the_site_does_not_show_stays_plain_words(dressed: object) -> None:
    key = "y#lost"
    first = QuoteOpen(key, is_first=True, is_recorded=True)
    tag = QuoteTag(key, is_recorded=True)
    inline = (first, "“All”", tag, QuoteClose(key), PullQuote(key))
    assert dressed(*inline) == "“All”"  # type: ignore[operator]
    apart = (SayOpen(key), "<p>", *inline, "</p>", SayClose(key))
    assert dressed(*apart) == "<blockquote><p>“All”</p></blockquote>"  # type: ignore[operator]


def test_a_citation_has_a_caption_only_where_there_is_something_to_add() -> None:
    bare = on_page(CitationMark("paper", 1, 27))
    assert bare == (
        '<span class="ref" id="ref-1aa">&#8288;'
        '<a href="#source-1" aria-label="Source 1: Paper">[1]</a></span>'
    )
    full = on_page(CitationMark("paper", 1, 1, "see", "p. 3", "gives a figure"))
    assert (
        '<span class="caption" aria-hidden="true"><b>See [1]&ensp;Paper, p. 3</b> gives a figure.'
        "</span></span>"
    ) in full
    assert 'aria-label="See source 1: Paper, p. 3"' in full
    assert "<b>[1]&ensp;Paper</b> says so.<" in on_page(
        CitationMark("paper", 1, 1, wording="says so.")
    )


def test_a_note_stands_in_the_margin_once_however_often_it_is_used() -> None:
    assert on_page(NotedOpen(1), "words", NotedClose(1), NoteMark(1, 1)) == (
        '<span class="noted">words</span><span class="noteref" id="noteref-1">&#8288;'
        '<a href="#note-1" aria-label="Note 1, from the editor">1</a>'
        '<span class="note" aria-hidden="true"><b>Note 1: context</b> Why.</span></span>'
    )
    again = on_page(NoteMark(1, 2))
    assert 'id="noteref-1b"' in again
    assert 'class="note"' not in again


def test_an_asset_is_addressed_within_its_attribute() -> None:
    assert on_page('<img src="', AssetAddress("a b.jpg"), '" alt="">') == (
        '<img src="../media/a b.jpg" alt="">'
    )


def test_a_picture_of_known_size_has_its_room_before_it_has_come() -> None:
    assert on_page("<img", PictureSize("a b.jpg"), ">") == '<img width="640" height="480">'
    assert in_feed("<img", PictureSize("a b.jpg"), ">") == '<img width="640" height="480">'
    assert on_page("<img", PictureSize("list.pdf"), ">") == "<img>"


def test_a_quote_in_a_feed_is_plain_text_and_a_link() -> None:
    assert in_feed(FIRST, "“All options,”", TAG, CLOSE) == (
        '“All options,”<sup><a href="https://e.org/x/#q-options"'
        ' title="Jawad Al Telbawi to The Independent">JT</a></sup>'
    )


def test_a_quote_set_apart_in_a_feed_ends_with_its_speaker() -> None:
    said = (SayOpen("x#options"), "<p>", FIRST, "a", CLOSE, "</p>")
    assert in_feed(*said, SayClose("x#options"), cite="https://s.org/?a&b") == (
        '<blockquote cite="https://s.org/?a&amp;b"><p>a</p>'
        "<p>— Jawad Al Telbawi, on bases</p></blockquote>"
    )


@pytest.mark.parametrize("dressed", [on_page, in_feed])
def test_the_writers_own_line_under_a_quote_stands_for_the_footer(dressed: object) -> None:
    own = "<footer>— Telbawi</footer>"
    html = dressed(SayOpen("x#options"), own, SayClose("x#options", has_attribution=True))  # type: ignore[operator]
    assert html.endswith(f">{own}</blockquote>")


def test_a_feed_has_no_ids_classes_notes_in_the_margin_or_repeated_words() -> None:
    html = dress_for_feed(FULL_BODY, full_dressing("Words"), absolute, "/x/")
    for left_out in (" id=", " class=", "aria-", "data-card", "<span"):
        assert left_out not in html
    assert in_feed(PullQuote("x#options")) == ""
    assert in_feed('<p title="say id=&quot;x&quot;">') == '<p title="say id=&quot;x&quot;">'


def test_a_feed_links_sources_to_their_own_address_or_to_the_list_of_the_briefing() -> None:
    assert 'href="https://s.org/?a&amp;b"' in in_feed(CitationMark("site", 2, 1))
    assert 'href="https://e.org/x/#source-1"' in in_feed(CitationMark("paper", 1, 1))


def test_a_link_to_a_heading_of_the_text_leads_to_the_briefing_from_a_feed() -> None:
    assert in_feed('<a href="#why">why</a>') == '<a href="https://e.org/x/#why">why</a>'


def test_the_text_of_every_slot_is_escaped() -> None:
    hostile = full_dressing(HOSTILE)
    for html in (
        dress_for_page(FULL_BODY, hostile, absolute),
        dress_for_feed(FULL_BODY, hostile, absolute, "/x/"),
    ):
        assert "<b>\"'" not in html
        assert "&lt;b&gt;&#34;&#39;&amp;" in html
    marked = Body((CitationMark("paper", 1, 1, HOSTILE, HOSTILE, HOSTILE),))
    assert HOSTILE not in dress_for_page(marked, hostile, absolute)
    assert HOSTILE not in dress_for_feed(marked, hostile, absolute, "/x/")


def test_addresses_are_escaped_for_their_attributes() -> None:
    html = dress_for_page(Body((LinkOpen(PMF), "a", LinkClose())), dressing(), lambda _: '"><b>')
    assert html == '<a href="&#34;&gt;&lt;b&gt;">a</a>'


def test_a_way_back_stands_at_the_end_of_the_last_paragraph() -> None:
    back = Markup(' <a href="#x">↩</a>')
    assert ending(Markup("<p>One.</p>\n"), back) == '<p>One. <a href="#x">↩</a></p>'
    assert ending(Markup("<ul><li>One</li></ul>"), back) == (
        '<ul><li>One</li></ul><p><a href="#x">↩</a></p>'
    )
