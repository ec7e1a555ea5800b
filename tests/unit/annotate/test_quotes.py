"""Where quotes are placed, what is laid where, and what is told of those that are missed."""

import pytest

from tests.rig.annotating import Annotated, annotate

ACTORS = "actors: [{name: Ada Byron, role: minister}, {name: Bob Lovelace, role: mayor}]\n"
SOURCES = "sources: [{id: own, kind: own, title: Own}]\n"


def _annotate(body: str, *records: str, more: str = "") -> Annotated:
    """The body, annotated with records like `a: text: some words`."""
    quotes = "".join(f"  - {{id: {_record(record)}, source: own}}\n" for record in records)
    return annotate(body, f"{ACTORS}quotes:\n{quotes}{SOURCES}{more}")


def _record(record: str) -> str:
    quote_id, _, rest = record.partition(": ")
    speaker = "" if "speaker" in rest else ", speaker: ada-byron"
    return f"{quote_id}{speaker}, {rest}"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("“We go home,” she said.", "{q a}“We go home,”{tag}{/q} she said."),
        ("She said “we go home”.", "She said {q a}“we go home”.{tag}{/q}"),
        ("She said “we go home”, once.", "She said {q a}“we go home”,{tag}{/q} once."),
        ("“We go home!” she said.", "{q a}“We go home!”{tag}{/q} she said."),
        ("“We go home, and soon.”", "{q a}“We go home,{tag}{/q} and soon.”"),
        ("“Then we go home.”", "“Then {q a}we go home.”{tag}{/q}"),
        ("“We go home...” she said.", "{q a}“We go home...”{tag}{/q} she said."),
        ("“We go home” (1.5 km).", "{q a}“We go home”{tag}{/q} (1.5 km)."),
        (
            "“We go home”[^1], she said.\n\n[^1]: x",
            "{q a}“We go home”{tag}{/q}{note 1.1}, she said.",
        ),
        ("„We go home“, she said.", "{q a}„We go home“,{tag}{/q} she said."),
        ("« We go home », she said.", "{q a}« We go home »,{tag}{/q} she said."),
    ],
)
def test_marks_and_one_comma_or_stop_belong_to_the_quote(body: str, shown: str) -> None:
    assert _annotate(body, "a: text: we go home").html.startswith(f"<p>{shown}")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            "[“We go home”](https://x.org).",
            '<a href="https://x.org" rel="external">{q a}“We go home”{/q}</a>{q a on}.{tag}{/q}',
        ),
        (
            "See [her “we go home” there](https://x.org).",
            'See <a href="https://x.org" rel="external">her {q a}“we go home”{/q} there</a>{q a on}{tag}{/q}.',
        ),
        ("**“We go** home”", "<strong>{q a}“We go{/q}</strong>{q a on} home”{tag}{/q}"),
        ("“We  \ngo home”", "{q a}“We<br>\ngo home”{tag}{/q}"),
    ],
)
def test_the_tag_stands_after_the_last_words_and_outside_links(body: str, shown: str) -> None:
    assert _annotate(body, "a: text: we go home").html == f"<p>{shown}</p>\n"


def test_equal_ranges_nest_in_the_order_of_the_front_matter() -> None:
    shown = _annotate(
        "“We go home,” said both.",
        "a: text: we go home",
        "b: text: we go home, speaker: bob-lovelace",
    )
    assert shown.html == "<p>{q a}{q b}“We go home,”{tag}{/q}{tag}{/q} said both.</p>\n"
    assert shown.findings == ()


def test_a_longer_quote_lies_outside_a_shorter_one_that_begins_with_it() -> None:
    shown = _annotate("“We go home at last.”", "a: text: we go", "b: text: we go home at last")
    assert shown.html == "<p>{q b}{q a}“We go{tag}{/q} home at last.”{tag}{/q}</p>\n"


def test_a_short_quote_is_not_taken_for_part_of_a_longer_one() -> None:
    body = "“These criminals go home,” she said. They are “criminals”."
    shown = _annotate(body, "a: text: criminals", "b: text: these criminals go home")
    assert "are {q a}“criminals”.{tag}{/q}" in shown.html
    assert shown.findings == ()


def test_a_mention_lies_inside_a_noted_passage_and_that_inside_a_paraphrase() -> None:
    notes = "notes: [{text: with Bob Lovelace, note: x}]\n"
    shown = _annotate(
        "She said she would go home with Bob Lovelace.",
        "a: paraphrase: she would go home with Bob Lovelace",
        more=notes,
    )
    assert (
        "{q a}she would go home {noted 1}with {m bob-lovelace}Bob Lovelace{/}{/noted}{tag}{/q}"
        "{note 1.1}." in shown.html
    )


def test_a_quote_only_in_the_title_is_no_miss_and_has_no_place() -> None:
    shown = annotate(
        "Nothing else.",
        f"summary: They cry “we all go home”.\n{ACTORS}"
        f"quotes: [{{id: a, speaker: ada-byron, text: we all go home, source: own}}]\n{SOURCES}",
    )
    assert shown.findings == ()
    assert shown.facts.quotes == ()


def test_a_mark_by_hand_takes_one_adjoining_comma_like_any_quote() -> None:
    shown = _annotate("[[q:a|We go home]], she said.", "a: text: we go home")
    assert shown.html == "<p>{q a}We go home,{tag}{/q} she said.</p>\n"


def test_a_prefix_that_stands_nowhere_is_told() -> None:
    shown = _annotate("Later: “We go home.”", "a: text: we go home, prefix: sooner")
    assert shown.codes == ["OR201 6:39"]
    assert "stands before none of them" in shown.findings[0].hint


def test_only_fifty_misses_look_for_the_closest_passage() -> None:
    records = [f"q{index}: text: nobody ever goes home number {index}x" for index in range(60)]
    shown = _annotate("“Nobody ever goes home to number nine.”", *records)
    missed = [found for found in shown.findings if found.code == "OR201"]
    assert len(missed) == 60
    assert sum(bool(found.related) for found in missed) <= 50


def test_a_missed_record_is_not_shown_in_parts() -> None:
    shown = _annotate("They “all go home”.", "a: text: we all go home tonight")
    assert "{q" not in shown.html
    assert shown.facts.quotes == ()
    assert [found.code for found in shown.findings] == ["OR201"]


def test_the_counts_of_quotations_are_of_four_words_or_more() -> None:
    facts = _annotate(
        "“We all go home,” she said. “Go.” “Nobody knows who said it.”", "a: text: we all go home"
    ).facts
    assert (facts.quotations, facts.attributed) == (2, 1)


def test_a_quote_in_a_heading_a_table_and_a_list_is_placed() -> None:
    body = "## “One two three”\n\n| a |\n|---|\n| “four five six” |\n\n- “seven *eight* nine”\n"
    shown = _annotate(
        body, "a: text: one two three", "b: text: four five six", "c: text: seven eight nine"
    )
    assert [quote.words for quote in shown.facts.quotes] == [
        "One two three",
        "four five six",
        "seven eight nine",
    ]
    assert shown.findings == ()


def test_code_and_pictures_never_match() -> None:
    shown = _annotate("“We `go` home”", "a: text: we go home")
    assert shown.facts.quotes == ()


def test_interrupted_words_are_joined_by_a_gap() -> None:
    shown = _annotate("“We go,” she said, “home at last.”", 'a: text: "we go [...] home at last"')
    assert shown.facts.quotes[0].words == "We go, […] home at last"
