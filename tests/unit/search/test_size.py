"""What a reader loads to search a hundred briefings."""

import gzip
import random
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path

import pytest

from onrecord.pages.search_entries import SearchEntry
from onrecord.search import make_index
from onrecord.text.source import Span

KILOBYTE = 1024
BRIEFINGS = 100
ASSETS = Path(__file__).parents[3] / "layouts" / "assets"


def _vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """Words as unevenly used as those of a language: few often, most seldom."""
    letters = "etaoinshrdlucmfwypvbgk"
    words = {
        "".join(chance.choices(letters, k=chance.randint(3, 11))): 1 / rank
        for rank in range(1, 9_000)
    }
    return list(words), list(accumulate(words.values()))


def _entries() -> Iterator[SearchEntry]:
    """A hundred briefings of 900 words with eight quotes each, and two hundred actors."""
    chance = random.Random(20200106)  # noqa: S311 - words, not secrets
    vocabulary, weights = _vocabulary(chance)

    def words(count: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=weights, k=count))

    names = [words(2).title() for _ in range(200)]
    papers = tuple(words(2).title() for _ in range(40))
    for number, name in enumerate(names):
        yield SearchEntry(
            kind="Actor", url=f"../actors/actor-{number}/", title=name, label="Person",
            line=words(14), language="en", names=(words(2).title(),), speakers=(name,),
        )  # fmt: skip
    for number in range(BRIEFINGS):
        sources, year = tuple(chance.sample(papers, 4)), str(2019 + number % 4)
        said = chance.sample(names, 8)
        yield SearchEntry(
            kind="Briefing", url=f"../briefings/briefing-{number}/", title=words(9), language="en",
            label="Briefing, 6 January 2020", line="", text=words(900), speakers=tuple(said), sources=sources, year=year,
        )  # fmt: skip
        for name in said:
            yield SearchEntry(
                kind="Quote", url=f"../briefings/briefing-{number}/#q-{words(2)}", title=words(22),
                label="Quote, 6 January 2020, Paper", line=name, language="en", names=(name,),
                text=words(25), speakers=(name,), sources=sources, year=year,
            )  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of the index, by their paths in its folder."""
    work = tmp_path_factory.mktemp("index") / "work"
    index = make_index(_entries, "en-GB", work, lambda _: None, Span.start_of("site.yaml"))
    assert index.diagnostics == ()
    assert not work.exists()
    return {file.path.removeprefix("pagefind/"): file.content for file in index.value}


def _largest(files: Mapping[str, bytes], folder: str, count: int) -> int:
    sizes = sorted((len(files[path]) for path in files if path.startswith(folder)), reverse=True)
    return sum(sizes[:count])


def test_the_index_of_a_hundred_briefings_is_loaded_with_less_than_100_kilobytes(
    files: Mapping[str, bytes],
) -> None:
    """All filters, the largest part of the words, and the ten longest entries, all at once."""
    assert sum(path.startswith("fragment/") for path in files) == 200 + BRIEFINGS * 9
    loaded = [len(files[path]) for path in files if path.endswith(("entry.json", ".pf_meta"))]
    assert len(loaded) == 2
    at_the_field = sum(loaded) + _largest(files, "filter/", 99)
    assert at_the_field < 25 * KILOBYTE
    assert at_the_field + _largest(files, "index/", 1) + _largest(files, "fragment/", 10) < (
        100 * KILOBYTE
    )


def test_the_program_that_searches_comes_once_and_is_small(files: Mapping[str, bytes]) -> None:
    scripts = sum(len(gzip.compress(files[name])) for name in ("pagefind.js", "pagefind-worker.js"))
    assert scripts + len(files["wasm.en.pagefind"]) < 110 * KILOBYTE


@pytest.mark.parametrize(
    ("name", "raw", "packed"),
    [("search.js", 6 * KILOBYTE, 2.5 * KILOBYTE), ("search.css", 2 * KILOBYTE, KILOBYTE)],
)
def test_the_pages_own_script_and_styles_stay_small(name: str, raw: int, packed: float) -> None:
    content = (ASSETS / name).read_bytes()
    assert len(content) <= raw
    assert len(gzip.compress(content, 9)) <= packed
