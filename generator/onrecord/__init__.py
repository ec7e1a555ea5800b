"""onrecord: annotated news briefings from Markdown and front matter.

`build_site` publishes a site, `check_site` says what a build would find; both take
`BuildSettings` and give a `BuildResult` with its `Diagnostic`s.
"""

from importlib import import_module
from typing import Final

__version__ = "0.1.0"

# Loaded when first asked for: `onrecord --version` should not wait for a parser.
_HOMES: Final = {
    "BuildResult": "onrecord.build",
    "BuildSettings": "onrecord.build",
    "Diagnostic": "onrecord.diagnostics",
    "build_site": "onrecord.build",
    "check_site": "onrecord.build",
}

__all__ = [
    "BuildResult",
    "BuildSettings",
    "Diagnostic",
    "__version__",
    "build_site",
    "check_site",
]


def __getattr__(name: str) -> object:
    """The public names, from where they live."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
