"""What a piece of YAML gives: its values, the place of each, and what is wrong with it."""

from collections.abc import Mapping
from re import compile as pattern

from onrecord.text.frozen import Frozen
from onrecord.text.source import Span
from onrecord.text.yaml_advice import ProblemKind

YamlPath = tuple[str | int, ...]
MAX_DEPTH = 12
NULLS = frozenset(("", "~", "null"))
COMMENT_NEXT = pattern(r"[ \t]+#")
WORDS_IN_BLOCK_HEADER = pattern(r"[|>][-+0-9]*#")

YamlValue = dict[str, "YamlValue"] | list["YamlValue"] | str | None


class YamlProblem(Frozen):
    """One thing wrong with a piece of YAML: its kind, what is wrong, where, and what to type."""

    kind: ProblemKind
    message: str
    span: Span
    hint: str


class LocatedYaml(Frozen):
    """The values of a piece of YAML, the span of each value and key by path, and the problems.

    Every scalar is text; an empty one, `~` and `null` are None. Where YAML could not be read to
    the end it is not whole: the values before that point are there.
    """

    data: YamlValue
    marks: Mapping[YamlPath, Span]
    keys: Mapping[YamlPath, Span]
    problems: tuple[YamlProblem, ...]
    is_whole: bool
