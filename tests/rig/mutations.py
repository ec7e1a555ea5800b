"""Files as slips, merges and broken editors leave them: damaged at random, the same for a seed."""

import random
import re
from collections.abc import Callable, Mapping

_TOKENS = (
    "\n", "---\n", ": ", "- ", "{", "}", "[", "]", "[[", "]]", "|", "#", "'", '"', "“", "”", "‘", "’",
    "&a ", "*a", "!x ", "\t", "  ", "@", "`", "```\n", "> ", "<!--", "-->", "<b>", "\\", "\u200b", "é",
    "null", "~", "[]", "{}", "true", "2020-13-01", "2020-01-01", "-1", "99", "a#b", "x" * 300, "../",
    "javascript:x", "https://e.org/", "[^1]", "[@a]", "![[#a]]", "\u202e", "\x07", "\r", "%", "draft",
)  # fmt: skip
_VALUES = ("", "[]", "{}", "null", '""', "[[]]", "{a: b}", "[a, a]", "x", "1", "true", "|\n    a\n")
_KEY_AND_VALUE = re.compile(r"^(\s*(?:- )*[a-z_]+:).*$", re.MULTILINE)

Damage = Callable[[str, random.Random], str]


def _at(text: str, chance: random.Random) -> int:
    return chance.randrange(len(text) + 1)


def _insert(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + chance.choice(_TOKENS) + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + text[at + chance.choice((1, 2, 5, 40)) :]


def _cut(text: str, chance: random.Random) -> str:
    return text[: _at(text, chance)]


def _repeat(text: str, chance: random.Random) -> str:
    first, last = sorted((_at(text, chance), _at(text, chance)))
    return text[:last] + text[first:]


def _move_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        line = lines.pop(chance.randrange(len(lines)))
        lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _indent_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        at = chance.randrange(len(lines))
        lines[at] = chance.choice((" ", "  ", "    ", "\t", "- ")) + lines[at]
    return "".join(lines)


def _other_value(text: str, chance: random.Random) -> str:
    places = list(_KEY_AND_VALUE.finditer(text))
    if not places:
        return text
    found = chance.choice(places)
    value = chance.choice(_VALUES)
    return f"{text[: found.start()]}{found[1]} {value}{text[found.end() :]}"


def _swap_values(text: str, chance: random.Random) -> str:
    places = list(_KEY_AND_VALUE.finditer(text))
    if len(places) < 2:
        return text
    one, other = sorted(chance.sample(places, 2), key=lambda found: found.start())
    value = text[other.end(1) : other.end()]
    return f"{text[: one.end(1)]}{value}{text[one.end() :]}"


DAMAGES: tuple[Damage, ...] = (
    _insert, _insert, _delete, _cut, _repeat, _move_line, _indent_line, _other_value, _other_value,
    _swap_values,
)  # fmt: skip


def damaged(files: Mapping[str, str], seed: int) -> dict[str, str | bytes]:
    """The files with a few of them damaged in a few places."""
    chance = random.Random(seed)  # noqa: S311 - the same damage at each run
    result: dict[str, str | bytes] = dict(files)
    for name in chance.sample(sorted(files), min(len(files), chance.choice((1, 1, 2, 5)))):
        text = files[name]
        for _ in range(chance.choice((1, 1, 2, 4))):
            text = chance.choice(DAMAGES)(text, chance)
        raw = text.encode(errors="replace")
        if chance.random() < 0.1:
            at = chance.randrange(len(raw) + 1)
            raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
        result[name] = raw
    return result
