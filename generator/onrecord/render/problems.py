"""What went wrong while a layout was filled in, told to its author: where, what, and what to do."""

from collections.abc import Iterable, Mapping
from re import compile as pattern
from re import escape, finditer
from types import TracebackType

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.utils import missing

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.render.environment import OURS, NotThere, Unprintable
from onrecord.render.expressions import looked_up, looped_over, parse, printed
from onrecord.render.plain_code import FUNCTIONS
from onrecord.render.wording import Misuse, sort_of
from onrecord.text.frozen import Frozen, field_names, is_record, replace
from onrecord.text.similar import closest
from onrecord.text.source import SourceFile, Span

KNOWN = ("view", *FUNCTIONS)
_WHERE_LOOKED = "Layouts are looked for in layouts/, then in the theme, then in the default."
# Python says where a function was defined; authors know url(), line() and dress().
_MODULES = pattern(r"\b(?:\w+\.)+(?:<locals>\.)?(?=\w)")
_EXPECTED = pattern(r"expected token '(.+)', got '(.+)'")
_NO_EXPRESSION = pattern(r"Expected an expression, got '(.+)'")
_UNEXPECTED = pattern(r"unexpected '(.+)'")
_SIGNS = {
    "end of statement block": "%}",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
}
_TOKENS = {
    "end of template": "the end of the file",
    "name": "a name",
    "string": "a text in quotation marks",
}
_TYPES = {"ShownDate": "{{{{ when({0}) }}}}", "Body": "{{{{ dress({0}, view.dressing) }}}}"}


class _Place(Frozen):
    """The line of a layout of the site on which something failed.

    `of_ours` is a line of the default's, where that failed because of what this one gave it;
    `line` the text of the line.
    """

    span: Span
    of_ours: Span | None
    tree: nodes.Template
    line: str

    @property
    def failed_at(self) -> Span:
        return self.of_ours or self.span

    def of_name(self, name: object) -> Span:
        """The place of a name that stands on the line just once; else the line."""
        found = [*finditer(rf"\b{escape(str(name))}\b", self.line)]
        if len(found) != 1:
            return self.span
        start, end = found[0].span()
        return Span(self.span.path, self.span.line, start + 1, self.span.line, end + 1)


def layout_problem(
    error: Exception, view: object, layouts: Mapping[str, SourceFile], environment: Environment
) -> Diagnostic | None:
    """What to tell the layout's author; None where only layouts of onrecord's own are at fault."""
    if isinstance(error, TemplateSyntaxError):
        path = error.filename or error.name or ""
        return None if path.startswith(OURS) else slip(error, path)
    place = _place(error.__traceback__, layouts, environment)
    if place is None:
        return None
    code, message, hint = _told(error, view, layouts, place)
    related: tuple[Related, ...] = ()
    if place.of_ours is not None:
        related = (Related("the layout that fails because of it", place.of_ours),)
    name = error.name if isinstance(error, NotThere) else None
    return diagnose(code, message, place.of_name(name), hint=hint, related=related)


def slip(error: TemplateSyntaxError, path: str) -> Diagnostic:
    """Jinja code that cannot be read."""
    message = f"the layout cannot be read: {_plain(error.message or 'a slip in its Jinja code')}"
    hint = "Every {% if %}, {% for %} and {% block %} needs its end; {{ … }} holds one expression."
    return diagnose("OR601", message, line_of(path, error.lineno), hint=hint)


def _plain(told: str) -> str:
    """What Jinja tells of a slip, with what is typed in place of its names for that."""
    if found := _EXPECTED.fullmatch(told):
        wanted, got = map(_typed, found.groups())
        return f"{got} stands where {wanted} was expected"
    if found := _NO_EXPRESSION.fullmatch(told):
        return f"an expression is missing before {_typed(found[1])}"
    if found := _UNEXPECTED.fullmatch(told):
        return f"{_typed(found[1])} stands where it cannot"
    return told


def _typed(token: str) -> str:
    return _TOKENS.get(token) or f"`{_SIGNS.get(token, token)}`"


def missing_layout(name: str, span: Span, layouts: Iterable[str]) -> Diagnostic:
    """A layout that is asked for by a name that none has."""
    nearest = closest(name, layouts)
    hint = f"did you mean “{nearest}”? " if nearest else ""
    return diagnose("OR603", f"there is no layout “{name}”", span, hint=f"{hint}{_WHERE_LOOKED}")


def merged(problems: Iterable[tuple[str, Diagnostic]]) -> tuple[Diagnostic, ...]:
    """Each problem once, with the pages that it stops; given as permalink and problem."""
    pages: dict[tuple[str, Span | None, str], list[str]] = {}
    first: dict[tuple[str, Span | None, str], Diagnostic] = {}
    for permalink, found in problems:
        key = (found.code, found.span, found.message)
        first.setdefault(key, found)
        pages.setdefault(key, []).append(permalink)
    return tuple(
        replace(found, message=f"{found.message} ({_pages(pages[key])})")
        for key, found in first.items()
    )


def line_of(path: str, line: int) -> Span:
    """A whole line of a layout."""
    return Span(path, line, 1, line, 1)


def _pages(permalinks: list[str]) -> str:
    if len(permalinks) == 1:
        return f"on the page {permalinks[0]}"
    return f"on {len(permalinks):,} pages, such as {min(permalinks)}"


