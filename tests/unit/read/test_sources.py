import json

import pytest

from onrecord.model import SourceKind
from onrecord.text.source import Span
from tests.rig.reading import Folder

SOURCE = """\
id: independent
kind: article
title: All retaliation options
author: [bel-trew, Jane Doe]
publisher: the-independent
url: https://example.org/a?b=c#d
published: 2020-01-06T22:27:00Z
accessed: 2020-01-07
archived: {url: "https://archive.example.org/x", date: 2020-01-08}
language: en
via: other
status: changed
reliability: B
supports: [the threat]
comment: Shortened.
medium: interview
said: 2020-01-06
place: Baghdad
to: readers
publish: true
"""


def test_a_source_holds_what_its_file_says(folder: Folder) -> None:
    source = folder.read({"content/sources/x.yaml": SOURCE}).source
    assert (source.id, source.kind, source.title) == (
        "independent",
        SourceKind.ARTICLE,
        "All retaliation options",
    )
    assert [str(author) for author in source.authors] == ["bel-trew", "Jane Doe"]
    assert (str(source.publisher), source.url) == ("the-independent", "https://example.org/a?b=c#d")
    assert source.published is not None
    assert source.published.iso == "2020-01-06T22:27:00Z"
    assert source.accessed is not None
    assert source.archived_url == "https://archive.example.org/x"
    assert source.archived_date is not None
    assert source.archived_date.iso == "2020-01-08"
    assert (source.language, str(source.via), source.status) == ("en", "other", "changed")
    assert (source.reliability, source.supports, source.comment) == (
        "B",
        ("the threat",),
        "Shortened.",
    )
    assert (source.medium, source.place, [str(to) for to in source.to]) == (
        "interview",
        "Baghdad",
        ["readers"],
    )
    assert source.is_published_always


def test_an_archived_copy_may_be_its_address_alone(folder: Folder) -> None:
    text = "{id: a, kind: web, title: T, archived: https://archive.example.org/x}"
    source = folder.read({"content/sources/x.yaml": text}).source
    assert (source.archived_url, source.archived_date) == ("https://archive.example.org/x", None)


def test_a_single_source_may_be_named_by_its_file(folder: Folder) -> None:
    found = folder.read({"content/sources/some-report.yaml": "kind: report\ntitle: T\n"})
    assert found.source.id == "some-report"
    found = folder.read({"content/sources/Some report.yaml": "kind: report\ntitle: T\n"})
    assert "OR112" in found.codes


def test_a_list_of_sources_needs_an_id_for_each(folder: Folder) -> None:
    text = "- {kind: report, title: On the state of things in general}\n- {id: b, kind: web, title: T}\n"
    finding = folder.read({"content/sources/list.yaml": text}).only("OR110")
    assert finding.hint == "add a line id: on-the-state-of-things"


def test_a_markdown_source_has_its_body_as_comment(folder: Folder) -> None:
    text = "---\nkind: report\ntitle: T\n---\nWhat it *is*.\n"
    source = folder.read({"content/sources/some-report.md": text}).source
    assert (source.id, source.comment) == ("some-report", "What it *is*.")


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("kind: web", "OR110"),
        ("title: T", "OR110"),
        ("kind: webb, title: T", "OR111"),
        ("kind: web, title: T, reliability: G", "OR111"),
        ("kind: web, title: T, reliability: b", "OR111"),
        ("kind: web, title: T, status: gone", "OR111"),
        ("kind: web, title: T, url: www.example.org", "OR116"),
        ("kind: web, title: T, archived: {date: 2020-01-01}", "OR110"),
        ("kind: web, title: T, archived: {url: 'data:text/html,x'}", "OR116"),
        ("kind: web, title: T, via: Some Report", "OR112"),
        ("kind: web, title: T, published: 6.1.2020", "OR114"),
        ("kind: web, title: T, publish: True", "OR111"),
    ],
)
def test_values_of_a_source_are_checked(folder: Folder, keys: str, code: str) -> None:
    found = folder.read({"content/sources/x.yaml": f"{{{keys}}}"})
    assert found.codes == [code]
    assert found.hints[0]
    assert found.records.broken.sources == {"x"}


def test_different_sources_with_one_id_are_an_error(folder: Folder) -> None:
    found = folder.read(
        {
            "content/sources/a.yaml": "- {id: s, kind: web, title: T}\n",
            "content/sources/b.yaml": "- {id: s, kind: web, title: U}\n",
        }
    )
    assert "content/sources/a.yaml" in found.only("OR113").message


def test_the_same_source_twice_is_one(folder: Folder) -> None:
    found = folder.read(
        {
            "content/sources/a.yaml": "- {id: s, kind: web, title: T}\n",
            "content/sources/b.yaml": "- {id: s, title: T, kind: web}\n",
        }
    )
    assert found.source.path == "content/sources/a.yaml"


def test_an_article_lists_sources_by_id_with_a_purpose_or_on_the_spot(folder: Folder) -> None:
    article = folder.read_article(
        "sources: [a, {id: b, supports: the figure}, {id: c, kind: own, title: T, supports: [x, y]}]"
    ).article
    assert [str(source) for source in article.source_ids] == ["a", "b"]
    assert article.source_supports == (("b", ("the figure",)),)
    (local,) = article.local_sources
    assert (local.id, local.kind, local.supports) == ("c", SourceKind.OWN, ("x", "y"))


