"""What can be guessed of a new site from the machine that it is begun on."""

import os
from pathlib import Path
from re import MULTILINE
from re import compile as pattern
from zoneinfo import ZoneInfo

_ON_GITHUB = pattern(
    r"\burl\s*=\s*\S*github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?\s*$", MULTILINE
)
_ZONES = "zoneinfo/"
_UNIVERSAL = frozenset(("Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "Universal", "Zulu"))


def address_of_pages(folder: Path) -> str:
    """Where GitHub Pages would publish the repository that the folder lies in, or ""."""
    for place in (folder.absolute(), *folder.absolute().parents):
        config = place / ".git" / "config"
        try:
            found = _ON_GITHUB.search(config.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
        if found is None:
            return ""
        owner, repository = found[1].lower(), found[2]
        is_whole = repository.lower() == f"{owner}.github.io"
        return f"https://{owner}.github.io/" + ("" if is_whole else f"{repository}/")
    return ""


def local_timezone() -> str:
    """The name of this machine's time zone; UTC where it tells none."""
    named = os.environ.get("TZ", "").lstrip(":")
    if not named:
        try:
            named = str(Path("/etc/localtime").resolve(strict=True)).rpartition(_ZONES)[2]
        except OSError:
            return "UTC"
    try:
        zone = ZoneInfo(named).key
    except (OSError, ValueError, KeyError):
        return "UTC"
    return "UTC" if zone in _UNIVERSAL else zone
