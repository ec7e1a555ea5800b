"""The corrections page."""

from onrecord.pages.calendar import Period
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.pages import corrections_page
from onrecord.pages.parts.fixes import corrected_briefing
from onrecord.pages.parts.frame import site_page
from onrecord.pages.parts.periods import (
    earlier,
    list_frame,
    months_of,
    period_name,
    period_page,
    rows_of,
    titled,
)
from onrecord.pages.views.common import Link
from onrecord.pages.views.timeline import CorrectionsView
from onrecord.pages.wording import POLICIES

ADDRESS = "/corrections/"
_LEDE = "What we got wrong or left unclear, and what it reads now. Newest first."


def build_corrections(edition: Edition, period: Period | None = None) -> CorrectionsView:
    """Corrections, clarifications and retractions, or one dated page of them."""
    calendar = edition.correction_calendar
    title = titled("Corrections", period)
    listed = rows_of(calendar, period)
    linked_data = corrections_page(edition, period_page(ADDRESS, period), title, listed)
    permalink, address = site_page(dict(edition.site.policies).get("corrections", "") or "/")
    return CorrectionsView(
        frame=list_frame(edition, ADDRESS, period, title, _LEDE, linked_data),
        title=title,
        lede=_LEDE,
        period=period_name(period),
        policy=Link(POLICIES["corrections"], permalink) if permalink not in {"", "/"} else None,
        policy_address=address,
        corrections=tuple(corrected_briefing(edition, row) for row in listed),
        earlier=earlier("Earlier corrections", ADDRESS, calendar, period, "correction"),
        months=months_of(ADDRESS, calendar, period, "correction"),
    )
