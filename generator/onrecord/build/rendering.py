"""Pages rendered: those that no longer hold, one after the other here or several at once."""

from collections.abc import Iterator, Sequence
from errno import ENOENT
from pathlib import Path

from onrecord.build.pages_kept import Numbering
from onrecord.build.workers import Workers
from onrecord.diagnostics import Diagnostic
from onrecord.pages import PlannedPage
from onrecord.pages.edition import Edition
from onrecord.pages.planned import FromEdition
from onrecord.pages.stored_plan import StoredPage, restored_page, stored_page
from onrecord.pages.watch import EVERYWHERE, Watch, watched
from onrecord.publish import WORK
from onrecord.render import PageFacts, Theme, open_theme, render_page
from onrecord.text.codec import decode, encode
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import Frozen, replace

_AT_ONCE = 20  # pages in a task


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

    def __init__(self, edition: Edition, pages: Sequence[PlannedPage], theme: Theme) -> None:
        self.pages = pages
        self.edition = edition
        self.theme = theme
        self._watch = Watch()
        self._numbering = Numbering()
        self._watched = watched(edition, self._watch)

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


_PRESSES: dict[str, Press] = {}
"""The press of this process, by name; processes that are forked from it have it too."""


class _Job(Frozen):
    """Pages to be made with the press of that name; one not known is set up from the copy."""

    press: str
    copy: str  # where the edition lies for processes that were not forked, "" where there are none
    numbers: tuple[int, ...] = ()  # of the press's own pages
    pages: tuple[StoredPage, ...] = ()


class _Copy(Frozen):
    """An edition with the site's folder, for other processes."""

    root: str
    edition: Edition


def render_pages(
    chosen: Sequence[int], press: Press, workers: Workers, root: Path
) -> Iterator[MadePage]:
    """The press's pages with these numbers, in order; `root` is the site's folder."""
    if workers.is_here:
        yield from (press.make(press.pages[number]) for number in chosen)
        return
    parts = [chosen[start : start + _AT_ONCE] for start in range(0, len(chosen), _AT_ONCE)]
    jobs = _for_forked(parts, press) if workers.are_forked else _for_others(parts, press, root)
    try:
        for raw in workers.each(_render, map(encode, jobs)):
            yield from decode(raw, tuple[MadePage, ...])
    finally:
        _PRESSES.clear()
        _copy_in(root).unlink(missing_ok=True)


def _for_forked(parts: Sequence[Sequence[int]], press: Press) -> Iterator[_Job]:
    _PRESSES["here"] = press
    return (_Job("here", "", numbers=tuple(part)) for part in parts)


def _for_others(parts: Sequence[Sequence[int]], press: Press, root: Path) -> Iterator[_Job]:
    raw = encode(_Copy(str(root.absolute()), press.edition))
    copy = _copy_in(root)
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(raw)
    name, place = _name_of(raw, press.theme), str(copy.absolute())
    for part in parts:
        yield _Job(name, place, pages=tuple(stored_page(press.pages[number]) for number in part))


def _name_of(raw: bytes, theme: Theme) -> str:
    """What tells a press from others, also from that of an earlier build in the same process."""
    return f"{digest_of_bytes(raw)} {theme.digest}"


def _copy_in(root: Path) -> Path:
    return root / WORK / "edition"


def _render(job: bytes) -> bytes:
    asked = decode(job, _Job)
    press = _PRESSES.get(asked.press) or _press_from(asked)
    pages = [press.pages[number] for number in asked.numbers]
    pages += [restored_page(page, press.edition) for page in asked.pages]
    return encode(tuple(map(press.make, pages)))


def _press_from(asked: _Job) -> Press:
    raw = Path(asked.copy).read_bytes()
    if digest_of_bytes(raw) != asked.press.partition(" ")[0]:  # another build's
        raise FileNotFoundError(ENOENT, "changed during the build", asked.copy)
    copy = decode(raw, _Copy)
    theme = open_theme(Path(copy.root), copy.edition.site).value
    if _name_of(raw, theme) != asked.press:
        raise FileNotFoundError(ENOENT, "changed during the build", f"{copy.root}/layouts")
    _PRESSES.clear()
    _PRESSES[asked.press] = Press(copy.edition, (), theme)
    return _PRESSES[asked.press]
