"""What a build after small edits works with: an edition read back as far as it is looked at."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.build.press import Press
from onrecord.build.whole_texts import WholeTexts
from onrecord.pages.stored_edition import stored_edition
from onrecord.render.theme import Dress


class Kept(Protocol):
    """What is kept of a build, as it is now."""

    def fetch(self, name: str) -> bytes:
        """What is kept under a name; KeyError where there was nothing of that name."""

    def text(self, slug: str) -> AnnotatedArticle:
        """The text of a briefing."""

    def slugs(self) -> Iterator[str]:
        """The slugs of all briefings."""


class Bench:
    """An edition and the press for its pages. It may serve several builds, one after the other.

    `kept` is what the one at work has to read from.
    """

    def __init__(self) -> None:
        self.kept: Kept
        self.edition = stored_edition(self._fetch, WholeTexts(self._text, self._slugs))
        self._press: Press | None = None

    def turn_to(self, kept: Kept, edited: Iterable[str]) -> None:
        """Serve the next build, in which these texts are others than before."""
        self.kept = kept
        if self._press is not None:
            self._press.forget({("texts", slug) for slug in edited})

    def let_go(self) -> None:
        """Serve no more. Its records know it and it knows them: by itself that would never end."""
        del self.edition, self._press
        self.__dict__.pop("kept", None)

    def press_in(self, dress: Dress) -> Press:
        """The press that renders in this dress."""
        if self._press is None or self._press.theme is not dress:
            self._press = Press(self.edition, (), dress)
        return self._press

    def _fetch(self, name: str) -> bytes:
        return self.kept.fetch(name)

    def _text(self, slug: str) -> AnnotatedArticle:
        return self.kept.text(slug)

    def _slugs(self) -> Iterator[str]:
        return self.kept.slugs()
