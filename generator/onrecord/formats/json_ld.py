"""JSON-LD in the words of schema.org, written so that no text can end the script that holds it."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TypeAlias

Json: TypeAlias = "str | int | Mapping[str, Json] | Sequence[Json] | None"

Node: TypeAlias = Mapping[str, Json]
"""A thing with what is said of it. What is empty is not known, and is left out when written."""

_CONTEXT = "https://schema.org"
_TYPE = "@type"
_ENCODER = json.JSONEncoder(
    allow_nan=False, ensure_ascii=False, separators=(",", ":"), sort_keys=True
)
# Outside of strings JSON has none of these, and inside any character may be written so.
_ESCAPES = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")


def write_json_ld(nodes: Iterable[Node]) -> str:
    """The nodes as one document, its keys in order; "" where nothing is known of any of them."""
    graph = _known(tuple(nodes))
    if not graph:
        return ""
    return within_script(_ENCODER.encode({"@context": _CONTEXT, "@graph": graph}))


def within_script(document: str) -> str:
    """A JSON document that says the same without any character that HTML could take for markup."""
    for char, escaped in _ESCAPES:
        document = document.replace(char, escaped)
    return document


def source_for_policy(document: str) -> str:
    """How a content security policy names the script that holds the document, by its hash.

    Browsers run no data and need no leave for it, but the HTML checker takes it for a script.
    """
    return f"'sha256-{b64encode(sha256(document.encode()).digest()).decode()}'"


def _known(value: Json) -> Json:
    """The value without all that is empty in it; None where nothing is left.

    A thing of which nothing is told but what kind of thing it is says nothing.
    """
    if isinstance(value, dict):
        told: dict[str, Json] = {}
        for key, one in value.items():
            known = one if isinstance(one, str) else _known(one)
            if known is not None and known != "":
                told[key] = known
        return told if len(told) > (_TYPE in told) else None
    if isinstance(value, tuple | list):
        return [known for one in value if (known := _known(one)) is not None] or None
    if value is None or isinstance(value, str | int | float):
        return None if value == "" else value
    # Abstract classes are slow to ask, and there is seldom need to.
    return _known(dict(value) if isinstance(value, Mapping) else tuple(value))
