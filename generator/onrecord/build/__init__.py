"""Building a site: what nothing has changed of is known, the rest goes through every stage."""

from collections.abc import Callable

from onrecord.build.memory import LastBuild, Memory, open_memory
from onrecord.build.result import BuildResult, BuildSettings, SiteCounts, Work
from onrecord.build.unchanged import last_build, repeat_build, repeat_check
from onrecord.disk.survey import Survey, survey_site

__all__ = ["BuildResult", "BuildSettings", "SiteCounts", "Work", "build_site", "check_site"]


def build_site(settings: BuildSettings) -> BuildResult:
    """Publish the site, whole, unless something stands against it; then all of it is said."""
    return _run(settings, repeat_build, "build_whole")


def check_site(settings: BuildSettings) -> BuildResult:
    """Everything that a build does but publishing: what it would find, and its exit code."""
    return _run(settings, repeat_check, "check_whole")


Repeat = Callable[[BuildSettings, Memory, LastBuild, Survey], BuildResult | None]


def _run(settings: BuildSettings, repeat: Repeat, whole: str) -> BuildResult:
    memory = open_memory(settings)
    try:
        survey = survey_site(settings.root)
        last = last_build(settings, memory)
        result = repeat(settings, memory, last, survey) if last else None
        if result is None:
            from onrecord.build import pipeline

            result = getattr(pipeline, whole)(pipeline.Run(settings, memory, survey))
        return result
    finally:
        memory.close()
