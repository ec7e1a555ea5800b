"""The theme: layouts and assets by name, the site's own before the named theme's before ours.

Layouts stand in `layouts/` (with `partials/` and so on beneath), assets in its `assets/`. A layout
of the site may extend the one it replaces by its full name: `default/briefing.html`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.model import Site
from onrecord.read.files import find_files, read_raw
from onrecord.render.environment import open_environment
from onrecord.text.digest import UNDIGESTED, digest, digest_of_bytes
from onrecord.text.similar import closest
from onrecord.text.source import SourceFile, Span, UndecodableSource, decode_source

DEFAULT = "default"
_LAYOUTS = "layouts"
_ASSETS = "assets"
_THEMES = "themes"
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class ThemeAsset:
    """A file of the theme, published at `/` and its path."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are dressed in.

    `layouts` are source files by name ("briefing.html"); the digest covers all of them, since a
    layout may include any other.
    """

    site: Site
    layouts: Mapping[str, SourceFile]
    assets: tuple[ThemeAsset, ...]
    digest: str
    environment: Environment = field(repr=False, compare=False, metadata=UNDIGESTED)


def open_theme(site_root: Path, site: Site) -> Outcome[Theme]:
    """The theme that site.yaml names, with the site's own layouts before it and ours behind it."""
    found: list[Diagnostic] = []
    layouts: dict[str, SourceFile] = {}
    assets: dict[str, bytes] = {}
    for root, folder, shown, prefixes in _places(site_root, site, found):
        for name, raw in _files(root, folder, found):
            top, _, rest = name.partition("/")
            if top == _ASSETS:
                assets.setdefault(rest, raw)
            elif name.endswith((".html", ".xml", ".txt")):
                layout = _decoded(f"{shown}/{name}", raw, found)
                for prefix in prefixes:
                    layouts.setdefault(prefix + name, layout)
    ordered = dict(sorted(layouts.items()))
    theme = Theme(
        site=site,
        layouts=ordered,
        assets=tuple(ThemeAsset(path, assets[path]) for path in sorted(assets)),
        digest=_digest(ordered, assets),
        environment=open_environment(ordered),
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


def _files(root: Path, folder: str, found: list[Diagnostic]) -> Iterator[tuple[str, bytes]]:
    """The ordinary files of a folder with their bytes, in order; themes in it are none of its."""
    listed = find_files(root, folder)
    found += [one for one in listed.diagnostics if one not in found]
    for file in listed.value:
        name = file.path.removeprefix(f"{folder}/")
        if name.startswith(f"{_THEMES}/"):
            continue
        raw = read_raw(file, _LARGEST)
        found += raw.diagnostics
        if raw.value is not None:
            yield name, raw.value


def _decoded(path: str, raw: bytes, found: list[Diagnostic]) -> SourceFile:
    try:
        return decode_source(path, raw)
    except UndecodableSource as error:
        span = Span(path, error.line, error.column, error.line, error.column)
        found.append(diagnose("OR601", f"the layout cannot be read: {error.reason}", span))
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


def _digest(layouts: Mapping[str, SourceFile], assets: Mapping[str, bytes]) -> str:
    names = {name: layout.digest for name, layout in layouts.items()}
    return digest((names, {path: digest_of_bytes(raw) for path, raw in assets.items()}))
