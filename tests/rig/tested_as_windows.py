"""Tests where much of Windows is pretended (see `as_windows`): `… tested_as_windows PYTEST-OPTIONS`.

With `--collect-only` it shows whether each module can be loaded there at all.
"""

import sys

import distributed
import pytest

from tests.rig import as_windows

_LOADED = (distributed,)  # knows systems by their names, and this one by its own


class _Pretence:
    """Begins once pytest and its plugins are loaded, since they are not under test."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        assert all(_LOADED)
        as_windows.begin()


if __name__ == "__main__":
    # What is loaded by now cannot be rewritten for its asserts, which is no matter here.
    sys.exit(pytest.main(["-W", "ignore", *sys.argv[1:]], plugins=[_Pretence()]))
