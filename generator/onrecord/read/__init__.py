"""Reading: a site's folder as records of the model, nothing resolved yet."""

from onrecord.disk.files import read_lines
from onrecord.read.assets import read_asset
from onrecord.read.content import Asset, Broken, Content, HeldBack, Snapshot
from onrecord.read.site import ReadSettings, read_site

__all__ = [
    "Asset",
    "Broken",
    "Content",
    "HeldBack",
    "ReadSettings",
    "Snapshot",
    "read_asset",
    "read_lines",
    "read_site",
]
