"""Where the files of a build go: what every such place can do."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from onrecord.diagnostics import Outcome
from onrecord.publish.staging import OutputFile, Publication, Trees, open_staging


class Outlet(Protocol):
    """A place that takes the files of one build: the published site, or another."""

    @property
    def trees(self) -> Trees:
        """What is known of the files that lie there."""

    def published(self, path: str) -> bytes | None:
        """The bytes of a file as it lies there now; None where there is none."""

    def holds(self, path: str, digest: str) -> bool:
        """True where the file that lies there holds just the bytes of this digest."""

    def differing(self, files: Mapping[str, str]) -> list[str]:
        """The paths of those, of many files by their digests, that `holds` would deny."""

    def keep(self, path: str, digest: str) -> None:
        """Leave a file as it is, which `holds` must have said."""

    def keep_all(self, files: Mapping[str, str]) -> None:
        """Leave many files as they are, by path their digests."""

    def add(self, file: OutputFile, digest: str = "") -> None:
        """Take one file, with its digest where that is known."""

    def publish(self) -> Publication:
        """Show what was taken, and nothing else."""

    def discard(self) -> None:
        """Nothing more comes; another build may begin."""


OpenOutlet = Callable[[Path, Path, Trees], Outcome[Outlet | None]]
"""Opens the outlet for a site's folder and its output folder, or says why it cannot."""


def open_outlet(
    root: Path, output: Path, trees: Trees, opens: OpenOutlet | None
) -> Outcome[Outlet | None]:
    """What `opens` gives, the published site where nothing else is asked for."""
    if opens is not None:
        return opens(root, output, trees)
    from_disk = open_staging(root, output, trees)
    return Outcome(from_disk.value, from_disk.diagnostics)
