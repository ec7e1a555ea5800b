"""HTML comments are the writers' own: code hosts hide them, and so do we, with or without HTML."""

from bisect import bisect_left
from collections.abc import MutableMapping
from re import compile as pattern
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

OPENING = "<!--"
CLOSING = "-->"
FOUND = "onrecord end of a comment"  # where the environment keeps what was found last
SHORT = 5000
BLANK = pattern(r"[ \t]*$")


def read_comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """A comment among words."""
    if not state.src.startswith(OPENING, state.pos):
        return False
    end = _end_of_comment(state.src, state.pos, state.posMax, state.env)
    if end < 0:
        return False
    if state.pending and not silent:
        state.pushPending()  # words before and after stay pieces of their own, as they are typed
    state.pos = end + len(CLOSING)
    return True


def read_comment_block(state: StateBlock, start: int, stop: int, silent: bool) -> bool:  # noqa: FBT001
    """Lines that are a comment and nothing else; it may hold empty lines."""
    first = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith(OPENING, first):
        return False
    end = _end_of_comment(state.src, first, state.eMarks[stop - 1], state.env)
    if end < 0:
        return False
    line = bisect_left(state.eMarks, end + len(CLOSING), start)
    if not BLANK.match(state.src, end + len(CLOSING), state.eMarks[line]):
        return False
    if not silent:
        state.line = line + 1
    return True


def _end_of_comment(src: str, start: int, stop: int, env: MutableMapping[str, Any]) -> int:
    """Where the comment that begins at `start` is closed, or -1.

    A heap of beginnings without an end, or with one far away, is searched through once.
    """
    begin = start + len(OPENING)
    if stop - begin < SHORT:  # such as the words of a link, which are read apart from the rest
        return src.find(CLOSING, begin, stop)
    known = env.get(FOUND)
    if known is not None and known[0] is src and known[1] == stop and begin >= known[2]:
        found: int = known[3]
        if found < 0 or begin <= found:
            return found
    found = src.find(CLOSING, begin, stop)
    env[FOUND] = (src, stop, begin, found)
    return found
