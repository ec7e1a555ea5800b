"""Edits of bodies that take the short way, and what they leave for the next build."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.build import BuildResult, BuildSettings, build_site
from onrecord.build.pipeline import build_whole
from tests.rig.sites import NOW, tree

SITE = """\
title: The Record
base_url: https://example.org/
tag_authority: "example.org,2020"
"""
CAST = "- {id: ada, name: Ada Byron, kind: person}\n- {id: bo, name: Bo Lind, kind: person}\n"
FRONT = """\
---
title: Article {number}
date: 2020-01-0{number}
actors: [ada, bo]
quotes: {{id: q1, speaker: ada, text: we have all the options that we need}}
---

"""
BODY = """\
Ada Byron spoke. The hall was full. “We have all the options that we need,” she said.
Bo Lind listened.

It rained.[^1] The hall was cold.

[^1]: It rained the day before too.
"""
ARTICLE = "content/articles/second.md"


class Newsroom:
    """A site of three briefings that is built again and again; whole builds are counted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.whole = 0
        self.put("site.yaml", SITE)
        self.put("content/actors/cast.yaml", CAST)
        for number, name in enumerate(("first", "second", "third"), start=1):
            self.put(f"content/articles/{name}.md", FRONT.format(number=number) + BODY)

    def put(self, path: str, text: str) -> None:
        """Write a file."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def edit(self, old: str, new: str) -> None:
        """Other words in the second article."""
        text = (self.root / ARTICLE).read_text(encoding="utf-8")
        assert old in text
        self.put(ARTICLE, text.replace(old, new))

    def build(self, output: str = "public", *, memo: bool = True) -> BuildResult:
        """Build it, in this process alone."""
        place = self.root / output
        settings = BuildSettings(root=self.root, now=NOW, output=place, memo=memo, jobs=1)
        result = build_site(settings)
        assert result.exit_code == 0, result.diagnostics
        return result

    def assert_as_anew(self, output: str = "public") -> None:
        """The published site is that of a build from nothing."""
        before, whole = tree(self.root / output), self.whole
        self.build("clean", memo=False)
        self.whole = whole
        assert tree(self.root / "clean") == before

    def keys(self) -> dict[str, set[str]]:
        """What the memo keeps: keys by kind."""
        with closing(sqlite3.connect(self.root / ".onrecord/memo")) as memo:
            kept: dict[str, set[str]] = {}
            for kind, key in memo.execute("SELECT kind, key FROM kept"):
                kept.setdefault(kind, set()).add(key)
            return kept

    def damage(self, kind: str) -> None:
        """Wrong bits in all values of a kind."""
        with closing(sqlite3.connect(self.root / ".onrecord/memo")) as memo:
            memo.execute("UPDATE kept SET value = x'00' || value WHERE kind = ?", [kind])
            memo.commit()


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    made = Newsroom(tmp_path / "site")

    def counted(*asked: object) -> BuildResult:
        made.whole += 1
        whole: Callable[..., BuildResult] = build_whole
        return whole(*asked)

    monkeypatch.setattr("onrecord.build.pipeline.build_whole", counted)
    made.build()
    made.whole = 0
    return made


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("It rained.", "It snowed.", id="words"),
        pytest.param("was full. “", "was full to the doors. “", id="just before a quote"),
        pytest.param("she said.\nBo", "she said.\nNobody clapped. Bo", id="just after a quote"),
        pytest.param("the day before too", "all week", id="a footnote"),
        pytest.param("The hall was cold.", "The hall was cold.\n\nAnd dark.", id="a paragraph"),
        pytest.param("It rained.[^1]", "It *rained*.[^1]", id="emphasis"),
    ],
)
def test_an_edit_that_only_the_text_shows_takes_the_short_way(
    newsroom: Newsroom, old: str, new: str
) -> None:
    newsroom.edit(old, new)
    result = newsroom.build()
    assert newsroom.whole == 0
    assert (result.work.read, result.work.annotated) == (1, 1)
    newsroom.assert_as_anew()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Bo Lind listened", "He listened", id="an actor less"),
        pytest.param("she said.", "she told us.", id="the sentence of a quote"),
        pytest.param("before too.", "before, said [[bo]].", id="a link in a footnote"),
        pytest.param("It rained.", "## The rain\n\nIt rained.", id="an anchor"),
        pytest.param("title: Article 2", "title: Article two", id="the title"),
        pytest.param("title: Article 2", "title:  Article 2", id="a space in the front matter"),
    ],
)
def test_an_edit_that_others_may_show_takes_the_whole_way(
    newsroom: Newsroom, old: str, new: str
) -> None:
    newsroom.edit(old, new)
    newsroom.build()
    assert newsroom.whole == 1
    newsroom.assert_as_anew()


def test_what_was_kept_of_a_body_goes_with_it(newsroom: Newsroom) -> None:
    for turn in range(3):
        newsroom.edit("It rained.", f"It rained {turn} times. It rained.")
        newsroom.build()
    assert newsroom.whole == 0
    kept = newsroom.keys()
    (newsroom.root / ".onrecord/memo").unlink()
    newsroom.build()
    assert kept == newsroom.keys()


def test_what_is_damaged_is_kept_anew_by_one_whole_build(newsroom: Newsroom) -> None:
    newsroom.damage("entry")
    for whole, word in ((1, "snowed"), (1, "hailed")):
        newsroom.edit("It rained.", f"It {word}. It rained.")
        newsroom.build()
        assert newsroom.whole == whole
        newsroom.assert_as_anew()


def test_after_short_ways_a_whole_build_makes_no_page_in_vain(newsroom: Newsroom) -> None:
    newsroom.edit("It rained.", "It snowed.")
    newsroom.build()
    newsroom.put("content/actors/cast.yaml", f"{CAST}# nobody else\n")
    assert newsroom.build().work.rendered == 0
    assert newsroom.whole == 1


def test_pages_that_were_lost_are_made_again_alone(newsroom: Newsroom) -> None:
    (newsroom.root / "public/actors/ada/index.html").unlink()
    (newsroom.root / "public/index.html").write_text("nothing", encoding="utf-8")
    for old, new, made in (("title", "title", 2), ("It rained.", "It snowed.", 4)):
        newsroom.edit(old, new)
        result = newsroom.build()
        assert result.work.rendered == made
        newsroom.assert_as_anew()
        (newsroom.root / "public/feed.xml").unlink()
    assert newsroom.whole == 0


def test_other_files_that_were_lost_take_the_whole_way(newsroom: Newsroom) -> None:
    (newsroom.root / "public/site.css").unlink()
    newsroom.build()
    assert newsroom.whole == 1
    newsroom.assert_as_anew()


def test_outputs_in_turn_are_each_as_a_clean_build_makes_them(newsroom: Newsroom) -> None:
    for turn, output in enumerate(("public", "other/public", "aside") * 2):
        newsroom.edit("It rained.", f"It rained {turn} times. It rained.")
        newsroom.build(output)
        newsroom.edit("It rained", f"There it rained {turn} times. It rained")
        newsroom.build(output)
        newsroom.assert_as_anew(output)
    assert newsroom.whole == 2  # into each of the new folders


@pytest.mark.parametrize("is_edited_between", [False, True])
def test_where_it_is_lost_what_the_short_way_changed_all_is_taken_for_changed(
    newsroom: Newsroom, is_edited_between: bool
) -> None:
    newsroom.edit("It rained.", "It snowed.")
    newsroom.build()
    newsroom.damage("retouched")
    if is_edited_between:
        newsroom.edit("was cold", "was icy")
        newsroom.build()
        newsroom.edit("was icy", "was cold")
    newsroom.edit("It snowed.", "It rained.")
    newsroom.put("content/actors/cast.yaml", f"{CAST}# nobody else\n")
    newsroom.build()
    newsroom.assert_as_anew()


THEMED = {
    "site.yaml": f"{SITE}theme: plain\n",
    "layouts/assets/own.css": "p { color: red }\n",
    "layouts/assets/shared.css": "p { color: blue }\n",
    "layouts/themes/plain/assets/theme.css": "p { margin: 0 }\n",
    "layouts/themes/plain/assets/shared.css": "p { color: green }\n",
    "layouts/themes/other/assets/theme.css": "p { margin: 1em }\n",
}


@pytest.fixture
def themed(newsroom: Newsroom) -> Newsroom:
    for path, text in THEMED.items():
        newsroom.put(path, text)
    newsroom.build()
    newsroom.whole = 0
    return newsroom


@pytest.mark.parametrize(
    ("edited", "written"),
    [
        ("layouts/assets/own.css", 1),
        ("layouts/themes/plain/assets/theme.css", 1),
        ("layouts/assets/shared.css", 1),
        pytest.param("layouts/themes/plain/assets/shared.css", 0, id="hidden by the site's own"),
        pytest.param("layouts/themes/other/assets/theme.css", 0, id="of another theme"),
    ],
)
def test_a_stylesheet_is_exchanged_alone(themed: Newsroom, edited: str, written: int) -> None:
    themed.put(edited, "p { color: black }\n")
    result = themed.build()
    assert result.publication is not None
    assert (themed.whole, result.publication.written, result.work.rendered) == (0, written, 0)
    themed.assert_as_anew()
    themed.put(edited, "p { color: white }\n")
    themed.edit("It rained.", "It snowed.")
    result = themed.build()
    assert result.publication is not None
    assert themed.whole == 0
    themed.assert_as_anew()


@pytest.mark.parametrize("gone", ["layouts/assets/own.css", "layouts/assets/shared.css"])
def test_a_stylesheet_that_is_gone_takes_the_whole_way(themed: Newsroom, gone: str) -> None:
    (themed.root / gone).unlink()
    themed.build()
    assert themed.whole == 1
    themed.assert_as_anew()
    themed.put(gone, "p { color: black }\n")
    themed.build()
    assert themed.whole == 2
    themed.assert_as_anew()
