"""Sites made of extremes: the longest names, the most and the fewest quotes, scripts of all sorts.

A build finds no fault with them; what is hard is to lay them out.
"""

from tests.rig.extremes.english import extremes
from tests.rig.extremes.from_right import extremes_from_right_to_left

__all__ = ["extremes", "extremes_from_right_to_left"]
