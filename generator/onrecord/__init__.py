"""onrecord: annotated news briefings from Markdown and front matter."""

__version__ = "0.1.0"
