"""The finished site reaches its folder whole or not at all, and only where bytes changed."""

from onrecord.publish.clean import Cleaned, clean_site
from onrecord.publish.outlet import OpenOutlet, Outlet, open_outlet
from onrecord.publish.staging import (
    WORK,
    OutputFile,
    Publication,
    Staging,
    Trees,
    cannot_write,
    open_staging,
)

__all__ = [
    "WORK",
    "Cleaned",
    "OpenOutlet",
    "Outlet",
    "OutputFile",
    "Publication",
    "Staging",
    "Trees",
    "cannot_write",
    "clean_site",
    "open_outlet",
    "open_staging",
]
