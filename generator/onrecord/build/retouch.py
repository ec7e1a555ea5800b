"""A build after edits of bodies alone, which leave all as it was that others show of them.

The files of a theme that are published as they are, such as stylesheets, may be edited too. Only
the pages that show the bodies are made again, and those that the output folder lacks; everything
else that they need is read back as far as they look at it. Where anything else turns out to have
changed, the whole pipeline runs.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from onrecord.annotate.article import annotate_article
from onrecord.annotate.facts import AnnotatedArticle, outward
from onrecord.annotate.settings import settings_of
from onrecord.build import reasons
from onrecord.build.bench import Bench
from onrecord.build.memory import (
    LastBuild,
    Memory,
    remember_trees,
    trees_for,
)
from onrecord.build.pages_kept import (
    KeptPage,
    forget_damaged_entries,
    recall_pages,
    recall_pages_at,
    remember_pages,
    retouch_entries,
    short_digest,
    text_name,
)
from onrecord.build.press import MadePage
from onrecord.build.result import BuildResult, BuildSettings, Work
from onrecord.build.text_keys import Annotated, reading_key, text_key, without_body
from onrecord.diagnostics.reports import tally
from onrecord.disk.files import FoundFile, read_raw
from onrecord.disk.survey import Survey
from onrecord.enlist.cast import EnlistedArticle
from onrecord.enlist.referred import referred_by
from onrecord.model import Article
from onrecord.pages.stored_plan import restored_page
from onrecord.pages.watch import ALL, named
from onrecord.publish import Outlet, OutputFile, Publication, open_outlet
from onrecord.read.new_body import with_new_body
from onrecord.read.reading import Reading, rules_for
from onrecord.render.environment import OURS
from onrecord.render.page_facts import PageFacts
from onrecord.render.theme import LARGEST, Dress, asset_from, sound_dress
from onrecord.text.codec import Unreadable, decode, encode
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import Frozen, replace

Value = TypeVar("Value")

_ARTICLE = re.compile(r"content/articles/.+\.md")
_ASSET = re.compile(r"layouts/(?:themes/[^/]+/)?assets/.+")
_MOST_AT_ONCE = 20  # articles or lost pages; with more, the whole pipeline is no slower


class _MoreChangedError(Exception):
    """Something else than what the texts' own pages show has changed."""


class _Retouched(Frozen):
    """An article whose body alone was edited: what is to be remembered of it."""

    slug: str
    told: AnnotatedArticle
    reading: tuple[str, bytes]
    text: tuple[str, bytes]
    enlisted: tuple[str, bytes]
    outdated: Mapping[str, str]  # under which key each of these was kept before


def retouch_build(
    settings: BuildSettings, memory: Memory, last: LastBuild, survey: Survey
) -> BuildResult | None:
    """The published site after edits of bodies; None where the whole pipeline has to run."""
    changed = _edited_files(last.survey, survey)
    exit_code = tally(last.diagnostics).exit_code(is_strict=settings.strict)
    if memory.memo is None or changed is None or exit_code:
        return None
    try:
        return _Retouch(settings, memory, last, survey).publish(changed)
    except (_MoreChangedError, OSError, KeyError, *Unreadable):
        return None


def _edited_files(before: Survey, now: Survey) -> tuple[str, ...] | None:
    """The articles and the theme's assets that were edited; None where anything else differs."""
    if before.refused != now.refused or before.digests.keys() != now.digests.keys():
        return None
    changed = [path for path, digest in now.digests.items() if before.digests[path] != digest]
    if len(changed) > _MOST_AT_ONCE:
        return None
    are_ours = all(_ARTICLE.fullmatch(path) or _ASSET.fullmatch(path) for path in changed)
    return tuple(changed) if are_ours else None


