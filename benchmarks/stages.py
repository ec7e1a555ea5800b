"""`python -m benchmarks.stages`: what each stage of a first build costs, in one process.

Seconds of the processor, and by briefing: where that stays the same for more briefings, the cost
of the stage grows with the site and not faster.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import Corpus
from benchmarks.sites.onrecord import write_site
from onrecord.annotate.article import annotate_article
from onrecord.annotate.settings import settings_of
from onrecord.audit import audit_pages
from onrecord.build.press import Press
from onrecord.check import check_dossier
from onrecord.enlist.assemble import assemble_cast
from onrecord.link.compile import compile_dossier
from onrecord.pages.plan import plan_pages
from onrecord.publish import OutputFile, Staging, open_staging
from onrecord.read.site import ReadSettings, read_site
from onrecord.render.opening import open_theme

Value = TypeVar("Value")

_NOW = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass
class Costs:
    """Seconds of the processor by stage, in the order in which the stages ran."""

    seconds: dict[str, float] = field(default_factory=dict)

    def of(self, stage: str, run: Callable[[], Value]) -> Value:
        """What the stage gives; what it cost is added to what it cost before."""
        start = time.process_time()
        try:
            return run()
        finally:
            spent = time.process_time() - start
            self.seconds[stage] = self.seconds.get(stage, 0) + spent


def measure(root: Path, briefings: int) -> Costs:
    """The costs of a first build of so many briefings, written below an empty folder."""
    write_site(Corpus(briefings), root)
    costs = Costs()
    content = costs.of("read", lambda: read_site(root, ReadSettings(_NOW))).value
    if content is None:
        raise RuntimeError(root)
    cast = costs.of("enlist", lambda: assemble_cast(content)).value
    settings = settings_of(content.site)
    texts = costs.of(
        "annotate", lambda: tuple(annotate_article(one, settings).value for one in cast.articles)
    )
    dossier = costs.of("link", lambda: compile_dossier(content, cast, texts, {})).value
    costs.of("check", lambda: check_dossier(dossier, cast, content))
    theme = open_theme(root, content.site).value
    plan = costs.of("plan", lambda: plan_pages(dossier, theme.stylesheets)).value
    press = Press(plan.edition, plan.pages, theme)
    facts = []
    with _staging(root) as staging:
        for page in plan.pages:
            made = costs.of("render", lambda page=page: press.make(page))  # type: ignore[misc]
            file = OutputFile(made.path, made.content)
            costs.of("stage", lambda file=file: staging.add(file))  # type: ignore[misc]
            if made.facts is not None:
                facts.append(made.facts)
        published = {page.path for page in plan.pages} | {one.path for one in theme.assets}
        costs.of("audit", lambda: audit_pages(facts, content.site, published, {}, plan.links))
        costs.of("publish", staging.publish)
    return costs


@contextmanager
def _staging(root: Path) -> Iterator[Staging]:
    staging = open_staging(root, root / "public").value
    if staging is None:
        raise RuntimeError(root)
    try:
        yield staging
    finally:
        staging.discard()


def main() -> None:
    """Prints a table: a row a stage, two columns for each number of briefings."""
    wish = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    wish.add_argument("briefings", type=int, nargs="*", default=[250, 1000])
    sizes = wish.parse_args().briefings
    columns = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="onrecord-stages-") as folder:
            columns[size] = measure(Path(folder), size).seconds
    sys.stdout.write("| stage | " + " | ".join(f"{size:,}" for size in sizes) + " |\n")
    sys.stdout.write("|---" * (len(sizes) + 1) + "|\n")
    for stage in columns[sizes[0]]:
        cells = (f"{columns[n][stage]:.2f} s, {1000 * columns[n][stage] / n:.2f} ms" for n in sizes)
        sys.stdout.write(f"| {stage} | " + " | ".join(cells) + " |\n")


if __name__ == "__main__":
    main()
