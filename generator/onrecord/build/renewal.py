"""Every page of the site: made anew where it no longer holds, else left as it was published."""

from collections.abc import Mapping

from onrecord.build import reasons
from onrecord.build.laid_edition import Laid
from onrecord.build.memory import Memory
from onrecord.build.pages_kept import (
    KeptPage,
    changed_names,
    is_touched,
    page_key,
    recall_entries,
    recall_pages,
)
from onrecord.build.press import MadePage, Press
from onrecord.build.rendering import render_pages
from onrecord.build.result import BuildSettings
from onrecord.build.workers import open_workers
from onrecord.diagnostics import Diagnostic
from onrecord.pages.planned import Plan, PlannedPage
from onrecord.pages.stored_plan import outlined_page
from onrecord.publish import Outlet, OutputFile
from onrecord.render.layout_sources import layout_digests
from onrecord.render.page_facts import PageFacts
from onrecord.render.problems import merged
from onrecord.render.theme import Theme
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import Frozen, replace

_RENDERED = 0.015  # seconds that a page takes


class Renewed(Frozen):
    """The facts of all pages, and what was found while some were made.

    `pages` and `entries` are what the next build wants to know; `reasons` say why pages were made.
    """

    facts: tuple[PageFacts, ...]
    diagnostics: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...]
    pages: tuple[KeptPage, ...]
    entries: Mapping[str, bytes]
    reasons: tuple[tuple[str, str], ...]


def renew_pages(
    laid: Laid, theme: Theme, memory: Memory, staging: Outlet | None, settings: BuildSettings
) -> Renewed:
    """The pages of the plan, staged as soon as they are made, so that few are held at once."""
    plan = laid.plan
    pages = _Pages(plan, theme, memory, staging, laid.entries)
    why = [pages.why(page) for page in plan.pages]
    chosen = [number for number, reason in enumerate(why) if reason]
    for page, reason in zip(plan.pages, why, strict=True):
        if not reason:
            pages.keep(page)
    press = Press(plan.edition, plan.pages, theme)
    with open_workers(settings, _RENDERED * len(chosen)) as workers:
        for made in render_pages(chosen, press, workers, settings.root, laid.store):
            pages.take(made)
    told = ((plan.pages[number].permalink, why[number]) for number in chosen)
    return Renewed(
        facts=tuple(pages.facts[page.permalink] for page in plan.pages
                    if page.permalink in pages.facts),
        diagnostics=tuple(merged(pages.problems)),
        problems=tuple(found for _, found in pages.problems),
        pages=tuple(pages.kept),
        entries=laid.entries,
        reasons=tuple(told),
    )  # fmt: skip


class _Pages:
    """The pages as they come in, those that still hold first."""

    def __init__(
        self,
        plan: Plan,
        theme: Theme,
        memory: Memory,
        staging: Outlet | None,
        entries: Mapping[str, bytes],
    ) -> None:
        self.facts: dict[str, PageFacts] = {}
        self.problems: list[tuple[str, Diagnostic]] = []
        self.kept: list[KeptPage] = []
        self._texts: dict[str, str] = {}
        self._memory = memory
        self._at_hand: dict[str, tuple[str, PageFacts | None]] = memory.at_hand("facts")
        self._staging = staging
        self._planned = {page.permalink: page for page in plan.pages}
        self._before = recall_pages(memory, self._planned)
        self._facts_before = self._recall_facts(plan)
        self._changed = changed_names(recall_entries(memory), entries)
        layouts = layout_digests(theme.layouts) if memory.memo else {}
        self._keys = {page.permalink: page_key(page, layouts) for page in plan.pages}

    def why(self, page: PlannedPage) -> str:
        """Why the page must be made anew, "" where it still holds."""
        before = self._before.get(page.permalink)
        if before is None:
            return reasons.NEW if self._before else reasons.NOTHING_KEPT
        if before.key != self._keys[page.permalink]:
            return reasons.LAYOUT
        touched = list(is_touched(before, self._changed))
        if touched:
            return reasons.because_of(touched)
        if page.permalink not in self._facts_before:
            return reasons.NOTHING_KEPT
        if self._staging and not self._staging.holds(page.path, before.digest):
            return reasons.LOST
        return ""

    def keep(self, page: PlannedPage) -> None:
        """The page stays as it is."""
        before = self._before[page.permalink]
        self.kept.append(before)
        facts = self._facts_before[page.permalink]
        if page.permalink not in self._at_hand:
            facts = self._shared(facts)
        self._note(page.permalink, facts, before.digest)
        if self._staging:
            self._staging.keep(page.path, before.digest)

    def take(self, made: MadePage) -> None:
        """A page that was made."""
        self.problems += [(made.permalink, found) for found in made.diagnostics]
        digest = digest_of_bytes(made.content)
        self._note(made.permalink, self._shared(made.facts), digest)
        if self._staging:
            self._staging.add(OutputFile(made.path, made.content), digest)
            self._memory.remember("facts", (made.facts,), made.permalink)
        planned, key = outlined_page(self._planned[made.permalink]), self._keys[made.permalink]
        self.kept.append(KeptPage(planned, key, made.seen, digest))

    def _note(self, permalink: str, facts: PageFacts | None, digest: str) -> None:
        if facts:
            self.facts[permalink] = facts
        if self._memory.lasts:
            self._at_hand[permalink] = digest, facts

    def _shared(self, facts: PageFacts | None) -> PageFacts | None:
        """The facts with texts that other pages have too held once for all of them."""
        if facts is None:
            return None
        once = self._texts.setdefault
        return replace(
            facts,
            links=tuple(once(link, link) for link in facts.links),
            ids=tuple(once(anchor, anchor) for anchor in facts.ids),
        )

    def _recall_facts(self, plan: Plan) -> dict[str, PageFacts | None]:
        if self._memory.memo is None or not self._before:
            return {}
        for name in self._at_hand.keys() - self._planned.keys():
            del self._at_hand[name]
        names = [page.permalink for page in plan.pages if not self._is_at_hand(page.permalink)]
        known = {name: facts for name, (_, facts) in self._at_hand.items()}
        boxes = self._memory.recall_all("facts", tuple[PageFacts | None], names)
        recalled = zip(names, boxes, strict=True)
        return known | {name: box[0] for name, (_, box) in recalled if box}

    def _is_at_hand(self, permalink: str) -> bool:
        """True for facts of just the bytes that the page had; others are at hand no more."""
        before, (digest, _) = self._before.get(permalink), self._at_hand.get(permalink, ("", None))
        if before is not None and before.digest == digest:
            return True
        self._at_hand.pop(permalink, None)
        return False
