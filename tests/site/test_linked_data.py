"""What the pages of whole sites tell machines holds together, and is what they tell readers."""

import gzip
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin
from zoneinfo import ZoneInfo

import pytest

from onrecord.pages.shown_dates import show_day
from onrecord.text.dates import parse_said
from onrecord.text.languages import language_name
from tests.rig.hostile_site import hostile_site
from tests.rig.linked_data import (
    Node,
    facts_in,
    ids_described,
    ids_named,
    linked_data_in,
    things_in,
)
from tests.rig.linked_site import every_kind
from tests.rig.page_text import visible_text
from tests.rig.sample import build_sample
from tests.rig.sites import Built, build_folder, write_site

HEAVIEST_BRIEFING = 20_000  # bytes, packed

ADDRESSES = re.compile(r"item|image|url|sameAs|archivedAt|\w+Policy|ownershipFundingInfo")
# The publisher's picture, which stands on its own page, and the name of the search page's parameter.
NOT_FOR_READERS = frozenset({"logo", "query-input"})
DATES = re.compile(r"date(?:Published|Modified|Created)|\w+Date")


@pytest.fixture(scope="module", params=["sample", "hostile", "every kind"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample with a page for each quote; the hostile site; a site of every kind of thing."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "sample":
        return build_sample(folder, site_yaml="\nquote_pages: true\n")
    if request.param == "hostile":
        return build_folder(write_site(folder, hostile_site()))
    return build_folder(write_site(folder, every_kind()))


@pytest.fixture(scope="module")
def pages(built: Built) -> Mapping[str, str]:
    """Every page by its full address."""
    assert built.exit_code == 0, built.findings
    return {
        base_of(built) + unquote(name.removesuffix("index.html")): page.decode()
        for name, page in built.files().items()
        if name.endswith(".html")
    }


@pytest.fixture(scope="module")
def graphs(pages: Mapping[str, str]) -> Mapping[str, list[Node]]:
    """What each page tells machines."""
    return {address: linked_data_in(page) for address, page in pages.items()}


def base_of(built: Built) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]+)">', built.page("/"))
    assert found is not None
    return found[1]


def test_every_page_tells_machines_what_it_is_but_those_kept_from_them(
    pages: Mapping[str, str], graphs: Mapping[str, list[Node]]
) -> None:
    kept = {
        address
        for address, page in pages.items()
        if '<meta name="robots" content="noindex">' in page and "/sources/" not in address
    }
    assert {address for address, nodes in graphs.items() if not nodes} == kept
    assert len(kept) < len(pages) / 2


def test_every_id_leads_to_a_page_that_has_or_describes_it(
    pages: Mapping[str, str], graphs: Mapping[str, list[Node]]
) -> None:
    described = {address: set(ids_described(nodes)) for address, nodes in graphs.items()}
    named = {name for nodes in graphs.values() for name in ids_named(nodes)}
    assert len(named) > 10
    lost = []
    for name in named:
        address, fragment = urldefrag(name)
        anchor = f' id="{unquote(fragment)}"'
        if address not in pages or (
            fragment and anchor not in pages[address] and name not in described[address]
        ):
            lost.append(name)
    assert lost == []


def test_an_id_is_one_thing_on_whatever_page_it_is_named(
    graphs: Mapping[str, list[Node]],
) -> None:
    things: dict[str, set[tuple[str, str]]] = {}
    for nodes in graphs.values():
        for thing in things_in(nodes):
            if "@id" in thing and "@type" in thing:
                name = thing.get("name") or thing.get("headline") or thing.get("text") or ""
                things.setdefault(thing["@id"], set()).add((thing["@type"], name))
    assert len(things) > 10
    assert {name: told for name, told in things.items() if len(told) > 1} == {}


def test_machines_are_told_nothing_that_readers_are_not(
    pages: Mapping[str, str], graphs: Mapping[str, list[Node]]
) -> None:
    unsaid = [
        (address, *fact)
        for address, nodes in graphs.items()
        if nodes
        for fact in unsaid_in(address, pages[address], nodes)
    ]
    assert unsaid == []


def unsaid_in(address: str, page: str, nodes: list[Node]) -> Iterator[tuple[str, str]]:
    """The facts of a page's graph that stand nowhere in what its readers have before them."""
    body = page[page.index("<body>") :]
    text = folded(visible_text(body))
    links = {
        urljoin(address, unescape(link)) for link in re.findall(r' (?:href|src)="([^"]*)"', body)
    }
    links |= {urldefrag(link)[0] for link in links} | {address}
    times = set(re.findall(r'<time datetime="([^"]+)"', body))
    languages = set(re.findall(r' lang="([^"]+)"', page))
    for name, fact in facts_in(nodes):
        if DATES.fullmatch(name):
            is_said = fact in times or folded(in_words(fact)) in text
        elif ADDRESSES.fullmatch(name):
            is_said = fact in links or urldefrag(fact)[0] in links
        elif name == "inLanguage":
            is_said = fact in languages or folded(language_name(fact)) in text
        elif name in NOT_FOR_READERS:
            continue
        elif name == "urlTemplate":
            is_said = fact.partition("?")[0] in links
        else:
            is_said = folded(fact).rstrip("…") in text
        if not is_said:
            yield name, fact


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def in_words(date: str) -> str:
    return show_day(parse_said(date, ZoneInfo("UTC")), ZoneInfo("UTC")).text


def test_a_fact_that_readers_are_not_told_is_seen(built: Built) -> None:
    address = base_of(built)
    said = {"name": built.text("/").split("\n")[0], "url": address}
    made_up = {"name": "Made up", "birthDate": "1957", "url": f"{address}x/", "inLanguage": "xh"}
    assert list(unsaid_in(address, built.page("/"), [said])) == []
    assert list(unsaid_in(address, built.page("/"), [made_up])) == list(made_up.items())


def test_no_briefing_grows_heavy_by_it(built: Built) -> None:
    briefings = [page for name, page in built.files().items() if re.match("briefings/.+/", name)]
    assert briefings
    assert max(len(gzip.compress(page)) for page in briefings) <= HEAVIEST_BRIEFING


@pytest.mark.parametrize("built", ["sample", "every kind"], indirect=True)
def test_no_two_pages_have_the_same_title_or_the_same_description(
    pages: Mapping[str, str],
) -> None:
    for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="([^"]*)">'):
        found: dict[str, list[str]] = {}
        for address, page in pages.items():
            if 'http-equiv="refresh"' not in page:
                for told in re.findall(pattern, page[: page.index("</head>")]):
                    found.setdefault(told, []).append(address)
        assert {told: where for told, where in found.items() if len(where) > 1} == {}
