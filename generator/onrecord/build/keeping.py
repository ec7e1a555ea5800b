"""What a published build leaves for the next one."""

from onrecord.build.memory import LastBuild, Memory, asked_of, remember_trees, seconds_of
from onrecord.build.renewal import Renewed
from onrecord.build.result import BuildResult, BuildSettings
from onrecord.disk.survey import Survey, survey_theme
from onrecord.read import Content

_EVER = 1e18


def keep_build(
    settings: BuildSettings,
    memory: Memory,
    survey: Survey,
    content: Content,
    renewed: Renewed,
    result: BuildResult,
    *,
    is_settled: bool,
) -> None:
    """Keep all that the next build can use of this one."""
    publication, counts = result.publication, result.counts
    if memory.memo is None or publication is None or counts is None:
        return
    gone = memory.memo.keys("facts") - {page.permalink for page in renewed.pages}
    memory.memo.forget_all("facts", gone)
    memory.remember("pages", renewed.pages)
    memory.remember("entries", dict(renewed.entries))
    remember_trees(memory, publication.folder, publication.trees)
    memory.memo.forget_all("build", ["last"])
    if is_settled and survey_theme(settings.root).digests == _theme_of(survey):
        valid_from, valid_until = moments_of(content, settings)
        last = LastBuild(
            survey=survey,
            asked=asked_of(settings),
            valid_from=valid_from,
            valid_until=valid_until,
            output=content.site.output,
            diagnostics=result.diagnostics,
            counts=counts,
            outputs=publication.files,
        )
        memory.remember("build", last)
    memory.commit()


def _theme_of(survey: Survey) -> dict[str, str]:
    return {
        path: digest for path, digest in survey.digests.items() if not path.startswith("content/")
    }


def moments_of(content: Content, settings: BuildSettings) -> tuple[float, float]:
    """From when until when the same would be held back, in UTC seconds since 1970."""
    now = seconds_of(settings.now)
    dates = [*(one.date for one in content.articles), *(one.date for one in content.held_back)]
    instants = [date.instant for date in dates]
    return (
        max((instant for instant in instants if instant <= now), default=-_EVER),
        min((instant for instant in instants if instant > now), default=_EVER),
    )
