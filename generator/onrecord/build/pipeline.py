"""The product, top to bottom: a site's folder becomes a published site.

Each stage is a function from records to records plus findings. The stages know nothing of each
other's order: it stands here, and only here. What a stage made before of the same things is taken
from the memory.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from onrecord.annotate.settings import settings_of
from onrecord.audit import audit_menus, audit_pages
from onrecord.build.keeping import Made, is_as_surveyed, keep_build, moments_of
from onrecord.build.laid_edition import Laid, lay_edition
from onrecord.build.memory import Memory, trees_for
from onrecord.build.renewal import Renewed, renew_pages
from onrecord.build.result import BuildResult, BuildSettings, SiteCounts, Work
from onrecord.build.texts import Texts
from onrecord.build.workers import open_workers
from onrecord.check import apply_allowances, check_dossier
from onrecord.diagnostics import Diagnostic, Outcome, in_order
from onrecord.diagnostics.reports import tally
from onrecord.disk.survey import Survey
from onrecord.enlist.assemble import assemble_cast
from onrecord.enlist.cast import Cast, EnlistedArticle, Slice
from onrecord.link.compile import compile_dossier
from onrecord.link.dossier import Dossier
from onrecord.model import Site
from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import Plan
from onrecord.pages.search_entries import FindEntries
from onrecord.publish import WORK, Outlet, OutputFile, cannot_write, open_outlet
from onrecord.publish.lock import PREVIEW
from onrecord.read.assets import read_asset
from onrecord.read.content import Broken, Content
from onrecord.read.hold_back import Unpublished, unpublished_in
from onrecord.read.site import ReadSettings, read_site
from onrecord.render.clashes import theme_clashes
from onrecord.render.opening import open_theme
from onrecord.render.rehearsal import rehearse
from onrecord.render.theme import Theme
from onrecord.search import find_missing_program, make_index
from onrecord.store import Store
from onrecord.text.codec import encode
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import Frozen, replace

Value = TypeVar("Value")

_READ_AND_ANNOTATED = 0.012  # seconds that an article takes, where nothing is remembered of it


@dataclass(slots=True)
class Run:
    """One run over a site: what was asked, what is remembered, and what has been found so far.

    Texts and the edition lie in the store once they are made.
    """

    settings: BuildSettings
    memory: Memory
    survey: Survey
    store: Store
    diagnostics: list[Diagnostic] = field(default_factory=list)
    work: Work = field(default_factory=Work)
    texts: Texts | None = None
    plan: Plan | None = None
    unpublished: Mapping[str, Unpublished] = field(default_factory=dict)
    is_settled: bool = False

    def add(self, *diagnostics: Diagnostic) -> None:
        """What was found."""
        self.diagnostics.extend(diagnostics)

    def take(self, outcome: Outcome[Value]) -> Value:
        """A stage's value, its findings kept."""
        self.add(*outcome.diagnostics)
        return outcome.value


def build_whole(run: Run) -> BuildResult:
    """Publish the site, whole, unless something stands against it; then all of it is said."""
    prepared = _prepare(run, is_kept=True)
    if prepared is None:
        return _conclude(run, None)
    output = _output_folder(run.settings, prepared.site)
    known = trees_for(run.memory, output)
    staging = run.take(open_outlet(run.settings.root, output, known, run.settings.outlet))
    if staging is None:
        return _conclude(run, prepared)
    try:
        return _publish(run, prepared, staging)
    except OSError as error:
        run.add(cannot_write(error))
        return _conclude(run, prepared)
    finally:
        staging.discard()


def check_whole(run: Run) -> BuildResult:
    """Everything that a build does but publishing: what it would find, and its exit code."""
    prepared = _prepare(run, is_kept=False)
    if prepared is not None:
        _audit(run, prepared, _render(run, prepared, staging=None))
    return _conclude(run, prepared)


class Prepared(Frozen):
    """A site that is known through and through, and not yet rendered.

    Of the content nothing is left that the dossier has too, and the dossier itself lies on the
    store. `moments` are those between which the same is held back.
    """

    content: Content
    counts: SiteCounts
    moments: tuple[float, float]
    laid: Laid
    theme: Theme

    @property
    def site(self) -> Site:
        """The site."""
        return self.content.site

    @property
    def plan(self) -> Plan:
        """What will be published."""
        return self.laid.plan


def _prepare(run: Run, *, is_kept: bool) -> Prepared | None:
    settings = run.settings
    reading = ReadSettings(settings.now, settings.drafts, settings.future, settings.base_url)
    with open_workers(settings, _READ_AND_ANNOTATED * _unread(run)) as workers:
        texts = Texts(run.memory, run.survey, workers, run.store)
        content = run.take(read_site(settings.root, reading, texts.read_files))
        if content is None:
            return None
        cast = run.take(assemble_cast(content, texts.referred_of))
        annotation = settings_of(content.site)
        articles = tuple(map(run.take, texts.annotate(cast.articles, annotation)))
        told = map(run.take, texts.annotate_prose(cast.prose, annotation))
        prose = {(of.kind, of.id): text for of, text in zip(cast.prose, told, strict=True)}
    run.memory.commit()
    run.texts = texts
    run.work = Work(texts.read, texts.annotated)
    cast = _without_slices(cast)
    dossier = run.take(compile_dossier(content, cast, articles, prose))
    run.add(*check_dossier(dossier, cast, content))
    theme = run.take(open_theme(settings.root, content.site))
    run.is_settled = texts.are_settled and is_as_surveyed(run.survey, content, theme)
    plan = run.take(plan_pages(dossier, theme.stylesheets))
    run.add(*theme_clashes(theme, plan))
    plan = replace(plan, links=replace(plan.links, of_site=(*plan.links.of_site, *theme.links)))
    if content.site.has_search:
        run.add(*find_missing_program(content.site.place_of("search")))
    is_at_hand = run.memory.lasts and settings.jobs == 1 and settings.executor is None
    whole = texts.whole if is_at_hand else None
    laid = lay_edition(plan, run.store, run.memory, texts.digests, whole, is_kept=is_kept)
    run.plan = laid.plan
    run.unpublished = unpublished_in(content)
    moments = moments_of(content, settings)
    return Prepared(_without_records(content), _count(dossier), moments, laid, theme)


