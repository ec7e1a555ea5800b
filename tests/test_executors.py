"""Any executor does: the same bytes come out whoever annotates and renders."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from onrecord.build import BuildSettings, build_site, rendering
from onrecord.store import Store
from tests.rig.commands import ROOT
from tests.rig.edits import EditedSite
from tests.rig.followed import sections_in
from tests.rig.sites import NOW, tree, write_site
from tests.rig.varied import VariedSite


@contextmanager
def spawned() -> Iterator[Executor]:
    """Processes that know nothing of this one."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor


@contextmanager
def two_workers() -> Iterator[LocalCluster]:
    """Workers of dask.distributed on the loopback, each a process of its own."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
        dashboard_address=None, silence_logs=50,
    ) as cluster:  # fmt: skip
        yield cluster


@contextmanager
def distributed() -> Iterator[Executor]:
    """The executor of two workers."""
    with two_workers() as cluster, Client(cluster) as client:
        yield client.get_executor()


@pytest.mark.parametrize("open_executor", [spawned, distributed])
def test_other_processes_put_out_the_same_bytes(
    tmp_path: Path, open_executor: Callable[[], AbstractContextManager[Executor]]
) -> None:
    here = EditedSite(tmp_path / "here", 8, 1).root
    there = EditedSite(tmp_path / "there", 8, 1).root
    expected = build_site(BuildSettings(root=here, now=NOW, jobs=1))
    with open_executor() as executor:
        built = build_site(BuildSettings(root=there, now=NOW, executor=executor))
    assert built.diagnostics == expected.diagnostics
    assert tree(there / "public") == tree(here / "public")
    assert (built.work.read, built.work.rendered) == (expected.work.read, expected.work.rendered)
    assert not (there / ".onrecord/edition").exists()


def test_the_program_in_the_documentation_builds_a_site(tmp_path: Path) -> None:
    document = ROOT / "docs/content/pages/scaling.md"
    (program,) = (
        block.content
        for section in sections_in(document)
        for block in section.blocks
        if block.info == ("python",)
    )
    site = write_site(tmp_path / "site", {})
    with two_workers() as cluster:
        here = {"scheduler.example:8786": cluster.scheduler_address, "/shared/site": str(site)}
        for there, place in here.items():
            assert program.count(f'"{there}"') == 1
            program = program.replace(there, place)
        exec(compile(program, document, "exec"), {})  # noqa: S102 - it is ours
    assert (site / "public/index.html").is_file()


def test_processes_that_live_on_make_pages_of_the_layouts_that_there_are_now(
    tmp_path: Path,
) -> None:
    site = VariedSite(tmp_path / "site", 0)
    title = site.root / "layouts/partials/title.html"
    title.parent.mkdir(exist_ok=True)
    with spawned() as executor:
        for words in ("One", "Two"):
            title.write_text(f"<p>{words}</p>\n", encoding="utf-8")
            asked = BuildSettings(root=site.root, now=NOW, executor=executor)
            assert build_site(asked).exit_code == 0
            page = (site.root / "public/briefings/index.html").read_text(encoding="utf-8")
            assert f"<p>{words}</p>" in page


@pytest.mark.parametrize("other", [b"", b"another build's"])
def test_a_copy_of_the_edition_that_is_another_builds_is_refused(
    tmp_path: Path, other: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = VariedSite(tmp_path / "site", 0)
    copy = rendering.copy_store

    def copy_other(path: Path, store: Store) -> str:
        digest = copy(path, store)
        path.write_bytes(other)
        return digest

    monkeypatch.setattr(rendering, "copy_store", copy_other)
    with spawned() as executor:
        built = build_site(BuildSettings(root=site.root, now=NOW, executor=executor))
    assert built.exit_code == 3
    assert [found.code for found in built.diagnostics if "during the build" in found.message]
    assert not (site.root / "public").exists()
