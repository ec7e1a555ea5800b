"""What happens to the machine and to the folders around a site ends no preview, nor leaves it behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.rig.commands import ROOT, plain_environment
from tests.rig.findable import FINDABLE
from tests.rig.needs import POSIX, system
from tests.rig.preview_site import PREVIEW_SITE, QUOTED, SITE_YAML
from tests.rig.previews import AS_HERE, PATIENCE, Preview, clean_build, command, previewed
from tests.rig.sites import split_site, tree, write_site

SAID = "content/articles/said.md"
PAGE = "/briefings/said/"
SERVE = "\nfrom onrecord.cli.main import run\nrun()\n"

posix_only = system(*POSIX, why="what is removed, closed or linked so")


def with_words(words: str) -> str:
    """The article with other last words."""
    return QUOTED.replace("Nothing else was said.", words)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", PREVIEW_SITE)


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    with previewed(root) as running:
        yield running


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        ("OSError(28, 'No space left on device')", "OR903"),
        ("RuntimeError('at first')", "OR970"),
    ],
)
def test_what_stood_in_the_way_is_tried_again_without_a_save(
    root: Path, raised: str, code: str
) -> None:
    hindered = root.parent / "hindered"
    program = f"""
from pathlib import Path
from onrecord.preview import workshop
build_whole = workshop.build_whole
def build(run):
    if Path({str(hindered)!r}).exists():
        raise {raised}
    return build_whole(run)
workshop.build_whole = build
{SERVE}"""
    with previewed(root, program=("-c", program)) as preview:
        hindered.touch()
        preview.save("site.yaml", f"{SITE_YAML}tagline: At last\n")
        preview.wait_until_said(code)
        time.sleep(2.5)  # it is tried once more meanwhile
        assert preview.said.count(f"error {code}") == 1
        hindered.unlink()
        preview.wait_until_shown("At last", "/")


@posix_only
def test_a_terminal_that_is_closed_ends_nothing(root: Path) -> None:
    process = subprocess.Popen(
        command(root), stdout=subprocess.PIPE, cwd=ROOT, env=plain_environment(AS_HERE)
    )
    try:
        assert process.stdout is not None
        said = b""
        while b"Ctrl-C" not in said:
            said += os.read(process.stdout.fileno(), 4096)
        port = int(re.findall(rb":(\d+)/", said)[0])
        process.stdout.close()
        for number in range(3):
            (root / SAID).write_text(with_words(f"Unheard {number}."), encoding="utf-8")
            until = time.monotonic() + PATIENCE
            while f"Unheard {number}." not in shown_at(port):
                assert process.poll() is None
                assert time.monotonic() < until
                time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
    finally:
        process.kill()
        process.wait()


def shown_at(port: int) -> str:
    """The article's page."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", f"/repo{PAGE}")
        return connection.getresponse().read().decode()


@posix_only
def test_visitors_leave_it_files_to_build_with(root: Path) -> None:
    program = f"import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (128, 128)){SERVE}"
    with previewed(root, program=("-c", program)) as preview:
        with ExitStack() as visits:
            for _ in range(150):
                visits.enter_context(socket.create_connection(("127.0.0.1", preview.port)))
            preview.save(SAID, with_words("In a crowd."))
            preview.wait_until_said(f": {SAID}")
        preview.wait_until_shown("In a crowd.", PAGE)
        assert "Traceback" not in preview.said


@posix_only
def test_where_files_are_without_limit_visitors_are_let_in(root: Path) -> None:
    without = "resource.getrlimit = lambda _: (resource.RLIM_INFINITY, resource.RLIM_INFINITY)"
    with previewed(root, program=("-c", f"import resource\n{without}{SERVE}")) as preview:
        assert "Nothing else was said." in preview.page(PAGE)


@posix_only
@pytest.mark.parametrize("pause", [0, 0.5, 3])
def test_the_folder_of_the_site_may_be_removed_and_made_again(
    preview: Preview, pause: float
) -> None:
    for number in range(2):
        shutil.rmtree(preview.root, ignore_errors=True)
        shutil.rmtree(preview.root, ignore_errors=True)  # what was just being built
        time.sleep(pause)
        assert not preview.root.exists()
        words = f"Made again {number}."
        write_site(preview.root, {**PREVIEW_SITE, SAID: with_words(words)})
        preview.wait_until_shown(words, PAGE)
        time.sleep(2.5)  # until nothing is looked at any more but what the system tells
        preview.save(SAID, with_words(f"And saved {number}."))
        preview.wait_until_shown(f"And saved {number}.", PAGE)
        preview.save("site.yaml", f"{SITE_YAML}tagline: Again {number}\n")
        preview.wait_until_shown(f"Again {number}", "/")


