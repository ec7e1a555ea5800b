"""The sample's output, file by file, as it was last accepted into tests/golden.

`make golden` accepts what it is now; the difference is then reviewed like any other change.
Pages and feeds stand there as published; copies of what lies in the repository, with their digest.
The index of the search is left out: Pagefind makes other bytes of the same content each time.
"""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.rig.sample import build_sample, without_index

GOLDEN = Path(__file__).parent / "golden"
DIGESTS = "digests.txt"
TEXT = {".html", ".json", ".txt", ".xml"}


def _as_kept(files: dict[str, bytes]) -> dict[str, bytes]:
    """What the golden folder holds of a published site: its text, and digests of the rest."""
    kept = {path: content for path, content in files.items() if Path(path).suffix in TEXT}
    digests = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {path}\n"
        for path, content in files.items()
        if path not in kept
    )
    return {**kept, DIGESTS: digests.encode()}


def _golden() -> dict[str, bytes]:
    return {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in sorted(GOLDEN.rglob("*"))
        if path.is_file()
    }


def test_the_sample_comes_out_as_accepted(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    now = _as_kept(without_index(build_sample(tmp_path).files()))
    if request.config.getoption("--accept"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, content in now.items():
            target = GOLDEN / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return
    golden = _golden()
    assert sorted(now) == sorted(golden)
    for path, content in golden.items():
        # Decoded, so that pytest shows the lines that differ.
        assert now[path].decode() == content.decode(), f"{path} differs; see `make golden`"
