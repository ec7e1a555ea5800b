"""The command line: what writers type, and what they read back."""

from onrecord.cli.main import main

__all__ = ["main"]
