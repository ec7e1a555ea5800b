"""What a preview says about pages: which file each comes from, and what keeps it from readers."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.pages.planned import Plan
from onrecord.read.hold_back import Unpublished
from onrecord.text.frozen import Frozen

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_NOTICES: Mapping[str, str] = MappingProxyType({})
_NOBODY: Mapping[str, Unpublished] = MappingProxyType({})


class Shown(Frozen):
    """The pages of the site as it was last built.

    `pages` are the permalinks that a content file gives, its own page first; `notices` say, by
    output file, why a page is not published yet. `waiting` are the content files that are not
    published yet, `own` is the one that a page of such a file comes from, by output file.
    `has_search` is True where the site can be searched.
    """

    pages: Mapping[str, tuple[str, ...]] = _NOTHING
    notices: Mapping[str, str] = _NO_NOTICES
    waiting: Mapping[str, Unpublished] = _NOBODY
    own: Mapping[str, str] = _NO_NOTICES
    has_search: bool = False


NOTHING_SHOWN = Shown()


def shown_in(plan: Plan, unpublished: Mapping[str, Unpublished]) -> Shown:
    """What there is to say about the pages of a plan, of which files are not published yet."""
    pages: dict[str, list[str]] = {}
    for page in plan.pages:
        for source in page.sources:
            pages.setdefault(source, []).append(page.permalink)
    own = {
        page.path: source for page in plan.pages for source in page.sources if source in unpublished
    }
    notices = {
        path: f"Not published: this is {unpublished[source].state}" for path, source in own.items()
    }
    has_search = plan.find_entries is not None
    by_file = {path: tuple(found) for path, found in pages.items()}
    return Shown(by_file, notices, unpublished, own, has_search)
