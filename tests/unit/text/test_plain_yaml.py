"""Plain YAML is read in one pass; whatever is unusual in it is left to the careful reading."""

import pytest
import yaml

from onrecord.text.located_yaml import load_yaml
from onrecord.text.plain_yaml import read_plain_yaml
from tests.rig.needs import machine

pytestmark = machine(has=yaml.__with_libyaml__, why="PyYAML has no C parser here")

PLAIN = """\
# a comment of its own
title: Militias say every option is open
summary: >
  Two lines
  of text.

topics: [iran, "iraq"]
quotes:
  - id: all-options
    text: 'It''s all: on the table'
    also:
      - {text: back in coffins, by: pmf}
  -
place:
image: ~
"""


@pytest.mark.parametrize(
    "text", [PLAIN, "", "words", "- a\n- b\n", "{a: [b, {c: d}]}", "a: |\n b\n"]
)
def test_plain_yaml_is_read_as_with_care(text: str) -> None:
    plain, careful = (
        read_plain_yaml(text, "a.md", 2),
        load_yaml(text, "a.md", 2, in_pure_python=True),
    )
    assert plain == careful
    assert plain is not None
    assert list(plain.marks.items()) == list(careful.marks.items())
    assert list(plain.keys.items()) == list(careful.keys.items())


@pytest.mark.parametrize(
    "text",
    [
        "a: &b c",
        "a: *b",
        "a: !b c",
        "a: b # c",
        "a: # c",
        "a: b\na: c",
        "<<: {a: b}",
        "[a]: b",
        ": b",
        "{a: b, c}",
        "a: >#c\n  d",
        "? >#c\n  d\n: e",
        "a: b\n--- c",
        "a: b: c",
        "a:\tb",
        "a: b\r\n",
        "a: \u2028b",
        "a: \x07",
        'a: "\\a"',
        '"\\a": b',
        'a: "\\UFFFFFFFF"',
        "[" * 13 + "]" * 13,
    ],
)
def test_what_is_unusual_is_left_alone(text: str) -> None:
    assert read_plain_yaml(text, "a.md", 2) is None
