"""The documentation in a real browser: laid out whole, and open to all who read it."""

from collections.abc import Iterator
from shutil import copytree, ignore_patterns

import pytest

from tests.rig.audits import LOOKS, barriers
from tests.rig.counts import LONG
from tests.rig.geometry import misfits
from tests.rig.needs import ROOT
from tests.rig.serving import served
from tests.rig.sites import build_folder

pytestmark = pytest.mark.browser

# Of those that are written from the program one will do: they are long, and alike.
PAGES = (
    ["", *sorted(f"{page.stem}/" for page in (ROOT / "docs/content/pages").glob("*.md"))]
    if LONG
    else ["", "quoting/", "preview/", "comparison/", "formats/"]
)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    folder = tmp_path_factory.mktemp("documentation") / "docs"
    copytree(ROOT / "docs", folder, ignore=ignore_patterns("public", ".onrecord"))
    built = build_folder(folder)
    assert built.findings == []
    with served(built.output) as root:
        yield [root + page for page in PAGES]


def test_nothing_sticks_out_or_overlaps(addresses: list[str]) -> None:
    assert misfits(addresses, (320, 390, 768, 1240, 1440) if LONG else (390, 1440)) == []


def test_no_page_holds_a_barrier(addresses: list[str]) -> None:
    if LONG:
        assert barriers(addresses) == []
    else:
        for nth, look in enumerate(LOOKS):
            assert barriers(addresses[nth::2], [look]) == []
