"""What a build is asked, and what it answers."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from onrecord.diagnostics import Diagnostic
from onrecord.publish import OpenOutlet, Publication
from onrecord.text.frozen import Frozen


class Handed(Protocol):
    """A task that was handed out."""

    def result(self) -> bytes:
        """What came of it, once it is done."""


class Executor(Protocol):
    """What takes tasks, as the executors of `concurrent.futures` do."""

    def submit(self, task: Callable[[bytes], bytes], job: bytes, /) -> Handed:
        """Hand out a task."""


class BuildSettings(Frozen, kw_only=True):
    """What a build is asked to do.

    `now` decides only what is held back; `output` and `base_url` override site.yaml; `strict` takes
    warnings for errors. `memo` False neither uses nor keeps what builds leave for the next.
    `jobs` is how many processes may work, 0 for as many as there are processors where the work is
    worth it; `executor` takes their place. `outlet` opens where the files go instead of the
    published site, `memo_name` is the file of what such builds keep. `index` False leaves the
    search without its index.
    """

    root: Path
    now: datetime
    drafts: bool = False
    future: bool = False
    base_url: str | None = None
    output: Path | None = None
    strict: bool = False
    memo: bool = True
    jobs: int = 0
    executor: Executor | None = None
    outlet: OpenOutlet | None = None
    memo_name: str = "memo"
    index: bool = True


class SiteCounts(Frozen):
    """What a site holds, for the last line of a build."""

    briefings: int
    actors: int
    quotes_placed: int
    quotes: int
    sources: int
    held_back: int


class Work(Frozen):
    """What a build had to do anew: files read, texts annotated, pages rendered and why each was.

    `reasons` are a sentence for each rendered page, by permalink.
    """

    read: int = 0
    annotated: int = 0
    rendered: int = 0
    reasons: tuple[tuple[str, str], ...] = ()


class BuildResult(Frozen):
    """What a build or check found and made.

    `diagnostics` are in order, with the site's own severities and allowances applied; `counts` is
    None where the folder holds no usable site, `publication` where nothing was published.
    `is_settled` is False where a file changed while it was read: then the site may be another.
    """

    diagnostics: tuple[Diagnostic, ...]
    exit_code: int
    counts: SiteCounts | None = None
    publication: Publication | None = None
    work: Work = Work()
    is_settled: bool = True
