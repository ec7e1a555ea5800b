"""The exchange of two folders, where the system has no single step for it, survives a crash."""

from pathlib import Path

import pytest

from onrecord.publish import exchange as exchange_module
from onrecord.publish.exchange import exchange, finish_exchange


class CrashedError(Exception):
    """Stands for a process that is killed."""


def pair(root: Path) -> tuple[Path, Path, Path]:
    """A fresh tree, a published one and the place of the journal."""
    fresh, published = root / "spare", root / "public"
    for folder, text in ((fresh, "new"), (published, "old")):
        folder.mkdir()
        (folder / "index.html").write_text(text, encoding="utf-8")
    return fresh, published, root / "journal"


def text_of(folder: Path) -> str:
    """What the one page says."""
    return (folder / "index.html").read_text(encoding="utf-8")


def test_two_folders_change_places(tmp_path: Path) -> None:
    fresh, published, journal = pair(tmp_path)
    exchange(fresh, published, journal)
    assert (text_of(published), text_of(fresh)) == ("new", "old")
    assert not journal.exists()


def test_without_a_single_step_they_change_places_in_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange_module, "_exchange_at_once", lambda *_: False)
    fresh, published, journal = pair(tmp_path)
    exchange(fresh, published, journal)
    assert (text_of(published), text_of(fresh)) == ("new", "old")
    assert not journal.exists()


@pytest.mark.parametrize("renames_done", [0, 1, 2, 3])
def test_a_crash_between_the_steps_is_completed_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames_done: int
) -> None:
    monkeypatch.setattr(exchange_module, "_exchange_at_once", lambda *_: False)
    fresh, published, journal = pair(tmp_path)
    done = 0
    rename = Path.rename

    def rename_until_the_crash(self: Path, target: Path) -> Path:
        nonlocal done
        if done == renames_done:
            raise CrashedError
        done += 1
        return rename(self, target)

    with monkeypatch.context() as crashing:
        crashing.setattr(Path, "rename", rename_until_the_crash)
        if renames_done < 3:
            with pytest.raises(CrashedError):
                exchange(fresh, published, journal)
        else:
            exchange(fresh, published, journal)
    finish_exchange(fresh, published, journal)
    assert text_of(published) in {"old", "new"}
    assert {text_of(published), text_of(fresh)} == {"old", "new"}
    assert not journal.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "spare"]
