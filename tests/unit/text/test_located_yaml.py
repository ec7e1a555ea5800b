"""YAML read with the place of everything and nothing interpreted, by both parsers alike."""

import time
from functools import partial

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.located_yaml import LocatedYaml, YamlValue, load_yaml, quote_scalar
from onrecord.text.source import Span
from onrecord.text.yaml_characters import without_forbidden
from tests.rig.counts import count
from tests.rig.needs import machine

PATH = "content/articles/a.md"
PARSERS = {
    "c": partial(load_yaml, in_pure_python=False),
    "python": partial(load_yaml, in_pure_python=True),
}
pytestmark = machine(has=yaml.__with_libyaml__, why="PyYAML has no C parser here")

ARTICLE = """\
title: Militias say every option is open
date: 2020-01-06T22:27:00Z
draft: no
edition: 012
summary: >
  Two lines
  of text.

# a comment of its own
topics: [iran, "iraq"]
quotes:
  - id: all-options
    text: 'It''s all: on # the table'
    also:
      - {text: back in coffins, by: pmf}
  -
place:
image: ~
"""


def _both(text: str, first_line: int = 1) -> LocatedYaml:
    c, python = (parse(text, PATH, first_line) for parse in PARSERS.values())
    assert c == python
    return c


def _kinds(text: str) -> list[str]:
    return [problem.kind for problem in _both(text).problems]


def test_every_scalar_stays_the_text_that_was_typed() -> None:
    assert _both(ARTICLE).data == {
        "title": "Militias say every option is open",
        "date": "2020-01-06T22:27:00Z",
        "draft": "no",
        "edition": "012",
        "summary": "Two lines of text.\n",
        "topics": ["iran", "iraq"],
        "quotes": [
            {
                "id": "all-options",
                "text": "It's all: on # the table",
                "also": [{"text": "back in coffins", "by": "pmf"}],
            },
            None,
        ],
        "place": None,
        "image": None,
    }
    assert _both(ARTICLE).problems == ()


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("title",), Span(PATH, 2, 8, 2, 41)),
        (("summary",), Span(PATH, 6, 10, 8, 11)),
        (("topics",), Span(PATH, 11, 9, 11, 23)),
        (("topics", 1), Span(PATH, 11, 16, 11, 22)),
        (("quotes",), Span(PATH, 13, 3, 17, 4)),
        (("quotes", 0), Span(PATH, 13, 5, 16, 41)),
        (("quotes", 0, "text"), Span(PATH, 14, 11, 14, 38)),
        (("quotes", 0, "also", 0, "by"), Span(PATH, 16, 37, 16, 40)),
        (("quotes", 1), Span(PATH, 17, 4, 17, 4)),
        (("place",), Span(PATH, 18, 7, 18, 7)),
        ((), Span(PATH, 2, 1, 19, 9)),
    ],
)
def test_every_value_has_its_place(path: tuple[str | int, ...], span: Span) -> None:
    assert _both(ARTICLE, first_line=2).marks[path] == span


def test_every_key_has_its_place() -> None:
    keys = _both(ARTICLE, first_line=2).keys
    assert keys[("date",)] == Span(PATH, 3, 1, 3, 5)
    assert keys[("quotes", 0, "also", 0, "by")] == Span(PATH, 16, 33, 16, 35)


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "~", "---\n"])
def test_nothing_is_none(text: str) -> None:
    assert _both(text).data is None
    assert _both(text).problems == ()


def test_quoted_nothing_is_text() -> None:
    assert _both("a: ''\nb: '~'\nc: \"null\"\n").data == {"a": "", "b": "~", "c": "null"}


