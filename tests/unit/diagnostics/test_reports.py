"""Findings as people, editors and machines read them."""

import json

import pytest

from onrecord.diagnostics import Diagnostic, Related, Severity, diagnose, every_code, in_order
from onrecord.diagnostics.reports import REPORTS, report_in_full, tally
from onrecord.text.source import Span

LINES = {("a.md", 3): "quotes:", ("a.md", 4): "  - {speaker: jawad}", ("a.md", 20): "Words."}
PLACE = Span("a.md", 4, 15, 4, 20)


def line_of(path: str, number: int) -> str | None:
    """A line of the only file there is."""
    return LINES.get((path, number))


def finding(**changes: object) -> Diagnostic:
    """An unknown actor, changed as asked."""
    fields: dict[str, object] = {
        "code": "OR301",
        "severity": Severity.ERROR,
        "message": "no actor “jawad”",
        "span": PLACE,
        "hint": "did you mean jawad-al-telbawi?",
        "related": (Related("closest, line 20", Span("a.md", 20, 1, 20, 6)),),
    }
    return Diagnostic(**{**fields, **changes})  # type: ignore[arg-type]


def test_the_full_report_shows_place_excerpt_related_and_what_to_do() -> None:
    assert report_in_full([finding()], line_of) == (
        "error OR301 no actor “jawad”\n"
        "  --> a.md:4:15\n"
        "  4 |   - {speaker: jawad}\n"
        "    |               ^^^^^\n"
        "  closest, line 20: a.md:20:1\n"
        "  20 | Words.\n"
        "     | ^^^^^\n"
        "  do: did you mean jawad-al-telbawi?\n"
    )


def test_a_long_line_is_cut_round_the_place() -> None:
    text = "x" * 200 + "here" + "y" * 200
    report = report_in_full(
        [finding(span=Span("b.md", 1, 201, 1, 205), related=(), hint="")],
        lambda _path, _number: text,
    )
    excerpt, marker = report.splitlines()[2:4]
    assert len(excerpt) < 110
    assert excerpt[marker.index("^") : marker.rindex("^") + 1] == "here"
    assert excerpt.startswith("  1 | …x")
    assert excerpt.endswith("y…")


@pytest.mark.parametrize(("line", "shown"), [("x" * 96, "x" * 96), ("x" * 97, f"{'x' * 96}…")])
def test_an_ellipsis_stands_only_where_something_is_cut(line: str, shown: str) -> None:
    report = report_in_full(
        [finding(span=Span("b.md", 1, 1, 1, 5), related=(), hint="")], lambda _path, _number: line
    )
    assert report.splitlines()[2:4] == [f"  1 | {shown}", "    | ^^^^"]


def test_a_finding_without_a_place_is_a_headline_and_a_hint() -> None:
    report = report_in_full([finding(span=None, related=())], line_of)
    assert report == "error OR301 no actor “jawad”\n  do: did you mean jawad-al-telbawi?\n"


def test_the_concise_report_is_one_line_a_finding() -> None:
    report = REPORTS["concise"]([finding(message="two\nlines")])
    assert report == "a.md:4:15: error OR301: two lines\n"


def test_the_json_report_holds_everything() -> None:
    (told,) = json.loads(REPORTS["json"]([finding()]))["diagnostics"]
    assert told["place"] == {
        "path": "a.md",
        "line": 4,
        "column": 15,
        "end_line": 4,
        "end_column": 20,
    }
    assert told["related"][0]["message"] == "closest, line 20"
    assert told["hint"]


def test_the_github_report_escapes_what_would_end_a_command() -> None:
    report = REPORTS["github"]([finding(message="50%\nmore", related=(), hint="")])
    assert report == "::error title=OR301,file=a.md,line=4,col=15,endLine=4::50%25%0Amore\n"


def test_findings_are_ordered_by_place_and_given_once() -> None:
    first = finding(span=Span("a.md", 2, 1, 2, 2))
    other_file = finding(span=Span("b.md", 1, 1, 1, 2))
    nowhere = finding(span=None)
    assert in_order([other_file, finding(), first, finding(), nowhere]) == (
        nowhere,
        first,
        finding(),
        other_file,
    )


@pytest.mark.parametrize(
    ("codes", "is_strict", "expected"),
    [
        ([], False, 0),
        (["OR201"], False, 0),
        (["OR201"], True, 1),
        (["OR126"], True, 0),
        (["OR301", "OR201"], False, 1),
        (["OR301", "OR903"], False, 3),
        (["OR970", "OR903"], True, 70),
    ],
)
def test_the_exit_code_is_that_of_the_worst_finding(
    codes: list[str], is_strict: bool, expected: int
) -> None:
    found = [diagnose(code, "it", None) for code in codes]
    assert tally(found).exit_code(is_strict=is_strict) == expected


def test_a_code_that_is_not_in_the_table_cannot_be_used() -> None:
    with pytest.raises(ValueError, match="OR999"):
        diagnose("OR999", "no such thing", None)


@pytest.mark.parametrize("code", every_code(), ids=lambda code: code.id)
def test_every_code_says_what_to_do_in_whole_sentences(code: object) -> None:
    explanation = code.explanation  # type: ignore[attr-defined]
    assert explanation.endswith((".", "?"))
    assert len(explanation.split()) > 8


def test_a_message_is_one_line_that_a_terminal_can_show() -> None:
    found = diagnose("OR301", "no “a\n::stop-commands::x\u2028y\x1b[31m\u202e\ud800”", PLACE)
    assert found.message == "no “a ::stop-commands::x y\ufffd[31m\ufffd\ufffd”"


def test_a_hint_keeps_its_lines() -> None:
    assert diagnose("OR301", "m", PLACE, hint="a\n  b\rc\x07").hint == "a\n  b c\ufffd"


def test_a_message_quotes_no_more_than_can_be_read() -> None:
    found = diagnose("OR301", "word " * 100_000, PLACE, hint="word " * 100_000)
    assert len(found.message) <= 1_000
    assert len(found.hint) <= 1_000


def test_an_excerpt_holds_nothing_that_a_terminal_would_obey() -> None:
    report = report_in_full([finding(related=())], lambda *_: "  - {speaker: \x1b[31mja\u202ed}")
    assert "  4 |   - {speaker: \ufffd[31mja\ufffdd}\n" in report
