"""How pages are laid out: what misfits, what does not mirror, what shifts, which colours show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.rig.browser import run_script


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the content of a page was shifted while it loaded, as browsers score it."""

    address: str
    width: int
    score: float
    moved: tuple[str, ...]


def misfits(
    addresses: Sequence[str], widths: Sequence[int], *, text: int = 16, paper: bool = False
) -> list[str]:
    """What sticks out, is cut off, overlaps or is too small on pages in windows of these widths.

    `text` is the size in pixels of the reader's own text, which the browser takes for 1 rem.
    On `paper`, text may be smaller, and nothing can be scrolled.
    """
    wish = {"addresses": list(addresses), "widths": list(widths), "text": text, "paper": paper}
    return [str(problem) for problem in run_script("geometry.mjs", wish)["problems"]]


def unmirrored(addresses: Sequence[str], width: int) -> list[str]:
    """The boxes of pages that do not stand as in a mirror when the writing runs the other way."""
    report = run_script("mirror.mjs", {"addresses": list(addresses), "width": width})
    return [str(problem) for problem in report["problems"]]


def shifts(addresses: Sequence[str], widths: Sequence[int], *, delay: int = 300) -> list[Shift]:
    """The shifts of a first visit on which each font comes so many milliseconds late."""
    wish = {"addresses": list(addresses), "widths": list(widths), "delay": delay}
    return [
        Shift(visit["address"], visit["width"], visit["shift"], tuple(map(str, visit["of"])))
        for visit in run_script("shifts.mjs", wish)["visits"]
    ]


def colours(
    address: str, classes: Sequence[str], tokens: Sequence[str]
) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    """By colour scheme, then by `class token` or `token`: red, green, blue and opacity."""
    report = run_script("colours.mjs", {"address": address, "classes": classes, "tokens": tokens})
    return {
        scheme: {name: tuple(colour) for name, colour in shown.items()}
        for scheme, shown in report["schemes"].items()
    }
