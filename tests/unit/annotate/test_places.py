"""What is told of a place in a text: line and column, sentence, section, words before it."""

import pytest

from onrecord.annotate.facts import Whereabouts
from tests.rig.annotating import annotate

ADA = "actors: [{name: Ada Byron, role: minister}]\n"
FIRST_LINE = 6  # of the body, after the front matter with ADA in it


def _mentioned(body: str, front_matter: str = ADA) -> list[Whereabouts]:
    return [mention.context for mention in annotate(body, front_matter).facts.mentions]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Ada Byron came.", (6, 1, 6, 10)),
        ("There came\nAda Byron.", (7, 1, 7, 10)),
        ("There came Ada\nByron.", (6, 12, 7, 6)),
        ("> There came\n> Ada\n>\n> — Ada Byron", (9, 5, 9, 14)),
        ("- one\n- two: Ada Byron\n", (7, 8, 7, 17)),
        ("1. one\n\n   Ada Byron\n", (8, 4, 8, 13)),
        ("**See** *the* `code` Ada Byron", (6, 22, 6, 31)),
        ("[See Byron](https://example.org/Ada_Byron) Ada Byron", (6, 6, 6, 11)),
        ("A &amp; B \\* Ada Byron", (6, 14, 6, 23)),
        ("| a | b |\n|---|---|\n| Ada B | Ada Byron |", (8, 11, 8, 20)),
        ("| a | b |\n|---|---|\n| [[ada-byron\\|x]] | Ada Byron |", (8, 16, 8, 17)),
        ("Of[^1]\n\n[^1]: Said Ada Byron.", (8, 12, 8, 21)),
        ("Of [[ada-byron]] and", (6, 6, 6, 6)),
        ("Of [[ada-byron|her]] and", (6, 16, 6, 19)),
        ("Said\n====\n\nAda Byron", (9, 1, 9, 10)),
    ],
)
def test_a_mention_is_told_with_its_line_and_column(
    body: str, place: tuple[int, int, int, int]
) -> None:
    span = _mentioned(body)[0].span
    assert (span.line, span.column, span.end_line, span.end_column) == place


def test_columns_count_in_the_file_and_not_in_the_body() -> None:
    context = _mentioned("x\n\nMs Byron came.", f"place: Here\n{ADA}")[0]
    assert (context.span.line, context.span.column) == (9, 1)


def test_a_mention_in_a_note_stands_where_the_note_is_written() -> None:
    notes = "notes: [{text: came, note: Like Ada Byron.}]\n"
    context = _mentioned("They came.", ADA + notes)[0]
    assert (context.span.line, context.span.column) == (5, 28)
    assert context.section == ""


def test_a_sentence_ends_with_its_stop_and_its_block() -> None:
    body = "Gen. Smith came. So did Ada Byron, on 3 Jan. 2020.[^1] Then\nnight fell\n\nAda Byron\n\n[^1]: x"
    sentences = [context.sentence for context in _mentioned(body)]
    assert sentences == ["So did Ada Byron, on 3 Jan. 2020.", "Ada Byron"]


def test_a_sentence_has_no_markup_no_marks_of_notes_and_no_stranded_spaces() -> None:
    front_matter = ADA + "sources: [{id: own, kind: own, title: Own}]\n"
    body = "It was *Ada Byron* [@own, p. 3], at `noon` ![x](x.png) she said [@own]."
    assert _mentioned(body, front_matter)[0].sentence == "It was Ada Byron, at she said."


def test_a_very_long_sentence_is_cut_around_the_mention() -> None:
    body = f"{'word ' * 400}Ada Byron {'word ' * 400}"
    sentence = _mentioned(body)[0].sentence
    assert "Ada Byron" in sentence
    assert len(sentence) < 700
    assert sentence.startswith("… ")
    assert sentence.endswith(" …")


def test_the_section_is_the_heading_above() -> None:
    body = "Byron.\n\n## One *two*\n\nByron.\n\n### Under\n\n> Said\n> — Byron\n\n- Byron"
    assert [context.section for context in _mentioned(body)] == ["", "one-two", "under", "under"]


def test_words_are_counted_up_to_the_mention() -> None:
    body = "It’s half-past two, 1,000 say.\n\n## A head\n\nAda Byron."
    assert _mentioned(body)[0].word == 7
    assert annotate(body, ADA).facts.words == 9


def test_orders_are_unique_and_grow_with_the_text() -> None:
    front_matter = (
        ADA + "sources: [{id: own, kind: own, title: Own}]\n"
        "quotes: [{id: a, speaker: ada-byron, text: Byron goes home, source: own}]\n"
    )
    body = "“Byron goes home,” said Byron.[@own] [[ada-byron]] [@own][[ada-byron|x]]"
    facts = annotate(body, front_matter).facts
    told = [
        *(quote.context for quote in facts.quotes),
        *(mention.context for mention in facts.mentions),
        *(link.context for link in facts.links),
        *(use.context for source in facts.sources for use in source.uses),
    ]
    orders = [context.order for context in told]
    assert len(set(orders)) == len(orders)
    by_order = sorted(told, key=lambda context: context.order)
    places = [(context.span.line, context.span.column) for context in by_order]
    assert places[:2] == [(8, 2), (8, 25)]


def test_a_quote_is_told_with_what_stands_around_it() -> None:
    front_matter = (
        ADA + "quotes: [{id: a, speaker: ada-byron, text: we go home, language: fr, source: own}]\n"
        "sources: [{id: own, kind: own, title: Own}]\n"
    )
    quote = annotate("On Monday she said: “we *go* home”, and left.", front_matter).facts.quotes[0]
    assert quote.words == "we go home"
    assert (quote.prefix, quote.suffix) == ("On Monday she said: “", "”, and left.")
    assert (quote.how, quote.word_count, quote.language) == ("marks", 3, "fr")


def test_headings_are_told_with_the_words_before_them() -> None:
    facts = annotate("One two.\n\n# Three *four*\n\nFive.\n\n### Six", "").facts
    told = [(heading.id, heading.level, heading.text, heading.word) for heading in facts.headings]
    assert told == [("three-four", 2, "Three four", 2), ("six", 3, "Six", 5)]
