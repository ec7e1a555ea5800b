"""OR311: a page that gathers what one unnamed person said."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.model import ActorKind
from onrecord.read.content import Content


def unnamed_people(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Published actors of kind unnamed."""
    del cast, content
    for record in dossier.actors.values():
        actor = record.actor
        if actor.kind is not ActorKind.UNNAMED:
            continue
        yield diagnose(
            "OR311",
            f"readers can combine what one page tells of “{actor.name}” to find out who it is",
            actor.span,
            hint=(
                "write speaker: {unnamed: …} in the article, which makes no page; or accept it "
                "with an allow: entry that gives the reason"
            ),
        )
