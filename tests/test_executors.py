"""Any executor does: the same bytes come out whoever annotates and renders."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from onrecord.build import BuildSettings, build_site
from tests.rig.edits import EditedSite
from tests.rig.sites import NOW, tree


@contextmanager
def spawned() -> Iterator[Executor]:
    """Processes that know nothing of this one."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor


@contextmanager
def distributed() -> Iterator[Executor]:
    """Two workers of dask.distributed on the loopback, each a process of its own."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
            dashboard_address=None, silence_logs=50,
        ) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
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
