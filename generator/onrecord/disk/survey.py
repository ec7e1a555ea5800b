"""Which files a site is made of, and the digest of each: whether anything at all has changed."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.disk.files import FoundFile, UnsafePath, digest_at, list_files, safe_path
from onrecord.text.frozen import Frozen

_FOLDERS = ("content", "layouts")
_SITE_YAML = "site.yaml"


class Survey(Frozen):
    """The digests of a site's files by path, and what was refused; equal for an equal site."""

    digests: dict[str, str]
    refused: tuple[str, ...] = ()


def survey_site(root: Path) -> Survey:
    """Every file that a build may read; neither times nor sizes decide anything."""
    digests: dict[str, str] = {}
    refused: list[str] = []
    for folder in _FOLDERS:
        listed = list_files(root, folder)
        refused += [f"{found.code} {found.span}" for found in listed.diagnostics]
        digests.update((path, _digest(place)) for path, place in listed.value)
    try:
        digests.update(digests_of([FoundFile(_SITE_YAML, safe_path(root, _SITE_YAML))]))
    except (OSError, UnsafePath) as error:
        refused.append(f"{_SITE_YAML} {error}")
    return Survey(digests, tuple(refused))


def digests_of(files: Iterable[FoundFile]) -> dict[str, str]:
    """The digest of each file by its path, "" of one that cannot be read."""
    return {file.path: _digest(str(file.real)) for file in files}


def _digest(place: str) -> str:
    try:
        return digest_at(place)
    except (UnsafePath, OSError):
        return ""
