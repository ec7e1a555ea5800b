"""Whatever happens to the site, the preview goes on and needs no restart."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rig.commands import onrecord
from tests.rig.counts import count
from tests.rig.needs import POSIX, system
from tests.rig.preview_site import PREVIEW_SITE, QUOTED, SITE_YAML, long_article
from tests.rig.previews import Preview, clean_build, previewed
from tests.rig.sites import tree, write_site

SAID = "content/articles/said.md"
PAGE = "/briefings/said/"
RECOVERY = 2.0  # seconds, as promised
MENDED = "The harbour is open again."


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    with previewed(root) as running:
        yield running


def with_words(words: str) -> str:
    """The article with other last words."""
    return QUOTED.replace("Nothing else was said.", words)


def assert_lives(preview: Preview, words: str = MENDED) -> None:
    """A save is shown in time, and all that is served is what a build from nothing makes."""
    preview.save(SAID, with_words(words))
    assert preview.wait_until_shown(words, PAGE) < RECOVERY
    assert "Traceback" not in preview.said
    shutil.rmtree(preview.root.parent / "clean", ignore_errors=True)
    expected = clean_build(preview, preview.root.parent / "clean")
    preview.wait_until(lambda: tree(preview.output) == expected, "never was as it should be")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (SAID, QUOTED.replace("date: 2020-01-06", "date: [")),
        (SAID, QUOTED.replace("---\n", "", 1)),
        (SAID, "\x00"),
        (SAID, ""),
        ("site.yaml", "title: ["),
        ("site.yaml", ""),
        ("site.yaml", SITE_YAML.replace("https://example.org/repo/", "nowhere")),
        ("layouts/briefing.html", "{% if %}"),
        ("layouts/briefing.html", "{{ view.nothing }}"),
        ("layouts/briefing.html", '{% extends "nowhere.html" %}'),
        ("layouts/base.html", "{{"),
    ],
)
def test_broken_files_leave_the_last_good_pages(preview: Preview, name: str, text: str) -> None:
    good = preview.page(PAGE)
    place = preview.root / name
    before = place.read_text(encoding="utf-8") if place.exists() else None
    preview.save(name, text)
    preview.wait_until_said("the pages stay as they were")
    assert "Nothing else was said." in preview.page(PAGE)
    assert without_number(preview.page(PAGE)) == without_number(good)
    if before is None:
        place.unlink()
    else:
        preview.save(name, before)
    assert_lives(preview)


def without_number(page: str) -> str:
    """The page without the count of builds that its script is given."""
    head, _, rest = page.partition(' data-number="')
    return head + rest.partition('"')[2]


def test_a_content_folder_may_go_and_come_back(preview: Preview) -> None:
    shutil.move(preview.root / "content", preview.root.parent / "aside")
    preview.wait_until(lambda: not (preview.output / "briefings/said").exists(), "kept the pages")
    shutil.move(preview.root.parent / "aside", preview.root / "content")
    preview.wait_until_shown("Nothing else was said.", PAGE)
    assert_lives(preview)


def test_a_folder_of_layouts_may_come_and_go(preview: Preview) -> None:
    shutil.rmtree(preview.root / "layouts")
    preview.wait_until(lambda: not (preview.output / "own.css").exists(), "kept the style")
    preview.save("layouts/assets/own.css", "h1 { color: red }\n")
    preview.wait_until((preview.output / "own.css").exists, "never took the style")
    assert_lives(preview)


def test_site_yaml_may_be_renamed(preview: Preview) -> None:
    (preview.root / "site.yaml").rename(preview.root / "sight.yaml")
    preview.wait_until_said("OR701")
    assert "Nothing else was said." in preview.page(PAGE)
    (preview.root / "sight.yaml").rename(preview.root / "site.yaml")
    assert_lives(preview)


def test_the_base_path_follows_site_yaml(preview: Preview) -> None:
    preview.save("site.yaml", SITE_YAML.replace("/repo/", "/moved/"))
    preview.wait_until(lambda: preview.get("/moved/").status == 200, "never moved")
    assert preview.get("/").headers["location"] == "/moved/"
    assert 'href="/moved/' in preview.get("/nowhere").text


def test_half_a_file_is_waited_out(preview: Preview) -> None:
    whole = with_words("Written in pieces.").encode()
    with (preview.root / SAID).open("wb") as file:
        for start in range(0, len(whole), 100):
            file.write(whole[start : start + 100])
            file.flush()
            time.sleep(0.03)
    assert preview.wait_until_shown("Written in pieces.", PAGE) < RECOVERY
    assert_lives(preview)


def test_many_files_may_change_at_once(preview: Preview) -> None:
    for number in range(count("files that change at once")):
        article = f"---\ntitle: Number {number}\ndate: 2020-02-01\n---\nOf many.\n"
        preview.save(f"content/articles/many-{number}.md", article)
    preview.wait_until_shown("Of many.", f"/briefings/many-{number}/")
    assert_lives(preview)
    for place in (preview.root / "content/articles").glob("many-*.md"):
        place.unlink()
    assert_lives(preview, "All of them are gone.")


def test_what_editors_leave_behind_is_nobodys_save(preview: Preview) -> None:
    before = preview.said
    for name in (
        ".said.md.swp",
        "said.md~",
        "4913",
        "#said.md#",
        ".#said.md",
        "said.md.tmp",
        "x.bak",
    ):
        preview.save(f"content/articles/{name}", "swap")
        (preview.root / "content/articles" / name).unlink()
    preview.save(".git/index", "1")
    preview.save("node_modules/a.js", "1")
    preview.save("public/index.html", "1")
    time.sleep(0.5)
    assert preview.said == before
    assert_lives(preview)


def test_saves_by_renaming_are_seen_each_time(preview: Preview) -> None:
    place = preview.root / SAID
    for number in range(5):
        words = f"Renamed into place {number}."
        (place.parent / "4913").write_text("", encoding="utf-8")
        (place.parent / "4913").unlink()
        place.rename(place.with_name("said.md~"))
        place.write_text(with_words(words), encoding="utf-8")
        preview.wait_until_shown(words, PAGE)
        place.with_name("said.md~").unlink()


def test_an_article_may_be_renamed_and_its_old_page_goes(preview: Preview) -> None:
    (preview.root / SAID).rename(preview.root / "content/articles/told.md")
    preview.wait_until_shown("Nothing else was said.", "/briefings/told/")
    assert preview.get("/repo/briefings/said/").status == 404
    (preview.root / "content/articles/told.md").rename(preview.root / SAID)
    assert_lives(preview)


def test_cleaning_leaves_a_running_preview_its_files(preview: Preview) -> None:
    served = tree(preview.output)
    cleaned = onrecord(["clean", "--site", preview.root])
    assert cleaned.returncode == 0, cleaned.stderr
    assert "preview of this site is running" in cleaned.stdout
    assert tree(preview.output) == served
    assert {path.name.partition("-")[0] for path in preview.output.parent.iterdir()} == {"preview"}
    assert_lives(preview)


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param(".onrecord", marks=system(*POSIX, why="files that are open can be removed")),
        ".onrecord/preview",
    ],
)
def test_what_is_served_may_be_removed(preview: Preview, folder: str) -> None:
    shutil.rmtree(preview.root / folder)
    assert_lives(preview)
    shutil.rmtree(preview.root / folder)
    preview.wait_until_shown(MENDED, PAGE)  # without a save: that somebody looks is enough
    assert_lives(preview, "Once more.")


def test_a_build_of_the_site_meanwhile_does_no_harm(preview: Preview) -> None:
    built = onrecord(["build", "--site", preview.root])
    assert built.returncode == 0, built.stderr
    assert_lives(preview)
    published = tree(preview.root / "public")
    assert "briefings/said/index.html" in published
    assert b"Unfinished." not in b"".join(published.values())


def test_by_polling_saves_are_seen_too(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    with previewed(root, ["--poll"]) as preview:
        assert_lives(preview)
        (root / "site.yaml").write_text(SITE_YAML.replace("The Post", "The Times"))
        preview.wait_until_shown("The Times", PAGE)


FAULTY = """\
import onrecord.preview.workshop as workshop
build = workshop.build_whole

