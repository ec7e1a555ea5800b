"""What reading one file gives: its records, or, where it has errors, the ids that it stands for."""

from typing import Generic, TypeVar

from onrecord.diagnostics import Diagnostic
from onrecord.model import Allowance, Site
from onrecord.read.circumstances import Circumstances
from onrecord.read.content import Broken
from onrecord.text.frozen import Frozen

T = TypeVar("T")
NOTHING_BROKEN = Broken()


class Rules(Frozen):
    """What reading any file needs to know of the site; `circumstances` lack the file's path."""

    circumstances: Circumstances
    max_article_bytes: int
    link_mentions: str

    def at(self, path: str) -> Circumstances:
        """The circumstances of one file."""
        return Circumstances(self.circumstances.zone, path)


class Reading(Frozen, Generic[T]):
    """One file as read: no records where it has errors, then `broken` holds what it defines."""

    records: tuple[T, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: Broken = NOTHING_BROKEN


def rules_for(site: Site) -> Rules:
    """What of site.yaml reading a file may know."""
    return Rules(Circumstances(site.zone, ""), site.max_article_bytes, site.link_mentions)
