"""A site with `search: true`: its page, its index, and when the index is made."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import onrecord.search.index
from onrecord.diagnostics import Diagnostic, Severity
from onrecord.search.pagefind import find_pagefind
from onrecord.text.frozen import replace
from tests.rig.commands import onrecord as run_onrecord
from tests.rig.findable import findable_site, indexed
from tests.rig.needs import POSIX, system
from tests.rig.sites import Built, Options, build_folder, tree, write_site

HARBOUR = "../briefings/harbour/"
STATEMENT = "../briefings/statement/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The findable site, built once; tests look at it and leave it as it is."""
    return _build(tmp_path_factory.mktemp("findable"))


def _build(root: Path, more: Mapping[str, str] | None = None, **options: Any) -> Built:
    files = {**findable_site(), **(more or {})}
    return build_folder(write_site(root, files), replace(Options(), **options))


def _only_error(built: Built) -> Diagnostic:
    (found,) = [found for found in built.diagnostics if found.severity is Severity.ERROR]
    return found


def test_briefings_actors_and_quotes_are_found_and_nothing_else(built: Built) -> None:
    assert built.findings == []
    assert set(indexed(built.output)) == {
        "../actors/ada-holm/", "../actors/foreign-ministry/", "../actors/salih/",
        HARBOUR, f"{HARBOUR}#q-closing", f"{HARBOUR}#q-ships", f"{HARBOUR}#q-paid",
        STATEMENT, f"{STATEMENT}#q-restraint",
    }  # fmt: skip


def test_an_actor_is_found_by_every_name(built: Built) -> None:
    ada = indexed(built.output)["../actors/ada-holm/"]
    for name in ("Ada Holm", "Adele Holmström", "Ада Хольм", "Ada Berg", "Mayor"):
        assert name in ada.content
    assert ada.meta["line"] == "Mayor. Also: Adele Holmström, Ада Хольм, Ada Berg"
    assert ada.filters == {"kind": ["Actor"], "speaker": ["Ada Holm"]}


def test_a_quote_is_shown_with_who_said_it_when_and_where_it_was_reported(built: Built) -> None:
    ships = indexed(built.output)[f"{HARBOUR}#q-ships"]
    assert ships.meta == {
        "title": "“No vessel leaves my quay”",
        "label": "Quote, By 6 May 2019, Quayside Wire",
        "line": "Sālih al-Bahri, harbour master",
    }
    assert "Will the ferries sail?" in ships.content
    assert ships.filters == {
        "kind": ["Quote"],
        "speaker": ["Sālih al-Bahri"],
        "source": ["Quayside Wire"],
        "topic": ["The harbour question"],
        "year": ["2019"],
    }


def test_a_briefing_is_found_by_its_words_speakers_and_sources(built: Built) -> None:
    harbour = indexed(built.output)[HARBOUR]
    assert harbour.content.startswith("The cranes stand still. “We shall close")
    assert "<b>Not bold</b> & plain: the lighthouse keeper left." in harbour.content
    assert harbour.filters["speaker"] == ["Ada Holm", "Sālih al-Bahri"]
    assert harbour.filters["source"] == ["Northport Gazette", "Quayside Wire"]
    assert harbour.filters["year"] == ["2019"]


def test_words_without_spaces_are_looked_through_in_pairs(built: Built) -> None:
    quote = indexed(built.output)[f"{STATEMENT}#q-restraint"]
    assert quote.content.endswith("呼吁 吁各 各方 方保 保持 持克 克制 制 外交 交部 部.")
    assert quote.language == "zh"


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_and_the_unnamed_are_never_in_the_index(drafts: bool, tmp_path: Path) -> None:
    built = _build(tmp_path, drafts=drafts)
    assert built.publishes("/briefings/secrets/") is drafts
    held = indexed(built.output)
    everything = json.dumps([[found.meta, found.content, found.filters] for found in held.values()])
    for secret in ("secrets", "pilot boat", "Nobody Yet"):
        assert secret not in everything
    assert not [link for link in held if "docker" in link or "never" in link]
    paid = held[f"{HARBOUR}#q-paid"]
    assert paid.meta["line"] == "Not named"
    assert "speaker" not in paid.filters
    assert "docker" not in paid.content


def test_the_page_stands_in_masthead_and_footer_and_allows_what_it_needs(built: Built) -> None:
    page = built.page("/search/")
    assert re.search(
        r"script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'; connect-src 'self'\"", page
    )
    assert 'data-index="../pagefind/pagefind.js"' in page
    assert "Search needs JavaScript" in page
    assert "3 quotes" not in built.text("/search/")
    assert "4 quotes, by date and speaker" in built.text("/search/")
    front = built.page("/")
    assert front.count('<a href="search/">Search</a>') == 2
    assert "wasm" not in front
    assert "search.js" not in front
    assert "/search/" in built.page("sitemap.xml")


def test_the_index_links_as_the_site_does_and_knows_no_address_of_its_own(tmp_path: Path) -> None:
    settings = findable_site()["site.yaml"] + "links: file\n"
    built = _build(tmp_path, {"site.yaml": settings}, base_url="https://example.org/repo/")
    assert f"{HARBOUR}index.html#q-ships" in indexed(built.output)
    files = tree(built.output / "pagefind")
    assert not [name for name, content in files.items() if b"example.org" in content]


