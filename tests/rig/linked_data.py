"""What pages tell machines: the nodes of their JSON-LD, the ids in it, and every fact that it states."""

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

Node = Mapping[str, Any]

_TYPE = "application/ld+json"
_CONTEXT = "https://schema.org"


class _Scripts(HTMLParser):
    """The texts of a page's scripts of data, as a browser delimits them."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._is_within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_within = tag == "script" and dict(attrs).get("type") == _TYPE
        if self._is_within:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_within = self._is_within and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._is_within:
            self.texts[-1] += data


def linked_data_in(html: str) -> list[Node]:
    """The nodes of a page's one document of linked data; none where it has no such document."""
    reader = _Scripts()
    reader.feed(html)
    reader.close()
    if not reader.texts:
        return []
    (text,) = reader.texts
    document = json.loads(text)
    assert document.keys() == {"@context", "@graph"}
    assert document["@context"] == _CONTEXT
    nodes: list[Node] = document["@graph"]
    return nodes


def of_type(nodes: list[Node], kind: str) -> Node:
    """The one node of a type."""
    (node,) = [node for node in nodes if node["@type"] == kind]
    return node


def things_in(nodes: object) -> Iterator[Node]:
    """Every thing of a graph, however deep it stands in another."""
    if isinstance(nodes, Mapping):
        yield nodes
        for value in nodes.values():
            yield from things_in(value)
    elif isinstance(nodes, list):
        for node in nodes:
            yield from things_in(node)


def ids_described(nodes: list[Node]) -> list[str]:
    """The ids of which something is told."""
    return [thing["@id"] for thing in things_in(nodes) if "@id" in thing and "@type" in thing]


def ids_named(nodes: list[Node]) -> set[str]:
    """Every id, whether something is told of it or not."""
    return {thing["@id"] for thing in things_in(nodes) if "@id" in thing}


def facts_in(nodes: list[Node]) -> Iterator[tuple[str, str]]:
    """Every text that a graph states, with the name of the property that holds it."""
    for thing in things_in(nodes):
        for name, value in thing.items():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str) and not name.startswith("@"):
                    yield name, one
