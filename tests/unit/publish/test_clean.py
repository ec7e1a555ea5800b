"""Cleaning: what builds made goes, what anybody else made stays."""

from pathlib import Path

from onrecord.publish import Cleaned, OutputFile, clean_site, open_staging
from onrecord.publish.lock import BuildLock, preview_lock


def publish(root: Path) -> None:
    staging = open_staging(root, root / "public").value
    assert staging is not None
    staging.add(OutputFile("index.html", b"one"))
    staging.add(OutputFile("briefings/x/index.html", b"x"))
    staging.publish()
    staging.discard()


def test_the_published_site_and_what_builds_keep_are_removed(tmp_path: Path) -> None:
    publish(tmp_path)
    (tmp_path / ".onrecord/memo").write_bytes(b"kept")
    (tmp_path / "content").mkdir()
    outcome = clean_site(tmp_path, tmp_path / "public")
    assert (outcome.value, outcome.diagnostics) == (Cleaned(2), ())
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_files_that_are_not_ours_stay(tmp_path: Path) -> None:
    publish(tmp_path)
    theirs = tmp_path / "public/briefings/notes.txt"
    theirs.write_text("mine", encoding="utf-8")
    assert clean_site(tmp_path, tmp_path / "public").value.files == 2
    assert [path for path in sorted(tmp_path.rglob("*")) if path.is_file()] == [theirs]


def test_a_folder_that_no_build_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/index.html").write_text("mine", encoding="utf-8")
    assert clean_site(tmp_path, tmp_path / "public").value.files == 0
    assert (tmp_path / "public/index.html").is_file()


def test_nothing_is_removed_while_a_build_runs(tmp_path: Path) -> None:
    publish(tmp_path)
    with BuildLock(tmp_path / ".onrecord/lock") as lock:
        assert lock.take()
        assert [found.code for found in clean_site(tmp_path, tmp_path / "public").diagnostics] == [
            "OR904"
        ]
    assert (tmp_path / "public/index.html").is_file()


def test_a_link_in_the_place_of_the_work_files_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("mine", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / ".onrecord").symlink_to(elsewhere)
    assert [found.code for found in clean_site(site, site / "public").diagnostics] == ["OR706"]
    assert (elsewhere / "precious").is_file()


def test_a_running_preview_keeps_its_files_and_no_others(tmp_path: Path) -> None:
    publish(tmp_path)
    work = tmp_path / ".onrecord"
    (work / "preview").mkdir()
    (work / "preview/index.html").write_text("shown", encoding="utf-8")
    (work / "search").mkdir()
    with preview_lock(work) as lock:
        assert lock.take()
        assert clean_site(tmp_path, tmp_path / "public").value == Cleaned(2, is_previewed=True)
        assert sorted(path.name for path in work.iterdir()) == ["preview", "preview-lock"]
    assert clean_site(tmp_path, tmp_path / "public").value == Cleaned()
    assert not work.exists()
