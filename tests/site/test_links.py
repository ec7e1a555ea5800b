"""Every link of the sample resolves at `/`, under `/repo/`, and in a folder opened from the disk."""

from pathlib import Path

import pytest

from tests.rig.crawl import Published
from tests.rig.sample import build_sample
from tests.rig.sites import Built

# Reached by a server or an old bookmark, not by a link.
NOT_LINKED = ("404.html",)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample with links to folders, as a server wants them."""
    return build_sample(tmp_path_factory.mktemp("served"), base_url="https://example.org/repo/")


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample with links to files, as a folder on a disk wants them."""
    return build_sample(tmp_path_factory.mktemp("disk"), site_yaml="\nlinks: file\n")


def test_every_link_and_fragment_resolves_at_the_root(tmp_path: Path) -> None:
    built = build_sample(tmp_path, base_url="https://example.org/")
    assert Published(built.output, "/").dead() == []


def test_every_link_and_fragment_resolves_under_a_base_path(served: Built) -> None:
    assert Published(served.output, "/repo/").dead() == []


def test_every_link_and_fragment_resolves_from_the_disk(on_disk: Built) -> None:
    pages = Published(on_disk.output, "file")
    assert [line for line in pages.dead() if not line.startswith(NOT_LINKED)] == []


def test_every_page_is_reached_from_the_front_page(served: Built) -> None:
    pages = Published(served.output, "/repo/")
    redirects = [
        path
        for path, page in pages.pages.items()
        if any(reference.element == "meta" for reference in page.references)
    ]
    assert pages.unreachable(*NOT_LINKED, *redirects) == []


def test_no_page_loads_anything_from_elsewhere(served: Built, on_disk: Built) -> None:
    assert Published(served.output, "/repo/").foreign_loads() == []
    pages = Published(on_disk.output, "file")
    assert [line for line in pages.foreign_loads() if not line.startswith(NOT_LINKED)] == []


def test_no_id_stands_twice_in_a_page(served: Built) -> None:
    assert Published(served.output, "/repo/").repeated_ids() == []


def test_the_sample_is_clean_under_strict(served: Built) -> None:
    assert served.findings == []
