"""House rules over the whole dossier, and what a site makes of their findings."""

from onrecord.check.allowances import apply_allowances
from onrecord.check.registry import check_dossier

__all__ = ["apply_allowances", "check_dossier"]
