"""Jinja, set up once for a theme: every value escaped, nothing printed that is not there."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, UndefinedError
from jinja2.utils import missing

from onrecord.render.compiled_layouts import compiled_layouts
from onrecord.render.escaping import escaped
from onrecord.render.plain_code import OurCode, PlainCode
from onrecord.render.wording import counted
from onrecord.text.frozen import is_record
from onrecord.text.source import SourceFile

OURS = "onrecord/_layouts/"  # how the paths of the default's layouts begin


class NotThere(UndefinedError):  # noqa: N818 - named for what it is
    """A layout used what is not there: `name` in `holder`, or at large where that is `missing`."""

    def __init__(self, message: str | None, *, holder: object, name: object) -> None:
        super().__init__(message)
        self.holder = holder
        self.name = name


class Unprintable(TypeError):  # noqa: N818 - named for what it is
    """A layout printed a value that has no one way to be shown: a date, a list, nothing at all."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value


class BrokenLayout(Exception):  # noqa: N818 - named for what it is
    """A layout that was found wanting before any page asked for it, and was told of then."""


class _Undefined(StrictUndefined):
    """What is not there; it remembers where it was looked for."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        del exc
        told: Any = partial(NotThere, holder=obj, name=name)  # it is called, and no more
        super().__init__(hint, obj, name, told)


class _Environment(Environment):
    """An environment of layouts that are compiled to plain code."""

    code_generator_class = PlainCode
    escaped = staticmethod(escaped)


class _OurEnvironment(_Environment):
    """One of no layouts but our own."""

    code_generator_class = OurCode


def open_environment(
    layouts: Mapping[str, SourceFile], broken: frozenset[str] = frozenset()
) -> Environment:
    """An environment that finds layouts by name in the mapping, under the paths writers know.

    One whose path is `broken` raises BrokenLayout.
    """

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        layout = layouts.get(name)
        if layout is None:
            return None
        if layout.path in broken:
            raise BrokenLayout
        return layout.text, layout.path, lambda: True

    are_ours = _are_ours(layouts)
    environment = (_OurEnvironment if are_ours else _Environment)(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Undefined,
        # Our own layouts print nothing else, as our tests see to.
        finalize=None if are_ours else _printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals["range"] = counted
    environment.bytecode_cache = compiled_layouts(environment)
    return environment


def _are_ours(layouts: Mapping[str, SourceFile]) -> bool:
    return all(layout.path.startswith(OURS) for layout in layouts.values())


def _printable(value: object) -> object:
    """The value, where it is one that can be printed: Python's own ways to show it are no text."""
    if isinstance(value, str | int | float | StrictUndefined):
        return value
    if value is None or is_record(value) or callable(value):
        raise Unprintable(value)
    if isinstance(value, tuple | list | dict | set | frozenset):
        raise Unprintable(value)
    return value