@posix_only
def test_the_name_of_the_site_may_come_to_lead_elsewhere(root: Path, tmp_path: Path) -> None:
    other = write_site(tmp_path / "other", {**PREVIEW_SITE, SAID: with_words("Elsewhere.")})
    link = tmp_path / "current"
    link.symlink_to(root)
    with previewed(link) as preview:
        link.unlink()
        link.symlink_to(other)
        preview.wait_until_shown("Elsewhere.", PAGE)
        time.sleep(2.5)
        (other / SAID).write_text(with_words("Saved elsewhere."), encoding="utf-8")
        preview.wait_until_shown("Saved elsewhere.", PAGE)


def test_looking_now_and_then_finds_what_keeps_its_size_and_time(root: Path) -> None:
    with previewed(root, ("--poll",)) as preview:
        time.sleep(2.5)  # until all was looked at once more
        place = root / SAID
        before = place.stat()
        place.write_text(QUOTED.replace("Nothing", "Nothink"), encoding="utf-8")
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
        preview.wait_until_shown("Nothink", PAGE)


def test_a_moment_that_passes_while_the_machine_sleeps_is_noticed(root: Path) -> None:
    clock = root.parent / "clock"
    clock.write_text("2020-01-05T12:00:00+00:00")
    program = f"""
from datetime import datetime
from pathlib import Path
from onrecord.cli import serve
from onrecord.preview import preview
serve.now_as_asked = lambda: datetime.fromisoformat(Path({str(clock)!r}).read_text())
preview._LONGEST_PAUSE = 0.2
{SERVE}"""
    with previewed(root, ("--no-future",), program=("-c", program)) as preview:
        time.sleep(2.5)
        assert preview.get("/repo/briefings/said/").status == 404
        clock.write_text("2020-01-06T12:00:00+00:00")  # the hours that lie between nobody counted
        preview.wait_until_shown("Nothing else was said.", PAGE)


def test_the_index_is_made_once_however_many_ask(tmp_path: Path) -> None:
    program = f"""
from onrecord.build import pipeline
make_index = pipeline.make_index
def make(*asked):
    print("an index is made", flush=True)
    return make_index(*asked)
pipeline.make_index = make
{SERVE}"""
    root = write_site(tmp_path / "site", split_site(FINDABLE))
    with previewed(root, program=("-c", program)) as preview, ThreadPoolExecutor(8) as visitors:
        answers = visitors.map(lambda _: preview.get("/pagefind/pagefind.js"), range(8))
        assert {answer.status for answer in answers} == {200}
        assert preview.said.count("an index is made") == 1


def is_there(preview: Preview, address: str) -> bool:
    """Whether anything is served at an address."""
    return preview.get(address).status == 200


def test_some_of_what_is_served_may_be_removed(preview: Preview) -> None:
    for lost in ("briefings", "briefings/said", "own.css"):
        place = preview.output / lost
        shutil.rmtree(place) if place.is_dir() else place.unlink()
        address = f"/repo{PAGE}" if "briefings" in lost else "/repo/own.css"
        preview.wait_until(partial(is_there, preview, address), f"{lost} stays away")
    assert tree(preview.output) == clean_build(preview, preview.root.parent / "clean")


@posix_only
def test_nothing_is_written_through_a_link(preview: Preview) -> None:
    outside = preview.root.parent / "outside"
    shutil.move(preview.output / "briefings", outside)
    (preview.output / "briefings").symlink_to(outside)
    before = tree(outside)
    preview.save(SAID, with_words("Not outside."))
    preview.wait_until_shown("Not outside.", PAGE)
    expected = clean_build(preview, preview.root.parent / "clean")
    preview.wait_until(lambda: tree(preview.output) == expected, "never was whole again")
    assert tree(outside) == before
    assert not (preview.output / "briefings").is_symlink()


@posix_only
def test_work_files_never_come_to_lie_elsewhere(preview: Preview) -> None:
    work, outside = preview.root / ".onrecord", preview.root.parent / "outside"
    outside.mkdir()
    work.rename(preview.root.parent / "aside")
    work.symlink_to(outside)
    preview.save(SAID, with_words("Not outside."))
    preview.wait_until_said("OR903")
    assert "symbolic link" in preview.said
    assert not (outside / "preview").exists()
    work.unlink()
    preview.wait_until_shown("Not outside.", PAGE)


@posix_only
def test_a_link_in_what_an_earlier_preview_left_is_taken_away(root: Path) -> None:
    with previewed(root) as preview:
        preview.interrupt()
    outside = root.parent / "outside"
    shutil.move(preview.output / "briefings", outside)
    (preview.output / "briefings").symlink_to(outside)
    with previewed(root) as preview:
        assert preview.get(f"/repo{PAGE}").status == 200
        assert tree(preview.output) == clean_build(preview, root.parent / "clean")
