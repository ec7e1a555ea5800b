"""HTML comments are the writers' own: code hosts hide them, and so do we, with or without HTML."""

from re import compile as pattern

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

OPENING = "<!--"
CLOSING = "-->"
BLANK = pattern(r"[ \t]*$")


def read_comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """A comment among words."""
    if not state.src.startswith(OPENING, state.pos):
        return False
    end = state.src.find(CLOSING, state.pos + len(OPENING), state.posMax)
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
    end = state.src.find(CLOSING, first + len(OPENING), state.eMarks[stop - 1])
    if end < 0:
        return False
    line = start
    while state.eMarks[line] < end + len(CLOSING):
        line += 1
    if not BLANK.match(state.src, end + len(CLOSING), state.eMarks[line]):
        return False
    if not silent:
        state.line = line + 1
    return True
