"""What holds for every page, as far as it can be read off the page."""

import base64
import gzip
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from xml.etree import ElementTree as ET

import html5lib
import pytest

from tests.rig.every_kind import (
    build_empty,
    build_every_kind,
    build_from_right_to_left,
    every_layout,
    longest_of_each_kind,
)
from tests.rig.sample import build_sample
from tests.rig.sites import Built

# A policy up to its scripts, the scripts, and the rest; the page's data stand among its scripts.
OTHERS = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
POLICY = (OTHERS, "script-src 'self'", "")
# Pagefind is WebAssembly, and fetches the parts of its index.
POLICIES = {"search.html": (OTHERS, "script-src 'self' 'wasm-unsafe-eval'", "; connect-src 'self'")}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LOADING = ("audio", "embed", "iframe", "img", "input", "object", "script", "source", "video")
LOADING_LINKS = frozenset(
    {"icon", "manifest", "modulepreload", "prefetch", "preload", "stylesheet"}
)
# Of the quotes, which all have a page that is made alike, the longest are read.
ALIKE = 12
KILOBYTE = 1000


@dataclass(frozen=True)
class Page:
    """One page, parsed as a browser parses it."""

    address: str
    layout: str
    root: ET.Element

    @cached_property
    def elements(self) -> tuple[ET.Element, ...]:
        """Every element, in order; what stands in a template is no part of the page yet."""
        waiting = {
            id(each)
            for template in self.root.iter("template")
            for each in template.iter()
            if each is not template
        }
        return tuple(each for each in self.root.iter("*") if id(each) not in waiting)

    def named(self, *tags: str) -> list[ET.Element]:
        """The elements of these names, in order."""
        return [each for each in self.elements if each.tag in tags]

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [anchor for each in self.elements if (anchor := each.get("id")) is not None]

    def only(self, tag: str) -> ET.Element:
        """The one element of this name."""
        (element,) = self.named(tag)
        return element


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The pages of a site with every feature, of one from right to left, and of an empty one."""
    folder = tmp_path_factory.mktemp("every-page")
    built = (
        build_every_kind(folder / "full"),
        build_from_right_to_left(folder / "rtl"),
        build_empty(folder / "empty"),
    )
    found = [page for site in built for page in _pages_of(site)]
    assert {page.layout for page in found} == every_layout()
    return found


def _pages_of(site: Built) -> Iterator[Page]:
    for layout, addresses in longest_of_each_kind(site, ALIKE).items():
        for address in addresses:
            root = html5lib.parse(site.page(address), namespaceHTMLElements=False)
            yield Page(f"{site.root.name}: /{address}", layout, root)


def is_data(script: ET.Element) -> bool:
    """True for a script of data, which no browser runs."""
    return script.get("type") == "application/ld+json"


def hash_of(script: ET.Element) -> str:
    """How a policy names a script that stands in the page."""
    digest = hashlib.sha256("".join(script.itertext()).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def text_of(element: ET.Element) -> str:
    """The words in an element."""
    return " ".join("".join(element.itertext()).split())


def test_every_page_says_its_language_and_direction(pages: list[Page]) -> None:
    said = {(page.root.get("lang"), page.root.get("dir")) for page in pages}
    assert said == {("en-GB", "ltr"), ("ar", "rtl"), ("en", "ltr")}


def test_every_page_has_one_h1_and_its_headings_in_order(pages: list[Page]) -> None:
    for page in pages:
        levels = [int(heading.tag[1]) for heading in page.named(*HEADINGS)]
        assert levels[0] == 1, page.address
        assert levels.count(1) == 1, page.address
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, page.address
        assert all(text_of(heading) for heading in page.named(*HEADINGS)), page.address


def test_every_page_has_its_landmarks(pages: list[Page]) -> None:
    for page in pages:
        body = page.only("body")
        assert [each.tag for each in body if each.tag in {"header", "main", "footer"}] == [
            "header",
            "main",
            "footer",
        ], page.address
        assert len(page.named("main")) == 1, page.address
        labels = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.named("nav")]
        assert all(labels), page.address
        assert len(labels) == len(set(labels)), page.address


def test_the_first_link_of_every_page_skips_to_the_text(pages: list[Page]) -> None:
    for page in pages:
        first = page.named("a")[0]
        assert (first.get("class"), first.get("href")) == ("skip", "#main"), page.address
        assert page.only("main").get("id") == "main", page.address


def test_no_id_stands_twice_or_is_empty(pages: list[Page]) -> None:
    for page in pages:
        counted = Counter(page.ids())
        assert [anchor for anchor, times in counted.items() if times > 1] == [], page.address
        assert [anchor for anchor in counted if not anchor or " " in anchor] == [], page.address


def test_what_names_an_id_of_its_page_names_one_that_is_there(pages: list[Page]) -> None:
    for page in pages:
        ids = set(page.ids())
        named = {
            word
            for each in page.elements
            for key in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "data-card")
            for word in each.get(key, "").split()
        }
        assert named <= ids, page.address


def test_every_time_is_one_that_machines_can_read(pages: list[Page]) -> None:
    for page in pages:
        assert all(each.get("datetime") for each in page.named("time")), page.address


def test_every_article_and_section_has_a_heading(pages: list[Page]) -> None:
    for page in pages:
        bare = [
            each.attrib
            for each in page.named("article", "section")
            if not any(inner.tag in HEADINGS for inner in each.iter())
        ]
        assert bare == [], page.address


def test_every_page_carries_its_policy_before_anything_it_governs(pages: list[Page]) -> None:
    for page in pages:
        charset, policy, *_ = page.only("head")
        assert charset.get("charset") == "utf-8", page.address
        assert policy.get("http-equiv") == "Content-Security-Policy", page.address
        own = "".join(f" {hash_of(data)}" for data in page.named("script") if is_data(data))
        before, scripts, after = POLICIES.get(page.layout, POLICY)
        assert policy.get("content") == before + scripts + own + after, page.address


def test_no_page_holds_a_style_or_a_script_of_its_own(pages: list[Page]) -> None:
    for page in pages:
        assert page.named("style", "base", "iframe", "object", "embed") == [], page.address
        handlers = [
            (each.tag, name)
            for each in page.elements
            for name in each.attrib
            if name == "style" or name.startswith("on")
        ]
        assert handlers == [], page.address
        inline = [
            script
            for script in page.named("script")
            if not script.get("src") and not is_data(script)
        ]
        assert inline == [], page.address


def test_no_page_loads_anything_from_elsewhere(pages: list[Page]) -> None:
    for page in pages:
        loaded = [
            each.get("src") or each.get("data") or each.get("srcset") or ""
            for each in page.named(*LOADING)
        ]
        loaded += [
            link.get("href", "")
            for link in page.named("link")
            if LOADING_LINKS & set(link.get("rel", "").split())
        ]
        assert [address for address in loaded if ":" in address or "//" in address] == [], page


def test_every_picture_has_words_and_every_control_a_name(pages: list[Page]) -> None:
    for page in pages:
        assert all(each.get("alt") is not None for each in page.named("img")), page.address
        labelled = {label.get("for") for label in page.named("label")}
        within = {id(each) for label in page.named("label") for each in label.iter()}
        nameless = [
            each.attrib
            for each in page.named("input", "select", "textarea")
            if each.get("id") not in labelled
            if id(each) not in within
            if not each.get("aria-label")
        ]
        assert nameless == [], page.address
        silent = [
            each.attrib
            for each in page.named("a", "button")
            if not text_of(each)
            if not each.get("aria-label")
            if not any(inner.get("alt") or inner.get("aria-label") for inner in each.iter())
            if each.get("aria-hidden") != "true"
        ]
        # The links of the strip of voices are a picture; those who cannot see it have the list.
        assert [each for each in silent if each.get("tabindex") != "-1"] == [], page.address


def test_the_page_of_an_ordinary_briefing_is_within_its_budget(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    built = build_sample(tmp_path_factory.mktemp("budget"))
    weights = {
        address: len(gzip.compress(built.page(address).encode(), mtime=0))
        for address in longest_of_each_kind(built, 0)["briefing.html"]
    }
    assert len(weights) >= 5
    assert {address: size for address, size in weights.items() if size > 20 * KILOBYTE} == {}
