"""Jinja, set up once for a theme: every value escaped, nothing undefined passes, errors located."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from types import TracebackType

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.text.similar import closest
from onrecord.text.source import SourceFile, Span

_UNDEFINED_NAME = re.compile(r"^'(?P<name>\w+)' is undefined$")
_NO_ATTRIBUTE = re.compile(r"has no attribute '(?P<name>\w+)'$")


def open_environment(layouts: Mapping[str, SourceFile]) -> Environment:
    """An environment that finds layouts by name in the mapping, under the paths writers know."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        layout = layouts.get(name)
        return (layout.text, layout.path, lambda: True) if layout else None

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


def layout_problem(
    error: Exception, layout: str, view: object, layouts: Mapping[str, SourceFile]
) -> Diagnostic | None:
    """What to tell the layout's author; None where the error is onrecord's own and not a layout's.

    `layout` is the one that was asked for; the place told is that of the layout which failed.
    """
    if isinstance(error, TemplateSyntaxError):
        path = error.filename or layout
        message = f"the layout cannot be read: {error.message}"
        return diagnose("OR601", message, _line_of(path, error.lineno))
    span = _failing_line(error.__traceback__, layouts)
    if isinstance(error, TemplateNotFound):
        return _missing_layout(str(error.name), span, layouts)
    if isinstance(error, UndefinedError):
        return _undefined(error, span, view)
    if span is None or span.path.startswith("onrecord/_layouts/"):
        return None
    message = f"the layout fails: {type(error).__name__}: {error}"
    return diagnose("OR604", message, span, hint="Mend the expression on this line.")


def _missing_layout(name: str, span: Span | None, layouts: Mapping[str, SourceFile]) -> Diagnostic:
    nearest = closest(name, layouts)
    hint = f"did you mean “{nearest}”? " if nearest else ""
    return diagnose(
        "OR603",
        f"there is no layout “{name}”",
        span,
        hint=f"{hint}Layouts are looked for in layouts/, then in the theme, then in the default.",
    )


def _undefined(error: UndefinedError, span: Span | None, view: object) -> Diagnostic:
    message = str(error)
    if match := _UNDEFINED_NAME.search(message):
        told = f"the layout uses `{match['name']}`, which is not defined"
        hint = "A page's values are all reached through `view`; `url()` makes its links."
    elif match := _NO_ATTRIBUTE.search(message):
        told = f"the layout asks for `{match['name']}`, which is not in the view"
        hint = _advice(match["name"], view)
    else:
        told, hint = f"the layout asks for what is not there: {message}", ""
    return diagnose("OR602", told, span, hint=hint)


def _advice(name: str, view: object) -> str:
    if not is_dataclass(view):
        return ""
    names = [field.name for field in fields(view)]
    nearest = closest(name, names)
    hint = f"did you mean `{nearest}`? " if nearest else ""
    return f"{hint}This page's view holds: {', '.join(names)}."


def _failing_line(
    traceback: TracebackType | None, layouts: Mapping[str, SourceFile]
) -> Span | None:
    """The innermost line of a layout that was being rendered."""
    paths = {layout.path for layout in layouts.values()}
    span: Span | None = None
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        if path in paths:
            span = _line_of(path, traceback.tb_lineno)
        traceback = traceback.tb_next
    return span


def _line_of(path: str, line: int) -> Span:
    return Span(path, line, 1, line, 1)