def test_only_what_the_page_loads_is_published(built: Built) -> None:
    top = {name.partition("/")[0] for name in tree(built.output / "pagefind")}
    assert {name for name in top if not name.startswith("pagefind.en_")} == {
        "filter", "fragment", "index", "made-of.json", "pagefind-entry.json",
        "pagefind-worker.js", "pagefind.js", "wasm.en.pagefind", "wasm.unknown.pagefind",
    }  # fmt: skip
    assert sorted(path.name for path in (built.root / ".onrecord").iterdir()) == ["lock", "memo"]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every run of Pagefind from here on, as its arguments."""
    seen: list[list[str]] = []
    run = subprocess.run

    def watched(command: list[Any], **options: Any) -> Any:  # noqa: ANN401 - as the original
        seen.append([str(part) for part in command])
        return run(command, **options)

    monkeypatch.setattr("subprocess.run", watched)
    return seen


def test_the_index_is_made_anew_only_where_what_is_found_has_changed(
    built: Built, tmp_path: Path, runs: list[list[str]]
) -> None:
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    assert build_folder(tmp_path).files() == built.files()
    assert runs == []
    tagline = findable_site()["site.yaml"] + "tagline: News from the quay\n"
    _build(tmp_path, {"site.yaml": tagline})
    assert runs == [], "what is on no result changes no index"
    paper = findable_site()["content/sources/papers.yaml"].replace("Quayside Wire", "The Wire")
    renamed = _build(tmp_path, {"content/sources/papers.yaml": paper})
    assert len(runs) == 1
    assert indexed(renamed.output)[f"{HARBOUR}#q-ships"].filters["source"] == ["The Wire"]


@pytest.mark.parametrize("damage", ["changed", "lost", "listed wrong", "no list", "leads out"])
def test_a_damaged_index_is_made_anew(
    damage: str, built: Built, tmp_path: Path, runs: list[list[str]]
) -> None:
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    output = tmp_path / "public" / "pagefind"
    made_of = output / "made-of.json"
    match damage:
        case "changed":
            (output / "pagefind.js").write_text("alert(1)")
        case "lost":
            next((output / "index").iterdir()).unlink()
        case "listed wrong":
            told = json.loads(made_of.read_text())
            told["files"]["pagefind/pagefind.js"] = "0" * 32
            made_of.write_text(json.dumps(told))
        case "no list":
            made_of.write_text("[]")
        case "leads out":
            told = json.loads(made_of.read_text())
            told["files"] = {"pagefind/../../site.yaml": "0" * 32, "index.html": "0" * 32}
            made_of.write_text(json.dumps(told))
    mended = build_folder(tmp_path)
    assert mended.exit_code == 0
    assert len(runs) == 1
    assert len(indexed(mended.output)) == 9
    assert "alert(1)" not in (output / "pagefind.js").read_text("utf-8")


def test_without_a_search_nothing_is_started_and_no_index_stays(
    built: Built, tmp_path: Path, runs: list[list[str]]
) -> None:
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    settings = findable_site()["site.yaml"].replace("search: true\n", "")
    without = _build(tmp_path, {"site.yaml": settings})
    assert without.exit_code == 0
    assert runs == []
    assert not [name for name in without.files() if name.startswith(("pagefind/", "search/"))]
    assert "Search" not in without.page("/")


def test_a_site_on_which_nothing_can_be_found_has_a_page_without_a_field(
    tmp_path: Path, runs: list[list[str]]
) -> None:
    built = build_folder(write_site(tmp_path, {"site.yaml": findable_site()["site.yaml"]}))
    assert built.exit_code == 0
    assert runs == []
    assert "<form" not in built.page("/search/")
    assert "No actors" in built.text("/search/")


def test_without_pagefind_the_key_is_named_and_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    built = _build(tmp_path)
    found = _only_error(built)
    assert (found.code, built.exit_code) == ("OR707", 1)
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("site.yaml", 5)
    assert 'pip install "onrecord[search]"' in found.hint
    assert not built.output.exists()


@system(*POSIX, why="a shell script is a program")
def test_a_pagefind_that_fails_leaves_what_was_published(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    before = built.files()
    broken = tmp_path / "broken-pagefind"
    broken.write_text("#!/bin/sh\necho 'no room for the index' >&2\nexit 7\n")
    broken.chmod(0o755)
    monkeypatch.setattr(onrecord.search.index, "find_pagefind", lambda: broken)
    article = "---\ntitle: More\ndate: 2020-03-01\n---\nWords.\n"
    failed = _build(tmp_path, {"content/articles/more.md": article})
    found = _only_error(failed)
    assert (found.code, failed.exit_code) == ("OR708", 3)
    assert "no room for the index" in found.message
    assert failed.files() == before
    broken.unlink()
    assert _build(tmp_path, {"content/articles/more.md": article}).exit_code == 3


def test_a_check_makes_no_index(tmp_path: Path) -> None:
    root = write_site(tmp_path, findable_site())
    ended = run_onrecord(["check", "--site", root])
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert sorted(path.name for path in root.iterdir()) == ["content", "site.yaml"]


def test_settings_meant_for_pagefind_itself_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing-like-this")
    monkeypatch.setenv("PAGEFIND_OUTPUT_PATH", str(tmp_path / "elsewhere"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("glob: nothing-like-this\n")
    built = _build(tmp_path / "site")
    assert len(indexed(built.output)) == 9
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pagefind.yml", "site"]


def test_a_page_cannot_take_the_place_of_the_search_or_its_index(tmp_path: Path) -> None:
    page = "---\ntitle: Mine\n---\nWords.\n"
    built = _build(
        tmp_path, {"content/pages/search.md": page, "content/pages/pagefind/index.md": page}
    )
    assert built.codes == ["OR511", "OR511"]


def test_the_program_is_the_one_that_is_pinned() -> None:
    program = find_pagefind()
    assert program is not None
    assert program.is_relative_to(Path(sys.prefix))
    lock = (Path(__file__).parents[2] / "requirements" / "test.txt").read_text("utf-8")
    assert re.search(r"^pagefind-bin==", lock, re.MULTILINE)
