"""Layouts of a site and its theme, looked through before any page is made: all slips at once.

What Jinja passes over in silence is told too: blocks that nothing shows, layouts that nothing uses.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from re import compile as pattern

from jinja2 import Environment, TemplateSyntaxError, nodes

from onrecord.diagnostics import Diagnostic, Outcome, Severity, diagnose
from onrecord.pages.written_links import WrittenLink
from onrecord.render.environment import OURS, open_environment
from onrecord.render.expressions import blocks_in, names_in, parent_of, parse, references
from onrecord.render.problems import line_of, missing_layout, slip
from onrecord.text.frozen import Frozen
from onrecord.text.similar import closest
from onrecord.text.source import SourceFile, Span

_IN_ASSETS = (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".woff2", ".woff", ".ico")
_NEARLY_HTML = (".htm", ".xhtml", ".jinja", ".jinja2", ".j2", ".njk", ".liquid", ".hbs", ".tmpl")
_FOLDERS = pattern(r"^(?:layouts/themes/[^/]+|layouts|onrecord/_layouts)/")
_NOT_FROM_LAYOUTS = {
    "feed.xml": "feeds are not made from a layout, but what they carry of a briefing is:"
    " feeds/item.html",
    "sitemap.xml": "the sitemap is not made from a layout",
    "robots.txt": "robots.txt is not made from a layout",
}


class _Written(Frozen):
    """A layout that could be read; `name` is its path within the layouts that it belongs to."""

    name: str
    path: str
    tree: nodes.Template


def inspect_layouts(
    layouts: Mapping[str, SourceFile], environment: Environment
) -> Outcome[tuple[WrittenLink, ...]]:
    """The links that stand in the layouts which are not the default's, and what is wrong there."""
    found: list[Diagnostic] = []
    trees = dict(_read_all(layouts, environment, found))
    for one in trees.values():
        found += _words_unknown(one, environment)
        found += _names_unknown(one, layouts)
        circle = [*_circle(one, trees, layouts)]
        found += circle or _never_shown(one, trees, layouts)
    found += _unused(trees, layouts)
    return Outcome(tuple(link for one in trees.values() for link in _links(one)), tuple(found))


def broken_layouts(found: Iterable[Diagnostic]) -> frozenset[str]:
    """The paths of the layouts that no page can be made with."""
    return frozenset(one.span.path for one in found if one.span and one.severity is Severity.ERROR)


def passed_over(path: str, name: str) -> Diagnostic | None:
    """What to say of a file among the layouts that is none; None for a README or a licence."""
    span = Span.start_of(path)
    message = "this file takes no part in any page"
    if name.endswith(_IN_ASSETS):
        hint = "What is to be published as it is belongs into assets/, beside the layouts."
        return diagnose("OR609", message, span, hint=hint)
    if name.endswith(_NEARLY_HTML):
        hint = "The names of layouts end in .html."
        return diagnose("OR609", message, span, hint=hint)
    return None


def _read_all(
    layouts: Mapping[str, SourceFile], environment: Environment, found: list[Diagnostic]
) -> Iterator[tuple[str, _Written]]:
    """Every layout that can be read and is not ours, by its path."""
    seen = set()
    for name, layout in layouts.items():
        if layout.path in seen or layout.path.startswith(OURS):
            continue
        seen.add(layout.path)
        try:
            tree = parse(environment, layout.text, layout.path)
            environment.get_template(name)
        except TemplateSyntaxError as error:
            if not (error.message or "").startswith(("No filter named", "No test named")):
                found.append(slip(error, layout.path))
                continue
        except (SyntaxError, RecursionError, MemoryError) as error:
            # Python's own limits: loops nested twenty deep, brackets in hundreds.
            told = error.msg if isinstance(error, SyntaxError) else "its code is nested too deeply"
            span = Span.start_of(layout.path)
            found.append(diagnose("OR601", f"the layout cannot be read: {told}", span))
            continue
        yield layout.path, _Written(_within(layout.path), layout.path, tree)


@lru_cache(maxsize=100)
def _read_ours(layout: SourceFile) -> _Written:
    """A layout of the default's, which is without slips."""
    tree = parse(open_environment({}), layout.text, layout.path)
    return _Written(_within(layout.path), layout.path, tree)


def _within(path: str) -> str:
    """The path of a layout in the folder of its theme."""
    return _FOLDERS.sub("", path)


def _links(one: _Written) -> Iterator[WrittenLink]:
    """What stands in a layout as `url("/about/")`."""
    for call in one.tree.find_all(nodes.Call):
        match call:
            case nodes.Call(node=nodes.Name(name="url"), args=[nodes.Const(value=str(permalink))]):
                if permalink.startswith("/"):
                    yield WrittenLink(permalink, line_of(one.path, call.lineno))


