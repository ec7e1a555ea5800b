"""What pages tell machines, before the types of schema.org."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.rig.linked_data import Node, linked_data_in, things_in
from tests.rig.linked_site import every_kind
from tests.rig.sample import build_sample
from tests.rig.schema_org import misuses
from tests.rig.sites import Built, build_folder, write_site

pytestmark = pytest.mark.browser


def graphs_of(built: Built, name: str) -> Mapping[str, list[Node]]:
    assert built.exit_code == 0, built.findings
    return {
        f"{name}/{path}": linked_data_in(page.decode())
        for path, page in built.files().items()
        if path.endswith(".html")
    }


QUOTE: Node = {"@type": "Quotation", "text": "x", "creator": {"@id": "#a"}}
RIGHT: list[Node] = [{"@type": "NewsArticle", "headline": "x", "hasPart": [QUOTE]}]
WRONG: Mapping[str, list[Node]] = {
    "property": [{"@type": "NewsArticle", "headlines": "x"}],
    "type": [{"@type": "NewsPiece", "headline": "x"}],
    "place": [{"@type": "Person", "memberOf": {"@type": "Country", "name": "x"}}],
    "deep": [{"@type": "NewsArticle", "hasPart": [{**QUOTE, "spokenBy": "x"}]}],
}


def test_every_page_speaks_the_language_of_schema_org(tmp_path: Path) -> None:
    """And what it does not know is seen: four wrong graphs go before the judge among the right."""
    sample = build_sample(tmp_path / "sample")
    kinds = build_folder(write_site(tmp_path / "kinds", every_kind()))
    graphs = {**graphs_of(sample, "sample"), **graphs_of(kinds, "kinds")}
    types = {thing.get("@type") for nodes in graphs.values() for thing in things_in(nodes)}
    assert len(types) > 35
    judged = {**saying_something_new(graphs), "right": RIGHT, **WRONG}
    found = misuses(judged, tmp_path)
    assert [told for told in found if told.partition(":")[0] not in WRONG] == []
    assert [told.partition(":")[0] for told in found] == list(WRONG)


def saying_something_new(graphs: Mapping[str, list[Node]]) -> Mapping[str, list[Node]]:
    """The pages on which some type has a property, or that a value, that no page before gave it."""
    known: set[tuple[str, str, str]] = set()
    telling: dict[str, list[Node]] = {}
    for page, nodes in graphs.items():
        said = {
            (thing.get("@type", ""), name, sort_of(one))
            for thing in things_in(nodes)
            for name, value in thing.items()
            for one in (value if isinstance(value, list) else [value])
        }
        if said - known:
            telling[page] = nodes
        known |= said
    return telling


def sort_of(value: object) -> str:
    return value.get("@type", "@id") if isinstance(value, Mapping) else type(value).__name__
