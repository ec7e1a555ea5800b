"""All facts together become the dossier: who said what, when, and where it stands."""

from onrecord.link.compile import compile_dossier

__all__ = ["compile_dossier"]
