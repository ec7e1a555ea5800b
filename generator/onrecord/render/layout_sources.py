"""Which layouts a page is made with, so that an edited one makes only its own pages anew."""

from collections.abc import Mapping
from re import compile as pattern

from onrecord.text.digest import digest
from onrecord.text.source import SourceFile

_ANY_USE = pattern(r"\{%[-+]?\s*(?:extends|include|import|from)\b")
_PLAIN_USE = pattern(
    r"\{%[-+]?\s*(?:extends|include|import|from)\s+(?:\"([^\"\\]+)\"|'([^'\\]+)')"
    r"(?:\s+(?:ignore missing|with(?:out)? context|as \w+|import [\w ,]+))*\s*[-+]?%\}"
)


def layout_digests(layouts: Mapping[str, SourceFile]) -> Mapping[str, str]:
    """By layout, a digest of it and of all that it may extend, include or import.

    One that computes a name may use any layout, so its digest covers them all.
    """
    uses = {name: _used_by(layout.text, layouts) for name, layout in layouts.items()}
    digests = {name: layout.digest for name, layout in layouts.items()}
    return {
        name: digest({used: digests.get(used, "") for used in _reached(name, uses)})
        for name in layouts
    }


def _used_by(text: str, layouts: Mapping[str, SourceFile]) -> tuple[str, ...]:
    """The names that a layout uses, also those that no layout has; all where it computes one."""
    plain = _PLAIN_USE.findall(text)
    if len(plain) != len(_ANY_USE.findall(text)):
        return tuple(layouts)
    return tuple(double or single for double, single in plain)


def _reached(name: str, uses: Mapping[str, tuple[str, ...]]) -> list[str]:
    reached, pending = {name}, [name]
    while pending:
        for used in uses.get(pending.pop(), ()):
            if used not in reached:
                reached.add(used)
                pending.append(used)
    return sorted(reached)
