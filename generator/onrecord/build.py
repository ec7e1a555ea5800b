"""The product, top to bottom: a site's folder becomes a published site.

Each stage is a function from records to records plus findings. The stages know nothing of each
other's order: it stands here, and only here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from onrecord.annotate import annotate_article, annotate_prose
from onrecord.annotate.facts import AnnotatedArticle
from onrecord.annotate.settings import AnnotationSettings
from onrecord.audit import audit_menus, audit_pages
from onrecord.check import apply_allowances, check_dossier
from onrecord.diagnostics import Diagnostic, Outcome, in_order
from onrecord.diagnostics.reports import tally
from onrecord.enlist import assemble_cast
from onrecord.enlist.cast import Cast, TargetKind
from onrecord.link import compile_dossier
from onrecord.link.dossier import Dossier
from onrecord.model import Site
from onrecord.pages import FindEntries, Plan, plan_pages
from onrecord.publish import WORK, OutputFile, Publication, Staging, cannot_write, open_staging
from onrecord.read import Broken, Content, ReadSettings, read_asset, read_site
from onrecord.render import (
    PageFacts,
    Theme,
    merged,
    open_theme,
    rehearse,
    render_page,
    theme_clashes,
)
from onrecord.search import find_missing_program, make_index
from onrecord.text.frozen import Frozen, replace

Value = TypeVar("Value")


class BuildSettings(Frozen, kw_only=True):
    """What a build is asked to do.

    `now` decides only what is held back; `output` and `base_url` override site.yaml; `strict` takes
    warnings for errors.
    """

    root: Path
    now: datetime
    drafts: bool = False
    future: bool = False
    base_url: str | None = None
    output: Path | None = None
    strict: bool = False


class SiteCounts(Frozen):
    """What a site holds, for the last line of a build."""

    briefings: int
    actors: int
    quotes_placed: int
    quotes: int
    sources: int
    held_back: int


class BuildResult(Frozen):
    """What a build or check found and made.

    `diagnostics` are in order, with the site's own severities and allowances applied; `counts` is
    None where the folder holds no usable site, `publication` where nothing was published.
    """

    diagnostics: tuple[Diagnostic, ...]
    exit_code: int
    counts: SiteCounts | None = None
    publication: Publication | None = None


def build_site(settings: BuildSettings) -> BuildResult:
    """Publish the site, whole, unless something stands against it; then all of it is said."""
    findings = _Findings()
    prepared = _prepare(settings, findings)
    if prepared is None:
        return _conclude(settings, findings, None)
    staging = findings.take(open_staging(settings.root, _output_folder(settings, prepared.site)))
    if staging is None:
        return _conclude(settings, findings, prepared)
    try:
        return _publish(settings, findings, prepared, staging)
    except OSError as error:
        findings.add(cannot_write(error))
        return _conclude(settings, findings, prepared)
    finally:
        staging.discard()


def check_site(settings: BuildSettings) -> BuildResult:
    """Everything that a build does but publishing: what it would find, and its exit code."""
    findings = _Findings()
    prepared = _prepare(settings, findings)
    if prepared is not None:
        _audit(prepared, _render(prepared, findings, staging=None), findings)
    return _conclude(settings, findings, prepared)


@dataclass(slots=True)
class _Findings:
    """The findings of a run, as they come in from its stages."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics.extend(diagnostics)

    def take(self, outcome: Outcome[Value]) -> Value:
        self.add(*outcome.diagnostics)
        return outcome.value


class _Prepared(Frozen):
    """A site that is known through and through, and not yet rendered."""

    root: Path
    content: Content
    dossier: Dossier
    plan: Plan
    theme: Theme

    @property
    def site(self) -> Site:
        return self.content.site


def _prepare(settings: BuildSettings, findings: _Findings) -> _Prepared | None:
    reading = ReadSettings(settings.now, settings.drafts, settings.future, settings.base_url)
    content = findings.take(read_site(settings.root, reading))
    if content is None:
        return None
    cast = findings.take(assemble_cast(content))
    annotation = _annotation_settings(content.site)
    articles = tuple(
        findings.take(annotate_article(enlisted, annotation)) for enlisted in cast.articles
    )
    prose = _annotate_prose(cast, annotation, findings)
    dossier = findings.take(compile_dossier(content, cast, articles, prose))
    findings.add(*check_dossier(dossier, cast, content))
    theme = findings.take(open_theme(settings.root, content.site))
    plan = findings.take(plan_pages(dossier, theme.stylesheets))
    findings.add(*theme_clashes(theme, plan))
    plan = replace(plan, links=replace(plan.links, of_site=(*plan.links.of_site, *theme.links)))
    if content.site.has_search:
        findings.add(*find_missing_program(content.site.place_of("search")))
    return _Prepared(settings.root, content, dossier, plan, theme)


