"""Pages before those who judge them: axe-core, Lighthouse, and a reader who was never here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.rig.browser import run_script
from tests.rig.needs import node_package

_AT_ONCE = 20
"""So many pages go to one browser, so that no run of a script outlasts its time."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: the window's width and the colour scheme."""

    width: int
    scheme: str


LOOKS = WIDE_AND_LIGHT, NARROW_AND_DARK = Look(1440, "light"), Look(390, "dark")


@dataclass(frozen=True, slots=True)
class Load:
    """One file that came: its address, status, and bytes on the line."""

    address: str
    status: int
    size: int


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of opening a page for the first time.

    `blocked` is what the content security policy forbade, `complaints` what the console said,
    `faces` the families of type that were loaded; `is_scripted` where the page's script has run.
    """

    address: str
    loads: tuple[Load, ...]
    blocked: tuple[str, ...]
    complaints: tuple[str, ...]
    faces: frozenset[str]
    is_scripted: bool

    def weight(self, ending: str) -> int:
        """The bytes of all loads whose address ends so."""
        return sum(load.size for load in self.loads if load.address.endswith(ending))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The four scores that Lighthouse gave, 0 to 100, and what cost points."""

    scores: Mapping[str, int]
    faults: tuple[str, ...]


def barriers(addresses: Sequence[str], looks: Sequence[Look] = LOOKS) -> list[str]:
    """What axe-core finds on the pages, each with its page, look and element."""
    node_package("axe-core")
    wish = {"looks": [{"width": look.width, "scheme": look.scheme} for look in looks]}
    problems: list[str] = []
    for some in _portions(addresses):
        problems += run_script("axe.mjs", {**wish, "addresses": some})["problems"]
    return problems


def visit(addresses: Sequence[str], *, width: int = 1440) -> list[Visit]:
    """Opens each page as a stranger with an empty cache."""
    wish = {"viewport": {"width": width, "height": 900}}
    visits: list[Visit] = []
    for some in _portions(addresses):
        report = run_script("visits.mjs", {**wish, "addresses": some})
        visits += [
            Visit(
                found["address"],
                tuple(Load(**load) for load in found["requests"]),
                tuple(found["blocked"]),
                tuple(found["complaints"]),
                frozenset(family.strip('"') for family in found["faces"]),
                found["is_scripted"],
            )
            for found in report["visits"]
        ]
    return visits


def judge(address: str, preset: str) -> Judgement:
    """What Lighthouse thinks of a page on a `mobile` or a `desktop` machine."""
    node_package("lighthouse")
    report = run_script("lighthouse.mjs", {"address": address, "preset": preset})
    return Judgement(report["scores"], tuple(report["faults"]))


def _portions(addresses: Sequence[str]) -> list[list[str]]:
    return [list(addresses[at : at + _AT_ONCE]) for at in range(0, len(addresses), _AT_ONCE)]
