"""The one list of diagnostic codes: what each means, how severe it is and where it arises."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.diagnostics.code import Code, Severity, Stage
from onrecord.diagnostics.table import (
    actors,
    front_matter,
    internal,
    pages,
    quotes,
    site,
    sources,
    theme,
)

__all__ = ["Code", "Severity", "Stage", "code_named", "every_code"]

_FAMILIES = (front_matter, quotes, actors, sources, pages, theme, site, internal)


def _tabulate() -> Mapping[str, Code]:
    table: dict[str, Code] = {}
    for family in _FAMILIES:
        for code in family.CODES:
            if code.id in table:
                message = f"{code.id} is defined twice"
                raise ValueError(message)
            table[code.id] = code
    return MappingProxyType(dict(sorted(table.items())))


_TABLE = _tabulate()


def every_code() -> tuple[Code, ...]:
    """Every code there is, by id."""
    return tuple(_TABLE.values())


def code_named(code_id: str) -> Code | None:
    """The code with this id, or None where there is none."""
    return _TABLE.get(code_id)
