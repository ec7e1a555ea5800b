"""What every test gets: the --accept option and how hard Hypothesis tries."""

import pytest
from hypothesis import settings

from tests.rig.counts import count

settings.register_profile(
    "onrecord",
    max_examples=count("generated examples of a property"),
    deadline=None,  # two cores are shared with other tests: time is no property of the code
)
settings.load_profile("onrecord")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --accept, which rewrites what tests expect instead of comparing with it."""
    parser.addoption(
        "--accept",
        action="store_true",
        help="accept what the cases' diagnostics and the golden output are now",
    )
