"""A site's folder as records: every file read, everything wrong told at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from onrecord.diagnostics import Diagnostic, Outcome, in_order
from onrecord.disk.files import FoundFile, find_files
from onrecord.model import Actor, Allowance, Site, Source
from onrecord.read.actors import read_cast_file, read_profile
from onrecord.read.articles import read_article
from onrecord.read.assets import list_asset
from onrecord.read.broken import unite
from onrecord.read.content import Broken, Content
from onrecord.read.csl import read_csl_file
from onrecord.read.duplicates import (
    keep_first_actors,
    keep_first_articles,
    keep_first_sources,
    keep_first_topics,
)
from onrecord.read.hold_back import Sieve, hold_back, hold_back_pages
from onrecord.read.misplaced import find_misplaced
from onrecord.read.pages import read_page
from onrecord.read.reading import Reading, Rules, rules_for
from onrecord.read.site_yaml import read_site_yaml
from onrecord.read.snapshots import SUFFIXES, complain_of_second_copies, read_snapshot
from onrecord.read.sources import read_source_file, read_source_page
from onrecord.read.topics import read_topic
from onrecord.text.frozen import Frozen, replace

T = TypeVar("T")

CONTENT = "content"
MARKDOWN = (".md",)
YAML = (".yaml", ".yml")
CSL = (".json",)
READ_AS: Mapping[str, tuple[str, ...]] = {
    "articles": MARKDOWN,
    "actors": (*MARKDOWN, *YAML),
    "sources": (*MARKDOWN, *YAML, *CSL),
    "topics": MARKDOWN,
    "pages": MARKDOWN,
    "archive": SUFFIXES,
}
"""The folders under content/ with the endings of the files that are read there."""


class ReadSettings(Frozen):
    """How a site is to be read: the moment that counts as now, what is let through, its address."""

    now: datetime
    drafts: bool = False
    future: bool = False
    base_url: str | None = None


ReadFiles = Callable[[str, Sequence[FoundFile], Rules], Iterable[Reading[Any]]]
"""Reads the files of one kind (a folder's name, or "assets"), in order."""


def read_file(kind: str, file: FoundFile, rules: Rules) -> Reading[Any]:
    """One file, as files of its folder are read."""
    return _READERS[kind](file, rules)


def read_each(kind: str, files: Sequence[FoundFile], rules: Rules) -> Iterator[Reading[Any]]:
    """The files, one after the other."""
    return (read_file(kind, file, rules) for file in files)


def read_site(
    root: Path, settings: ReadSettings, read_files: ReadFiles = read_each
) -> Outcome[Content | None]:
    """All that a site's folder holds, what waits left out; None without a usable site.yaml.

    `read_files` may read several at once, or know what a file held.
    """
    site = read_site_yaml(root, settings.base_url)
    if site.value is None:
        return Outcome(None, in_order(site.diagnostics))
    gathered = _Gathering(list(site.diagnostics))
    content = _read_content(root, site.value.site, settings, gathered, read_files)
    content = replace(content, settings_digest=site.value.digest)
    found = in_order(gathered.diagnostics)
    return Outcome(content if site.value.is_whole else None, found)


@dataclass(slots=True)
class _Gathering:
    """What is found on the way: findings, allowances, ids of broken files."""

    diagnostics: list[Diagnostic]
    allowances: list[Allowance] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)

    def take(self, readings: Iterable[Reading[T]]) -> tuple[T, ...]:
        """The records of files, in order; what else was read is kept here."""
        records: list[T] = []
        for reading in readings:
            records += reading.records
            self.diagnostics += reading.diagnostics
            self.allowances += reading.allowances
            self.broken.append(reading.broken)
        return tuple(records)


def _read_content(
    root: Path, site: Site, settings: ReadSettings, gathered: _Gathering, read_files: ReadFiles
) -> Content:
    rules = rules_for(site)
    listed = find_files(root, CONTENT)
    gathered.diagnostics += listed.diagnostics
    files = _by_kind(listed.value)
    found = gathered.diagnostics

    def take(kind: str) -> tuple[Any, ...]:
        return gathered.take(read_files(kind, files[kind], rules))

    sieve = Sieve(settings.now, site.zone, settings.drafts, settings.future)
    articles = take("articles")
    sifted = hold_back(keep_first_articles(articles, found), sieve)
    pages, page_findings = hold_back_pages(take("pages"), sieve)
    found += (*sifted.diagnostics, *page_findings)
    actors = take("actors")
    sources = take("sources")
    topics = take("topics")
    snapshots = take("archive")
    found += complain_of_second_copies(snapshots)
    misplaced = (find_misplaced(file, READ_AS) for file in files["assets"])
    found += [one for one in misplaced if one is not None]
    assets = take("assets")
    return Content(
        site=site,
        articles=sifted.articles,
        actors=keep_first_actors(actors, found),
        sources=keep_first_sources(sources, found),
        topics=keep_first_topics(topics, found),
        pages=pages,
        snapshots=snapshots,
        assets=assets,
        held_back=sifted.held_back,
        broken=unite(gathered.broken),
        allowances=tuple(gathered.allowances),
    )


def _by_kind(files: Iterable[FoundFile]) -> Mapping[str, list[FoundFile]]:
    """The files by what they are read as: the folder's name, or assets."""
    kinds: dict[str, list[FoundFile]] = {kind: [] for kind in (*READ_AS, "assets")}
    for file in files:
        parts = PurePosixPath(file.path).parts
        suffix = PurePosixPath(file.path).suffix.lower()
        is_read = len(parts) > 2 and suffix in READ_AS.get(parts[1], ())
        kinds[parts[1] if is_read else "assets"].append(file)
    return kinds


def _read_actors(file: FoundFile, rules: Rules) -> Reading[Actor]:
    is_profile = file.path.lower().endswith(MARKDOWN)
    return read_profile(file, rules) if is_profile else read_cast_file(file, rules)


def _read_sources(file: FoundFile, rules: Rules) -> Reading[Source]:
    path = file.path.lower()
    if path.endswith(MARKDOWN):
        return read_source_page(file, rules)
    return read_csl_file(file, rules) if path.endswith(CSL) else read_source_file(file, rules)


_READERS: Mapping[str, Callable[[FoundFile, Rules], Reading[Any]]] = {
    "articles": read_article,
    "actors": _read_actors,
    "sources": _read_sources,
    "topics": read_topic,
    "pages": read_page,
    "archive": lambda file, _rules: read_snapshot(file),
    "assets": lambda file, _rules: list_asset(file),
}
