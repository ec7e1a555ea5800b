"""Pages rendered: those that no longer hold, one after the other here or several at once."""

from collections.abc import Iterator, Sequence
from errno import ENOENT
from pathlib import Path

from onrecord.build.press import MadePage, Press
from onrecord.build.workers import Workers
from onrecord.pages.edition import Edition
from onrecord.pages.stored_plan import StoredPage, restored_page, stored_page
from onrecord.publish import WORK
from onrecord.render.opening import open_theme
from onrecord.render.theme import Dress
from onrecord.text.codec import decode, encode
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import Frozen

_AT_ONCE = 20  # pages in a task

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


def _name_of(raw: bytes, theme: Dress) -> str:
    """What tells a press from others, also from that of an earlier build in the same process."""
    return f"{digest_of_bytes(raw)} {theme.layouts_digest}"


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
