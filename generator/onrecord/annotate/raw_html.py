"""Raw HTML passes as it is typed, but for addresses of the site's own files and pages."""

from collections.abc import Callable, Mapping
from re import IGNORECASE
from re import compile as pattern

from onrecord.annotate.body import AssetAddress, LinkClose, LinkOpen, Piece
from onrecord.enlist.cast import NoTarget, Target, TargetKind

TAG_WITH_ADDRESS = pattern(
    r"""<a\s[^<>]*?\bhref\s*=\s*["']?([^"'<>\s]*)["']?[^<>]*>|</a\s*>"""
    r"""|(?<=[\s"'])(?:src|poster)\s*=\s*["']([^"'<>\n]*)["']""",
    IGNORECASE,
)


class RawHtml:
    """Puts raw HTML in pieces; `<a>` that leads to a page of the site becomes a slot."""

    def __init__(self, targets: Mapping[str, Target | NoTarget]) -> None:
        self._targets = targets
        self._open: list[bool] = []  # for each <a> whether it became a slot
        self.assets: dict[str, None] = {}

    def put(
        self, html: str, put_html: Callable[[str], None], put_slot: Callable[[Piece], None]
    ) -> None:
        """Put one piece of raw HTML."""
        done = 0
        for tag in TAG_WITH_ADDRESS.finditer(html):
            slots = self._slots(tag[0], tag[1], tag[2])
            if not slots:
                continue
            put_html(html[done : tag.start()])
            for slot in slots:
                if isinstance(slot, str):
                    put_html(slot)
                else:
                    put_slot(slot)
            done = tag.end()
        put_html(html[done:])

    def _slots(self, tag: str, href: str | None, src: str | None) -> tuple[Piece, ...]:
        if src is not None:
            target = self._targets.get(src.strip())
            if isinstance(target, Target) and target.kind is TargetKind.ASSET:
                self.assets[target.id] = None
                return (tag.split("=", 1)[0], '="', AssetAddress(target.id), '"')
            return ()
        if tag.startswith("</"):
            was_slot = self._open.pop() if self._open else False
            return (LinkClose(),) if was_slot else ()
        target = self._targets.get((href or "").strip())
        is_slot = isinstance(target, Target)
        self._open.append(is_slot)
        return (LinkOpen(target),) if isinstance(target, Target) else ()
