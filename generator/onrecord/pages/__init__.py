"""The dossier becomes planned pages, each with a closed view of what it shows."""

from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import Plan, PlannedAsset, PlannedPage
from onrecord.pages.search_entries import FindEntries

__all__ = ["FindEntries", "Plan", "PlannedAsset", "PlannedPage", "plan_pages"]
