"""Planned pages become finished files: layouts are found, bodies dressed, views rendered."""

from onrecord.render.page import RenderedPage, render_page
from onrecord.render.page_facts import PageFacts
from onrecord.render.theme import Theme, ThemeAsset, open_theme

__all__ = ["PageFacts", "RenderedPage", "Theme", "ThemeAsset", "open_theme", "render_page"]
