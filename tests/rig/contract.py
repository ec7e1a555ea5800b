"""What themes may rely on, read off the views, the layouts and the stylesheet: the contract.

As lines, which are pinned; and as a reference for the authors of themes, which stands in docs/.
"""

import ast
import inspect
import io
import re
import textwrap
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, meta, nodes
from markupsafe import Markup

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing
from onrecord.pages.views import THEME_API
from onrecord.pages.views.machines import FeedItem
from onrecord.render.page import page_functions
from onrecord.render.theme import packaged_layouts
from onrecord.text.dates import Date
from onrecord.text.frozen import field_names, is_record
from tests.rig.views import LAYOUTS

WHOLE = (Body, Dressing, Date)  # given to functions as they are, never looked into
FEED_ITEM = "feeds/item.html"
_HOW_TO_READ = """\
A page's layout is given one of these as `view`; the records after them are what views hold.
Text is plain and is escaped where it is printed; `""` is a text that is empty, `()` an empty list,
and `None` stands for none: `{% if %}` takes each of them for no.
A permalink begins with `/` and goes through `url()`; an address is a web address, printed as it is.
A Body is given to `dress()` with its Dressing; a ShownDate to `when()`; a list of TextPart to
`line()`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a view: its name, what it holds, what is said of it."""

    name: str
    type: str
    remark: str


def views() -> Mapping[str, type]:
    """The view of each layout that is filled in with one."""
    return {**LAYOUTS, FEED_ITEM: FeedItem}


@cache
def records() -> tuple[type, ...]:
    """Every record that can be reached from a view, the views first, then by name."""
    found: dict[type, None] = dict.fromkeys(views().values())
    pending = list(found)
    while pending:
        for hint in get_type_hints(pending.pop()).values():
            for kind in _kinds(hint):
                if kind not in found:
                    found[kind] = None
                    pending.append(kind)
    tops = list(dict.fromkeys(views().values()))
    return (*tops, *sorted(set(found) - set(tops), key=lambda kind: kind.__name__))


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """The fields of a record in order, with the comments that stand beside them."""
    hints, remarks = get_type_hints(record), _remarks(record)
    assert is_record(record)
    return tuple(
        Field(
            name,
            shown_type(hints[name]),
            remarks.get(name) or _told_by_type(hints[name]),
        )
        for name in field_names(record)
    )


def shown_type(hint: Any) -> str:  # noqa: ANN401 - of any type
    """A type as a theme's author reads it: "text", "list of Teaser", "Lead or none"."""
    if get_origin(hint) in {Union, UnionType}:
        (some,) = [kind for kind in get_args(hint) if kind is not type(None)]
        return f"{shown_type(some)} or none"
    if get_origin(hint) is tuple:
        return f"list of {shown_type(get_args(hint)[0])}"
    plain = {str: "text", int: "number", bool: "true or false"}
    return plain.get(hint) or str(hint.__name__)


def contract() -> tuple[str, ...]:
    """The whole contract, one promise a line."""
    return (
        *(f"view {layout}: {view.__name__}" for layout, view in views().items()),
        *(
            f"field {kind.__name__}.{f.name}: {f.type}"
            for kind in records()
            for f in fields_of(kind)
        ),
        *(f"block {layout}: {block}" for layout, names in blocks().items() for block in names),
        *(f"partial {name}: {', '.join(takes)}" for name, takes in partials().items()),
        *(f"function {told}" for told in functions().values()),
        *(f"token {name}" for name in tokens()),
        *(f"class {name}" for name in classes()),
        *(f"asset {path}" for path in assets()),
    )


def functions() -> Mapping[str, str]:
    """What a layout can call, each as `when(date, class_where_unknown)`."""
    return {
        name: f"{name}({', '.join(inspect.signature(function).parameters)})"
        for name, function in _functions().items()
    }


def blocks() -> Mapping[str, tuple[str, ...]]:
    """The blocks of each layout that has any, in order, those of base.html with base.html."""
    found = {
        name: tuple(block.name for block in tree.find_all(nodes.Block))
        for name, tree in _trees().items()
    }
    base = set(found["base.html"])
    return {
        name: tuple(block for block in own if name == "base.html" or block not in base)
        for name, own in found.items()
        if own
    }


def partials() -> Mapping[str, tuple[str, ...]]:
    """What each partial takes: the names that must be set where it is included."""
    return {
        name: tuple(sorted(_takes(name) - {"url", *_functions()}))
        for name in _trees()
        if name.startswith("partials/")
    }


def tokens() -> tuple[str, ...]:
    """The custom properties that the stylesheet sets."""
    css = (packaged_layouts() / "assets/site.css").read_text(encoding="utf-8")
    return tuple(sorted(set(re.findall(r"(?<![\w-])(--[\w-]+):", css))))


def classes() -> tuple[str, ...]:
    """The classes that the stylesheet knows, but for voices and what belongs to one of them."""
    css = (packaged_layouts() / "assets/site.css").read_text(encoding="utf-8")
    css = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.DOTALL)
    found = set(re.findall(r"\.([a-z][\w-]*)", css))
    return tuple(
        sorted(name for name in found if not re.fullmatch(r"[a-z](?:\d+|x)|k-[\w-]+", name))
    )


def assets() -> tuple[str, ...]:
    """The files of the default theme that are published at the root."""
    folder = packaged_layouts() / "assets"
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(f"/{path}" for path in found))


