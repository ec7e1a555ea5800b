"""A build of a site in which nothing has changed: everything it would say is known."""

from onrecord.build.memory import LastBuild, Memory, asked_of, remember_trees, seconds_of, trees_for
from onrecord.build.result import BuildResult, BuildSettings
from onrecord.diagnostics.reports import tally
from onrecord.disk.survey import Survey
from onrecord.publish import open_staging


def last_build(settings: BuildSettings, memory: Memory) -> LastBuild | None:
    """The last published build, where it was asked the same and would hold back the same now."""
    last = memory.recall("build", LastBuild)
    if last is None or last.asked != asked_of(settings):
        return None
    now = seconds_of(settings.now)
    return last if last.valid_from <= now < last.valid_until else None


def repeat_check(settings: BuildSettings, last: LastBuild, survey: Survey) -> BuildResult | None:
    """What a check would find, where no file has changed since the last build."""
    if last.survey != survey:
        return None
    exit_code = tally(last.diagnostics).exit_code(is_strict=settings.strict)
    return BuildResult(last.diagnostics, exit_code, last.counts)


def repeat_build(
    settings: BuildSettings, memory: Memory, last: LastBuild, survey: Survey
) -> BuildResult | None:
    """What a build would say, where no file has changed, those of the output included."""
    result = repeat_check(settings, last, survey)
    if result is None or result.exit_code:
        return None
    output = settings.output or settings.root / last.output
    staging = open_staging(settings.root, output, trees_for(memory, output)).value
    if staging is None:
        return None
    try:
        publication = staging.confirm(last.outputs)
    except OSError:
        return None
    finally:
        staging.discard()
    if publication is None:
        return None
    if publication.trees != staging.trees:
        remember_trees(memory, output, publication.trees)
        memory.commit()
    return BuildResult(result.diagnostics, 0, result.counts, publication)
