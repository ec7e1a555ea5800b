from pathlib import Path

import pytest

from tests.rig.reference import pages


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_the_reference_is_what_the_program_says(path: Path, request: pytest.FixtureRequest) -> None:
    """`make golden` writes it."""
    text = pages()[path]()
    if request.config.getoption("--accept"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
