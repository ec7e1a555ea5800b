""".onrecord-manifest.json: which files of an output folder are ours, published with them.

It is how a build recognises its own output: files that it does not list are foreign, and are
never removed.
"""

import json
from collections.abc import Iterable, Mapping

MANIFEST_PATH = ".onrecord-manifest.json"
_FORMAT = 1


def write_manifest(paths: Iterable[str]) -> bytes:
    """The manifest of a site with these files, itself included."""
    listed = sorted({*paths, MANIFEST_PATH})
    return (json.dumps({"format": _FORMAT, "files": listed}, indent=0) + "\n").encode()


def read_manifest(raw: bytes) -> frozenset[str] | None:
    """The paths that a manifest lists; None where the bytes are not a manifest of ours."""
    try:
        manifest = json.loads(raw)
    except ValueError:
        return None
    if not isinstance(manifest, Mapping) or manifest.get("format") != _FORMAT:
        return None
    files = manifest.get("files")
    if not isinstance(files, list) or not all(isinstance(path, str) for path in files):
        return None
    return frozenset(files)
