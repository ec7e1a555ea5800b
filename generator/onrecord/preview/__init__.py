"""The live preview: save, and see it where you were."""

from onrecord.preview.addresses import base_path_from
from onrecord.preview.editors import editor_from
from onrecord.preview.reach import Reach
from onrecord.preview.serve import serve_preview
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.workshop import Rebuilt

__all__ = [
    "PreviewSettings",
    "Reach",
    "Rebuilt",
    "base_path_from",
    "editor_from",
    "serve_preview",
]
