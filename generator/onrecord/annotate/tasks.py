"""Lists of tasks: items that begin with `[ ]` or `[x]` get a box."""

from collections.abc import Sequence

from markdown_it.token import Token

BOXES = {"[ ] ": "not done", "[x] ": "done", "[X] ": "done"}


def find_tasks(tokens: Sequence[Token]) -> None:
    """Tell the items of task lists which box they have, and take it out of their text."""
    for index, token in enumerate(tokens):
        if token.type != "inline" or not token.content.startswith("[") or index < 2:
            continue
        children = token.children
        item = tokens[index - 2]
        if item.type != "list_item_open" or not children or children[0].type != "text":
            continue
        box = BOXES.get(children[0].content[:4])
        if box is not None:
            children[0].content = children[0].content[4:]
            item.meta["box"] = box


def box_of(item: Token) -> str:
    """The box of a list's item, "" where it is no task."""
    box = item.meta.get("box")
    if box is None:
        return ""
    checked = " checked" if box == "done" else ""
    return f'<input type="checkbox" disabled{checked} aria-label="{box}"> '
