"""Addresses that stand bare in the text become links, where they begin with http, https or www."""

from collections.abc import Sequence
from re import compile as pattern

from markdown_it.token import Token

ADDRESS = pattern(r"(?<![\w/@.])(?:https?://|www\.)[^\s<>\[\]“”«»\"]+")
TRAILING = "?!.,:;*_~'’…"
OPENING = frozenset({"link_open", "mark_open"})
CLOSING = frozenset({"link_close", "mark_close"})


def link_bare_addresses(tokens: Sequence[Token]) -> None:
    """Put links round the bare addresses of a token stream."""
    for token in tokens:
        if token.type == "inline" and token.children and _may_hold_one(token.content):
            token.children = _linked(token.children)


def _may_hold_one(text: str) -> bool:
    return "://" in text or "www." in text


def _linked(children: Sequence[Token]) -> list[Token]:
    linked: list[Token] = []
    depth = 0
    for child in children:
        depth += (child.type in OPENING) - (child.type in CLOSING)
        if child.type == "text" and not depth and _may_hold_one(child.content):
            linked += _split(child)
        else:
            linked.append(child)
    return linked


def _split(text: Token) -> list[Token]:
    pieces: list[Token] = []
    done = 0
    for found in ADDRESS.finditer(text.content):
        address = _trimmed(found[0])
        end = found.start() + len(address)
        if "." not in address.partition("//")[2] and not address.startswith("www."):
            continue
        if found.start() > done:
            pieces.append(_text(text.content[done : found.start()]))
        href = address if "://" in address else f"http://{address}"
        pieces.append(Token("link_open", "a", 1, attrs={"href": href}))
        pieces.append(_text(address))
        pieces.append(Token("link_close", "a", -1))
        done = end
    if done < len(text.content):
        pieces.append(_text(text.content[done:]))
    return pieces


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _trimmed(address: str) -> str:
    """The address without the sentence's own stops and brackets at its end."""
    closing, opening = address.count(")"), address.count("(")
    end = len(address)
    while end:
        last = address[end - 1]
        if last in TRAILING:
            end -= 1
        elif last == ")" and closing > opening:
            closing -= 1
            end -= 1
        else:
            break
    return address[:end]
