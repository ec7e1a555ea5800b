"""The briefings that benchmarks are made with are such as a newsroom would publish."""

import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import Briefing, Corpus, Quote
from benchmarks.hugo_site import write_hugo
from benchmarks.onrecord_site import write_onrecord
from tests.rig.commands import ROOT, plain_environment
from tests.rig.sites import build_folder


def words_of(briefing: Briefing) -> int:
    text = "".join(
        stretch.text if isinstance(stretch, Quote) else stretch if isinstance(stretch, str) else " "
        for paragraph in briefing.paragraphs
        for stretch in paragraph
    )
    return len(text.split())


def test_every_quote_of_the_corpus_is_placed_without_a_finding(tmp_path: Path) -> None:
    corpus = Corpus(12)
    write_onrecord(corpus, tmp_path)
    built = build_folder(tmp_path)
    assert [found for found in built.findings if not found.startswith("info")] == []
    said = "\n".join(built.text(f"/briefings/{briefing.slug}/") for briefing in corpus)
    for briefing in corpus:
        assert all(quote.text in said for quote in briefing.quotes)


def test_briefings_are_of_the_size_that_is_promised() -> None:
    briefings = list(Corpus(60))
    assert all(400 <= words_of(one) <= 1100 for one in briefings)
    assert {len(one.quotes) for one in briefings} <= set(range(3, 9))
    assert {len(one.actors) for one in briefings} <= set(range(4, 11))
    assert all(
        quote.speaker in one.actors and quote.source in one.sources
        for one in briefings
        for quote in one.quotes
    )


def test_few_actors_are_in_many_briefings_and_many_in_few() -> None:
    corpus = Corpus(200)
    times = sorted(
        (sum(actor in one.actors for one in corpus) for actor in corpus.actors), reverse=True
    )
    assert times[0] > 100
    assert times[len(times) // 2] < times[0] / 4


def test_the_same_seed_gives_the_same_sites(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_onrecord(Corpus(3), tmp_path / name)
        write_hugo(Corpus(3), tmp_path / name / "hugo")
    files = [path for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert len(files) > 10
    for file in files:
        assert file.read_bytes() == (tmp_path / "b" / file.relative_to(tmp_path / "a")).read_bytes()


def test_another_edition_differs_in_its_body_alone() -> None:
    first, second = (Corpus(9).briefing(4, edition) for edition in (0, 1))
    assert first.paragraphs != second.paragraphs
    assert first.paragraphs == second.paragraphs[: len(first.paragraphs)]
    assert (first.title, first.quotes, first.points) == (second.title, second.quotes, second.points)


def test_the_benchmark_prints_its_table() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--briefings", "3", "--runs", "1"],
        check=True,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment() | {"HUGO": ""},
    )
    assert "3 briefings" in ran.stdout
    for row in ("| cold |", "| nothing changed |", "| one edit |"):
        assert row in ran.stdout
