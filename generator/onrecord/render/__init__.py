"""Planned pages become finished files: layouts are found, bodies dressed, views rendered."""

from onrecord.render.clashes import theme_clashes
from onrecord.render.layout_sources import layout_digests
from onrecord.render.page import RenderedPage, render_page
from onrecord.render.page_facts import PageFacts
from onrecord.render.problems import merged
from onrecord.render.rehearsal import rehearse
from onrecord.render.theme import Theme, ThemeAsset, open_theme

__all__ = [
    "PageFacts",
    "RenderedPage",
    "Theme",
    "ThemeAsset",
    "layout_digests",
    "merged",
    "open_theme",
    "rehearse",
    "render_page",
    "theme_clashes",
]
