"""What a published build leaves for the next one."""

from onrecord.build.memory import LastBuild, Memory, asked_of, remember_trees, seconds_of
from onrecord.build.pages_kept import remember_entries, remember_pages, shown_on
from onrecord.build.renewal import Renewed
from onrecord.build.result import BuildResult, BuildSettings
from onrecord.build.texts import Texts
from onrecord.disk.survey import Survey
from onrecord.memo import Memo
from onrecord.pages.planned import Plan
from onrecord.read.content import Content
from onrecord.read.site_yaml import NAME as SITE_YAML
from onrecord.render.theme import Theme
from onrecord.text.frozen import Frozen

_EVER = 1e18


class Made(Frozen):
    """What a published site was made of.

    `output` is the folder that site.yaml names, `moments` as `moments_of` gives them; `is_settled`
    False where a file changed while it was read: then nobody knows what the site was made of.
    """

    survey: Survey
    texts: Texts
    output: str
    moments: tuple[float, float]
    plan: Plan
    renewed: Renewed
    is_settled: bool


def keep_build(settings: BuildSettings, memory: Memory, made: Made, result: BuildResult) -> None:
    """Keep all that the next build can use of this one."""
    publication, counts = result.publication, result.counts
    if memory.memo is None or publication is None or counts is None:
        return
    _keep_pages(memory.memo, memory, made)
    made.texts.forget_unused()
    memory.remember("text keys", made.texts.text_keys)
    remember_entries(memory, made.renewed.entries)
    remember_trees(memory, publication.folder, publication.trees)
    memory.memo.forget_all("build", ["last"])
    if made.is_settled:
        valid_from, valid_until = made.moments
        last = LastBuild(
            survey=made.survey,
            asked=asked_of(settings),
            valid_from=valid_from,
            valid_until=valid_until,
            output=made.output,
            diagnostics=result.diagnostics,
            counts=counts,
            outputs=publication.files,
        )
        memory.remember("build", last)
    memory.commit()


def is_as_surveyed(survey: Survey, content: Content, theme: Theme) -> bool:
    """True where the settings and the theme that were read are those that the survey found."""
    if survey.digests.get(SITE_YAML) != content.settings_digest:
        return False
    surveyed = {path: one for path, one in survey.digests.items() if theme.reads(path)}
    return surveyed.keys() == theme.found.keys() and all(
        digest in {"", surveyed[path]} for path, digest in theme.found.items()
    )


def _keep_pages(memo: Memo, memory: Memory, made: Made) -> None:
    """Those that were made, for the others are kept; and on which of them each text is shown."""
    pages = made.renewed.pages
    permalinks = {page.permalink for page in pages}
    for kind in ("facts", "pages"):
        memo.forget_all(kind, memo.keys(kind) - permalinks)
    fresh = {permalink for permalink, _ in made.renewed.reasons}
    remember_pages(memory, (page for page in pages if page.permalink in fresh))
    slugs = made.texts.text_keys
    memo.forget_all("showing", memo.keys("showing") - slugs.keys())
    memo.put_all("showing", shown_on(pages, slugs))


def moments_of(content: Content, settings: BuildSettings) -> tuple[float, float]:
    """From when until when the same would be held back, in UTC seconds since 1970."""
    now = seconds_of(settings.now)
    dates = [*(one.date for one in content.articles), *(one.date for one in content.held_back)]
    instants = [date.instant for date in dates]
    return (
        max((instant for instant in instants if instant <= now), default=-_EVER),
        min((instant for instant in instants if instant > now), default=_EVER),
    )
