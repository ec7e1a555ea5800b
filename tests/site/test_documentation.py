"""The documentation is a site of its own, and as sound as one."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.crawl import Published


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of its folder."""
    folder = tmp_path_factory.mktemp("documentation") / "docs"
    return copytree(ROOT / "docs", folder, ignore=ignore_patterns("public", ".onrecord"))


@pytest.mark.parametrize("path", ["/", "/repo/"])
def test_it_builds_clean_and_every_link_in_it_leads_somewhere(docs: Path, path: str) -> None:
    address = f"https://example.org{path}"
    built = onrecord(["build", "--strict", "--site", docs, "--base-url", address, "--now", NOW])
    assert (built.returncode, built.stderr) == (0, "")
    assert Published(docs / "public", path).dead() == []


def test_every_page_of_it_is_reached_from_the_front_page(docs: Path) -> None:
    address = "https://example.org/repo/"
    onrecord(["build", "--strict", "--site", docs, "--base-url", address, "--now", NOW])
    published = Published(docs / "public", "/repo/")
    written = {f"{page.stem}/index.html" for page in (docs / "content/pages").glob("*.md")}
    assert written & set(published.unreachable("404.html")) == set()
