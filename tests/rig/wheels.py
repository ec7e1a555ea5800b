"""What is shipped, made of a checkout, and the environment in which it is installed."""

import os
import subprocess
import sys
from pathlib import Path

from tests.rig.commands import plain_environment

_OF_THE_REGISTRY = ("PIP_", "UV_", "SSL_", "REQUESTS_")


def make_distributions(source: Path, target: Path, *kinds: str) -> Path:
    """Builds distributions (`sdist`, `wheel`) of a source folder into a folder, which it gives."""
    wanted = [word for kind in kinds for word in ("-t", kind)]
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *wanted, "-d", str(target)],
        check=True,
        capture_output=True,
        cwd=source,
        env=plain_environment(),
    )
    return target


def make_wheel(source: Path, target: Path) -> Path:
    """The wheel of a source folder, in a folder."""
    (wheel,) = make_distributions(source, target, "wheel").glob("*.whl")
    return wheel


def registry_environment(extra: dict[str, str]) -> dict[str, str]:
    """A plain environment with what this machine says of how its package registry is reached."""
    told = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(_OF_THE_REGISTRY) or name.lower().endswith("_proxy")
    }
    return plain_environment({**told, **extra})
