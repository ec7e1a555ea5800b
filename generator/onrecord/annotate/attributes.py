"""`{#id .class lang=xx}` after headings, links, pictures and code, and on a line before a block.

Nothing else in braces is touched: `{{`, `{%` and prose stay as they are. No `style`, no handlers.
"""

from re import compile as pattern

from markdown_it.token import Token

ATTRIBUTE = r"(?:#[^\s{}#.\"'<>=]+|\.[A-Za-z_][\w-]*|lang=\"?[A-Za-z][A-Za-z0-9-]*\"?)"
ATTRIBUTES = pattern(rf"\{{\s?({ATTRIBUTE}(?:\s{ATTRIBUTE})*)\s?\}}")
LONGEST = 200
TAKE_ATTRIBUTES = frozenset({"link_close", "image", "code_inline"})
TEXTS = frozenset({"text", "text_special"})


def settle_attributes(tokens: list[Token]) -> None:
    """Move written attributes from the text of a token stream to the tokens that they describe."""
    for index, token in enumerate(tokens):
        if token.type != "inline" or "{" not in token.content or not token.children:
            continue
        holder = tokens[index - 1]
        if holder.type == "heading_open":
            _take_from_end(token.children, holder)
        elif holder.type == "paragraph_open" and token.content.startswith("{"):
            _take_line(tokens, index)
        _take_after_inlines(token.children)


def _take_from_end(children: list[Token], heading: Token) -> None:
    last = children[-1]
    brace = last.content.rfind("{") if last.type in TEXTS else -1
    written = ATTRIBUTES.fullmatch(last.content.rstrip(), max(brace, 0)) if brace >= 0 else None
    if written is not None:
        last.content = last.content[:brace].rstrip()
        _apply(written[1], heading)


def _take_line(tokens: list[Token], index: int) -> None:
    """A first line of attributes describes its paragraph; a paragraph of them, the next block."""
    children = tokens[index].children
    if not children or children[0].type not in TEXTS:
        return
    written = ATTRIBUTES.fullmatch(children[0].content.strip())
    if written is None:
        return
    if len(children) == 1:
        following = tokens[index + 2] if index + 2 < len(tokens) else None
        if following is not None and following.nesting >= 0:
            children.clear()
            tokens[index - 1].hidden = tokens[index + 1].hidden = True
            _apply(written[1], following)
    elif children[1].type == "softbreak":
        del children[:2]
        _apply(written[1], tokens[index - 1])


def _take_after_inlines(children: list[Token]) -> None:
    openers: list[Token] = []
    for index, child in enumerate(children):
        if child.type == "link_open":
            openers.append(child)
        described = child
        if child.type == "link_close" and openers:
            described = openers.pop()
        if child.type not in TAKE_ATTRIBUTES or index + 1 == len(children):
            continue
        after = children[index + 1]
        if after.type == "text" and after.content.startswith("{"):
            written = ATTRIBUTES.match(after.content, 0, LONGEST)
            if written is not None:
                after.content = after.content[written.end() :]
                _apply(written[1], described)


def _apply(written: str, token: Token) -> None:
    for attribute in written.split():
        if attribute.startswith("#"):
            token.attrSet("id", attribute[1:])
        elif attribute.startswith("."):
            token.attrJoin("class", attribute[1:])
        else:
            token.attrSet("lang", attribute.removeprefix("lang=").strip('"'))
