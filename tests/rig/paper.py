"""What a printer gets: the words of a PDF, page by page, with their height on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together, and how far above the paper's foot, in points."""

    text: str
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of paper: its size in points, and its words from top to foot."""

    size: tuple[float, float]
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        """Its words without white space, in the order in which they were drawn."""
        return bare("".join(words.text for words in self.words))


def sheets(pdf: Path) -> list[Sheet]:
    """The pages of a PDF."""
    return [_sheet(page) for page in PdfReader(pdf).pages]


def bare(text: str) -> str:
    """A text without white space, which paper breaks where it likes, and without joiners."""
    return "".join(text.replace("\u2060", "").split())


def orphans(pages: Sequence[Sheet], headings: Sequence[str]) -> list[str]:
    """The headings that end a page, nothing but its number below them."""
    found = []
    for number, sheet in enumerate(pages, 1):
        lines = sorted(words.height for words in sheet.words if words.height > _FOOT)
        for words in sheet.words:
            is_heading = bare(words.text) in {bare(heading) for heading in headings}
            if is_heading and lines and words.height <= lines[0] + 1:
                found.append(f"page {number}: {words.text.strip()}")
    return found


_FOOT = 20 / 25.4 * 72  # the lower margin, in which the page's number stands


def _sheet(page: PageObject) -> Sheet:
    words: list[Words] = []

    def meet(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            words.append(Words(text, inner[5] * outer[3] + outer[5]))

    page.extract_text(visitor_text=meet)
    return Sheet((float(page.mediabox.width), float(page.mediabox.height)), tuple(words))
