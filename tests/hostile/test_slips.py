"""Files that are damaged at random are built or refused, with a place and in a writer's words."""

import time
from pathlib import Path

import pytest

from onrecord.diagnostics import Severity
from tests.rig.counts import count
from tests.rig.hostile_site import hostile_site
from tests.rig.mutations import damaged
from tests.rig.refusals import assert_readable
from tests.rig.sites import build_folder, write_site

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 15
LEAST_LOCATED = 0.95


def sample() -> dict[str, str]:
    """The sample's files."""
    paths = [ROOT / "site.yaml", *sorted((ROOT / "content").rglob("*"))]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file()
    }


def attacks() -> dict[str, str]:
    """The texts of the hostile site."""
    return {name: text for name, text in hostile_site().items() if isinstance(text, str)}


@pytest.mark.parametrize("files", [sample(), attacks()], ids=["the sample", "the hostile site"])
def test_damaged_files_are_built_or_refused(tmp_path: Path, files: dict[str, str]) -> None:
    told, located = 0, 0
    for seed in range(count("damaged sites")):
        started = time.process_time()
        built = build_folder(write_site(tmp_path / str(seed), damaged(files, seed)))
        assert time.process_time() - started < SECONDS, seed
        assert built.exit_code in {0, 1}, (seed, built.findings)
        assert built.output.exists() is (built.exit_code == 0), seed
        for found in built.diagnostics:
            if found.severity is not Severity.INFO:
                told += 1
                located += found.span is not None
                assert_readable(found)
    assert told
    assert located / told >= LEAST_LOCATED
