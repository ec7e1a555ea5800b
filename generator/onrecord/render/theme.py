"""The theme: layouts and assets by name, the site's own before the named theme's before ours.

Layouts stand in `layouts/` (with `partials/` and so on beneath), assets in its `assets/`. A layout
of the site may extend the one it replaces by its full name: `default/briefing.html`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.disk.files import FoundFile, find_files, read_raw
from onrecord.model import Site
from onrecord.pages.views import THEME_API
from onrecord.pages.written_links import WrittenLink
from onrecord.read.theme_yaml import NAME, ThemeYaml, read_theme_yaml
from onrecord.render.environment import open_environment
from onrecord.render.filled_items import FilledItems
from onrecord.render.inspection import broken_layouts, inspect_layouts, passed_over
from onrecord.text.digest import UNDIGESTED, digest, digest_of_bytes
from onrecord.text.frozen import Frozen
from onrecord.text.similar import closest
from onrecord.text.source import SourceFile, Span, UndecodableSource, decode_source

DEFAULT = "default"
_LAYOUTS = "layouts"
_ASSETS = "assets"
_THEMES = "themes"
_LARGEST = 50_000_000
_STYLESHEETS = ("site.css", "theme.css", "own.css")  # as they are linked, the site's own last


class ThemeAsset(Frozen):
    """A file of the theme, published at `/` and its path; `source` is where it lies."""

    path: str
    source: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are dressed in.

    `layouts` are source files by name ("briefing.html"); the digest covers all of them, since a
    layout may include any other. `stylesheets` are permalinks, in the order in which pages link
    them; `broken` the paths of layouts that no page can be made with, `links` what the site's and
    its theme's layouts lead to.
    """

    site: Site
    layouts: Mapping[str, SourceFile]
    assets: tuple[ThemeAsset, ...]
    stylesheets: tuple[str, ...]
    broken: frozenset[str]
    links: tuple[WrittenLink, ...] = field(compare=False, metadata=UNDIGESTED)
    digest: str
    environment: Environment = field(repr=False, compare=False, metadata=UNDIGESTED)
    feed_items: FilledItems = field(repr=False, compare=False, metadata=UNDIGESTED)


def open_theme(site_root: Path, site: Site) -> Outcome[Theme]:
    """The theme that site.yaml names, with the site's own layouts before it and ours behind it."""
    found: list[Diagnostic] = []
    layouts: dict[str, SourceFile] = {}
    assets: dict[str, ThemeAsset] = {}
    for root, folder, shown, prefixes in _places(site_root, site, found):
        for name, file in _files(root, folder, found):
            if name == NAME:
                found += _made_for(read_theme_yaml(file), THEME_API)
                continue
            top, _, rest = name.partition("/")
            is_layout = top != _ASSETS and name.endswith((".html", ".xml", ".txt"))
            if not (top == _ASSETS or is_layout):
                found += filter(None, [passed_over(f"{shown}/{name}", name)])
                continue
            raw = read_raw(file, _LARGEST)
            found += raw.diagnostics
            if raw.value is not None and is_layout:
                layout = _decoded(f"{shown}/{name}", raw.value, found)
                for prefix in prefixes:
                    layouts.setdefault(prefix + name, layout)
            elif raw.value is not None:
                assets.setdefault(rest, ThemeAsset(rest, f"{shown}/{name}", raw.value))
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
        digest=_digest(ordered, assets),
        environment=open_environment(ordered, broken),
        feed_items=FilledItems(),
    )
    return Outcome(theme, tuple(found))


def packaged_layouts() -> Path:
    """Where the default theme stands: inside the wheel, or in the repository it is run from."""
    package = Path(__file__).parents[1]
    packaged = package / "_layouts"
    return packaged if packaged.is_dir() else package.parents[1] / "layouts"


def _places(
    site_root: Path, site: Site, found: list[Diagnostic]
) -> Iterator[tuple[Path, str, str, tuple[str, ...]]]:
    """The three steps, each as a folder below a root, its name in messages, its names' prefixes."""
    yield site_root, _LAYOUTS, _LAYOUTS, ("",)
    if site.theme != DEFAULT:
        named = f"{_LAYOUTS}/{_THEMES}/{site.theme}"
        if (site_root / named).is_dir():
            yield site_root, named, named, ("", f"{site.theme}/")
        else:
            found.append(_missing_theme(site_root / _LAYOUTS / _THEMES, site))
    packaged = packaged_layouts()
    yield packaged.parent, packaged.name, "onrecord/_layouts", ("", f"{DEFAULT}/")


def _files(root: Path, folder: str, found: list[Diagnostic]) -> Iterator[tuple[str, FoundFile]]:
    """The ordinary files of a folder by name, in order; themes in it are none of its."""
    listed = find_files(root, folder)
    found += [one for one in listed.diagnostics if one not in found]
    for file in listed.value:
        name = file.path.removeprefix(f"{folder}/")
        if not name.startswith(f"{_THEMES}/"):
            yield name, file


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
    hint = f"Read what has changed in docs/theming.md, then write `theme_api: {current}`."
    return (*theme_yaml.diagnostics, diagnose("OR607", message, told.place, hint=hint))


def _decoded(path: str, raw: bytes, found: list[Diagnostic]) -> SourceFile:
    try:
        return decode_source(path, raw)
    except UndecodableSource as error:
        span = Span(path, error.line, error.column, error.line, error.column)
        hint = "Open it in your editor and save it with the encoding UTF-8."
        message = f"the layout cannot be read: {error.reason}"
        found.append(diagnose("OR601", message, span, hint=hint))
        return SourceFile(path, "", digest_of_bytes(raw))


def _missing_theme(themes: Path, site: Site) -> Diagnostic:
    known = [DEFAULT]
    if themes.is_dir():
        known += sorted(path.name for path in themes.iterdir() if path.is_dir())
    nearest = closest(site.theme, known)
    hint = f"did you mean `theme: {nearest}`? " if nearest else ""
    return diagnose(
        "OR605",
        f"there is no theme “{site.theme}”: layouts/{_THEMES}/{site.theme}/ is not a folder",
        site.place_of("theme"),
        hint=f"{hint}Themes of this site: {', '.join(known)}.",
    )


def _digest(layouts: Mapping[str, SourceFile], assets: Mapping[str, ThemeAsset]) -> str:
    names = {name: layout.digest for name, layout in layouts.items()}
    return digest((names, {path: digest_of_bytes(asset.content) for path, asset in assets.items()}))