EXPORT = [
    {
        "id": "http://zotero.org/users/123/items/ABCD1234",
        "type": "article-newspaper",
        "title": "All  retaliation\toptions",
        "container-title": "The Independent",
        "publisher": "ignored",
        "author": [{"family": "Trew", "given": "Bel"}, {"literal": "The Desk"}],
        "issued": {"date-parts": [["2020", 1, 6]]},
        "accessed": {"date-parts": [[2020, "01"]]},
        "URL": "https://example.org/a",
        "language": "en-GB",
        "abstract": "ignored",
    },
    {"id": "trew2020", "type": "broadcast", "title": "T", "genre": "Radio programme"},
    {"id": "x", "citation-key": "key-2020", "type": "legislation", "title": "T"},
    {"id": 17, "type": "report", "title": "T", "publisher": "UN", "issued": {"raw": "2020-01"}},
    {"id": "odd", "type": "hieroglyph", "title": "T", "issued": {"literal": "long ago"}},
    {
        "id": "old",
        "type": "book",
        "title": "T",
        "issued": {"date-parts": [[1998]], "circa": True},
        "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}],
    },
]


@pytest.mark.parametrize("indent", [None, "\t", 2])
def test_an_export_of_a_reference_manager_is_taken_as_it_is(
    folder: Folder, indent: str | int | None
) -> None:
    export = json.dumps(EXPORT, indent=indent, ensure_ascii=False)
    found = folder.read({"content/sources/zotero.json": export})
    assert found.told == []
    sources = {source.id: source for source in found.records.sources}
    assert list(sources) == ["abcd1234", "trew2020", "key-2020", "17", "odd", "old"]
    first = sources["abcd1234"]
    assert (first.kind, first.title) == (SourceKind.ARTICLE, "All retaliation options")
    assert [str(author) for author in first.authors] == ["Bel Trew", "The Desk"]
    assert (str(first.publisher), first.url) == ("The Independent", "https://example.org/a")
    assert first.published is not None
    assert first.published.iso == "2020-01-06"
    assert first.accessed is not None
    assert (first.accessed.iso, first.language) == ("2020-01", "en-GB")
    assert sources["trew2020"].kind is SourceKind.RADIO
    assert sources["key-2020"].kind is SourceKind.LAW
    report = sources["17"]
    assert (report.kind, str(report.publisher)) == (SourceKind.REPORT, "UN")
    assert report.published is not None
    assert report.published.iso == "2020-01"
    assert (sources["odd"].kind, sources["odd"].published) == (SourceKind.DOCUMENT, None)
    old = sources["old"].published
    assert old is not None
    assert (old.iso, old.is_about) == ("1998", True)
    assert [str(author) for author in sources["old"].authors] == ["Vincent van Gogh"]


def test_a_message_about_an_export_points_at_the_entry(folder: Folder) -> None:
    text = '[\n  {"id": "a", "title": "T", "type": "book"},\n  {"id": "b", "type": "book"}\n]\n'
    finding = folder.read({"content/sources/z.json": text}).only("OR110")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (3, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "OR103"),
        ("{}", "OR103"),
        ('[{"id": "a"', "OR103"),
        ('[{"id": "a", "title": "T"} {"id": "b", "title": "T"}]', "OR103"),
        ('[{"id": "a", "title": "T"}] x', "OR103"),
        ("[1]", "OR103"),
        ('[{"title": "T"}]', "OR112"),
        ('[{"id": "a", "title": "T", "URL": "javascript:alert(1)"}]', "OR116"),
        ("[" * 100_000, "OR107"),
        ('[{"id": "a", "title": "T", "x": ' + "[" * 100_000, "OR107"),
    ],
)
def test_an_export_that_is_no_list_of_sources_is_refused(
    folder: Folder, text: str, code: str
) -> None:
    found = folder.read({"content/sources/z.json": text})
    assert found.codes == [code]
    assert found.hints[0]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"title": "a\x00b"}, "OR109"),
        ({"author": [{"family": "b\ud800"}]}, "OR109"),
        ({"id": "a" * 121}, "OR112"),
        ({"URL": "java\tscript:alert(1)"}, "OR116"),
    ],
)
def test_an_export_brings_in_nothing_that_cannot_be_published(
    folder: Folder, keys: dict[str, object], code: str
) -> None:
    entry = {"id": "x", "type": "book", "title": "T", **keys}
    finding = folder.read({"content/sources/z.json": json.dumps([entry])}).only(code)
    assert finding.span == Span("content/sources/z.json", 1, 2, 1, len(json.dumps(entry)) + 2)


def test_what_an_export_says_for_nobody_to_see_is_passed_over(folder: Folder) -> None:
    entry = {"id": "x", "type": "book", "title": "T", "abstract": "\x00", "language": "English"}
    source = folder.read({"content/sources/z.json": json.dumps([entry])}).source
    assert source.language == ""


def test_an_empty_export_is_no_fault(folder: Folder) -> None:
    assert folder.read({"content/sources/z.json": "[ ]\n"}).told == []
