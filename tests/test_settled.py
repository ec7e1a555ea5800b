"""What is edited while a build reads, and is then as it was before, leaves nothing behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from onrecord.build import BuildSettings, build_site
from onrecord.disk.files import FoundFile
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.workshop import Workshop
from onrecord.publish.manifest import MANIFEST_PATH
from onrecord.read.reading import Rules
from onrecord.read.site import read_file, read_site
from onrecord.render.opening import open_theme
from tests.rig.preview_site import PREVIEW_SITE, QUOTED, SITE_YAML
from tests.rig.sites import NOW, tree, write_site

PICTURE = "content/articles/hall.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 9"/>'
SITE = {**PREVIEW_SITE, PICTURE: SVG.format(16), "site.yaml": f"{SITE_YAML}images: true\n"}
SHOWS_IT = QUOTED.replace("Nothing else", "![A hall](hall.svg)\n\nNothing else")
GONE = None

Build = Callable[[Path], dict[str, bytes]]


def clean(root: Path, folder: Path) -> dict[str, bytes]:
    """What a build from nothing publishes."""
    settings = BuildSettings(
        root=root, now=NOW, drafts=True, future=True, output=folder, memo=False
    )
    assert build_site(settings).exit_code == 0
    return {path: content for path, content in tree(folder).items() if path != MANIFEST_PATH}


def put(place: Path, text: str | None) -> None:
    """The file holds this text, or is not there."""
    place.unlink(missing_ok=True)
    if text is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


@contextmanager
def passing(place: Path, text: str | None) -> Iterator[None]:
    """While it is read, the file holds another text; before and after it is as it was."""
    before = place.read_text(encoding="utf-8") if place.exists() else None
    with pytest.MonkeyPatch.context() as patch:

        def read(*asked: Any) -> object:
            put(place, text)
            return read_site(*asked)

        def opened(*asked: Any) -> object:
            theme = open_theme(*asked)
            put(place, before)
            return theme

        patch.setattr("onrecord.build.pipeline.read_site", read)
        patch.setattr("onrecord.build.pipeline.open_theme", opened)
        yield
    put(place, before)


def building(root: Path) -> Build:
    """Builds of the published site."""

    def build(_touched: Path) -> dict[str, bytes]:
        build_site(BuildSettings(root=root, now=NOW, drafts=True, future=True))
        files = tree(root / "public") if (root / "public").is_dir() else {}
        return {path: content for path, content in files.items() if path != MANIFEST_PATH}

    return build


def previewing(root: Path) -> Build:
    """Builds of a preview that goes on."""

    def no_fault(fault: BaseException) -> str:
        raise fault

    workshop = Workshop(PreviewSettings(root=root, now=lambda: NOW), no_fault)

    def build(touched: Path) -> dict[str, bytes]:
        workshop.build(frozenset({touched.relative_to(root).as_posix()}))
        return tree(workshop.folder)

    return build


@pytest.mark.parametrize("begin", [building, previewing])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/articles/said.md", SHOWS_IT.replace("Nothing", "Little")),
        ("content/articles/said.md", ""),
        ("content/articles/first.md", GONE),
        ("content/articles/passing.md", "---\ntitle: Passing\ndate: 2020-01-06\n---\nBy.\n"),
        ("content/archive/talk.txt", "“The harbour stays open all winter.”"),
        (PICTURE, SVG.format(32)),
        (PICTURE, GONE),
        ("site.yaml", f"{SITE_YAML}images: true\ntagline: Another\n"),
        ("site.yaml", "title: [\n"),
        ("layouts/partials/days.html", "<p>Passing</p>\n"),
        ("layouts/partials/days.html", "{% for %}"),
        ("layouts/partials/share.html", GONE),
        ("layouts/assets/own.css", "h1 { order: 7 }\n"),
        ("layouts/assets/own.css", GONE),
        ("layouts/assets/passing.txt", "passing"),
        ("layouts/themes/plain/partials/days.html", "<p>Passing</p>\n"),
    ],
)
def test_what_passes_while_it_is_read_leaves_nothing_behind(
    tmp_path: Path, begin: Callable[[Path], Build], path: str, text: str | None
) -> None:
    theme = {"site.yaml": f"{SITE['site.yaml']}theme: plain\n"} if "themes/" in path else {}
    plain = {"layouts/themes/plain/partials/title.html": "<h1>{{ view.title }}</h1>\n"}
    files = {**SITE, "content/articles/said.md": SHOWS_IT, **theme, **(plain if theme else {})}
    root = write_site(tmp_path / "site", files)
    build = begin(root)
    place = root / path
    with passing(place, text):
        build(place)
    assert build(place) == clean(root, tmp_path / "clean")
    # It is known again what the site was made of.
    other = root / "content/articles/second.md"
    other.write_text(other.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert build(other) == clean(root, tmp_path / "clean-again")


def test_nothing_passes_unseen_while_other_files_are_read(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", SITE)
    build = previewing(root)
    place = root / "content/articles/broken.md"
    before = place.read_text(encoding="utf-8")

    def read(kind: str, file: FoundFile, rules: Rules) -> object:
        if file.path.endswith("/broken.md"):
            put(place, before.replace("The harbour", "Passing by"))
        elif kind == "articles":
            put(place, before)  # as soon as the next file is read
        return read_file(kind, file, rules)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.build.texts.read_file", read)
        build(place)
    assert build(place) == clean(root, tmp_path / "clean")
