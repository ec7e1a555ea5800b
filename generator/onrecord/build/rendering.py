"""Pages rendered: those that no longer hold, one after the other here or several at once."""

from collections.abc import Iterator, Sequence
from errno import ENOENT
from hashlib import blake2b
from pathlib import Path

from onrecord.build.press import MadePage, Press
from onrecord.build.workers import Workers
from onrecord.pages.stored_edition import stored_edition
from onrecord.pages.stored_plan import StoredPage, restored_page, stored_page
from onrecord.publish import WORK
from onrecord.render.opening import open_theme
from onrecord.render.theme import Dress
from onrecord.store import Store, copied_store
from onrecord.text.codec import decode, encode
from onrecord.text.digest import DIGEST_BYTES, digest_of_bytes
from onrecord.text.frozen import Frozen

_AT_ONCE = 10  # pages in a task

_PRESSES: dict[str, Press] = {}
"""The press of this process, by name; processes that are forked from it have it too."""


class _Job(Frozen):
    """Pages to be made with the press of that name; one not known is set up from the copy."""

    press: str
    copy: str  # where the edition lies for processes that were not forked, "" where there are none
    numbers: tuple[int, ...] = ()  # of the press's own pages
    pages: tuple[StoredPage, ...] = ()


def render_pages(
    chosen: Sequence[int], press: Press, workers: Workers, root: Path, store: Store
) -> Iterator[MadePage]:
    """The press's pages with these numbers, in order.

    `root` is the site's folder; the press's edition lies in the store.
    """
    if workers.is_here:
        yield from (press.make(press.pages[number]) for number in chosen)
        return
    parts = [chosen[start : start + _AT_ONCE] for start in range(0, len(chosen), _AT_ONCE)]
    jobs = (
        _for_forked(parts, press) if workers.are_forked else _for_others(parts, press, root, store)
    )
    try:
        for raw in workers.each(_render, map(encode, jobs)):
            yield from decode(raw, tuple[MadePage, ...])
    finally:
        _PRESSES.clear()
        _copy_in(root).unlink(missing_ok=True)


def _for_forked(parts: Sequence[Sequence[int]], press: Press) -> Iterator[_Job]:
    _PRESSES["here"] = press
    return (_Job("here", "", numbers=tuple(part)) for part in parts)


def _for_others(
    parts: Sequence[Sequence[int]], press: Press, root: Path, store: Store
) -> Iterator[_Job]:
    copy = _copy_in(root)
    copy.parent.mkdir(exist_ok=True)
    name = _name_of(copy_store(copy, store), press.theme)
    for part in parts:
        pages = tuple(stored_page(press.pages[number]) for number in part)
        yield _Job(name, str(copy.absolute()), pages=pages)


def copy_store(path: Path, store: Store) -> str:
    """The digest of the store's copy in this file, as `digest_of_bytes` gives it."""
    digest = blake2b(digest_size=DIGEST_BYTES)
    with path.open("wb") as copy:
        for chunk in store.chunks():
            digest.update(chunk)
            copy.write(chunk)
    return digest.hexdigest()


def _name_of(digest: str, theme: Dress) -> str:
    """What tells a press from others, also from that of an earlier build in the same process."""
    return f"{digest} {theme.layouts_digest}"


def _copy_in(root: Path) -> Path:
    return root / WORK / "edition"


def _render(job: bytes) -> bytes:
    asked = decode(job, _Job)
    press = _PRESSES.get(asked.press) or _press_from(asked)
    pages = [press.pages[number] for number in asked.numbers]
    pages += [restored_page(page, press.edition) for page in asked.pages]
    return encode(tuple(map(press.make, pages)))


def _press_from(asked: _Job) -> Press:
    copy = Path(asked.copy)
    raw = copy.read_bytes()
    digest = digest_of_bytes(raw)
    if digest != asked.press.partition(" ")[0]:  # another build's
        raise FileNotFoundError(ENOENT, "changed during the build", asked.copy)
    root = copy.parents[1]
    edition = stored_edition(copied_store(raw).get)
    theme = open_theme(root, edition.site).value
    if _name_of(digest, theme) != asked.press:
        raise FileNotFoundError(ENOENT, "changed during the build", f"{root}/layouts")
    _PRESSES.clear()
    _PRESSES[asked.press] = Press(edition, (), theme)
    return _PRESSES[asked.press]
