"""The site built again after each save, in a folder of its own."""

import time
import traceback
from collections.abc import Callable, Mapping

from onrecord.build.held_memory import HeldMemory
from onrecord.build.memory import LastBuild, Memory, open_memory, seconds_of, trees_for
from onrecord.build.pipeline import Run, build_whole
from onrecord.build.result import BuildResult, BuildSettings
from onrecord.build.retouch import retouch_build
from onrecord.build.unchanged import last_build
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.diagnostics.reports import tally
from onrecord.disk.survey import Survey, survey_site
from onrecord.preview.notices import NOTHING_SHOWN, Shown, shown_in
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.shelf import Shelf
from onrecord.preview.surveying import survey_again
from onrecord.publish import WORK, cannot_write
from onrecord.publish.lock import PREVIEW
from onrecord.read.site_yaml import read_site_yaml
from onrecord.store import open_store
from onrecord.text.frozen import Frozen, replace

FOLDER = PREVIEW
_MEMO = f"{PREVIEW}-memo"
_SITE_YAML = "site.yaml"
_ENVIRONMENT, _FAULT = 3, 70
_NEVER = float("inf")
_LEFT_OUT = "OR126"

ReportFault = Callable[[BaseException], str]
"""Keeps what is known of a fault of ours, and gives the line that says so."""


class Rebuilt(Frozen):
    """What came of one build of the preview.

    `edited` are the site's files that were edited since the build before; `changed` are the files
    that it wrote or removed; `is_good` False where the pages before stay;
    `is_same` where nothing of the site has changed since the build before; `is_hindered` where not
    the site stands against it but the machine, or a fault of ours: to try again may help.
    `released` are the files of articles whose time has come since the build before; `files` are
    those that were published, each with its digest.
    """

    diagnostics: tuple[Diagnostic, ...]
    is_good: bool
    is_same: bool
    is_hindered: bool
    edited: frozenset[str]
    changed: frozenset[str]
    released: frozenset[str]
    files: Mapping[str, str]
    shown: Shown
    base: str
    seconds: float


