"""Planning a site and building all of its views is work in proportion to the site: counted."""

import sys
from types import FrameType

from onrecord.link.dossier import Dossier
from onrecord.model import ActorKind
from onrecord.pages.plan import plan_pages
from tests.rig.records import actor, article, content, linked, listing, quote, source


def busy_site(size: int) -> Dossier:
    """As many briefings as `size`; one actor, one source and one topic are in every one of them."""
    articles = [
        article(
            f"b{number}",
            f"{2000 + number % 20}-{number % 12 + 1:02}-01",
            listings=(listing("everywhere"), listing(f"a{number}")),
            quotes=(
                quote(f"b{number}#1", "everywhere", f"Words {number}.", sources=("s",)),
                quote(
                    f"b{number}#2", f"a{number}", f"Other words {number}.", sources=(f"s{number}",)
                ),
            ),
            topics=("everything",),
        )
        for number in range(size)
    ]
    actors = [
        actor("everywhere", "Ada Everywhere"),
        *(actor(f"a{number}", kind=ActorKind.PARTY) for number in range(size)),
    ]
    sources = [source("s"), *(source(f"s{number}") for number in range(size))]
    return linked(content(*articles, actors=actors, sources=sources)).value


def calls_for(size: int) -> int:
    """How many functions are called to plan the site and build its views."""
    dossier = busy_site(size)
    calls = 0

    def count_call(frame: FrameType, event: str, argument: object) -> None:
        del frame, argument
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        for page in plan_pages(dossier).value.pages:
            page.build_view()
    finally:
        sys.setprofile(before)
    return calls


def test_a_site_four_times_as_large_is_about_four_times_the_work() -> None:
    assert calls_for(480) < 4.5 * calls_for(120)
