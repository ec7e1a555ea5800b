"""The press: pages of an edition rendered, with what each looked up."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from onrecord.build.pages_kept import Numbering
from onrecord.diagnostics import Diagnostic
from onrecord.pages.edition import Edition
from onrecord.pages.planned import FromEdition, PlannedPage
from onrecord.pages.watch import EVERYWHERE, Name, Watch, watched
from onrecord.render.page import render_page
from onrecord.render.page_facts import PageFacts
from onrecord.render.theme import Dress
from onrecord.text.frozen import Frozen, replace


class MadePage(Frozen):
    """A page as rendered, what was found meanwhile, the numbers of what its view looked up."""

    permalink: str
    path: str
    content: bytes
    facts: PageFacts | None
    diagnostics: tuple[Diagnostic, ...]
    seen: bytes


class Press:
    """Renders pages of an edition, and notes what each looks up."""

    def __init__(self, edition: Edition, pages: Sequence[PlannedPage], theme: Dress) -> None:
        self.pages = pages
        self.edition = edition
        self.theme = theme
        self._watch = Watch()
        self._numbering = Numbering()
        self._watched = watched(edition, self._watch)

    def forget(self, names: AbstractSet[Name]) -> None:
        """What goes by these names is other than it was."""
        self._watch.forget(names)

    def make(self, page: PlannedPage) -> MadePage:
        """One page."""
        how = page.build_view
        if isinstance(how, FromEdition):
            page = replace(page, build_view=replace(how, edition=self._watched))
        self._watch.begin()
        outcome = render_page(page, self.theme)
        made = outcome.value
        seen = self._numbering.of(self._watch.seen | EVERYWHERE)
        return MadePage(
            made.permalink, made.path, made.content, made.facts, outcome.diagnostics, seen
        )
