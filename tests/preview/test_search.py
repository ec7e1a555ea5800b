"""The search of a preview: its index is made when somebody opens the search page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rig.findable import FINDABLE
from tests.rig.previews import Preview, previewed
from tests.rig.sites import split_site, write_site

INDEX = "/pagefind/pagefind.js"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = write_site(tmp_path / "site", split_site(FINDABLE))
    with previewed(root) as running:
        yield running


def made_of(preview: Preview) -> str:
    """What the index was made of."""
    told = json.loads((preview.output / "pagefind/made-of.json").read_text())
    return str(told["made_of"])


def test_the_index_is_made_when_it_is_asked_for_and_again_after_edits(preview: Preview) -> None:
    assert not (preview.output / "pagefind").exists()
    assert preview.get(INDEX).status == 200
    first = made_of(preview)
    name, text = next(
        (name, text)
        for name, text in split_site(FINDABLE).items()
        if name.startswith("content/articles/")
    )
    preview.save(name, f"{text}\nAnd one more word.\n")
    preview.wait_until_said(f": {name}")
    assert made_of(preview) == first, "a save does not wait for the index"
    assert preview.get(INDEX).status == 200
    assert made_of(preview) != first
    preview.save(name, text)
    preview.wait_until_said(f": {name}", 2)
    assert preview.get(INDEX).status == 200
    assert made_of(preview) == first


def test_a_site_that_cannot_be_searched_any_more_has_no_index(preview: Preview) -> None:
    assert preview.get(INDEX).status == 200
    site_yaml = split_site(FINDABLE)["site.yaml"]
    preview.save("site.yaml", site_yaml.replace("search: true\n", ""))
    preview.wait_until(lambda: not (preview.output / "pagefind").exists(), "kept the index")
    assert preview.get(INDEX).status == 404
