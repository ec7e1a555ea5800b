"""Enlisting, linking and checking do work in proportion to the site: counted, not timed."""

import sys
from types import FrameType

from onrecord.check import check_dossier
from onrecord.enlist.assemble import assemble_cast
from onrecord.link.compile import compile_dossier
from onrecord.read.content import Content
from tests.rig.records import (
    actor,
    article,
    content,
    listing,
    plainly_annotated,
    quote,
    relation,
    role,
    source,
)


def busy_site(size: int) -> Content:
    """As many articles as `size`, and as many actors and sources, tied to one another.

    One actor and one topic are in every article, and some marks lead to nobody.
    """
    actors = [
        actor(
            f"a{number}",
            f"Ada {number} Last{number // 2}",
            roles=(role("Head", at=f"a{number * 7 % size}", since="2000"), role("Deputy")),
            relations=(relation("part-of", f"a{number + 1}"),) if number + 1 < size else (),
        )
        for number in range(size)
    ]
    articles = [
        article(
            f"b{number}",
            f"{2000 + number % 20}",
            body=f"[[a{number}]] [[Nobody {number}]] [[b{number - 1}]] [x](b{number}.md) [@s0]",
            listings=(listing("a0"), listing(f"a{number * 3 % size}")),
            quotes=(quote(f"b{number}#q", f"a{number}", sources=(f"s{number}",)),),
            topics=("everything",),
        )
        for number in range(size)
    ]
    sources = [source(f"s{number}", via=f"s{number + 1}") for number in range(size)]
    return content(*articles, actors=actors, sources=[*sources, source(f"s{size}")])


def calls_for(size: int) -> int:
    """How many functions are called to enlist, link and check a site of this size."""
    read = busy_site(size)
    calls = 0

    def count_call(frame: FrameType, event: str, argument: object) -> None:
        del frame, argument
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        cast = assemble_cast(read).value
        facts = tuple(plainly_annotated(enlisted.article) for enlisted in cast.articles)
        check_dossier(compile_dossier(read, cast, facts, {}).value, cast, read)
    finally:
        sys.setprofile(before)
    return calls


def test_a_site_four_times_as_large_is_about_four_times_the_work() -> None:
    assert calls_for(400) < 4.4 * calls_for(100)
