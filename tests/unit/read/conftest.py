from pathlib import Path

import pytest

from tests.rig.reading import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder for a site."""
    return Folder(tmp_path / "site")
