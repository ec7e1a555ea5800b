"""What feeds carry of a briefing, filled in once: it stands in the feed of each of its actors."""

from collections.abc import Callable

from onrecord.pages.views.machines import FeedItem

MOST_KEPT = 1_000  # about 20 MB


class FilledItems:
    """The content of the items that were asked for last; one that differs is filled in anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[FeedItem, str]] = {}

    def content_of(self, item: FeedItem, fill: Callable[[FeedItem], str]) -> str:
        """The content of an item, given how it is filled in."""
        kept = self._kept.pop(item.permalink, None)
        if kept is None or kept[0] != item:
            kept = item, fill(item)
        self._kept[item.permalink] = kept
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return kept[1]
