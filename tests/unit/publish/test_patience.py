"""Windows says that a file is in use; soon it is not."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.preview.shelf import Shelf
from onrecord.publish import OutputFile, Trees
from onrecord.publish.exchange import exchange
from onrecord.publish.patience import patiently


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that are made, without making them, on a system that says it is Windows."""
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(sys, "platform", "win32")
    return pauses


def refusing(times: int, then: Callable[[], object] = lambda: None) -> Callable[[], None]:
    """What is refused so many times, and then done."""
    left = [None] * times

    def move() -> None:
        if left:
            left.pop()
            raise PermissionError(13, "in use")
        then()

    return move


def test_what_is_in_use_for_a_moment_is_tried_again(waited: list[float]) -> None:
    done: list[int] = []
    patiently(refusing(3, lambda: done.append(1)))
    assert done == [1]
    assert len(waited) == 3


def test_what_stays_in_use_is_refused_within_a_second(waited: list[float]) -> None:
    with pytest.raises(PermissionError):
        patiently(refusing(99))
    assert 0.5 < sum(waited) < 1


def test_elsewhere_a_refusal_is_one(waited: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(PermissionError):
        patiently(refusing(1))
    assert waited == []


def _once_in_use(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The first call of this function of the system is refused."""
    real = getattr(os, name)
    refuse = refusing(1)

    def call(*arguments: Path) -> None:
        refuse()
        real(*arguments)

    monkeypatch.setattr(os, name, call)


def test_a_site_is_exchanged_although_somebody_looks_at_it(
    tmp_path: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("spare", "public"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    _once_in_use(monkeypatch, "rename")
    exchange(tmp_path / "spare", tmp_path / "public", tmp_path / "journal")
    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") == "spare"
    assert (tmp_path / "spare/index.html").read_text(encoding="utf-8") == "public"
    assert not (tmp_path / "journal").exists()
    assert len(waited) == 1


def test_a_site_that_stays_in_use_is_left_as_it_is(
    tmp_path: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("spare", "public"):
        (tmp_path / name).mkdir()

    def refuse(source: Path, _target: Path) -> None:
        raise PermissionError(13, "in use", source)

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(PermissionError):
        exchange(tmp_path / "spare", tmp_path / "public", tmp_path / "journal")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "spare"]
    assert waited


@pytest.mark.usefixtures("waited")
def test_a_page_is_served_anew_although_a_browser_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path / "preview", Trees())
    for text in (b"old", b"new"):
        if text == b"new":
            _once_in_use(monkeypatch, "replace")
        assert shelf.open(tmp_path, tmp_path, Trees()).value is shelf
        shelf.add(OutputFile("index.html", text))
        shelf.publish()
        assert (tmp_path / "preview/index.html").read_bytes() == text
