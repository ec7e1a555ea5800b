"""Pages laid out at many widths, from right to left, enlarged, and while they load."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import pytest

from tests.rig.counts import LONG, count
from tests.rig.extremes import extremes, extremes_from_right_to_left
from tests.rig.geometry import colours, misfits, shifts, unmirrored
from tests.rig.kinds import one_of_each_kind
from tests.rig.sample import build_sample
from tests.rig.serving import served
from tests.rig.sites import build_folder, write_site

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390, 480, 600, 768, 992, 1280, 1920)
FEW_WIDTHS = (320, 768, 1240)
MIRRORED_WIDTHS = (390, 768, 1440) if LONG else (1440,)
PAGES = count("kinds of page that are laid out")

# The extremes that strain a layout most come first.
STRAINING = ("everything", "arabic", "forty-quotes", "sixty-actors", "one-quote", "chinese")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Mapping[str, str]]]:
    """By site, by kind: the addresses of one of each kind of page, being served."""
    folder = tmp_path_factory.mktemp("geometry")
    sample = build_sample(folder / "sample").output
    english = build_folder(write_site(folder / "extremes", extremes()))
    arabic = build_folder(write_site(folder / "rtl", extremes_from_right_to_left()))
    assert [english.findings, arabic.findings] == [[], []]
    briefings = {slug: f"briefings/{slug}/" for slug in STRAINING}
    with (
        served(sample) as at_sample,
        served(english.output) as at_english,
        served(arabic.output) as at_arabic,
    ):
        yield {
            "sample": _below(at_sample, one_of_each_kind(sample)),
            "extremes": _below(at_english, {**briefings, **one_of_each_kind(english.output)}),
            "rtl": _below(at_arabic, one_of_each_kind(arabic.output)),
        }


def _below(root: str, pages: Mapping[str, str]) -> dict[str, str]:
    return {kind: root + path for kind, path in pages.items()}


def _some(pages: Mapping[str, str], *first: str) -> list[str]:
    """The addresses of so many kinds as are counted, these first."""
    rest = (address for kind, address in pages.items() if kind not in first)
    return [*(pages[kind] for kind in first), *islice(rest, max(0, PAGES - len(first)))]


@pytest.mark.parametrize(
    ("site", "first"),
    [
        ("sample", ("briefing", "actor", "front")),
        ("extremes", ("everything", "arabic", "actor")),
        ("rtl", ("briefing", "quotes", "front")),
    ],
)
def test_nothing_sticks_out_or_overlaps_at_any_width(
    site: str, first: tuple[str, ...], sites: Mapping[str, Mapping[str, str]]
) -> None:
    assert misfits(_some(sites[site], *first), WIDTHS if LONG else FEW_WIDTHS) == []


def test_nothing_sticks_out_when_a_page_or_its_text_is_twice_as_large(
    sites: Mapping[str, Mapping[str, str]],
) -> None:
    straining = _some(sites["extremes"], "everything", "actor", "front")[: PAGES - 1]
    # Zoomed to 200 %, a window of 1280 or 1440 pixels is laid out as one of 640 or 720.
    assert misfits(straining, (640, 720)) == []
    assert misfits(straining, (768, 1440), text=32) == []


def test_what_does_not_fit_is_seen(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="en"><head><title>t</title></head><body>'
        '<p style="font-size:12px">small</p><p style="width:400px">wide</p>'
        '<p style="width:3em;overflow:hidden;white-space:nowrap">it has been cut off</p>'
        '<div class="text"><p style="width:600px">prose</p></div>'
        '<p style="position:absolute;top:-5px">over</p></body></html>'
    )
    write_site(tmp_path, {"index.html": page})
    with served(tmp_path) as root:
        told = "\n".join(misfits([root], [320, 1280]))
    assert "at 320: the page scrolls sideways by " in told
    assert "at 320: sticks out: <p> “wide”" in told
    assert "is 12.0 pixels small: <p> “small”" in told
    assert "is cut off: <p> “it has been cut off”" in told
    assert "at 1280: is wider than the measure: <p> “prose”" in told
    assert "text overlaps: <p> “small” and <p> “over”" in told


def test_a_page_from_right_to_left_is_the_mirror_of_one_from_left_to_right(
    sites: Mapping[str, Mapping[str, str]],
) -> None:
    pages = _some(sites["rtl"], "briefing", "actor", "front")
    assert [told for width in MIRRORED_WIDTHS for told in unmirrored(pages, width)] == []


def test_what_stays_in_its_place_when_the_writing_turns_is_seen(tmp_path: Path) -> None:
    boxes = '<div style="width:4em;margin-left:9em">stays</div>' + "<p>turns</p>" * 20
    page = f'<!doctype html><html lang="ar" dir="rtl"><title>t</title><body>{boxes}</body></html>'
    write_site(tmp_path, {"index.html": page})
    with served(tmp_path) as root:
        (told,) = unmirrored([root], 1440)
    assert "does not mirror: <div" in told


@pytest.mark.parametrize("site", ["sample", "extremes"] if LONG else ["sample"])
def test_nothing_moves_when_the_fonts_come_late(
    site: str, sites: Mapping[str, Mapping[str, str]]
) -> None:
    pages = _some(sites[site], "briefing", "quotes", "front")
    visits = shifts(pages, (390, 1440))
    assert [visit for visit in visits if visit.score > 0.02] == []


def test_a_page_that_moves_is_seen(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="en"><title>t</title><body><p id="late"></p><p>moved</p>'
        "<script>setTimeout(() => { late.style.height = '300px' }, 100)</script></body></html>"
    )
    write_site(tmp_path, {"index.html": page})
    with served(tmp_path) as root:
        (visit,) = shifts([root], [1440])
    assert visit.score > 0.001


VOICES = (*(f"v{number}" for number in range(11)), "vx")
TEXT_ON = {
    "ink": ("paper", "card", "wash", "tint", "tint-2"),
    "ink-2": ("paper", "card", "wash"),
    "tone": ("paper", "card", "tint", "tint-2"),
}
MARKS_ON = {
    "line": ("paper",),
    "edge": ("paper", "card"),
    "focus": ("paper", "card"),
    "dot": ("paper",),
}


def test_every_pair_of_colours_stands_out_enough_in_light_and_dark(
    sites: Mapping[str, Mapping[str, str]],
) -> None:
    tokens = sorted({*TEXT_ON, *MARKS_ON, *(ground for on in TEXT_ON.values() for ground in on)})
    shown = colours(sites["sample"]["briefing"], VOICES, tokens)
    faint = [
        f"{scheme}: {voice} {colour} on {ground}: {_contrast(of[f'{voice} {colour}'], of[f'{voice} {ground}']):.2f}"
        for scheme, of in shown.items()
        for least, pairs in ((4.5, TEXT_ON), (3.0, MARKS_ON))
        for colour, grounds in pairs.items()
        for ground in grounds
        for voice in VOICES
        if _contrast(of[f"{voice} {colour}"], of[f"{voice} {ground}"]) < least
    ]
    assert faint == []


def test_contrast_is_that_of_the_guidelines() -> None:
    assert _contrast((0, 0, 0, 255), (255, 255, 255, 255)) == 21
    assert round(_contrast((119, 119, 119, 255), (255, 255, 255, 255)), 2) == 4.48


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The ratio of two opaque colours as WCAG defines it."""
    assert one[3] == other[3] == 255
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = [byte / 255 for byte in colour[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
