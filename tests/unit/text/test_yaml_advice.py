"""YAML's own errors in a writer's terms, with the line that would be right."""

import pytest

from onrecord.text.located_yaml import YamlProblem, load_yaml


def _error(text: str) -> YamlProblem:
    return load_yaml(text, "content/a.md").problems[-1]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "title: Iran: a crisis\ndate: 2020\n",
            1,
            "a colon with a space after it stands within the value",
            'put the value in quotation marks: title: "Iran: a crisis"',
        ),
        (
            "title: [Update] Stop the port\ndate: 2020\n",
            1,
            "a value that begins with [ is a list to YAML",
            'put the value in quotation marks: title: "[Update] Stop the port"',
        ),
        (
            "a: {Stop} the port\n",
            1,
            "a value that begins with { is a mapping to YAML",
            'put the value in quotation marks: a: "{Stop} the port"',
        ),
        (
            "images:\n  x.svg: {alt: The quay: empty, credit: A}\n",
            2,
            "a colon with a space after it stands within the value",
            'put the value in quotation marks: alt: "The quay: empty"',
        ),
        (
            "topics: [a: b: c]\n",
            1,
            "a colon with a space after it stands within the value",
            'put the value in quotation marks: a: "b: c"',
        ),
        (
            "title: T\nplace：Lisse\ndate: 2020\n",
            2,
            "the colon of this key is a full-width one",
            "write place: Lisse",
        ),
        (
            "title：T\ndate: 2020\n",
            1,
            "the colon of this key is a full-width one",
            "write title: T",
        ),
        (
            'text: "Never", he said\nid: x\n',
            1,
            "a value that begins with a straight quotation mark must end with it",
            'write text: "“Never”, he said"',
        ),
        (
            'text: "x" said Bob\n',
            1,
            "a value that begins with a straight quotation mark must end with it",
            "write text: “x” said Bob",
        ),
        (
            "- 'yes' and 'no'\n- x\n",
            1,
            "a value that begins with a straight quotation mark must end with it",
            "write - ‘yes’ and ‘no’",
        ),
        (
            "text: 'don't know'\n",
            1,
            "a quotation mark ' within the value ends it early",
            "write text: don’t know",
        ),
        (
            'text: "He said "no" loudly"\n',
            1,
            'a quotation mark " within the value ends it early',
            'write text: He said "no" loudly',
        ),
        (
            'a: 1\ntext: "never closed\nby: z\n',
            2,
            'the quotation mark " that begins this value is never closed',
            'as in text: "never closed"',
        ),
        (
            'text: "never closed\nby: "z"\n',
            1,
            'the quotation mark " that begins this value is never closed',
            'as in text: "never closed"',
        ),
        (
            'path: "C:\\plain"\n',
            1,
            "a \\ begins a special character",
            "path: C:\\plain",
        ),
        ("by: @trump\n", 1, "a value cannot begin with @", 'by: "@trump"'),
        ("by: `x`\n", 1, "a value cannot begin with `", 'by: "`x`"'),
        ("share: %5\n", 1, "a value cannot begin with %", 'share: "%5"'),
        ("a: *bold* words\n", 1, "begins with * is an alias", 'a: "*bold* words"'),
        ("a: !so!so x\n", 1, "begins with ! is a tag", 'a: "!so!so x"'),
        ("a: }\n", 1, "a value cannot begin with }", 'a: "}"'),
        ("text: |words\n  more\n", 1, "the text after | begins on the next line", "text: words"),
        ("topics: [iran, iraq\nsummary: x\n", 1, "the [ on this line is not closed", "close it with ]"),
        ("topics: [\n", 1, "the [ on this line is not closed", "close it with ]"),
        ("topics: [a,\n# [\n", 1, "the [ on this line is not closed", "close it with ]"),
        ("img: {alt: [\n", 1, "the [ on this line is not closed", "close it with ]"),
        ("img: [{alt:\n", 1, "the { on this line is not closed", "close it with }"),
        ("topics: [a: }\n", 1, "the [ on this line is not closed", "close it with ]"),
        ("topics: [a, , b]\n", 1, "an entry is missing before this comma", "take the comma out"),
        ("img: {alt: x\nsummary: y\n", 1, "the { on this line is not closed", "close it with }"),
        ("a: 1\n  b: 2\n", 2, "indented under a line that has a value already", "same column as the key"),
        ("a:\n    b: 1\n  c: 2\n", 3, "does not line up with the lines above", "in the same column"),
        ("- a\nb: c\n", 2, "does not line up with the lines above", "in the same column"),
        ("a: 1\ntitle:Iran\nb: 2\n", 2, "after the colon of a key there must be a space", "title: Iran"),
        ("a: 1\nsome words\nb: 2\n", 2, "neither a key with its value nor an entry", "`key: value`"),
        ("a: 1\nhttps://x.example\nb: 2\n", 2, "neither a key with its value", "`key: value`"),
        ("a:\n\tb: 1\n", 2, "a tab stands here", "two spaces"),
        ("a:\u00a0b\nc: d\n", 1, "after this colon stands a non-breaking space", "ordinary space"),
        (": b\n", 1, "a key is missing before the colon", "`key: value`"),
        ("a: - b\n", 1, "a list cannot begin on the line of its key", 'a: "- b"'),
        ("[a]\nb: c\n", 2, "after the end of the YAML", "one value in a file"),
    ],
)  # fmt: skip
def test_an_error_is_told_in_the_writers_terms(
    text: str, line: int, message: str, hint: str
) -> None:
    problem = _error(text)
    assert message in problem.message
    assert hint in problem.hint
    assert problem.span.line == line


@pytest.mark.parametrize(
    "line",
    [
        "title: Iran: a crisis",
        'text: "Never", he said',
        "text: 'don't know'",
        'text: "He said "no" loudly"',
        "by: @trump",
        "a: *bold* words",
        "share: %5",
    ],
)
def test_the_line_that_a_hint_shows_is_right(line: str) -> None:
    hint = _error(f"{line}\nx: y\n").hint
    shown = hint.removeprefix("put the value in quotation marks: ").removeprefix("write ")
    located = load_yaml(f"{shown}\nx: y\n", "content/a.md")
    assert located.problems == ()
    assert isinstance(located.data, dict)
    assert list(located.data) == [line.partition(":")[0], "x"]


def test_words_after_a_bracket_are_told_once_and_nothing_within_them() -> None:
    (problem,) = load_yaml("title: {Stop} the port\n", "content/a.md").problems
    assert (problem.span.column, problem.span.end_column) == (8, 23)


def test_a_colon_within_brackets_is_pointed_at_itself() -> None:
    (problem,) = load_yaml("a: {alt: The quay: empty}\n", "content/a.md").problems
    assert problem.span.column == 18


@pytest.mark.parametrize("text", ["a: *b c\n", "a: [b\n", "a: x: y\n"])
def test_yaml_that_breaks_off_is_not_whole(text: str) -> None:
    assert not load_yaml(text, "content/a.md").is_whole
