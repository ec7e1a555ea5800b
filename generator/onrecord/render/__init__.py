"""Planned pages become finished files: layouts are found, bodies dressed, views rendered."""
