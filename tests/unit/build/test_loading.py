"""A command loads no more than it needs: to load what it does not takes longer than its work."""

import subprocess
import sys

import pytest

from tests.rig.commands import ROOT, plain_environment

ANY_STAGE = {"jinja2", "markdown_it", "multiprocessing", "pydantic", "rich", "tornado", "yaml"}


@pytest.mark.parametrize(
    ("module", "never"),
    [
        pytest.param("onrecord.cli.main", {"msgspec", "sqlite3", *ANY_STAGE}, id="--version"),
        pytest.param("onrecord.cli.run", {"concurrent", "tempfile", *ANY_STAGE}, id="unchanged"),
        pytest.param("onrecord.build.retouch", ANY_STAGE - {"jinja2", "markdown_it"}, id="edited"),
    ],
)
def test_what_a_command_does_not_need_is_not_loaded(module: str, never: set[str]) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        cwd=ROOT / "generator",  # whose onrecord it is
        env=plain_environment(),
        text=True,
    )
    loaded = set(told.stdout.split())
    assert module in loaded
    assert {name for name in loaded if name.partition(".")[0] in never} == set()