def _annotation_settings(site: Site) -> AnnotationSettings:
    return AnnotationSettings(
        site.language, site.link_mentions, site.honorifics, allows_html=site.allows_html
    )


def _annotate_prose(
    cast: Cast, annotation: AnnotationSettings, findings: _Findings
) -> Mapping[tuple[TargetKind, str], AnnotatedArticle]:
    return {
        (prose.kind, prose.id): findings.take(annotate_prose(prose, annotation))
        for prose in cast.prose
    }


class _Rendered(Frozen):
    """The facts of all pages; `is_whole` where no layout failed."""

    facts: tuple[PageFacts, ...]
    is_whole: bool


def _render(prepared: _Prepared, findings: _Findings, staging: Staging | None) -> _Rendered:
    """Every page, staged as soon as it is made, so that no two are held at once."""
    facts = []
    problems: list[tuple[str, Diagnostic]] = []
    for planned in prepared.plan.pages:
        outcome = render_page(planned, prepared.theme)
        page = outcome.value
        problems += [(page.permalink, found) for found in outcome.diagnostics]
        if staging:
            staging.add(OutputFile(page.path, page.content))
        if page.facts:
            facts.append(page.facts)
    findings.add(*merged(problems))
    findings.add(*rehearse(prepared.theme, [found for _, found in problems]))
    return _Rendered(tuple(facts), is_whole=not (problems or prepared.theme.broken))


def _audit(prepared: _Prepared, rendered: _Rendered, findings: _Findings) -> None:
    """Links are worth following where every file could be read and every page could be made."""
    plan, site, broken = prepared.plan, prepared.site, prepared.content.broken
    published = frozenset(_published_paths(prepared))
    if not rendered.is_whole or broken != Broken():
        findings.add(*audit_menus(site, published, broken, plan.links))
    else:
        origins = {planned.permalink: planned.span for planned in plan.pages if planned.span}
        findings.add(*audit_pages(rendered.facts, site, published, origins, plan.links))


def _published_paths(prepared: _Prepared) -> Iterator[str]:
    yield from (planned.path for planned in prepared.plan.pages)
    yield from (asset.path for asset in prepared.plan.assets)
    yield from (asset.path for asset in prepared.theme.assets)


def _publish(
    settings: BuildSettings, findings: _Findings, prepared: _Prepared, staging: Staging
) -> BuildResult:
    _audit(prepared, _render(prepared, findings, staging), findings)
    for asset in prepared.theme.assets:
        staging.add(OutputFile(asset.path, asset.content))
    for planned in prepared.plan.assets:
        content = findings.take(read_asset(settings.root, planned.source))
        staging.add(OutputFile(planned.path, content))
    result = _conclude(settings, findings, prepared)
    if not result.exit_code and prepared.plan.find_entries is not None:
        _index(prepared, prepared.plan.find_entries, staging, findings)
        result = _conclude(settings, findings, prepared)
    if result.exit_code:
        return result
    publication = staging.publish()
    return BuildResult(result.diagnostics, 0, result.counts, publication)


def _index(
    prepared: _Prepared, find_entries: FindEntries, staging: Staging, findings: _Findings
) -> None:
    """The search index, last: nothing is indexed that will not be published."""
    site, work = prepared.site, prepared.root / WORK / "search"
    place = site.place_of("search")
    index = make_index(find_entries, site.language, work, staging.published, place)
    for file in findings.take(index):
        staging.add(file)


def _conclude(
    settings: BuildSettings, findings: _Findings, prepared: _Prepared | None
) -> BuildResult:
    found = in_order(findings.diagnostics)
    if prepared is not None:
        found = in_order(apply_allowances(found, prepared.content))
    exit_code = tally(found).exit_code(is_strict=settings.strict)
    return BuildResult(found, exit_code, _count(prepared) if prepared else None)


def _count(prepared: _Prepared) -> SiteCounts:
    dossier = prepared.dossier
    placed = sum(1 for record in dossier.quotes.values() if record.placed)
    return SiteCounts(
        briefings=len(dossier.briefings),
        actors=len(dossier.actors),
        quotes_placed=placed,
        quotes=len(dossier.quotes),
        sources=len(dossier.sources),
        held_back=len(dossier.held_back),
    )


def _output_folder(settings: BuildSettings, site: Site) -> Path:
    return settings.output or settings.root / site.output