@pytest.mark.parametrize(
    ("text", "kind", "place", "message", "hint"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", (3, 1), "`a` is given twice; first on line 1", "keep one"),
        ("a: *b\n", "alias", (1, 4), "begins with * is an alias", 'a: "*b"'),
        ("a: &b c\n", "anchor", (1, 4), "begins with & is an anchor", 'a: "&b c"'),
        ("a: {<<: x}\n", "merge-key", (1, 5), "<< merges", "write the keys out"),
        ("a: !!str b\n", "tag", (1, 4), "begins with ! is a tag to YAML, which", 'a: "!!str b"'),
        ("a: !<x> b\n", "tag", (1, 4), "begins with ! is a tag to YAML, which", 'a: "!<x> b"'),
        ("a: !Viva Iraq\n", "stray-bang", (1, 4), "begins with ! is a tag", 'a: "!Viva Iraq"'),
        ("a: ! now\n", "stray-bang", (1, 4), "begins with ! is a tag", 'a: "! now"'),
        ("\ufeffa: b\n", "control-character", (1, 1), "(U+FEFF)", "delete it"),
        ("a: b\x07c\n", "control-character", (1, 5), "(U+0007)", "delete it"),
        ("? [a]\n: b\n", "key-not-text", (1, 3), "in the place of a key", '"[a]"'),
        ("?\n: b\n", "key-not-text", (1, 2), "a key is missing", "key: value"),
        ("a: {{ b }}\n", "key-not-text", (1, 5), "in the place of a key", 'a: "{{ b }}"'),
        ("a: b # c\n", "swallowed-comment", (1, 6), "takes “# c” for a comment", 'a: "b # c"; a comment'),
        ("a: #iran\n", "swallowed-comment", (1, 4), "takes “#iran”", 'a: "#iran"'),
        ("- b\t# c\n", "swallowed-comment", (1, 5), "takes “# c”", '"b # c"'),
        ("- #iran\n", "swallowed-comment", (1, 3), "takes “#iran”", '"#iran"'),
        ("a: {b: c, d e}\n", "comma-in-flow", (1, 11), "ended the value of `b` before “d e”", 'b: "c, d e"'),
        ("a: {b: c, d, e, f: g}\n", "comma-in-flow", (1, 14), "ended the value of `b`", 'b: "c, d, e"'),
        ("a: {b}\n", "comma-in-flow", (1, 5), "`b` has no value", "write `b: …`"),
        ("a: {b: 'c', d}\n", "comma-in-flow", (1, 13), "`d` has no value", "write `d: …`"),
        ("a: {b: c, d: 'e', f}\n", "comma-in-flow", (1, 19), "`f` has no value", "write `f: …`"),
        ("a: {b: c, d: [e], f}\n", "comma-in-flow", (1, 19), "`f` has no value", "write `f: …`"),
        ("a: |#b\n  c\n", "syntax", (1, 4), "the text after | begins on the next line", 'a: "#b"'),
        ("a: b\n---\nc: d\n", "syntax", (2, 1), "a second YAML document", "delete this line"),
    ],
)  # fmt: skip
def test_what_would_surprise_is_refused_with_the_right_form(
    text: str, kind: str, place: tuple[int, int], message: str, hint: str
) -> None:
    (problem,) = _both(text).problems
    assert problem.kind == kind
    assert (problem.span.line, problem.span.column) == place
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: b#c\n",
        "a: 'b' # a comment\n",
        "a: | # a comment\n  b # c\n",
        "a: # a comment\n  b: c\n",
        "a: [b, c] # a comment\n",
        "- # a comment\n  b: c\n",
        "a: {b: , c: d}\n",
        "a: {b: 'c, d e'}\n",
        "a: Stop ! Now & then * [@ home]\n",
        "a: “Never”, he said\n",
        "'<<': b\n",
        "a: b\n...\n",
        "a: b\n\t\nc: d\te\n",
        "--- \na: b\n",
    ],
)
def test_what_only_looks_surprising_is_left_alone(text: str) -> None:
    assert _both(text).problems == ()


def test_all_problems_are_told_at_once_in_the_order_of_the_text() -> None:
    text = "a: b # c\na: *d\ne: {f: g, h}\ni: !j k\nl: \x07\nm: [n\n"
    assert _kinds(text) == [
        "swallowed-comment",
        "duplicate-key",
        "alias",
        "comma-in-flow",
        "stray-bang",
        "control-character",
        "syntax",
    ]


def test_of_a_key_given_twice_the_first_counts() -> None:
    located = _both("a: 1\na: {b: 2}\n")
    assert located.data == {"a": "1"}
    assert set(located.marks) == {(), ("a",)}


def test_what_stands_before_a_syntax_error_is_read() -> None:
    assert _both("id: x\nquotes:\n- id: y\n  text: a: b\n").data == {
        "id": "x",
        "quotes": [{"id": "y", "text": "a"}],
    }


def test_twelve_levels_are_read_and_thirteen_refused() -> None:
    assert _kinds("[" * 12 + "]" * 12) == []
    assert _kinds("[" * 13 + "]" * 13) == ["depth"]


def test_line_ends_that_only_yaml_knows_are_spaces() -> None:
    located = _both("a: b\u2028c\u0085d\ne: f\n")
    assert located.data == {"a": "b c d", "e": "f"}
    assert located.marks[("e",)].line == 2


