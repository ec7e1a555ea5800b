"""The house rules: one list, one file a rule."""

from collections.abc import Callable, Iterable

from onrecord.check.cited_pages import unarchived_sources, unencrypted_sources, unreachable_sources
from onrecord.check.credibility import confirmed_by_one_source
from onrecord.check.near_topics import near_topics
from onrecord.check.snapshots import quotes_not_in_copies
from onrecord.check.undated_roles import undated_roles
from onrecord.check.unnamed_people import unnamed_people
from onrecord.check.unreferenced_assets import unreferenced_assets
from onrecord.check.unused_actors import unused_actors
from onrecord.check.unused_sources import unused_sources
from onrecord.diagnostics import Diagnostic
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.read.content import Content

Rule = Callable[[Dossier, Cast, Content], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    unreferenced_assets,  # OR125
    unused_actors,  # OR305
    undated_roles,  # OR306
    unnamed_people,  # OR311
    unreachable_sources,  # OR404
    unarchived_sources,  # OR405
    unencrypted_sources,  # OR406
    unused_sources,  # OR407
    confirmed_by_one_source,  # OR408
    quotes_not_in_copies,  # OR410
    near_topics,  # OR517
)


def check_dossier(dossier: Dossier, cast: Cast, content: Content) -> tuple[Diagnostic, ...]:
    """What every house rule finds in the whole of a site."""
    return tuple(found for rule in RULES for found in rule(dossier, cast, content))