class Workshop:
    """Builds one site again and again, and keeps in memory what a build leaves for the next."""

    def __init__(self, settings: PreviewSettings, report_fault: ReportFault) -> None:
        self.folder = settings.root / WORK / FOLDER
        self._asked = settings
        self._report_fault = report_fault
        self._memory: Memory | None = None
        self._shelf: Shelf | None = None
        self._survey: Survey | None = None
        self._result: BuildResult | None = None
        self._shown = NOTHING_SHOWN
        self._is_shown = False
        self._indexed: Survey | None = None
        self._due_at = _NEVER
        self._base = settings.base_path or "/"
        self._base_url: str | None = None
        self._reported = "", ""

    def build(
        self, touched: frozenset[str] | None, *, jobs: int = 1, index: bool = False
    ) -> Rebuilt:
        """The site as it is after these paths were touched, None for whatever may have been.

        It never fails: a fault of ours is told as a finding. All builds but the first, which may
        use several processes (`jobs`), take place in one thread. `index` makes the search's index
        too, which takes its time.
        """
        start = time.perf_counter()
        before, known = self._survey, self._result
        waiting, is_due = self._waiting(known), self._is_due()
        changed: frozenset[str] = frozenset()
        try:
            result, changed = self._build(touched, jobs=jobs, index=index)
        except OSError as error:
            self._forget()
            result = BuildResult((cannot_write(error),), _ENVIRONMENT)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the preview goes on
            self._forget()
            result = BuildResult((diagnose("OR970", self._report(fault), None),), _FAULT)
        self._result = result
        edited = _edited(before, self._survey)
        return Rebuilt(
            diagnostics=result.diagnostics,
            is_good=not result.exit_code,
            is_same=not edited and not changed and _is_alike(known, result),
            is_hindered=_is_hindered(result),
            edited=edited,
            changed=changed,
            released=waiting - self._waiting(result) if is_due else frozenset(),
            files=result.publication.files if result.publication else {},
            shown=self._shown,
            base=self._base,
            seconds=time.perf_counter() - start,
        )

    @property
    def due_in(self) -> float:
        """Seconds until something that waits is to be published, or no longer to be held back."""
        return max(self._due_at - seconds_of(self._asked.now()), 0.0)

    @property
    def is_indexed(self) -> bool:
        """True where the search finds what the site now holds, or there is nothing to search."""
        return not self._shown.has_search or self._indexed == self._survey

    def miss(self, file: str) -> bool:
        """A file is not there; True where it should be, and the next build will see to it."""
        return self._shelf is not None and self._shelf.miss(file)

    def rest(self) -> None:
        """Keep on the disk what was built so far; the next build may take place in any thread."""
        memory, shelf = self._memory, self._shelf
        self._memory = None
        if memory is not None and shelf is not None:
            memory.remember("trees", shelf.signatures(), FOLDER)
            memory.commit()
            memory.close()

    def _report(self, fault: Exception) -> str:
        """The line that says where a fault is reported; of one that comes again, the same line."""
        told = "".join(traceback.format_exception(fault))
        if self._reported[0] != told:
            self._reported = told, self._report_fault(fault)
        return self._reported[1]

    def _waiting(self, result: BuildResult | None) -> frozenset[str]:
        """The files of what is not published yet, shown or left out."""
        left_out = (one for one in (result.diagnostics if result else ()) if one.code == _LEFT_OUT)
        named = (one.span.path for one in left_out if one.span)
        return frozenset({*self._shown.waiting, *named})

    def _is_due(self) -> bool:
        return seconds_of(self._asked.now()) >= self._due_at

    def _forget(self) -> None:
        """Begin anew: nothing is known of what a build left that came to no good end."""
        memory, self._memory = self._memory, None
        self._shelf, self._due_at = None, _NEVER
        self._is_shown = False
        if memory is not None:
            memory.close()

    def _begin(
        self, touched: frozenset[str] | None, jobs: int
    ) -> tuple[BuildSettings, Memory, Shelf, Survey]:
        """What the next build is asked, what is known of those before, and the site as it is."""
        root = self._asked.root
        if self._survey is None or touched is None:
            survey = survey_site(root)
        else:
            survey = survey_again(root, self._survey, touched)
        if self._survey is None or _is_other(_SITE_YAML, self._survey, survey):
            self._base_url = self._read_base_url()
        self._survey = survey
        settings = BuildSettings(
            root=root,
            now=self._asked.now(),
            drafts=self._asked.drafts,
            future=self._asked.future,
            base_url=self._base_url,
            output=self.folder,
            jobs=jobs,
            memo_name=_MEMO,
        )
        if self._memory is None or self._memory.memo is None:
            self._memory = HeldMemory(open_memory(settings, is_made=True))
        if self._shelf is None:
            self._shelf = Shelf(self.folder, trees_for(self._memory, self.folder))
        settings = replace(settings, outlet=self._shelf.open)
        return settings, self._memory, self._shelf, survey

    def _build(
        self, touched: frozenset[str] | None, *, jobs: int, index: bool
    ) -> tuple[BuildResult, frozenset[str]]:
        """What came of a build, and the files that it changed."""
        before, known = self._survey, self._result
        settings, memory, shelf, survey = self._begin(touched, jobs)
        if (
            known is not None
            and before == survey
            and known.is_settled
            and not _is_hindered(known)
            and not shelf.is_lost
            and not self._is_due()
            and (known.exit_code or not index)
        ):
            return known, frozenset()
        shelf.spares_index = not index
        result = self._build_again(replace(settings, index=index), memory, shelf, survey)
        last = memory.recall("build", LastBuild)
        self._due_at = _NEVER if last is None or result.exit_code else last.valid_until
        return result, frozenset() if result.exit_code else shelf.changed

    def _build_again(
        self, settings: BuildSettings, memory: Memory, shelf: Shelf, survey: Survey
    ) -> BuildResult:
        last = last_build(settings, memory)
        if not self._is_shown or settings.index or shelf.is_lost:
            last = None
        result = self._unchanged(last, survey)
        if result is None and last is not None:
            result = retouch_build(settings, memory, last, survey)
        if result is None:
            memory.give_up()  # what a retouching put, and what it holds
            with open_store(settings.root / WORK) as store:
                run = Run(settings, memory, survey, store)
                result = build_whole(run)
                if result.exit_code:
                    memory.give_up()
                elif run.plan is not None:
                    self._shown = shown_in(run.plan, run.unpublished)
                    self._is_shown = True
                    self._indexed = survey if settings.index else self._indexed
                    if not self._shown.has_search:
                        shelf.remove_index()
        return result

    @staticmethod
    def _unchanged(last: LastBuild | None, survey: Survey) -> BuildResult | None:
        """What the last good build said, where the site is again as it was then."""
        if last is None or last.survey != survey:
            return None
        return BuildResult(last.diagnostics, 0, last.counts)

    def _read_base_url(self) -> str | None:
        """The address to build for, where it is not the site's own; the path to serve under."""
        read = read_site_yaml(self._asked.root, None)
        if read.value is None or tally(read.diagnostics).errors:
            return self._base_url
        site = read.value.site
        if self._asked.base_path is None:
            self._base = site.base_path
            return None
        scheme, _, rest = site.base_url.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}{self._asked.base_path}"


def _edited(before: Survey | None, now: Survey | None) -> frozenset[str]:
    """The files that are not as they were, those that came or went included."""
    if before is None or now is None:
        return frozenset()
    paths = before.digests.keys() | now.digests.keys()
    return frozenset(path for path in paths if _is_other(path, before, now))


def _is_hindered(result: BuildResult) -> bool:
    return result.exit_code in {_ENVIRONMENT, _FAULT}


def _is_alike(before: BuildResult | None, now: BuildResult) -> bool:
    """True where a build came to the same end as the one before, and has as much to say."""
    ends = [(one.exit_code, one.diagnostics) for one in (before, now) if one is not None]
    return len(ends) > 1 and ends[0] == ends[1]


def _is_other(path: str, before: Survey, now: Survey) -> bool:
    return before.digests.get(path) != now.digests.get(path)
