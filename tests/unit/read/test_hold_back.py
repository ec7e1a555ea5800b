from datetime import UTC, datetime

import pytest

from onrecord.read.content import HeldBack
from tests.rig.reading import Folder, ReadFolder

SITE = 'title: T\nbase_url: https://a.org/\ntag_authority: "a.org,2020"\ntimezone: Asia/Baghdad\n'
FILES = {
    "site.yaml": SITE,
    "content/articles/now.md": "---\ntitle: Now\ndate: 2020-01-06\n---\nText.\n",
    "content/articles/draft.md": "---\ntitle: Draft\ndate: 2020-01-05\ndraft: true\n---\nText.\n",
    "content/articles/later.md": "---\ntitle: Later\ndate: 2020-01-07T12:00\n---\nText.\n",
    "content/articles/both.md": "---\ntitle: Both\ndate: 2030-01-01\ndraft: true\n---\nText.\n",
    "content/pages/about.md": "---\ntitle: About\n---\nText.\n",
    "content/pages/soon.md": "---\ntitle: Soon\ndraft: true\n---\nText.\n",
}
# 12:00 in Baghdad is 9:00 in UTC.
NOW = datetime(2020, 1, 7, 8, 59, 59, tzinfo=UTC)


def slugs(found: ReadFolder) -> list[str]:
    return [article.slug for article in found.records.articles]


def held_back(found: ReadFolder) -> list[tuple[str, str]]:
    return [(one.slug, one.reason) for one in found.records.held_back]


def test_drafts_and_what_is_dated_later_than_now_are_held_back(folder: Folder) -> None:
    found = folder.read(FILES, now=NOW)
    assert slugs(found) == ["now"]
    assert held_back(found) == [("both", "draft"), ("draft", "draft"), ("later", "future")]
    assert [page.slug for page in found.records.pages] == ["about"]
    assert found.told == []


def test_what_is_held_back_is_announced(folder: Folder) -> None:
    found = folder.read(FILES, now=NOW)
    announced = {one.span.path: one for one in found.diagnostics if one.span}
    assert {one.code for one in announced.values()} == {"OR126"}
    assert sorted(announced) == [
        "content/articles/both.md",
        "content/articles/draft.md",
        "content/articles/later.md",
        "content/pages/soon.md",
    ]
    told = announced["content/articles/later.md"].message
    assert told == "this article is dated 7 January 2020, 12:00 UTC+03 and is left out until then"


def test_an_article_appears_at_the_second_of_its_date(folder: Folder) -> None:
    assert "later" not in slugs(folder.read(FILES, now=NOW))
    assert "later" in slugs(folder.read(FILES, now=datetime(2020, 1, 7, 9, 0, 0, tzinfo=UTC)))


def test_a_day_without_a_time_begins_at_midnight_of_the_site(folder: Folder) -> None:
    files = {"site.yaml": SITE, "content/articles/day.md": FILES["content/articles/now.md"]}
    assert slugs(folder.read(files, now=datetime(2020, 1, 5, 20, 59, 59, tzinfo=UTC))) == []
    assert slugs(folder.read(files, now=datetime(2020, 1, 5, 21, 0, 0, tzinfo=UTC))) == ["day"]


@pytest.mark.parametrize(
    ("drafts", "future", "expected"),
    [
        (True, False, ["draft", "now"]),
        (False, True, ["later", "now"]),
        (True, True, ["both", "draft", "later", "now"]),
    ],
)
def test_what_is_asked_for_is_let_through(
    folder: Folder, drafts: bool, future: bool, expected: list[str]
) -> None:
    found = folder.read(FILES, now=NOW, drafts=drafts, future=future)
    assert slugs(found) == expected
    waiting = {article.slug for article in found.records.articles if article.is_held_back}
    assert waiting == set(expected) - {"now"}
    assert len(found.records.pages) == (2 if drafts else 1)


def test_a_held_back_article_is_known_by_its_title_and_date(folder: Folder) -> None:
    found = folder.read(FILES, now=NOW)
    later = found.records.held_back[2]
    until = "7 January 2020, 12:00 UTC+03"
    path = "content/articles/later.md"
    assert later == HeldBack("later", path, "Later", "future", later.date, until)
    assert later.date.iso == "2020-01-07T12:00:00+03:00"


def test_a_held_back_article_is_known_by_the_ids_that_it_defines(folder: Folder) -> None:
    keys = "actors: [{name: Ada, kind: person}]\nsources: [{id: call, kind: own, title: A call}]\n"
    draft = FILES["content/articles/draft.md"].replace("draft: true\n", f"draft: true\n{keys}")
    (held,) = folder.read({"site.yaml": SITE, "content/articles/draft.md": draft}).records.held_back
    assert (sorted(held.actors), sorted(held.sources)) == (["ada"], ["call"])


def test_a_draft_with_errors_is_reported_like_any_other(folder: Folder) -> None:
    assert folder.read_article("draft: true\ngenre: x").codes == ["OR111"]
