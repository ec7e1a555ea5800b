"""The stylesheet and the script keep within the budget that DESIGN sets for a first visit."""

import gzip
import re
from pathlib import Path

import pytest

from onrecord.pages.views.frame import FONTS

ASSETS = Path(__file__).parents[3] / "layouts" / "assets"
KILOBYTE = 1000
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\("
    r"|(?<![\w-])(?:black|blue|brown|crimson|gold|gr[ae]y|green|maroon|navy|orange|pink|purple|red"
    r"|silver|teal|tomato|white|yellow)(?![\w-])",
    re.IGNORECASE,
)
# What a page's margin shows has no element to take a token from.
IN_NO_ELEMENT = "@page{@bottom-right{"


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


def test_upright_faces_are_asked_for_at_once_since_they_are_used_only_if_they_come_soon() -> None:
    css = (ASSETS / "site.css").read_text(encoding="utf-8")
    faces = re.findall(r"@font-face\{([^}]*url\((fonts/[\w-]+\.woff2)\)[^}]*)", css)
    assert {"font-display:optional" in face for face, _ in faces} == {True}
    upright = {f"/{file}" for face, file in faces if "italic" not in face}
    assert set(FONTS) == upright


def test_the_stylesheet_serves_both_directions_of_writing() -> None:
    css = (ASSETS / "site.css").read_text(encoding="utf-8").replace("@bottom-right", "")
    assert not re.search(r"\b(?:left|right)\b", css)


def test_every_colour_of_the_stylesheet_is_a_tokens() -> None:
    assert colours_besides_tokens((ASSETS / "site.css").read_text(encoding="utf-8")) == []


def test_a_colour_that_is_no_tokens_is_found() -> None:
    css = ":root{--ink:#111;--rule:light-dark(red,rgb(0 0 0))} #add{color:var(--ink)} a:hover{"
    assert colours_besides_tokens(f"{css}color:currentColor;background:transparent}}") == []
    for value in (
        "#555",
        "rgb(0 0 0)",
        "1px solid red",
        "oklch(.4 .1 20)",
        "linear-gradient(#0000)",
    ):
        assert colours_besides_tokens(f"{css}border-color:{value}}}") == [f"border-color:{value}"]


def colours_besides_tokens(css: str) -> list[str]:
    """Every declaration that names a colour and does not make a token of it."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).split(IN_NO_ELEMENT)
    rules = "".join([bare[0], *(rest.partition("}}")[2] for rest in bare[1:])])
    return [
        f"{name}:{value}"
        for name, value in re.findall(r"(?<=[{;\s])([a-z-]+)\s*:\s*([^;{}]*)(?=[;}])", rules)
        if not name.startswith("--")
        if COLOUR.search(value)
    ]


def test_the_stylesheet_asks_for_nothing_from_elsewhere() -> None:
    css = (ASSETS / "site.css").read_text(encoding="utf-8")
    assert "http" not in css
    assert "data:" not in re.sub(r"/\*.*?\*/", "", css)
    assert set(re.findall(r"url\(([^)]*)\)", css)) == {
        "fonts/libre-franklin.woff2",
        "fonts/newsreader-italic.woff2",
        "fonts/newsreader.woff2",
    }
