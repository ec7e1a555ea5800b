"""Whom or what an article names by an id that is not quite right."""

from collections.abc import Collection, Iterable

from onrecord.text.similar import closest
from onrecord.text.slugs import is_id


def meant_by(unknown: Iterable[str], unused: Collection[str]) -> frozenset[str]:
    """Of the ids that nothing seems to use, those that unknown ones are likely to mean.

    What is wrong is told where the unknown id stands: whoever deleted the other would be misled.
    """
    if not unused:
        return frozenset()
    near = (closest(one, unused) for one in unknown if is_id(one))
    return frozenset(one for one in near if one)
