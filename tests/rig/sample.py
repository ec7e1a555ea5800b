"""The sample site of the repository, copied to where a test wants it, and built."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from onrecord.publish.manifest import MANIFEST_PATH
from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.sites import Built, Options, build_folder

PARTS = ("site.yaml", "content")


def copy_sample(folder: Path, *, backwards: bool = False) -> Path:
    """A copy of the sample; `backwards` creates its files in the opposite order."""
    files = sorted(
        path
        for part in PARTS
        for path in ([ROOT / part] if (ROOT / part).is_file() else (ROOT / part).rglob("*"))
        if path.is_file()
    )
    for path in reversed(files) if backwards else files:
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return folder


def build_sample(folder: Path, *, site_yaml: str = "", base_url: str | None = None) -> Built:
    """Builds a copy of the sample in a folder; `site_yaml` is added to its settings."""
    copy_sample(folder)
    settings = folder / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + site_yaml, encoding="utf-8")
    built = build_folder(folder, Options(base_url=base_url))
    assert built.exit_code == 0, "\n".join(built.findings)
    return built


def build_sample_by_command(folder: Path, output: Path) -> None:
    """Builds the sample in a folder with a process of its own; it must succeed."""
    ended = onrecord(["build", "--site", folder, "--output", output, "--now", NOW])
    assert ended.returncode == 0, ended.stdout + ended.stderr


def without_index(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Published files without the index of the search, also in the manifest.

    Pagefind makes other bytes of the same content each time.
    """
    kept = {path: content for path, content in files.items() if not path.startswith("pagefind/")}
    assert len(kept) < len(files), "the sample has a search"
    lines = kept[MANIFEST_PATH].splitlines(keepends=True)
    kept[MANIFEST_PATH] = b"".join(line for line in lines if not line.startswith(b'"pagefind/'))
    return kept
