"""Views made up from their own definitions, as every build tries a theme with them."""

from onrecord.render.specimens import FULL_BODY, LAYOUTS, empty_view, full_dressing, full_view

__all__ = ["FULL_BODY", "LAYOUTS", "empty_view", "full_dressing", "full_view"]
