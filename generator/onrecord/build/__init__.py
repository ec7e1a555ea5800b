"""Building a site: what nothing has changed of is known, the rest goes through every stage."""

from onrecord.build.memory import open_memory
from onrecord.build.result import BuildResult, BuildSettings, SiteCounts, Work
from onrecord.build.unchanged import last_build, repeat_build, repeat_check
from onrecord.disk.survey import survey_site
from onrecord.publish import WORK

__all__ = ["BuildResult", "BuildSettings", "SiteCounts", "Work", "build_site", "check_site"]


def build_site(settings: BuildSettings) -> BuildResult:
    """Publish the site, whole, unless something stands against it; then all of it is said."""
    memory = open_memory(settings, is_made=True)
    try:
        survey = survey_site(settings.root)
        last = last_build(settings, memory)
        result = repeat_build(settings, memory, last, survey) if last else None
        if result is None and last is not None:
            from onrecord.build.retouch import retouch_build

            result = retouch_build(settings, memory, last, survey)
        if result is None:
            from onrecord.build.pipeline import Run, build_whole
            from onrecord.store import open_store

            with open_store(settings.root / WORK) as store:
                result = build_whole(Run(settings, memory, survey, store))
        return result
    finally:
        memory.close()


def check_site(settings: BuildSettings) -> BuildResult:
    """Everything that a build does but publishing: what it would find, and its exit code."""
    memory = open_memory(settings, is_made=False)
    try:
        survey = survey_site(settings.root)
        last = last_build(settings, memory)
        result = repeat_check(settings, last, survey) if last else None
        if result is None:
            from onrecord.build.pipeline import Run, check_whole
            from onrecord.store import open_store

            with open_store(settings.root / WORK) as store:
                result = check_whole(Run(settings, memory, survey, store))
        return result
    finally:
        memory.close()