def faulty(run):
    if any(path.endswith("fault.md") for path in run.survey.digests):
        raise ZeroDivisionError("a <b>fault</b> of ours")
    return build(run)

workshop.build_whole = faulty
from onrecord.cli import main
main()
"""


def test_a_fault_of_ours_is_told_and_the_preview_goes_on(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    launcher = tmp_path / "faulty.py"
    launcher.write_text(FAULTY, encoding="utf-8")
    with previewed(root, program=[str(launcher)]) as preview:
        good = preview.page(PAGE)
        preview.save("content/articles/fault.md", "---\ntitle: F\ndate: 2020-01-01\n---\nWords.\n")
        preview.wait_until_said("OR970")
        assert without_number(preview.page(PAGE)) == without_number(good)
        time.sleep(3)  # it is tried again, and not told again
        assert preview.said.count("error OR970") == 1
        (root / "content/articles/fault.md").unlink()
        assert_lives(preview)


FORGETFUL = """\
import re
import onrecord.preview.watching as watching
watching.EDITOR_LEFTOVER = re.compile("missed.md")
from onrecord.cli import main
main()
"""


def test_what_the_system_does_not_tell_is_found_soon_after_something_else(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    launcher = tmp_path / "forgetful.py"
    launcher.write_text(FORGETFUL, encoding="utf-8")
    with previewed(root, program=[str(launcher)]) as preview:
        time.sleep(1)  # what happens at the beginning is looked at anyway
        preview.save("content/articles/missed.md", long_article("Not told"))
        time.sleep(1)
        assert "Not told" not in preview.page("/briefings/missed/")
        preview.save(SAID, with_words(MENDED))
        preview.wait_until_shown("Not told", "/briefings/missed/")
