"""Rules over the facts of rendered pages: nothing leads nowhere, nothing stands twice."""

from onrecord.audit.audit import audit_menus, audit_pages

__all__ = ["audit_menus", "audit_pages"]
