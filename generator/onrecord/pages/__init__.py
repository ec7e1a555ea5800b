"""The dossier becomes planned pages, each with a closed view of what it shows."""

from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import Plan, PlannedAsset, PlannedPage

__all__ = ["Plan", "PlannedAsset", "PlannedPage", "plan_pages"]
