"""Text as it stands in HTML, the same as markupsafe gives it, for less where nothing is escaped."""

import re

from markupsafe import Markup, escape

_MARKUP = re.compile(r"[&<>'\"]").search


def escaped(value: object) -> str:
    """The value in HTML; most texts hold nothing to be escaped, and finished HTML stays."""
    kind = type(value)
    if kind is Markup or (kind is str and not _MARKUP(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)
