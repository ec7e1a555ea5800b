"""The theme: layouts and assets by name, the site's own before the named theme's before ours.

Layouts stand in `layouts/` (with `partials/` and so on beneath), assets in its `assets/`. A layout
of the site may extend the one it replaces by its full name: `default/briefing.html`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.disk.files import FoundFile, find_files, read_raw
from onrecord.model import Site
from onrecord.pages.written_links import WrittenLink
from onrecord.render.environment import open_environment
from onrecord.render.filled_items import FilledItems
from onrecord.text.digest import UNDIGESTED, digest, digest_of_bytes
from onrecord.text.frozen import Frozen
from onrecord.text.source import SourceFile, Span, UndecodableSource, decode_source

DEFAULT = "default"
LAYOUTS = "layouts"
ASSETS = "assets"
THEMES = "themes"
LARGEST = 50_000_000


class ThemeAsset(Frozen):
    """A file of the theme, published at `/` and its path; `source` is where it lies."""

    path: str
    source: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Dress:
    """What a page is rendered with: `layouts` are source files by name ("briefing.html")."""

    site: Site
    layouts: Mapping[str, SourceFile]
    environment: Environment = field(repr=False, compare=False, metadata=UNDIGESTED)
    feed_items: FilledItems = field(repr=False, compare=False, metadata=UNDIGESTED)

    @property
    def layouts_digest(self) -> str:
        """One digest of all layouts, since any may include any other."""
        return digest({name: layout.digest for name, layout in self.layouts.items()})


@dataclass(frozen=True, slots=True)
class Theme(Dress):
    """What the pages of a site are dressed in.

    `stylesheets` are permalinks, in the order in which pages link them; `broken` the paths of
    layouts that no page can be made with, `links` what the site's and its theme's layouts lead to.
    `found` are the digests of the site's own files by path, "" of what was not read as they are.
    """

    assets: tuple[ThemeAsset, ...]
    stylesheets: tuple[str, ...]
    broken: frozenset[str]
    links: tuple[WrittenLink, ...] = field(compare=False, metadata=UNDIGESTED)
    found: Mapping[str, str] = field(compare=False, metadata=UNDIGESTED)

    @property
    def own_layouts(self) -> tuple[SourceFile, ...]:
        """The layouts that stand in the site's folder, each once."""
        layouts = {layout.path: layout for layout in self.layouts.values()}
        own = f"{LAYOUTS}/"
        return tuple(layouts[path] for path in sorted(layouts) if path.startswith(own))

    def reads(self, path: str) -> bool:
        """True for a path below the site's folder that is this theme's to read."""
        named = f"{LAYOUTS}/{THEMES}/{self.site.theme}/"
        is_named = self.site.theme != DEFAULT and path.startswith(named)
        folder = named if is_named else f"{LAYOUTS}/"
        return path.startswith(folder) and not path.startswith(f"{folder}{THEMES}/")


class Step(Frozen):
    """A folder of layouts below a root, its name in messages, and its layouts' prefixes."""

    root: Path
    folder: str
    shown: str
    prefixes: tuple[str, ...]


def sound_dress(site_root: Path, site: Site) -> Dress:
    """What pages are rendered with, where the theme was opened before and nothing stood against it.

    Of its files no more is read than the layouts.
    """
    layouts: dict[str, SourceFile] = {}
    for step in steps_of(site_root, site):
        for name, file in files_of(step, []):
            raw = read_raw(file, LARGEST).value if is_layout(name) else None
            if raw is not None:
                layout = decoded(f"{step.shown}/{name}", raw, [])
                for prefix in step.prefixes:
                    layouts.setdefault(prefix + name, layout)
    ordered = dict(sorted(layouts.items()))
    return Dress(site, ordered, open_environment(ordered), FilledItems())


def asset_from(site_root: Path, site: Site, path: str) -> str | None:
    """The name of the asset that a file below the site's folder gives, where the theme has it.

    None for one of another theme, and for one of the theme that the site has instead.
    """
    own, named = (f"{folder}/{ASSETS}/" for folder in (LAYOUTS, f"{LAYOUTS}/{THEMES}/{site.theme}"))
    if path.startswith(own):
        return path.removeprefix(own)
    name = path.removeprefix(named)
    is_shown = path.startswith(named) and not Path(site_root, own, name).exists()
    return name if is_shown else None


def is_layout(name: str) -> bool:
    """True for what pages are made with, false for assets and files of no use."""
    return not name.startswith(f"{ASSETS}/") and name.endswith((".html", ".xml", ".txt"))


def packaged_layouts() -> Path:
    """Where the default theme stands: inside the wheel, or in the repository it is run from."""
    package = Path(__file__).parents[1]
    packaged = package / "_layouts"
    return packaged if packaged.is_dir() else package.parents[1] / "layouts"


def steps_of(site_root: Path, site: Site) -> Iterator[Step]:
    """The site's own folder, that of the theme it names where there is one, and ours."""
    yield Step(site_root, LAYOUTS, LAYOUTS, ("",))
    named = f"{LAYOUTS}/{THEMES}/{site.theme}"
    if site.theme != DEFAULT and (site_root / named).is_dir():
        yield Step(site_root, named, named, ("", f"{site.theme}/"))
    packaged = packaged_layouts()
    yield Step(packaged.parent, packaged.name, "onrecord/_layouts", ("", f"{DEFAULT}/"))


def files_of(step: Step, found: list[Diagnostic]) -> Iterator[tuple[str, FoundFile]]:
    """The ordinary files of a folder by name, in order; themes in it are none of its."""
    listed = find_files(step.root, step.folder)
    found += [one for one in listed.diagnostics if one not in found]
    for file in listed.value:
        name = file.path.removeprefix(f"{step.folder}/")
        if not name.startswith(f"{THEMES}/"):
            yield name, file


def decoded(path: str, raw: bytes, found: list[Diagnostic]) -> SourceFile:
    """A layout's text, empty where it cannot be read."""
    try:
        return decode_source(path, raw)
    except UndecodableSource as error:
        span = Span(path, error.line, error.column, error.line, error.column)
        hint = "Open it in your editor and save it with the encoding UTF-8."
        message = f"the layout cannot be read: {error.reason}"
        found.append(diagnose("OR601", message, span, hint=hint))
        return SourceFile(path, "", digest_of_bytes(raw))