def _place(
    traceback: TracebackType | None, layouts: Mapping[str, SourceFile], environment: Environment
) -> _Place | None:
    """The innermost line of the site's or its theme's layouts; None where only ours took part."""
    by_path = {layout.path: layout for layout in layouts.values()}
    theirs: Span | None = None
    ours: Span | None = None
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        if path in by_path:
            span = line_of(path, traceback.tb_lineno)
            if path.startswith(OURS):
                ours = span
            else:
                theirs, ours = span, None
        traceback = traceback.tb_next
    if theirs is None:
        return None
    failed = by_path[(ours or theirs).path]
    line = by_path[theirs.path].line(theirs.line)
    return _Place(theirs, ours, parse(environment, failed.text, failed.path), line)


def _told(
    error: Exception, view: object, layouts: Mapping[str, SourceFile], place: _Place
) -> tuple[str, str, str]:
    """Code, message and hint."""
    match error:
        case NotThere():
            return "OR602", *_not_there(error, view, place)
        case UndefinedError():
            return "OR602", f"the layout asks for what is not there: {error}", ""
        case TemplateNotFound():
            found = missing_layout(str(error.name), place.span, layouts)
            return "OR603", found.message, found.hint
        case Unprintable():
            return "OR604", *_unprintable(error.value, place)
        case Misuse():
            return "OR604", f"the layout fails: {error.told}", error.advice
        case RecursionError():
            return (
                "OR604",
                "the layout fails: layouts include one another without end",
                "Find the partial that includes itself, and let it end with an {% if %}.",
            )
        case TypeError() if "'NoneType' object is not iterable" in str(error):
            return "OR604", *_nothing_to_loop_over(place)
    told = _MODULES.sub("", str(error)) or type(error).__name__
    return "OR604", f"the layout fails: {told}", "Mend the expression on this line."


def _not_there(error: NotThere, view: object, place: _Place) -> tuple[str, str]:
    name, holder = error.name, error.holder
    if name == "super":
        hint = "super() gives the block of the layout that this one extends."
        return "super() is used where there is no such block above", hint
    if name is None or (holder is missing and str(error) != f"{name!r} is undefined"):
        return f"the layout asks for what is not there: {error}", ""
    if holder is missing:
        return _unknown_name(str(name), view, place)
    expression = looked_up(place.tree, name, place.failed_at.line)
    within = f"`{expression}`" if expression else "what it is looked up in"
    asked = f"[{name}]" if isinstance(name, int) else f"`{name}`"
    if holder is None:
        told = f"the layout asks for {asked} in {within}, which is none on this page"
        test = expression or "…"
        return told, f"Ask first: {{% if {test} %}} … {{% endif %}}."
    if is_record(holder):
        told = f"the layout asks for {asked}, which is not in {within}"
        names = field_names(type(holder))
        return told, f"{_meant(str(name), names)}It holds: {', '.join(names)}."
    if isinstance(holder, tuple | list):
        told = f"the layout asks for {asked} in {within}, which is a list"
        if isinstance(name, int):
            told = f"the list {within} has no entry [{name}] on this page"
            return told, f"Ask first: {{% if {expression or '…'} %}} … {{% endif %}}."
        loop = f"{{% for one in {expression or '…'} %}}{{{{ one.{name} }}}}{{% endfor %}}"
        return told, f"Go through it: {loop}."
    told = f"the layout asks for {asked} in {within}, which is {sort_of(holder)}"
    return told, "Print it as it is: it holds nothing more."


def _unknown_name(name: str, view: object, place: _Place) -> tuple[str, str]:
    if place.of_ours is not None:
        partial = place.of_ours.path.removeprefix(OURS)
        told = f"{partial} needs `{name}`, which is not set here"
        return told, f"Before the include, write {{% set {name} = … %}}."
    told = f"the layout uses `{name}`, which is not defined"
    if is_record(view) and name in field_names(type(view)):
        return told, f"did you mean `view.{name}`?"
    hint = "A page's values are all reached through `view`; `url()` makes its links."
    return told, f"{_meant(name, KNOWN)}{hint}"


def _meant(name: str, names: Iterable[str]) -> str:
    nearest = closest(name, names)
    return f"did you mean `{nearest}`? " if nearest else ""


def _unprintable(value: object, place: _Place) -> tuple[str, str]:
    expression = printed(place.tree, place.failed_at.line)
    what = f"`{expression}`" if expression else "what is printed on this line"
    shown = expression or "…"
    if value is None:
        told = f"{what} is none on this page, so it cannot be printed"
        return told, f"Ask first: {{% if {shown} %}} … {{% endif %}}."
    if isinstance(value, tuple | list | dict | set | frozenset):
        if value and type(next(iter(value))).__name__ == "TextPart":
            return f"{what} is a line of parts", f"Write {{{{ line({shown}) }}}}."
        told = f"{what} is a list, so it cannot be printed whole"
        return told, f"Go through it: {{% for one in {shown} %}} … {{% endfor %}}."
    if is_record(value):
        name = type(value).__name__
        told = f"{what} is a whole {name}, so it cannot be printed"
        if name in _TYPES:
            return told, f"Write {_TYPES[name].format(shown)}."
        names = ", ".join(field_names(type(value)))
        return told, f"Print one of the things that it holds: {names}."
    told = f"{what} is a function, so it cannot be printed"
    return told, f"Call it: {{{{ {shown}() }}}}."


def _nothing_to_loop_over(place: _Place) -> tuple[str, str]:
    expression = looped_over(place.tree, place.failed_at.line)
    what = f"`{expression}`" if expression else "what the loop goes through"
    told = f"the layout fails: {what} is none on this page, so there is nothing to go through"
    return told, f"Ask first: {{% if {expression or '…'} %}} … {{% endif %}}."
