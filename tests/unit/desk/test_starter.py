import contextlib
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from onrecord.desk.starter import Answers, fill_starter, find_wrong_answers, write_starter
from onrecord.desk.surroundings import address_of_pages, local_timezone
from onrecord.read.schemas.json_schema import SCHEMAS, json_schema
from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.needs import POSIX, leave_unless
from tests.rig.sites import tree

TODAY = date(2025, 11, 26)
PLAIN = Answers("The Harbour Post", "https://example.org/post/")


def begun(folder: Path, answers: Answers = PLAIN, *, is_minimal: bool = False) -> Path:
    files = fill_starter(answers, TODAY, is_minimal=is_minimal)
    assert write_starter(folder, files).diagnostics == ()
    return folder


@pytest.mark.parametrize("is_minimal", [False, True])
@pytest.mark.parametrize(
    "answers",
    [
        PLAIN,
        Answers("News: the “best”, they say", "https://a.example/", "fr", "Europe/Paris", "O’Hara"),
        Answers("2020", "https://a.example", publisher="yes"),
        Answers("- # {a} & b", "https://a.example/x", publisher='"'),
        Answers("الأخبار", "https://a.example/", "ar", "Asia/Baghdad"),
        Answers("With a theme", "https://a.example/", theme="evening"),
    ],
    ids=lambda answers: answers.title,
)
def test_a_new_site_builds_with_nothing_found(
    tmp_path: Path, answers: Answers, is_minimal: bool
) -> None:
    site = begun(tmp_path, answers, is_minimal=is_minimal)
    built = onrecord(["build", "--strict", "--site", site, "--now", NOW])
    assert (built.returncode, built.stderr) == (0, "")
    front = (site / "public/index.html").read_text(encoding="utf-8")
    assert answers.title.split()[-1].strip("”") in front
    assert ("theme.css" in front) is bool(answers.theme)


def test_no_mark_is_left_in_a_new_site() -> None:
    files = fill_starter(Answers("A", "https://a.example/", theme="own"), TODAY)
    marked = [name for name, text in files.items() if re.search(r"‹\w+›|__\w+__", name + text)]
    assert marked == []


def test_a_minimal_site_is_a_part_of_a_whole_one() -> None:
    assert fill_starter(PLAIN, TODAY, is_minimal=True).keys() < fill_starter(PLAIN, TODAY).keys()


def test_what_is_there_already_stays_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine.\n", encoding="utf-8")
    written = write_starter(tmp_path, fill_starter(PLAIN, TODAY))
    assert (written.value, written.diagnostics) == (("README.md",), ())
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Mine.\n"
    assert (tmp_path / "site.yaml").is_file()


@pytest.mark.parametrize("name", ["site.yaml", "site.yml", "content", "content/articles"])
def test_nothing_is_written_where_a_site_stands_or_a_file_is_in_the_way(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("Mine.\n", encoding="utf-8")
    before = tree(tmp_path)
    written = write_starter(tmp_path, fill_starter(PLAIN, TODAY))
    assert [found.code for found in written.diagnostics] == ["OR906"]
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (Answers("", "https://a.example/"), "OR110"),
        (Answers("A", "har:bour"), "OR702"),
        (Answers("A", "https://a.example/", timezone="Europe/Londn"), "OR704"),
        (Answers("A", "https://a.example/", language="klingon tongue"), "OR111"),
        (Answers("A", "https://a.example/", theme="../x"), "OR111"),
    ],
)
def test_an_answer_that_cannot_stand_is_told_as_a_build_would(answers: Answers, code: str) -> None:
    assert code in [found.code for found in find_wrong_answers(answers, TODAY)]


def test_the_command_asks_nothing_where_nobody_can_answer(tmp_path: Path) -> None:
    begun_site = onrecord(["init", "harbour-post"], folder=tmp_path)
    assert begun_site.returncode == 0, begun_site.stderr
    assert "cd harbour-post" in begun_site.stdout
    assert "title: Harbour post\n" in (tmp_path / "harbour-post/site.yaml").read_text("utf-8")
    again = onrecord(["init", "harbour-post"], folder=tmp_path)
    assert again.returncode == 3
    assert "OR906 site.yaml is there already" in again.stderr