def broken_promises(pinned: Iterable[str], now: Iterable[str]) -> list[str]:
    """The lines that were promised and do not hold any more."""
    return sorted(set(pinned) - set(now))


def reference() -> str:
    """The contract as a document, in sections."""
    sections = [
        ("Layouts and their views", _layouts_table()),
        ("Functions", _functions_table()),
        ("Views", "\n\n".join([_HOW_TO_READ, *map(_record_section, records())])),
        ("Blocks", _table(("layout", "blocks"), blocks().items())),
        ("Partials", _partials_table()),
        ("Tokens", _paragraph(tokens())),
        ("Classes", _paragraph(classes())),
        ("Assets", _paragraph(assets())),
    ]
    head = (
        "---\ntitle: Reference for themes\n---\n\n"
        f"What a layout can rely on: `theme_api` {THEME_API}.\n"
        "How to use it stands in [theming.md](theming.md).\n"
        "This file is written by `make golden`, from the views and the layouts themselves."
    )
    return "\n\n".join([head, *(f"## {title}\n\n{text}" for title, text in sections)]) + "\n"


def _layouts_table() -> str:
    rows = ((f"`{layout}`", f"`{view.__name__}`") for layout, view in views().items())
    return in_tables(("layout", "its `view`"), rows)


def _functions_table() -> str:
    rows = (
        (f"`{functions()[name]}`", inspect.getdoc(function) or "")
        for name, function in _functions().items()
    )
    return in_tables(("function", "what it gives"), rows)


def _record_section(kind: type) -> str:
    rows = ((f"`{field.name}`", _linked(field.type), field.remark) for field in fields_of(kind))
    told = _shown(inspect.getdoc(kind) or "")
    return f"### {kind.__name__}\n\n{told}\n\n{in_tables(('field', 'holds', 'what it says'), rows)}"


def _linked(shown: str) -> str:
    """A type whose record is described further down, with a link there."""
    names = {kind.__name__ for kind in records()}
    return " ".join(
        f"[{word}](#{word.lower()})" if word in names else word for word in shown.split(" ")
    )


def _partials_table() -> str:
    rows = (
        (f"`{name}`", ", ".join(f"`{taken}`" for taken in takes), remark_of_partial(name))
        for name, takes in partials().items()
    )
    return in_tables(("partial", "takes", "what for"), rows)


def remark_of_partial(name: str) -> str:
    """What the comment at the head of a partial says."""
    found = re.match(r"\{#(.*?)#\}", _texts()[name], re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, Iterable[str]]]) -> str:
    rows = [(name, many) for name, many in rows if many]
    return in_tables(
        head, ((f"`{name}`", ", ".join(f"`{one}`" for one in many)) for name, many in rows)
    )


def in_tables(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    cells = (" | ".join(_cell(text) for text in row) for row in lines)
    return "\n".join(f"| {row} |".replace("|  |", "| |") for row in cells)


def _cell(text: str) -> str:
    """A text in a table of Markdown, where its bars are no edges."""
    return _shown(text).replace("|", "\\|")


def _shown(text: str) -> str:
    """A text of Markdown with its tags shown, as code."""
    return re.sub(r"(?<!`)</?[a-z]+( [a-z-]+)*>(?!`)", lambda tag: f"`{tag[0]}`", text)


def _paragraph(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) + "."


def _kinds(hint: Any) -> Iterator[type]:  # noqa: ANN401 - of any type
    """The records in a type."""
    if get_args(hint):
        for inner in get_args(hint):
            yield from _kinds(inner)
    elif is_record(hint) and hint not in WHOLE:
        assert isinstance(hint, type)
        yield hint


def _told_by_type(hint: Any) -> str:  # noqa: ANN401 - of any type
    """What the record says of itself that a field holds; "" for any other field."""
    return next((_first_line(kind) for kind in _kinds(hint)), "")


def _first_line(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("\n")[0]


def _functions() -> Mapping[str, Callable[..., object]]:
    return page_functions(str, lambda _body, _dressing: Markup())


@cache
def _texts() -> Mapping[str, str]:
    folder = packaged_layouts()
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


@cache
def _trees() -> Mapping[str, nodes.Template]:
    environment = Environment(autoescape=True)
    return {name: environment.parse(text) for name, text in _texts().items()}


def _takes(name: str) -> set[str]:
    """What a layout needs from outside, and what those that it includes need and it does not set."""
    tree = _trees()[name]
    here = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    needed = set(meta.find_undeclared_variables(tree))
    for included in meta.find_referenced_templates(tree):
        if included and included != name:
            needed |= _takes(included)
    return needed - here


def _remarks(record: type) -> dict[str, str]:
    """The comment beside each field, and the lines on which it goes on."""
    source = textwrap.dedent(inspect.getsource(record))
    comments = {
        token.start[0]: token.string.removeprefix("#").strip()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    (tree,) = ast.parse(source).body
    assert isinstance(tree, ast.ClassDef)
    found: dict[str, str] = {}
    for statement in tree.body:
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        line, told = statement.end_lineno or 0, list[str]()
        while line in comments:
            told.append(comments[line])
            line += 1
            if line in comments and source.splitlines()[line - 1].lstrip()[:1] != "#":
                break
        found[statement.target.id] = " ".join(told)
    return found


def reference_path() -> Path:
    """Where the reference stands."""
    return Path(__file__).parents[2] / "docs/content/pages/theming-reference.md"