def _without_slices(cast: Cast) -> Cast:
    """The cast once its articles are annotated: nothing else looks at what that took."""
    articles = (EnlistedArticle(one.article, Slice()) for one in cast.articles)
    return replace(cast, articles=tuple(articles), prose=())


def _without_records(content: Content) -> Content:
    """The content once its dossier is laid aside."""
    return replace(
        content, articles=(), actors=(), sources=(), topics=(), pages=(), snapshots=(), assets=()
    )


def _unread(run: Run) -> int:
    """About how many articles have to be read and annotated."""
    known = len(run.memory.memo.keys("text")) if run.memory.memo else 0
    articles = sum(path.startswith("content/articles/") for path in run.survey.digests)
    return max(articles - known, 0)


def _render(run: Run, prepared: Prepared, staging: Outlet | None) -> Renewed:
    renewed = renew_pages(prepared.laid, prepared.theme, run.memory, staging, run.settings)
    run.add(*renewed.diagnostics)
    run.add(*_rehearse(run, prepared, renewed.problems))
    run.work = replace(run.work, rendered=len(renewed.reasons), reasons=renewed.reasons)
    return renewed


def _rehearse(run: Run, prepared: Prepared, known: tuple[Diagnostic, ...]) -> Iterable[Diagnostic]:
    """What a theme would fail at; the same theme does the same again."""
    if known:
        return rehearse(prepared.theme, known)
    key = f"{prepared.theme.layouts_digest} {digest_of_bytes(encode(prepared.site))}"
    at_hand = run.memory.at_hand("rehearsal")
    if key not in at_hand:
        at_hand.clear()
        at_hand[key] = rehearse(prepared.theme, ())
    found: tuple[Diagnostic, ...] = at_hand[key]
    return found


def _audit(run: Run, prepared: Prepared, renewed: Renewed) -> None:
    """Links are worth following where every file could be read and every page could be made."""
    plan, site, broken = prepared.plan, prepared.site, prepared.content.broken
    published = frozenset(_published_paths(prepared))
    if renewed.problems or prepared.theme.broken or broken != Broken():
        run.add(*audit_menus(site, published, broken, plan.links))
    else:
        origins = {planned.permalink: planned.span for planned in plan.pages if planned.span}
        layouts = prepared.theme.own_layouts
        run.add(*audit_pages(renewed.facts, site, published, origins, plan.links, layouts))


def _published_paths(prepared: Prepared) -> Iterator[str]:
    yield from (planned.path for planned in prepared.plan.pages)
    yield from (asset.path for asset in prepared.plan.assets)
    yield from (asset.path for asset in prepared.theme.assets)


def _publish(run: Run, prepared: Prepared, staging: Outlet) -> BuildResult:
    renewed = _render(run, prepared, staging)
    _audit(run, prepared, renewed)
    for asset in prepared.theme.assets:
        staging.add(OutputFile(asset.path, asset.content))
    for planned in prepared.plan.assets:
        if staging.holds(planned.path, planned.digest):
            staging.keep(planned.path, planned.digest)
        else:
            content = run.take(read_asset(run.settings.root, planned.source))
            run.is_settled &= digest_of_bytes(content) == planned.digest
            staging.add(OutputFile(planned.path, content))
    result = _conclude(run, prepared)
    if not result.exit_code and run.settings.index and prepared.plan.find_entries is not None:
        _index(run, prepared, prepared.plan.find_entries, staging)
        result = _conclude(run, prepared)
    if result.exit_code:
        return result
    result = replace(result, publication=staging.publish())
    if run.texts is not None:
        output, moments = prepared.site.output, prepared.moments
        made = Made(
            run.survey, run.texts, output, moments, prepared.plan, renewed, result.is_settled
        )
        keep_build(run.settings, run.memory, made, result)
    return result


def _index(run: Run, prepared: Prepared, find_entries: FindEntries, staging: Outlet) -> None:
    """The search index, last: nothing is indexed that will not be published."""
    site = prepared.site
    # The preview makes its own, perhaps while a build makes that of the published site.
    name = "search" if run.settings.outlet is None else f"{PREVIEW}-search"
    work = run.settings.root / WORK / name
    place = site.place_of("search")
    index = make_index(find_entries, site.language, work, staging.published, place)
    for file in run.take(index):
        staging.add(file)


def _conclude(run: Run, prepared: Prepared | None) -> BuildResult:
    found = in_order(run.diagnostics)
    if prepared is not None:
        found = in_order(apply_allowances(found, prepared.content))
    exit_code = tally(found).exit_code(is_strict=run.settings.strict)
    counts = prepared.counts if prepared else None
    is_settled = run.is_settled and run.texts is not None and run.texts.are_settled
    return BuildResult(found, exit_code, counts, work=run.work, is_settled=is_settled)


def _count(dossier: Dossier) -> SiteCounts:
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