def test_a_character_out_of_the_ordinary_planes_counts_as_one_column() -> None:
    assert _both("a: [\U0001f600é, b]\n").marks[("a", 1)] == Span(PATH, 1, 9, 1, 10)


LENGTH = count("characters of hostile YAML")


@pytest.mark.parametrize(
    "text",
    [
        "[" * LENGTH,
        "{a: " * (LENGTH // 2),
        "- " * (LENGTH // 2),
        "a: {b: c" + "".join(f", d{n}" for n in range(LENGTH // 4)) + "}\n",
        "[" + "*a, " * (LENGTH // 10) + "]",
        "a: &a [x, x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(LENGTH // 66)),
        "a:" + " " * (LENGTH * 5 // 2) + "b: c: d\n",
        "a" + " " * (LENGTH * 5 // 2) + "\nb: c\n",
        "\x01" * (LENGTH * 5 // 2),
        "'" * (LENGTH + 1),
        "a: " + "x " * LENGTH + ": y\n",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_answered_soon(text: str) -> None:
    started = time.process_time()
    assert 1 <= len(load_yaml(text, PATH).problems) <= 20_000
    assert time.process_time() - started < 15


@given(
    st.lists(
        st.sampled_from(
            ["a", "b c", "é", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "'", '"', " # ", "#",
             "&", "*", "!", "|", ">", "@", "\t", "\x07", "\u2028", "~", "<<: ", "? ", "%", "---", "\ufeff"]
        ),
        max_size=14,
    ).map("".join)
)  # fmt: skip
def test_both_parsers_tell_the_same_of_any_text(text: str) -> None:
    located = _both(text)
    for problem in located.problems:
        assert problem.message
        assert problem.hint
        assert problem.span.line <= text.count("\n") + 1


DATA = st.recursive(
    st.text(alphabet="ab'\"#:,-[]{}&*!|>%@ ~\né“\x85\U0001f600\\", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet="ab-", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


def _written(data: YamlValue) -> str:
    if isinstance(data, list):
        return "[" + ", ".join(map(_written, data)) + "]"
    if isinstance(data, dict):
        return "{" + ", ".join(f'"{key}": {_written(value)}' for key, value in data.items()) + "}"
    return quote_scalar(data or "")


@given(DATA)
def test_what_is_written_with_quoted_scalars_is_read_back(data: YamlValue) -> None:
    located = _both(f"a: {_written(data)}\n")
    assert located.problems == ()
    assert located.data == {"a": data}


@given(st.text(max_size=12).map(without_forbidden))
def test_any_text_that_may_stand_in_a_file_can_be_quoted(text: str) -> None:
    assert _both(f"- {quote_scalar(text)}\n- x\n").data == [text, "x"]


@pytest.mark.parametrize(
    ("escape", "told"),
    [
        (r"\0", "(U+0000)"),
        (r"\x1b", "(U+001B)"),
        (r"\x7f", "(U+007F)"),
        (r"\ud800", "(U+D800)"),
        (r"\ud83d\ude00", "(U+D83D)"),
        (r"\uffff", "(U+FFFF)"),
        (r"\U00110000", r"\U00110000"),
        (r"\UFFFFFFFF", r"\UFFFFFFFF"),
    ],
)
def test_an_escape_cannot_bring_in_what_no_text_may_hold(escape: str, told: str) -> None:
    located = _both(f'"k{escape}": v\na: "b{escape}c"\n')
    assert [problem.kind for problem in located.problems] == ["control-character"] * 2
    assert all(told in problem.message for problem in located.problems)
    assert isinstance(located.data, dict)
    assert str(located.data["a"]).strip("bc\ufffd") == ""


def test_an_escape_may_stand_for_any_other_character() -> None:
    assert _both(r'a: "\t\n\N\L\xe9\u201c\U0001f600"').data == {"a": "\t\n\x85\u2028é“😀"}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("plain words", "plain words"),
        ("“Never”, he said", '"“Never”, he said"'),
        ("it’s — so", "it’s — so"),
        ("a: b", '"a: b"'),
        ('say "x": y', "'say \"x\": y'"),
        ("null", '"null"'),
        ("", '""'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_a_scalar_is_quoted_only_where_it_must_be(text: str, quoted: str) -> None:
    assert quote_scalar(text) == quoted


def test_of_a_bracket_that_is_not_closed_nothing_else_is_told() -> None:
    read = _both("k: 1\nk: 2\nx: {a, a: 1, a: 2\ny: 3\n")
    told = [(problem.kind, problem.span.line) for problem in read.problems]
    assert told == [("duplicate-key", 2), ("syntax", 3)]
