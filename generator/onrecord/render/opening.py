"""The theme of a site opened: its layouts looked through, its assets read."""

from collections.abc import Sequence
from pathlib import Path

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.disk.files import read_raw
from onrecord.model import Site
from onrecord.pages.views import THEME_API
from onrecord.read.theme_yaml import NAME, ThemeYaml, read_theme_yaml
from onrecord.render.environment import open_environment
from onrecord.render.filled_items import FilledItems
from onrecord.render.inspection import broken_layouts, inspect_layouts, passed_over
from onrecord.render.theme import (
    ASSETS,
    DEFAULT,
    LARGEST,
    LAYOUTS,
    THEMES,
    Theme,
    ThemeAsset,
    decoded,
    files_of,
    is_layout,
    steps_of,
)
from onrecord.text.digest import digest_of_bytes
from onrecord.text.similar import closest
from onrecord.text.source import SourceFile

_STYLESHEETS = ("site.css", "theme.css", "own.css")  # as they are linked, the site's own last


def open_theme(site_root: Path, site: Site) -> Outcome[Theme]:
    """The theme that site.yaml names, with the site's own layouts before it and ours behind it."""
    found: list[Diagnostic] = []
    layouts: dict[str, SourceFile] = {}
    assets: dict[str, ThemeAsset] = {}
    digests: dict[str, str] = {}
    if site.theme != DEFAULT and not (site_root / LAYOUTS / THEMES / site.theme).is_dir():
        found.append(_missing_theme(site_root / LAYOUTS / THEMES, site))
    for step in steps_of(site_root, site):
        is_ours = step.root != site_root
        for name, file in files_of(step, found):
            if not is_ours:
                digests[file.path] = ""
            if name == NAME:
                found += _made_for(read_theme_yaml(file), THEME_API)
                continue
            path = f"{step.shown}/{name}"
            if not (name.startswith(f"{ASSETS}/") or is_layout(name)):
                found += filter(None, [passed_over(path, name)])
                continue
            raw = read_raw(file, LARGEST)
            found += raw.diagnostics
            if raw.value is not None and not is_ours:
                digests[file.path] = digest_of_bytes(raw.value)
            if raw.value is not None and is_layout(name):
                layout = decoded(path, raw.value, found)
                for prefix in step.prefixes:
                    layouts.setdefault(prefix + name, layout)
            elif raw.value is not None:
                rest = name.removeprefix(f"{ASSETS}/")
                assets.setdefault(rest, ThemeAsset(rest, path, raw.value))
    ordered = dict(sorted(layouts.items()))
    inspected = inspect_layouts(ordered, open_environment(ordered))
    found += inspected.diagnostics
    broken = broken_layouts(found)
    theme = Theme(
        site=site,
        layouts=ordered,
        assets=tuple(assets[path] for path in sorted(assets)),
        stylesheets=tuple(f"/{name}" for name in _STYLESHEETS if name in assets),
        broken=broken,
        links=inspected.value,
        found=digests,
        environment=open_environment(ordered, broken),
        feed_items=FilledItems(),
    )
    return Outcome(theme, tuple(found))


def _made_for(theme_yaml: Outcome[ThemeYaml | None], current: int) -> Sequence[Diagnostic]:
    """What a theme.yaml says amiss: its own slips, or another contract than this one."""
    told = theme_yaml.value
    if told is None or told.theme_api == current:
        return theme_yaml.diagnostics
    if told.theme_api > current:
        message = f"made for theme_api {told.theme_api}, but this onrecord knows only {current}"
        hint = "Install a newer onrecord, or an older version of the theme."
        newer = diagnose("OR606", message, told.place, hint=hint)
        return (*theme_yaml.diagnostics, newer)
    message = f"made for theme_api {told.theme_api}; this onrecord has {current}"
    hint = f"Read under Themes what has changed, then write `theme_api: {current}`."
    return (*theme_yaml.diagnostics, diagnose("OR607", message, told.place, hint=hint))


def _missing_theme(themes: Path, site: Site) -> Diagnostic:
    known = [DEFAULT]
    if themes.is_dir():
        known += sorted(path.name for path in themes.iterdir() if path.is_dir())
    nearest = closest(site.theme, known)
    hint = f"did you mean `theme: {nearest}`? " if nearest else ""
    return diagnose(
        "OR605",
        f"there is no theme “{site.theme}”: layouts/{THEMES}/{site.theme}/ is not a folder",
        site.place_of("theme"),
        hint=f"{hint}Themes of this site: {', '.join(known)}.",
    )
