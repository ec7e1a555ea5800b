"""The sample, read and linked for real: what its views lead to is there."""

from collections.abc import Iterator, Mapping

import pytest

from onrecord.link.dossier import Dossier
from onrecord.pages.edition import compose_edition
from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import Plan
from onrecord.pages.views import FeedView, View
from onrecord.text.frozen import field_names, is_record
from tests.rig.planned import dossier_of
from tests.rig.sample import copy_sample

THEME = (
    "/site.css", "/site.js", "/search.css", "/search.js", "/icon.svg",
    "/fonts/newsreader.woff2", "/fonts/libre-franklin.woff2", "/pagefind/pagefind.js",
)  # fmt: skip


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier_of(copy_sample(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="module")
def plan(dossier: Dossier) -> Plan:
    outcome = plan_pages(dossier)
    assert outcome.diagnostics == ()
    return outcome.value


@pytest.fixture(scope="module")
def views(plan: Plan) -> Mapping[str, View]:
    return {page.permalink: page.build_view() for page in plan.pages}


def told(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a view holds, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, member in value.items():
            yield from told(key, name)
            yield from told(member, name)
    elif isinstance(value, tuple):
        for member in value:
            yield from told(member, name)
    elif is_record(value):
        for field in field_names(type(value)):
            yield from told(getattr(value, field), field)


def test_every_permalink_of_every_view_leads_to_something_planned(
    plan: Plan, views: Mapping[str, View]
) -> None:
    there = {*views, *(f"/{asset.path}" for asset in plan.assets), *THEME}
    dead = {
        (page, text)
        for page, view in views.items()
        for _, text in told(view)
        if text.startswith("/") and text.partition("#")[0] not in there
    }
    assert dead == set()


def test_the_record_of_each_quote_stands_where_its_permalink_leads(
    dossier: Dossier, views: Mapping[str, View]
) -> None:
    edition = compose_edition(dossier)
    assert len(edition.quotes) > 20
    for key in edition.quotes:
        page, _, anchor = edition.record_permalink(key).partition("#")
        assert ("anchor", anchor) in set(told(views[page]))


def test_each_briefing_lists_each_of_its_quotes_once(
    dossier: Dossier, views: Mapping[str, View]
) -> None:
    edition = compose_edition(dossier)
    for slug, briefing in dossier.briefings.items():
        anchors = [
            text for name, text in told(views[edition.briefing_permalink(slug)]) if name == "anchor"
        ]
        for key in briefing.quotes:
            assert anchors.count(f"r-{key.partition('#')[2]}") == 1


def test_no_anchor_stands_twice_in_a_view(views: Mapping[str, View]) -> None:
    for page, view in views.items():
        if isinstance(view, FeedView):
            continue  # it holds several briefings, and prints no anchors
        anchors = [text for name, text in told(view) if name == "anchor" and text]
        assert len(anchors) == len(set(anchors)), page
