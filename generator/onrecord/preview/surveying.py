"""The digests of a site's files, kept up to date by the names of those that were touched."""

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from onrecord.disk.files import EDITOR_LEFTOVER, FoundFile, UnsafePath, safe_path
from onrecord.disk.survey import Survey, digests_of, survey_site

_FOLDERS = ("content", "layouts")
_SITE_YAML = "site.yaml"
_MOST_NAMED = 50  # files; to look at more of them one by one takes as long as to look at all


def survey_again(root: Path, before: Survey, touched: Iterable[str]) -> Survey:
    """The survey as it is now that these paths below the site's folder were touched."""
    paths: dict[str, str] = {}
    for typed in touched:
        if paths.setdefault(normalize("NFC", typed), typed) != typed:
            return survey_site(root)  # the same name with composed letters and without
    if len(paths) > _MOST_NAMED or before.refused:
        return survey_site(root)
    digests = dict(before.digests)
    for path, typed in paths.items():
        if not _is_read(path):
            continue
        try:
            place = safe_path(root, typed)
        except (FileNotFoundError, NotADirectoryError):
            if path == _SITE_YAML or not path.isascii():
                # That it is not there is told; another may have the name, written otherwise.
                return survey_site(root)
            _forget(path, digests)
            continue
        except (UnsafePath, OSError):
            return survey_site(root)
        if place.is_dir() or path not in digests:
            return survey_site(root)  # what is new may have a name that is refused
        digests.update(digests_of([FoundFile(path, place)]))
    return Survey(digests)


def _is_read(path: str) -> bool:
    """True for what a build may read."""
    first, *rest = path.split("/")
    if not rest:
        return path == _SITE_YAML or path in _FOLDERS
    return first in _FOLDERS and not any(map(EDITOR_LEFTOVER.fullmatch, rest))


def _forget(path: str, digests: dict[str, str]) -> None:
    """The path is gone, and what lay below it."""
    digests.pop(path, None)
    for known in [known for known in digests if known.startswith(f"{path}/")]:
        del digests[known]
