"""Brackets that can be no link are passed over, so that a heap of them is read in linear time."""

from collections.abc import MutableMapping
from re import compile as pattern
from typing import Any

from markdown_it.rules_inline import StateInline

HEAP = "onrecord heap of brackets"  # where the parser's environment keeps what it found last
FEW = 200
DEEPEST_PAIR = 6
LONGEST_PAIR = 4000

BRACKET = pattern(r"\\.|[\[\]]")
NONE: frozenset[int] = frozenset()


def skip_hopeless_bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A [ or ![ that nothing closes, or that pairs too far or too deep, as plain text."""
    at = state.src.find("[", state.pos, state.pos + 2)
    if at < 0 or state.src[state.pos] not in "![":
        return False
    if at not in _hopeless(state.src, state.env):
        return False
    if not silent:
        state.append_pending(state.src[state.pos : at + 1])
    state.pos = at + 1
    return True


def _hopeless(src: str, env: MutableMapping[str, Any]) -> frozenset[int]:
    """The places of hopeless brackets; none in a text of few brackets, where all are tried."""
    known = env.get(HEAP)
    if known is not None and known[0] is src:
        found: frozenset[int] = known[1]
        return found
    found = _unpaired_or_deep(src) if src.count("[") > FEW else NONE
    env[HEAP] = (src, found)
    return found


def _unpaired_or_deep(src: str) -> frozenset[int]:
    opened: list[int] = []
    hopeless: list[int] = []
    for bracket in BRACKET.finditer(src):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            at = opened.pop()
            if len(opened) >= DEEPEST_PAIR or bracket.start() - at > LONGEST_PAIR:
                hopeless.append(at)
    return frozenset((*hopeless, *opened))