def test_a_folder_that_holds_something_is_told_what_was_added(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine.", "utf-8")
    (tmp_path / "content").mkdir()
    said = onrecord(["init", "--minimal"], folder=tmp_path).stdout
    assert "Added to what the folder held: .gitignore, content/, site.yaml\n" in said
    assert "Added" not in onrecord(["init", "new", "--minimal"], folder=tmp_path).stdout
    whole = tmp_path / "whole"
    (whole / "mine").mkdir(parents=True)
    (whole / "README.md").write_text("Mine.", "utf-8")
    told = onrecord(["init"], folder=whole).stdout.splitlines()
    assert told[0] == "README.md was there before, and stays as it is"
    assert told[1].startswith("Added to what the folder held: .")
    assert "README.md" not in told[1]


def _answered(site: Path, answers: list[str]) -> str:
    """What a terminal showed of `onrecord init` while these lines were typed into it."""
    leave_unless(*POSIX, why="terminals can be pretended")
    import pty  # noqa: PLC0415 - not on every system

    child, terminal = pty.fork()
    if not child:
        os.execv(  # noqa: S606 - our own program
            sys.executable, [sys.executable, "-m", "onrecord", "init", str(site)]
        )
    os.write(terminal, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    with contextlib.suppress(OSError):  # how the end of a terminal is told
        while more := os.read(terminal, 10_000):
            shown += more
    os.waitpid(child, 0)
    return shown.decode()


def test_what_is_not_given_is_asked_on_a_terminal_until_it_can_stand(tmp_path: Path) -> None:
    site = tmp_path / "post"
    shown = _answered(
        site,
        ["The Post", "har:bour", "https://a.example/", "", "Europe/Londn", "Europe/London", "Ada"],
    )
    assert "does not begin with https://" in shown
    assert "did you mean Europe/London?" in shown
    assert "site.yaml:" not in shown
    settings = (site / "site.yaml").read_text(encoding="utf-8")
    assert "title: The Post\n" in settings
    assert "timezone: Europe/London\npublisher: ada\n" in settings
    assert (site / "content/actors/ada.md").is_file()


def test_whoever_answers_no_more_is_told_that_nothing_was_written(tmp_path: Path) -> None:
    shown = _answered(tmp_path / "post", ["The Post", "\x04"])
    assert shown.splitlines()[-1] == "interrupted; nothing was written"
    assert not (tmp_path / "post").exists()


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:Ada/harbour.git", "https://ada.github.io/harbour/"),
        ("https://github.com/ada/harbour", "https://ada.github.io/harbour/"),
        ("https://github.com/ada/ada.github.io.git", "https://ada.github.io/"),
        ("https://gitlab.example/ada/harbour.git", ""),
    ],
)
def test_the_address_is_guessed_from_the_repository(
    tmp_path: Path, remote: str, address: str
) -> None:
    (tmp_path / ".git").mkdir()
    config = f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {remote}\n\tfetch = x\n'
    (tmp_path / ".git/config").write_text(config, encoding="utf-8")
    assert address_of_pages(tmp_path / "site") == address


@pytest.mark.parametrize(
    ("told", "name"), [("Europe/Paris", "Europe/Paris"), ("Etc/UTC", "UTC"), ("Nowhere/At", "UTC")]
)
def test_the_time_zone_is_guessed_from_the_machine(
    monkeypatch: pytest.MonkeyPatch, told: str, name: str
) -> None:
    monkeypatch.setenv("TZ", told)
    assert local_timezone() == name


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(name))
    printed = onrecord(["schema", name])
    assert json.loads(printed.stdout) == json_schema(name)


def _as_editors_read(text: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    """YAML with its numbers and booleans, dates as texts: what editors check."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML has it
            first: [found for found in known if found[0] != "tag:yaml.org,2002:timestamp"]
            for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)  # noqa: S506 - a safe one


def _written() -> Iterator[tuple[str, str, Any]]:
    content = ROOT / "content"
    yield "site", "site.yaml", _as_editors_read((ROOT / "site.yaml").read_text("utf-8"))
    for name, pattern in (("cast", "actors/*.yaml"), ("sources", "sources/*.yaml")):
        for path in sorted(content.glob(pattern)):
            yield name, path.name, _as_editors_read(path.read_text("utf-8"))
    for name, pattern in (("article", "articles/*.md"), ("actor", "actors/*.md")):
        for path in sorted(content.glob(pattern)):
            front = path.read_text("utf-8").split("---\n")[1]
            yield name, path.name, _as_editors_read(front)


@pytest.mark.parametrize(
    ("schema", "name", "value"), list(_written()), ids=lambda part: str(part)[:40]
)
def test_the_schemas_take_what_the_sample_holds(schema: str, name: str, value: object) -> None:
    found = jsonschema.Draft202012Validator(json_schema(schema)).iter_errors(value)
    assert [f"{name}: {one.message[:200]}" for one in found] == []


def test_a_schema_refuses_a_misspelt_key() -> None:
    validator = jsonschema.Draft202012Validator(json_schema("site"))
    assert not validator.is_valid({"title": "A", "base_url": "https://a.example/", "tagine": "B"})
    assert validator.is_valid({"title": "A", "base_url": "https://a.example/", "x_mine": "B"})
