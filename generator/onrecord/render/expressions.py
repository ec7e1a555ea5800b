"""What stands written in a layout, as its author knows it: its tree, its names, its expressions."""

from collections.abc import Iterable, Iterator

from jinja2 import Environment, nodes


def written(node: nodes.Node) -> str:
    """An expression such as `view.notes.remark` as it stands in the layout; "" for any other."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            inner = written(node.node)
            return f"{inner}.{node.attr}" if inner else ""
        case nodes.Getitem(arg=nodes.Const(value=entry)):
            inner = written(node.node)
            return f"{inner}[{entry!r}]" if inner else ""
    return ""


def looked_up(tree: nodes.Template, name: object, line: int) -> str:
    """The expression in which a name is looked up on this line; "" where unsure."""
    lookups: Iterable[nodes.Getattr | nodes.Getitem]
    lookups = tree.find_all((nodes.Getattr, nodes.Getitem))
    found = ((node.node, node.lineno) for node in lookups if _asked(node) == name)
    return _only(found, line)


def looped_over(tree: nodes.Template, line: int) -> str:
    """The expression that the loop on this line goes through; "" where unsure."""
    return _only(((node.iter, node.lineno) for node in tree.find_all(nodes.For)), line)


def printed(tree: nodes.Template, line: int) -> str:
    """The only expression printed on this line; "" where there are several."""
    parts = (part for node in tree.find_all(nodes.Output) for part in node.nodes)
    return _only(
        ((part, part.lineno) for part in parts if not isinstance(part, nodes.TemplateData)), line
    )


def _only(found: Iterable[tuple[nodes.Node, int]], line: int) -> str:
    """The one expression among the nodes on the line; where none is on it, in the layout."""
    expressions = [(written(node), at) for node, at in found]
    here = {expression for expression, at in expressions if at == line}
    among = here or {expression for expression, _ in expressions}
    return among.pop() if len(among) == 1 else ""


def _asked(node: nodes.Node) -> object:
    if isinstance(node, nodes.Getattr):
        return node.attr
    match node:
        case nodes.Getitem(arg=nodes.Const(value=entry)):
            return entry
    return None


def parent_of(tree: nodes.Template) -> nodes.Extends | None:
    """The `extends` at the top of a layout; None for a layout of its own."""
    return next((node for node in tree.body if isinstance(node, nodes.Extends)), None)


def names_in(node: nodes.Node) -> tuple[str, ...]:
    """The layouts that an `extends`, `include` or `import` names; () where it computes them."""
    template = getattr(node, "template", None)
    match template:
        case nodes.Const(value=str(name)):
            return (name,)
        case nodes.Const(value=list() | tuple() as several):
            return tuple(name for name in several if isinstance(name, str))
        case nodes.List() | nodes.Tuple():
            found = [item.value for item in template.items if isinstance(item, nodes.Const)]
            return tuple(found) if len(found) == len(template.items) else ()
    return ()


def references(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Everything in a layout that brings in another, in order."""
    yield from tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))


def blocks_in(tree: nodes.Template) -> dict[str, int]:
    """The blocks of a layout, each with its line."""
    return {block.name: block.lineno for block in tree.find_all(nodes.Block)}


def parse(environment: Environment, text: str, path: str) -> nodes.Template:
    """The tree of a layout."""
    return environment.parse(text, path, path)
