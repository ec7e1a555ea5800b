"""The stylesheet and the script keep within the budget that DESIGN sets for a first visit."""

import gzip
import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[3] / "layouts" / "assets"
KILOBYTE = 1024


@pytest.mark.parametrize(
    ("name", "raw", "packed"),
    [("site.css", 32 * KILOBYTE, 9 * KILOBYTE), ("site.js", 6 * KILOBYTE, 2 * KILOBYTE)],
)
def test_an_asset_stays_within_its_budget(name: str, raw: int, packed: int) -> None:
    content = (ASSETS / name).read_bytes()
    assert len(content) <= raw
    assert len(gzip.compress(content, 9)) <= packed


def test_the_fonts_of_a_first_visit_stay_within_their_budget() -> None:
    fonts = list((ASSETS / "fonts").glob("*.woff2"))
    assert len(fonts) == 3
    assert sum(font.stat().st_size for font in fonts) <= 140 * KILOBYTE
    assert (ASSETS / "fonts" / "OFL.txt").is_file()


def test_the_stylesheet_serves_both_directions_of_writing() -> None:
    css = (ASSETS / "site.css").read_text(encoding="utf-8").replace("@bottom-right", "")
    assert not re.search(r"\b(?:left|right)\b", css)


def test_the_stylesheet_asks_for_nothing_from_elsewhere() -> None:
    css = (ASSETS / "site.css").read_text(encoding="utf-8")
    assert "http" not in css
    assert "data:" not in re.sub(r"/\*.*?\*/", "", css)
    assert set(re.findall(r"url\(([^)]*)\)", css)) == {
        "fonts/libre-franklin.woff2",
        "fonts/newsreader-italic.woff2",
        "fonts/newsreader.woff2",
    }
