"""The list of corrections of the whole site."""

from onrecord.link.dossier import ListedCorrection
from onrecord.link.ground import Ground
from onrecord.model import CorrectionKind


def compile_corrections(ground: Ground) -> tuple[ListedCorrection, ...]:
    """Corrections, clarifications and retractions, newest first; mere updates are none."""
    listed = [
        ListedCorrection(slug, correction)
        for slug in sorted(ground.articles)
        for correction in ground.articles[slug].corrections
        if correction.kind is not CorrectionKind.UPDATE
    ]
    return tuple(sorted(listed, key=lambda made: -made.correction.date.instant))