def _words_unknown(one: _Written, environment: Environment) -> Iterator[Diagnostic]:
    for node in one.tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name in known:
            continue
        kind = "filter" if isinstance(node, nodes.Filter) else "test"
        nearest = closest(node.name, known)
        hint = f"did you mean `{nearest}`? " if nearest else ""
        hint += "Only those of Jinja itself are there."
        message = f"there is no {kind} `{node.name}`"
        yield diagnose("OR601", message, line_of(one.path, node.lineno), hint=hint)


def _names_unknown(one: _Written, layouts: Mapping[str, SourceFile]) -> Iterator[Diagnostic]:
    for node in references(one.tree):
        names = names_in(node)
        if not names or getattr(node, "ignore_missing", False):
            continue
        if not any(name in layouts for name in names):
            yield missing_layout(names[0], line_of(one.path, node.lineno), layouts)


def _ancestors(
    one: _Written, trees: Mapping[str, _Written], layouts: Mapping[str, SourceFile]
) -> Iterator[_Written | None]:
    """What a layout extends, and that in turn; None at its end where this cannot be known.

    A layout that comes round to one it has passed stands twice.
    """
    seen = set[str]()
    here = one
    while (extends := parent_of(here.tree)) is not None:
        names = names_in(extends)
        source = layouts.get(names[0]) if names else None
        above = trees.get(source.path) if source else None
        if source and source.path.startswith(OURS):
            above = _read_ours(source)
        yield above
        if above is None or above.path in seen:
            return
        seen.add(above.path)
        here = above


def _circle(
    one: _Written, trees: Mapping[str, _Written], layouts: Mapping[str, SourceFile]
) -> Iterator[Diagnostic]:
    above = [layout.path for layout in _ancestors(one, trees, layouts) if layout]
    extends = parent_of(one.tree)
    if extends is None or one.path not in above:
        return
    way = " → ".join([one.path, *above[: above.index(one.path) + 1]])
    replaced = f"default/{one.name}"
    hint = (
        f'To build on the layout that it replaces: {{% extends "{replaced}" %}}.'
        if replaced in layouts
        else "Let one of them extend another layout."
    )
    message = f"the layout extends itself: {way}"
    yield diagnose("OR604", message, line_of(one.path, extends.lineno), hint=hint)


def _never_shown(
    one: _Written, trees: Mapping[str, _Written], layouts: Mapping[str, SourceFile]
) -> Iterator[Diagnostic]:
    """Blocks that no layout above has, and what stands outside of blocks."""
    extends = parent_of(one.tree)
    above = list(_ancestors(one, trees, layouts))
    if extends is None or None in above:
        return
    known = {name for layout in above if layout for name in blocks_in(layout.tree)}
    for node in one.tree.body:
        if isinstance(node, nodes.Block) and node.name not in known:
            nearest = closest(node.name, known)
            hint = f"did you mean `{nearest}`? " if nearest else ""
            (name,) = names_in(extends)
            message = f"the block `{node.name}` is shown nowhere: “{name}” has none of this name"
            hint += f"Its blocks: {', '.join(sorted(known))}."
            yield diagnose("OR608", message, line_of(one.path, node.lineno), hint=hint)
    start = one.tree.body.index(extends)
    if before := _first_shown(one.tree.body[:start]):
        message = "what stands before `extends` is shown ahead of the whole page"
        hint = "Move it into one of the blocks."
        yield diagnose("OR608", message, line_of(one.path, before), hint=hint)
    if after := _first_shown(one.tree.body[start:]):
        message = "what stands outside of every block is shown nowhere"
        hint = "A layout that extends another only fills its blocks: move this into one of them."
        yield diagnose("OR608", message, line_of(one.path, after), hint=hint)


def _first_shown(body: Iterable[nodes.Node]) -> int:
    """The first line that would show something; 0 where none does."""
    return next((line for line in map(_shows, body) if line), 0)


def _shows(node: nodes.Node) -> int:
    """The first line of a node that shows something; 0 for white space, `set` and the like."""
    if isinstance(node, nodes.Include):
        return node.lineno
    if not isinstance(node, nodes.Output):
        return 0
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if text := part.data.lstrip():
            return part.lineno + part.data[: len(part.data) - len(text)].count("\n")
    return 0


def _unused(
    trees: Mapping[str, _Written], layouts: Mapping[str, SourceFile]
) -> Iterator[Diagnostic]:
    """Layouts of the site whose name no page and no other layout asks for."""
    ours = {name.removeprefix("default/") for name in layouts if name.startswith("default/")}
    asked: set[str] = set()
    for one in trees.values():
        for node in references(one.tree):
            if not names_in(node):
                return  # a name that is computed may be any
            asked |= {layouts[name].path for name in names_in(node) if name in layouts}
    for one in trees.values():
        name = one.name
        if name in ours or one.path in asked:
            continue
        if name in _NOT_FROM_LAYOUTS:
            hint = _NOT_FROM_LAYOUTS[name]
        else:
            nearest = closest(name, sorted(ours))
            hint = f"did you mean {nearest}? " if nearest else ""
            hint += "Name it as the layout that it is to replace, or include it in another."
        message = f"no page uses the layout {name}"
        yield diagnose("OR609", message, Span.start_of(one.path), hint=hint)
