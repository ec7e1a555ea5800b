"""Pagefind, the program that makes the index: the one that a build starts, and only for a search.

It comes with `onrecord[search]` and is pinned with it; one that merely stands on the PATH is not
run, nor are settings of its own read.
"""

import os
from pathlib import Path

_SECONDS = 900


def find_pagefind() -> Path | None:
    """The program, None where the extra is not installed."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - optional

        found: Path = get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return found


def pagefind_version() -> str:
    """What is installed, since another version makes other files of the same entries."""
    from importlib.metadata import version  # noqa: PLC0415 - a build without a search needs it not

    return version("pagefind-bin")


def run_pagefind(program: Path, work: Path, documents: str, bundle: str, language: str) -> str:
    """Index a folder of documents into another, both in `work`; why that failed, else ""."""
    import subprocess  # noqa: PLC0415 - a build without a search needs it not

    arguments = ["--site", documents, "--output-path", bundle, "--force-language", language]
    # Its settings may also come from variables and from files where it runs.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        ended = subprocess.run(  # noqa: S603 - our own program and our own arguments
            [program, *arguments, "--silent"],
            check=False,
            capture_output=True,
            cwd=work,
            env=kept,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"it did not end within {_SECONDS // 60} minutes"
    except OSError as error:
        return error.strerror or str(error)
    if ended.returncode == 0:
        return ""
    told = (ended.stderr + ended.stdout).decode(errors="replace").strip().splitlines()
    return told[0] if told else f"it ended with {ended.returncode}"
