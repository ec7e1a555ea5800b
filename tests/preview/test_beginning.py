"""How a preview begins, where it cannot, and how it ends."""

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from onrecord.preview.reach import own_addresses, own_names
from onrecord.preview.whereabouts import Whereabouts
from onrecord.publish.lock import preview_lock
from tests.rig import needs
from tests.rig.commands import ROOT, plain_environment
from tests.rig.counts import count
from tests.rig.followed import sections_in
from tests.rig.needs import POSIX, system
from tests.rig.preview_site import PREVIEW_SITE
from tests.rig.previews import AS_HERE, clean_build, command, previewed
from tests.rig.sites import tree, write_site

ARTICLE = "---\ntitle: The harbour closes\ndate: 2020-01-06\n---\nThe harbour will close.\n"
USAGE, ENVIRONMENT, INTERRUPTED = 2, 3, 130


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {"content/articles/harbour.md": ARTICLE})


def ended(root: Path, *options: str, **environment: str) -> tuple[int, str]:
    """The exit code and words of a preview that cannot begin."""
    done = subprocess.run(
        [*command(root), *options],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=plain_environment({**AS_HERE, **environment}),
        timeout=30,
    )
    return done.returncode, done.stdout + done.stderr


@contextmanager
def taken(port: int) -> Iterator[int]:
    """A port that somebody else serves at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        yield other.getsockname()[1]


def test_the_terminal_shows_what_the_documentation_says(site: Path) -> None:
    (shown,) = (
        block.content
        for section in sections_in(ROOT / "docs/content/pages/preview.md")
        for block in section.blocks
        if block.info == ("text",)
    )
    with previewed(site) as preview:
        preview.save("content/articles/2020-01-06-harbour-closes.md", ARTICLE)
        preview.wait_until_said("content/articles/2020-01-06-harbour-closes.md")
        assert _uncounted(preview.said) == _uncounted(shown)


def _uncounted(said: str) -> list[str]:
    numberless = re.sub(r"\d+ (page|other file)s?", r"N \1s", said)
    return re.sub(r":\d+/|\d+ ms", "N", numberless).splitlines()


def test_ctrl_c_ends_it_within_a_second(site: Path) -> None:
    with previewed(site) as preview:
        assert preview.interrupt() < 1
        assert preview.process.returncode == INTERRUPTED
        assert preview.said.endswith("\nPreview ended\n")


def test_the_next_port_is_taken_where_one_is_in_use(site: Path) -> None:
    with taken(0) as port, previewed(site, ["--port", str(port)]) as preview:
        assert port < preview.port <= port + 20
        assert f"Port {port} is taken\n" in preview.said
        assert preview.get("/").status == 200


def test_without_a_free_port_it_says_so(site: Path) -> None:
    with taken(65535):
        code, said = ended(site, "--port", "65535")
    assert code == ENVIRONMENT
    assert "OR905" in said
    assert "--port 0" in said


def test_at_a_name_that_is_not_the_machines_it_says_so(site: Path) -> None:
    code, said = ended(site, "--host", "192.0.2.1")
    assert code == ENVIRONMENT
    assert "OR905" in said
    assert "192.0.2.1" in said


def test_others_are_let_in_only_with_a_warning(site: Path) -> None:
    with previewed(site) as quiet:
        assert "warning" not in quiet.said
    with previewed(site, ["--host", "0.0.0.0"]) as open_to_all:  # noqa: S104 - what is tested
        assert "warning: everybody on this network can read this preview" in open_to_all.said


@needs.machine(has=bool(own_addresses()), why="this machine has no address for others")
def test_others_are_told_where_they_find_it(site: Path) -> None:
    with previewed(site) as quiet:
        assert "For others" not in quiet.said
    with previewed(site, ["--host", "0.0.0.0"]) as preview:  # noqa: S104 - what is tested
        told = re.findall(r"^For others at http://([0-9.]+):(\d+)/$", preview.said, re.MULTILINE)
        assert [int(port) for _, port in told] == [preview.port] * len(told)
        assert [host for host, _ in told] == [one for one in own_addresses() if ":" not in one]
        for host, port in told:
            connection = HTTPConnection(host, int(port), timeout=10)
            connection.request("GET", "/")
            assert connection.getresponse().status == 200
            connection.close()
        for name in own_names():
            assert preview.get("/", {"Host": f"{name}:{preview.port}"}).status == 200


def test_who_comes_by_another_name_is_told_what_to_do(site: Path) -> None:
    with previewed(site, ["--host", "0.0.0.0"]) as preview:  # noqa: S104 - what is tested
        refused = preview.get("/", {"Host": "evil.example"})
    assert refused.status == 403
    assert "open an address that `onrecord serve` prints" in refused.text
    assert "--host NAME" in refused.text


def test_a_preview_that_begins_again_says_what_is_there(site: Path) -> None:
    with previewed(site) as first:
        pages = len(list(first.output.rglob("*.html")))
        first.interrupt()
    with previewed(site) as again:
        assert re.search(rf"^{pages} pages, all as before, [0-9.]+ m?s$", again.said, re.MULTILINE)


def test_a_save_that_changes_no_page_says_so(site: Path) -> None:
    with previewed(site) as preview:
        settings = (site / "site.yaml").read_text(encoding="utf-8")
        preview.save("site.yaml", f"{settings}# a word among ourselves\n")
        preview.wait_until_said(": site.yaml")
        assert re.search(r"^nothing changed, [0-9.]+ m?s: site.yaml$", preview.said, re.MULTILINE)


def test_where_there_is_no_site_it_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    code, said = ended(tmp_path)
    assert code == 1
    assert "OR701" in said
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_write_it_says_so(site: Path) -> None:
    (site / ".onrecord").write_text("in the way")
    code, said = ended(site)
    assert code == ENVIRONMENT
    assert "OR903" in said


def test_work_files_never_lie_elsewhere(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site / ".onrecord").symlink_to(tmp_path / "elsewhere")
    code, said = ended(site)
    assert code == 1
    assert "OR706" in said
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_ctrl_c_ends_it_within_a_second_also_while_it_builds(site: Path) -> None:
    with previewed(site) as preview:
        for number in range(count("files that change at once")):
            preview.save(f"content/articles/many-{number}.md", ARTICLE.replace("harbour", "port"))
        time.sleep(0.2)
        assert preview.interrupt() < 1
        assert preview.process.returncode == INTERRUPTED
        assert "Traceback" not in preview.said
    with previewed(site) as again:
        assert "port closes" in again.page("/briefings/many-0/")


@system(*POSIX, why="a shell script is a program")
def test_a_browser_is_opened_once_where_that_is_wanted(site: Path, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser.sh"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n')
    browser.chmod(0o755)
    with previewed(site, ["--open"], {"BROWSER": str(browser)}) as preview:
        preview.wait_until(opened.exists, "no browser was opened")
        preview.save("content/articles/harbour.md", f"{ARTICLE}More.\n")
        preview.wait_until_said(": content/articles/harbour.md")
        assert opened.read_text() == f"{preview.address}\n"


def test_another_base_path_is_served_and_built_for(site: Path) -> None:
    with previewed(site, ["--base-path", "a/b"]) as preview:
        assert preview.address.endswith("/a/b/")
        assert preview.get("/").headers["location"] == "/a/b/"
        assert 'href="/a/b/' in preview.get("/nowhere").text
        assert preview.get("/a/b/briefings/harbour/").status == 200


def test_what_waits_can_be_left_out(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    options = ["--no-drafts", "--no-future", "--now", "2026-01-01T00:00:00Z"]
    with previewed(root, options) as preview:
        for slug in ("not-yet", "later"):
            assert preview.get(preview.path_of(f"/briefings/{slug}/")).status == 404
        assert preview.get(preview.path_of("/soon/")).status == 404
        expected = clean_build(preview, tmp_path / "clean", drafts=False)
        assert tree(preview.output) == expected


def test_one_site_has_one_preview_and_a_second_says_where_it_is(site: Path) -> None:
    with previewed(site, ["--base-path", "/letter/"]) as preview:
        code, said = ended(site)
        assert code == ENVIRONMENT
        assert said == (
            "error OR904 another preview of this site is running\n"
            f"  do: it serves at {preview.address}; open that, or end it with Ctrl-C in its terminal"
            "\n\n"
        )
        preview.interrupt()
    assert not (site / ".onrecord/preview-address").exists()


def test_where_a_preview_serves_is_not_told_by_one_that_was_killed(site: Path) -> None:
    with previewed(site) as killed:
        killed.process.kill()
        killed.process.wait()
        lock = preview_lock(site / ".onrecord")
        assert lock.take()  # as one that is still building does
    with lock:
        Whereabouts(site / ".onrecord").forget()
        code, said = ended(site)
    assert code == ENVIRONMENT
    assert "do: wait until it says where it serves, or end it with Ctrl-C" in said


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        ("--base-path", "/a/../b/"),
        ("--base-path", "/a?b"),
        ("--base-path", "/_preview/"),
        ("--editor", "javascript:alert({path})"),
        ("--editor", "notepad"),
        ("--port", "65536"),
        ("--now", "soon"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(site: Path, option: str, typed: str) -> None:
    code, said = ended(site, option, typed)
    assert code == USAGE
    assert typed in said
    assert not (site / ".onrecord").exists()