class _Retouch:
    """One build of that kind."""

    def __init__(
        self, settings: BuildSettings, memory: Memory, last: LastBuild, survey: Survey
    ) -> None:
        self._settings = settings
        self._memory = memory
        self._last = last
        self._survey = survey
        self._text_keys = _known(memory.recall("text keys", dict[str, str]))
        self._texts: dict[str, AnnotatedArticle] = {}
        self._listed: dict[str, frozenset[str]] = {}
        self._bench = memory.once("bench", None, Bench)
        self._bench.turn_to(self, ())
        self._edition = self._bench.edition
        self._site = self._edition.site

    def publish(self, changed: tuple[str, ...]) -> BuildResult:
        """The site with the pages of the edited articles made again."""
        if self._site.has_search and self._settings.index:
            raise _MoreChangedError
        retouched = [self._retouch(path) for path in changed if _ARTICLE.fullmatch(path)]
        assets = [one for path in changed if _ASSET.fullmatch(path) for one in self._asset(path)]
        self._texts.update({one.slug: one.told for one in retouched})
        self._bench.turn_to(self, self._texts)
        stale = self._showing(retouched)
        output = self._settings.output or self._settings.root / self._last.output
        known = trees_for(self._memory, output)
        root, opens = self._settings.root, self._settings.outlet
        staging = open_outlet(root, output, known, opens).value
        if staging is None:
            raise _MoreChangedError
        try:
            fresh = {page.path for page in stale} | {file.path for file in assets}
            lost = self._lost(fresh, staging)
            made = self._make_again([*stale, *lost])
            again = (digest_of_bytes(page.content) for page in made[len(stale) :])
            _demand(tuple(again) == tuple(page.digest for page in lost))
            made_again = [OutputFile(page.path, page.content) for page in made]
            publication = self._stage([*made_again, *assets], staging)
            self._remember(retouched, stale, made, publication)
        finally:
            staging.discard()
        why = reasons.because_of(sorted(text_name(one.slug) for one in retouched))
        told = [(page.permalink, why) for page in stale]
        told += [(page.permalink, reasons.LOST) for page in lost]
        work = Work(len(retouched), len(retouched), len(made), tuple(told))
        last = self._last
        return BuildResult(last.diagnostics, 0, last.counts, publication, work)

    def text(self, slug: str) -> AnnotatedArticle:
        """The text of a briefing, the edited one where it was edited."""
        if slug not in self._texts:
            self._texts[slug] = self._outcome(self._text_keys[slug]).value
        return self._texts[slug]

    def slugs(self) -> Iterator[str]:
        """The slugs of all briefings."""
        return iter(sorted(self._text_keys))

    def fetch(self, name: str) -> bytes:
        """What is kept under a name; KeyError only where there was nothing of that name."""
        raw = self._memory.memo.get("entry", name) if self._memory.memo else None
        if raw is None:
            table, _, key = name.partition("/")
            is_record = key != ALL and not table.startswith("=")
            if is_record and key not in self._keys_of(table):
                raise KeyError(name)
            forget_damaged_entries(self._memory)
            raise _MoreChangedError
        return raw

    def _keys_of(self, table: str) -> frozenset[str]:
        if table not in self._listed:
            keys = decode(self.fetch(named((table, ALL))), tuple[str, ...])
            self._listed[table] = frozenset(keys)
        return self._listed[table]

    def _outcome(self, key: str) -> Annotated:
        return _known(self._memory.recall("text", Annotated, key))

    def _retouch(self, path: str) -> _Retouched:
        """The article with its new body, where nothing else of it matters to others."""
        rules = rules_for(self._site)
        old_key = reading_key("articles", path, self._last.survey.digests[path], rules)
        old = _known(self._memory.recall("reading", Reading[Article], old_key))
        limit = rules.max_article_bytes
        raw = _known(read_raw(FoundFile(path, Path(self._settings.root, path)), limit).value)
        new = _known(with_new_body(old, raw, limit))
        (before,), (after,) = old.records, new.records
        _demand(after.digest == self._survey.digests[path])
        _demand(referred_by(before) == referred_by(after))
        _demand(not self._told_of(path, after.body_line))
        slug, annotation = after.slug, settings_of(self._site)
        was_key = self._text_keys[slug]
        enlisted = _known(self._memory.recall("enlisted", EnlistedArticle, was_key))
        article = replace(
            enlisted.article, body=after.body, body_line=after.body_line, digest=after.digest
        )
        text = replace(enlisted, article=article)
        told, was = annotate_article(text, annotation), self._outcome(was_key)
        _demand(encode(told.diagnostics) == encode(was.diagnostics))
        _demand(encode(outward(told.value)) == encode(outward(was.value)))
        key = text_key(text, annotation)
        return _Retouched(
            slug,
            told.value,
            (reading_key("articles", path, after.digest, rules), encode(new)),
            (key, encode(told)),
            (key, encode(without_body(text))),
            {"reading": old_key, "text": was_key, "enlisted": was_key},
        )

    def _told_of(self, path: str, line: int) -> bool:
        """True where a finding stands in the body of this file, where it may have moved."""
        spans = [span for found in self._last.diagnostics
                 for span in (found.span, *(other.span for other in found.related))]  # fmt: skip
        return any(span is not None and span.path == path and span.line >= line for span in spans)

    def _showing(self, retouched: list[_Retouched]) -> list[KeptPage]:
        """The pages that show these texts."""
        permalinks: dict[str, None] = {}
        for one in retouched:
            permalinks |= dict.fromkeys(
                _known(self._memory.recall("showing", tuple[str, ...], one.slug))
            )
        pages = recall_pages(self._memory, permalinks)
        return [_known(pages.get(permalink)) for permalink in permalinks]

    def _asset(self, path: str) -> Iterator[OutputFile]:
        """What is published of a theme's file as it is now, if anything is."""
        name = asset_from(self._settings.root, self._site, path)
        if name is not None:
            content = _known(read_raw(FoundFile(path, self._settings.root / path), LARGEST).value)
            _demand(digest_of_bytes(content) == self._survey.digests[path])
            _demand(name in self._last.outputs)
            yield OutputFile(name, content)

    def _lost(self, fresh: AbstractSet[str], staging: Outlet) -> list[KeptPage]:
        """The pages whose files are missing or were changed, but for these; no other files are."""
        others = {path: one for path, one in self._last.outputs.items() if path not in fresh}
        paths = staging.differing(others)
        _demand(len(paths) <= _MOST_AT_ONCE)
        pages = recall_pages_at(self._memory, paths) if paths else {}
        return [_known(pages.get(path)) for path in paths]

    def _make_again(self, stale: list[KeptPage]) -> list[MadePage]:
        """The pages, where their links and anchors stay."""
        if not stale:
            return []
        dress = self._dress()
        for layout in dress.layouts.values():
            known = self._survey.digests.get(layout.path, layout.digest)
            _demand(layout.path.startswith(OURS) or layout.digest == known)
        press = self._bench.press_in(dress)
        made = [press.make(restored_page(page.planned, self._edition)) for page in stale]
        for before, page in zip(stale, made, strict=True):
            facts = _known(self._memory.recall("facts", tuple[PageFacts | None], page.permalink))
            _demand(not page.diagnostics and _sizeless(facts[0]) == _sizeless(page.facts))
            _demand(page.seen == before.seen)
        return made

    def _dress(self) -> Dress:
        files = self._survey.digests.items()
        layouts = tuple(one for one in files if not one[0].startswith("content/"))
        return self._memory.once(
            "dress", layouts, lambda: sound_dress(self._settings.root, self._site)
        )

    def _stage(self, made: list[OutputFile], staging: Outlet) -> Publication:
        fresh = {file.path for file in made}
        outputs = self._last.outputs
        staging.keep_all({path: one for path, one in outputs.items() if path not in fresh})
        for file in made:
            staging.add(file)
        return staging.publish()

    def _remember(
        self,
        retouched: list[_Retouched],
        stale: list[KeptPage],
        made: list[MadePage],
        publication: Publication,
    ) -> None:
        memory, memo = self._memory, self._memory.memo
        if memo is None:
            return
        for kind in ("reading", "text", "enlisted"):
            memo.forget_all(kind, [one.outdated[kind] for one in retouched])
            memo.put_all(kind, [getattr(one, kind) for one in retouched])
        self._text_keys.update({one.slug: one.text[0] for one in retouched})
        for page in made:
            memory.remember("facts", (page.facts,), page.permalink)
        remember_pages(
            memory,
            (replace(page, digest=publication.files[page.path]) for page in stale),
        )
        memory.remember("text keys", self._text_keys)
        retouch_entries(
            memory, {text_name(one.slug): short_digest(encode(one.told)) for one in retouched}
        )
        remember_trees(memory, publication.folder, publication.trees)
        last = replace(self._last, survey=self._survey, outputs=publication.files)
        memory.remember("build", last)
        memory.commit()


def _sizeless(facts: PageFacts | None) -> PageFacts | None:
    return replace(facts, size=0) if facts else None


def _demand(condition: bool) -> None:  # noqa: FBT001 - a sentence with its only word
    if not condition:
        raise _MoreChangedError


def _known(value: Value | None) -> Value:
    if value is None:
        raise _MoreChangedError
    return value
