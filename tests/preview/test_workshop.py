"""A build that keeps in memory what it knows makes what a build from nothing makes."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import pytest

from onrecord.annotate.article import annotate_article
from onrecord.build import BuildResult, BuildSettings, build_site
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.workshop import Rebuilt, Workshop
from onrecord.publish.manifest import MANIFEST_PATH
from onrecord.read.site import read_file
from tests.rig.commands import ROOT
from tests.rig.counts import count
from tests.rig.edits import EditedSite
from tests.rig.preview_site import PREVIEW_SITE, QUOTED
from tests.rig.sites import NOW, tree, write_site
from tests.rig.varied import VariedSite
from tests.test_incremental_bodies import slip


def no_fault(fault: BaseException) -> NoReturn:
    raise fault


Open = Callable[[Path], Workshop]


@pytest.fixture
def workshop_in() -> Iterator[Open]:
    """Opens workshops, which come to rest after the test."""
    opened: list[Workshop] = []

    def opening(root: Path) -> Workshop:
        opened.append(Workshop(PreviewSettings(root=root, now=lambda: NOW), no_fault))
        return opened[-1]

    yield opening
    for workshop in opened:
        workshop.rest()


def clean(root: Path, folder: Path) -> tuple[BuildResult, dict[str, bytes]]:
    """What a build from nothing, asked the same, says and publishes."""
    result = build_site(
        BuildSettings(
            root=root, now=NOW, drafts=True, future=True, output=folder, memo=False, index=False
        )
    )
    files = tree(folder) if not result.exit_code else {}
    return result, {path: content for path, content in files.items() if path != MANIFEST_PATH}


def assert_as_clean(workshop: Workshop, rebuilt: Rebuilt, root: Path, folder: Path) -> bool:
    """What was built is what a build from nothing makes; True where there is something."""
    result, files = clean(root, folder)
    assert rebuilt.diagnostics == result.diagnostics
    assert rebuilt.is_good == (not result.exit_code)
    if rebuilt.is_good:
        assert tree(workshop.folder) == files
    return rebuilt.is_good


@pytest.mark.parametrize("seed", range(count("varied sites")))
def test_after_slips_in_bodies_the_preview_is_that_of_a_clean_build(
    tmp_path: Path, workshop_in: Open, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    site = VariedSite(tmp_path / "site", 0)
    articles = sorted((site.root / "content/articles").glob("*.md"))
    whole = {path: path.read_text(encoding="utf-8") for path in articles}
    workshop = workshop_in(site.root)
    assert workshop.build(None).is_good
    for _ in range(count("slips in bodies")):
        edited = chance.sample(articles, chance.choice((1, 1, 2)))
        for path in edited:
            front, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
            path.write_text(f"{front}\n---\n{slip(body, chance)}", encoding="utf-8")
        names = frozenset(path.relative_to(site.root).as_posix() for path in edited)
        rebuilt = workshop.build(names)
        if not assert_as_clean(workshop, rebuilt, site.root, tmp_path / "clean"):
            for path, text in whole.items():
                path.write_text(text, encoding="utf-8")
            workshop.build(None)


@pytest.mark.parametrize("seed", range(count("sites that are edited at random")))
def test_after_any_edit_the_preview_is_that_of_a_clean_build(
    tmp_path: Path, workshop_in: Open, seed: int
) -> None:
    site = EditedSite(
        tmp_path / "site", count("briefings of a site that is edited at random"), seed
    )
    # Some edits are of the published site, which concerns no preview.
    build_site(BuildSettings(root=site.root, now=NOW, memo=False))
    workshop = workshop_in(site.root)
    assert workshop.build(None).is_good
    for turn in range(count("random edits of a site")):
        site.edit()
        rebuilt = workshop.build(None)
        if turn % count("random edits between two comparisons") == 0:
            assert_as_clean(workshop, rebuilt, site.root, tmp_path / "clean")


def test_a_preview_that_begins_again_is_that_of_a_clean_build(
    tmp_path: Path, workshop_in: Open
) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    first = workshop_in(root)
    first.build(None)
    first.rest()
    (first.folder / "briefings/said/index.html").write_text("tampered with")
    (first.folder / "robots.txt").unlink()
    (first.folder / "stray").mkdir()
    (first.folder / "stray" / "file.html").write_text("not ours")
    (root / "content/articles/said.md").write_text(QUOTED.replace("Nothing", "Little"))
    again = workshop_in(root)
    rebuilt = again.build(None)
    assert assert_as_clean(again, rebuilt, root, tmp_path / "clean")
    assert {"briefings/said/index.html", "robots.txt", "stray/file.html"} <= rebuilt.changed


def test_a_preview_that_was_killed_is_that_of_a_clean_build_when_it_begins_again(
    tmp_path: Path,
    workshop_in: Open,
) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    killed = workshop_in(root)
    killed.build(None)
    article = root / "content/articles/said.md"
    for words in ("Little", "Less"):
        article.write_text(QUOTED.replace("Nothing", words))
        killed.build(frozenset({"content/articles/said.md"}))
    # It never comes to rest; what it kept of the last builds is what the disk has.
    article.write_text(QUOTED)
    again = workshop_in(root)
    assert assert_as_clean(again, again.build(None), root, tmp_path / "clean")


def test_a_failed_build_leaves_no_trace_in_the_next(tmp_path: Path, workshop_in: Open) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    workshop.build(None)
    site_yaml, article = root / "site.yaml", root / "content/articles/said.md"
    good = site_yaml.read_text()
    site_yaml.write_text(good.replace("https://example.org/repo/", "nowhere"))
    assert not workshop.build(frozenset({"site.yaml"})).is_good
    site_yaml.write_text(good)
    article.write_text(QUOTED.replace("Nothing", "Little"))
    rebuilt = workshop.build(frozenset({"site.yaml", "content/articles/said.md"}))
    assert assert_as_clean(workshop, rebuilt, root, tmp_path / "clean")


def test_what_is_as_it_was_writes_nothing(tmp_path: Path, workshop_in: Open) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    assert workshop.build(None).changed
    article = root / "content/articles/said.md"
    article.write_text(QUOTED.replace("date: 2020-01-06", "date: soon", 1))
    broken = workshop.build(frozenset({"content/articles/said.md"}))
    assert (broken.is_good, broken.changed) == (False, frozenset())
    article.write_text(QUOTED)
    mended = workshop.build(frozenset({"content/articles/said.md"}))
    assert (mended.is_good, mended.is_same, mended.changed) == (True, False, frozenset())
    again = workshop.build(None)
    assert (again.is_good, again.is_same, again.edited) == (True, True, frozenset())


def test_after_an_edit_of_a_body_only_what_shows_it_is_written(
    tmp_path: Path, workshop_in: Open
) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    workshop.build(None)
    name = "content/articles/said.md"
    (root / name).write_text(QUOTED.replace("Nothing", "Little"))
    rebuilt = workshop.build(frozenset({name}))
    assert rebuilt.edited == {name}
    assert rebuilt.changed == {
        "briefings/said/index.html", "feed.xml", "actors/jane-roe/feed.xml",
    }  # fmt: skip


def test_what_pages_share_of_a_body_is_that_of_its_last_edit(
    tmp_path: Path, workshop_in: Open
) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    workshop.build(None)
    name = "content/articles/said.md"
    for words in ("Little else", "Less", "Hardly anything"):
        (root / name).write_text(QUOTED.replace("Nothing else", words))
        rebuilt = workshop.build(frozenset({name}))
        assert "actors/jane-roe/feed.xml" in rebuilt.changed
        for feed in ("feed.xml", "actors/jane-roe/feed.xml"):
            assert words in (workshop.folder / feed).read_text(encoding="utf-8")
    assert assert_as_clean(workshop, rebuilt, root, tmp_path / "clean")


@pytest.mark.parametrize("kinds", [("text",), ("reading",), ("text", "reading", "entry", "facts")])
def test_what_is_lost_on_the_disk_meanwhile_is_made_again(
    tmp_path: Path, workshop_in: Open, kinds: tuple[str, ...]
) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    assert workshop.build(None).is_good
    with closing(sqlite3.connect(root / ".onrecord/preview-memo")) as memo, memo:
        memo.executemany("DELETE FROM kept WHERE kind = ?", [(kind,) for kind in kinds])
    name = "content/articles/said.md"
    (root / name).write_text(QUOTED.replace("Somebody", "She"), encoding="utf-8")
    rebuilt = workshop.build(frozenset([name]))
    assert any(path.startswith("briefings/said/") for path in rebuilt.changed)
    assert assert_as_clean(workshop, rebuilt, root, tmp_path / "clean")
    layout = root / "layouts/briefing.html"
    layout.write_text(
        (ROOT / "layouts/briefing.html")
        .read_text(encoding="utf-8")
        .replace("{% endblock %}", "<!-- own -->{% endblock %}", 1),
        encoding="utf-8",
    )
    rebuilt = workshop.build(frozenset(["layouts/briefing.html"]))
    assert assert_as_clean(workshop, rebuilt, root, tmp_path / "clean")


def test_only_what_changed_is_read_and_annotated(tmp_path: Path, workshop_in: Open) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    assert workshop.build(None).is_good
    name = "content/articles/said.md"
    (root / name).write_text(QUOTED.replace("Somebody", "She"), encoding="utf-8")
    with (
        patch("onrecord.build.texts.annotate_article", wraps=annotate_article) as annotated,
        patch("onrecord.build.texts.read_file", wraps=read_file) as read,
    ):
        rebuilt = workshop.build(frozenset([name]))
    assert [call.args[0].article.slug for call in annotated.call_args_list] == ["said"]
    assert [call.args[1].path for call in read.call_args_list] == [name]
    assert "briefings/first/index.html" not in rebuilt.changed


@pytest.mark.parametrize("future", [True, False])
def test_whose_time_has_come_is_known(tmp_path: Path, future: bool) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    clock = [NOW]
    workshop = Workshop(PreviewSettings(root=root, now=lambda: clock[0], future=future), no_fault)
    assert workshop.build(None).released == frozenset()
    clock[0] = datetime(2091, 1, 1, tzinfo=UTC)
    rebuilt = workshop.build(None)
    workshop.rest()
    assert rebuilt.edited == frozenset()
    assert rebuilt.changed
    assert rebuilt.released == {"content/articles/later.md"}


def test_an_article_that_its_writer_publishes_is_edited_not_released(
    tmp_path: Path, workshop_in: Open
) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    workshop = workshop_in(root)
    workshop.build(None)
    draft = root / "content/articles/not-yet.md"
    draft.write_text(draft.read_text().replace("draft: true\n", ""))
    rebuilt = workshop.build(None)
    assert rebuilt.edited == {"content/articles/not-yet.md"}
    assert rebuilt.released == frozenset()
