"""Pages as a printer gets them."""

import re
from collections.abc import Mapping

import html5lib
import pytest

from tests.rig.browser import take_pictures
from tests.rig.counts import count
from tests.rig.extremes import extremes
from tests.rig.geometry import misfits
from tests.rig.kinds import one_of_each_kind
from tests.rig.paper import Sheet, Words, bare, orphans, sheets
from tests.rig.sample import build_sample
from tests.rig.serving import served
from tests.rig.sites import Built, build_folder, write_site

pytestmark = pytest.mark.browser

A4_WIDTH = 673  # pixels between the margins of the paper
KINDS = count("kinds of page that are laid out")
BRIEFING = "/briefings/militias-say-every-option-is-open/"
EVERYTHING = "/briefings/everything/"
PRINTED = (BRIEFING, EVERYTHING)[: count("briefings that are printed")]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def strained(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_folder(write_site(tmp_path_factory.mktemp("extremes"), extremes()))


@pytest.fixture(scope="module")
def printed(
    sample: Built, strained: Built, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[Sheet]]:
    """The two briefings on paper, by address."""
    folder = tmp_path_factory.mktemp("paper")
    with served(sample.output) as at_sample, served(strained.output) as at_strained:
        pages = {BRIEFING: at_sample + BRIEFING[1:], EVERYTHING: at_strained + EVERYTHING[1:]}
        names = {address: address.strip("/").replace("/", "-") for address in PRINTED}
        take_pictures({names[one]: pages[one] for one in PRINTED}, folder, paper=True)
    return {one: sheets(folder / f"{names[one]}-print.pdf") for one in PRINTED}


def _texts(page: str, path: str) -> list[str]:
    """The words of all elements at a path of the page, without notes in the margin."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return ["".join(element.itertext()) for element in root.iterfind(path)]


def _paper(pages: list[Sheet]) -> str:
    return "".join(sheet.text for sheet in pages)


@pytest.mark.parametrize("address", PRINTED)
def test_a_briefing_is_printed_whole(
    address: str, sample: Built, strained: Built, printed: Mapping[str, list[Sheet]]
) -> None:
    page = (sample if address == BRIEFING else strained).page(address)
    paper = _paper(printed[address])
    expected = [
        *_texts(page, ".//h1"),
        *_texts(page, ".//main//h2"),
        *_texts(page, ".//main//h3"),
        *_texts(page, ".//main//blockquote"),
        *_texts(page, ".//dl[@class='who']//dd"),
        *re.findall(r'class="tag"[^>]*>(?:&#8288;)?(\w+)<', page),
        *_texts(page, ".//ol[@class='notes']//p"),
    ]
    assert len(expected) > 40
    unprinted = [
        *_texts(page, ".//section[@aria-labelledby='related']//*"),
        *_texts(page, ".//nav//h2"),
    ]
    told = {bare(re.sub(r"[↩↵]\s*$", "", text)) for text in expected} - set(map(bare, unprinted))
    # What stands in the margin is drawn on its own, in the midst of the words it belongs to.
    lost = [text for text in told if text and not _is_on(paper, text)]
    assert lost == []


def _is_on(paper: str, text: str) -> bool:
    """Whether the text is on paper, perhaps with other words between its pieces."""
    if text in paper:
        return True
    pieces = [text[start : start + 12] for start in range(0, len(text), 12)]
    return sum(piece in paper for piece in pieces) >= 0.7 * len(pieces)


@pytest.mark.parametrize("address", PRINTED)
def test_external_addresses_are_written_out(
    address: str, sample: Built, strained: Built, printed: Mapping[str, list[Sheet]]
) -> None:
    page = (sample if address == BRIEFING else strained).page(address)
    main = page.split("<main", 1)[1].split("</main>")[0]
    links = re.findall(r'<a href="([^"]+)" rel="external', main)
    paper = _paper(printed[address])
    assert [link for link in links if f"<{bare(link)}>" not in paper] == []
    assert links or address == BRIEFING


@pytest.mark.parametrize("address", PRINTED)
def test_paper_is_a4_and_numbered_and_holds_nothing_to_click(
    address: str, printed: Mapping[str, list[Sheet]]
) -> None:
    pages = printed[address]
    for number, sheet in enumerate(pages, 1):
        assert [round(side / 72 * 25.4) for side in sheet.size] == [210, 297]
        assert f"{number}/{len(pages)}" in sheet.text
    paper = _paper(pages)
    for control in ("Copylink", "Skiptothetext", "Darktheme", "Inthisbriefing", "Timeline", "All7"):
        assert control not in paper


@pytest.mark.parametrize("address", PRINTED)
def test_no_heading_ends_a_page(
    address: str, sample: Built, strained: Built, printed: Mapping[str, list[Sheet]]
) -> None:
    page = (sample if address == BRIEFING else strained).page(address)
    headings = [text for level in "234" for text in _texts(page, f".//main//h{level}")]
    assert orphans(printed[address], headings) == []


def test_a_heading_that_ends_a_page_is_seen() -> None:
    lines = (Words("text", 700), Words("A heading", 80), Words("1 / 2", 30))
    assert orphans([Sheet((595, 842), lines)], ["A heading"]) == ["page 1: A heading"]
    assert orphans([Sheet((595, 842), (*lines, Words("more", 66)))], ["A heading"]) == []


def test_nothing_is_cut_off_on_paper(sample: Built, strained: Built) -> None:
    with served(strained.output) as root:
        kinds = one_of_each_kind(strained.output)
        some = [kinds[kind] for kind in ("actor", "sources", *kinds)][:KINDS]
        pages = [root + EVERYTHING[1:], *(root + path for path in some)]
        assert misfits(pages, [A4_WIDTH], paper=True) == []
    with served(sample.output) as root:
        some = list(one_of_each_kind(sample.output).values())[:KINDS]
        assert misfits([root + path for path in some], [A4_WIDTH], paper=True) == []
