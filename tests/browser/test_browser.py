"""The sample in a real Chromium and before the Nu HTML checker."""

import shutil
from pathlib import Path

import pytest

from tests.rig.browser import crawl
from tests.rig.counts import count
from tests.rig.nu import complaints
from tests.rig.sample import build_sample
from tests.rig.serving import served
from tests.rig.sites import write_site

pytestmark = pytest.mark.browser

PAGES = count("pages in a browser")
CLICKS = count("pages in a browser with clicks")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built for `/repo/`."""
    folder = tmp_path_factory.mktemp("browser")
    return build_sample(folder, base_url="https://example.org/repo/").output


def test_every_page_is_valid_html_without_a_warning(output: Path) -> None:
    assert complaints(output) == []


def test_the_checker_sees_what_is_not_valid(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><head><title>t</title></head><body><p id=a><p id=a>'
    write_site(tmp_path, {"sub/index.html": f"{page}<img src=x.png></body></html>"})
    told = "\n".join(complaints(tmp_path))
    assert "sub/index.html:1: Duplicate ID" in told
    assert "alt" in told


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_a_reader_can_follow_every_link_on_a_server(base: str, output: Path) -> None:
    with served(output, base) as root:
        met = crawl(root, pages=PAGES, clicks=CLICKS)
    assert met.problems == ()
    assert len(met.visited) >= min(PAGES, 20)
    # Every page that was reached was clicked on its way, and the sample may hold fewer than asked.
    assert met.clicked >= min(CLICKS, len(met.visited) - 1)


def test_a_reader_can_follow_every_link_from_the_disk(tmp_path: Path) -> None:
    built = build_sample(tmp_path, site_yaml="\nlinks: file\n")
    met = crawl(f"{built.output.as_uri()}/", start="index.html", pages=PAGES, clicks=CLICKS)
    assert met.problems == ()
    assert len(met.visited) >= min(PAGES, 20)


def test_a_reader_on_a_dead_address_gets_the_sites_own_page(output: Path) -> None:
    with served(output, "/repo/") as root:
        met = crawl(root, start="no/such/page/", pages=1)
    assert met.problems == (f"404 for {root}no/such/page/",)


def test_the_browser_sees_a_dead_link_and_a_foreign_load(output: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(output, broken)
    front = broken / "index.html"
    text = front.read_text(encoding="utf-8")
    wound = '<a href="no/such/">x</a><a href="briefings/#nowhere">y</a><img src="https://x.invalid/i.png">'
    front.write_text(text.replace("<body>", f"<body>{wound}"), encoding="utf-8")
    with served(broken, "/repo/") as root:
        told = "\n".join(crawl(root, pages=PAGES).problems)
    assert f"404 for {root}no/such/" in told
    assert f"{root}briefings/ has no #nowhere" in told
    assert "x.invalid" in told
