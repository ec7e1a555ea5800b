"""Slips that look like something else: each is told once, with what to type instead."""

import pytest

from tests.rig.reading import ARTICLE, Folder

QUOTE = "quotes:\n  - id: stop\n    speaker: ann-bee\n    text: We stop\n"


@pytest.mark.parametrize(
    ("keys", "code", "hint"),
    [
        ("topics: harbour, strike", "OR112", "write [harbour, strike]"),
        ("topics: Harbour Strike, Iran", "OR112", "write [harbour-strike, iran]"),
        ("topics: [x, 'a, c']", "OR112", "write an entry for each: a, c"),
        ("topics:\n  -carl-dee\n  -port-co", "OR111", "write - carl-dee"),
        ("takeaways:\n  -First words\n  -Second", "OR111", "write - First"),
        ("quotes:\n  -id: a\n  -speaker: b", "OR111", "write - id"),
        ("quotes: [{id: a, text: x, speaker: 'a, b'}]", "OR112", "write [a, b]"),
        (QUOTE + "    source: call, p. 3", "OR112", 'write {id: call, loc: "p. 3"}'),
        (QUOTE + "    source: call, 12", "OR112", 'write {id: call, loc: "12"}'),
        (QUOTE + "    source: call, letter", "OR112", "write [call, letter]"),
        (QUOTE + "    source: call, letter, p. 3", "OR112", "write [call, letter, p-3]"),
        (QUOTE + "    credibility: A", "OR111", "write a number from 1 to 6"),
        ("takeaways:\n  - First: the port", "OR111", 'marks: "First: the port"'),
        ("takeaways: [[Update]]", "OR111", 'belong to the words, "[Update]"'),
        (
            "quotes:\n  - {speaker: a, passages: [We stop, They go]}",
            "OR111",
            "write a line `id: words` for each",
        ),
    ],
)
def test_what_was_meant_is_shown(folder: Folder, keys: str, code: str, hint: str) -> None:
    assert hint in folder.read_article(keys).only(code).hint


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("{id: a, speeker: ann-bee, text: x}", "write speaker: in place of speeker:"),
        ("{id: a, by: ann-bee, text: x}", "write speaker: in place of by:"),
        ("{id: a, speaker: ann-bee, texxt: x}", "write text: in place of texxt:"),
        ("{ids: a, speaker: ann-bee, text: x}", "write id: in place of ids:"),
    ],
)
def test_a_misspelt_key_of_a_quote_is_told_once(folder: Folder, quote: str, hint: str) -> None:
    assert folder.read_article(f"quotes: [{quote}]").only("OR110").hint == hint


@pytest.mark.parametrize(
    ("path", "text", "hint"),
    [
        (ARTICLE, "---\ntitel: T\ndate: 2020-01-06\n---\nX\n", "write title: in place of titel:"),
        (ARTICLE, "---\ntitle: T\npubdate: 2020\n---\nX\n", "write date: in place of pubdate:"),
        ("content/actors/a.md", "---\nname: A\nknd: body\n---\n", "write kind: in place of knd:"),
        ("content/actors/a.yaml", "- {nane: A, kind: body}\n", "write name: in place of nane:"),
        (
            "site.yaml",
            "titel: T\nbase_url: https://a.org/\ntag_authority: 'a.org,2020'\n",
            "title:",
        ),
    ],
)
def test_a_misspelt_key_that_must_be_there_is_told_once(
    folder: Folder, path: str, text: str, hint: str
) -> None:
    assert hint in folder.read({path: text}).only("OR110").hint


def test_a_misspelt_key_that_may_be_missing_stays_a_warning(folder: Folder) -> None:
    found = folder.read({"content/actors/a.md": "---\nname: A\nkind: body\nagee: 3\n---\n"})
    found.only("OR115")
    assert [actor.name for actor in found.records.actors] == ["A"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_key_with_a_special_space_names_it(folder: Folder, space: str) -> None:
    finding = folder.read_article(f"place{space}: Lisse").only("OR115")
    assert "the key `place` with a" in finding.message
    assert "no-break space" in finding.message
    assert finding.hint.startswith("write place:")


def test_a_star_that_breaks_the_yaml_off_hides_no_key(folder: Folder) -> None:
    text = "---\ntitle: *Stop* the port\ndate: 2020-01-06\n---\nX\n"
    assert folder.read({ARTICLE: text}).only("OR105").hint.endswith('title: "*Stop* the port"')


def test_a_value_in_curly_marks_is_shown_in_these_alone(folder: Folder) -> None:
    finding = folder.read_article("topics: “iran”").only("OR112")
    assert "`topics`: “iran” is not an id" in finding.message
    assert finding.hint == "write iran"


def test_words_that_are_missing_are_not_shown_as_those_of_another(folder: Folder) -> None:
    assert folder.read({ARTICLE: "---\ndate: 2020-01-06\n---\nX\n"}).hints == ["write title: …"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/article/2026-03-02-x.md", "move it to content/articles/2026-03-02-x.md"),
        ("content/Articles/x.md", "move it to content/articles/x.md"),
        ("content/posts/2020/x.md", "move it to content/articles/2020/x.md"),
        ("content/loose.md", "move it to content/articles/loose.md"),
        ("content/articles/x.markdown", "move it to content/articles/x.md"),
        ("content/articles/cast.yaml", "move it to content/actors/cast.yaml"),
        ("content/sources.yml", "move it to content/sources/sources.yaml"),
        ("content/people/ann.md", "move it to content/actors/ann.md"),
        ("content/actors/list.json", "move it to content/actors/list.yaml"),
        ("content/source/a.yaml", "move it to content/sources/a.yaml"),
        ("content/archive/a.md", "move it to content/archive/a.txt"),
        ("content/zzz/a.md", "move it to content/articles/a.md"),
    ],
)
def test_content_that_is_read_as_nothing_is_shown_its_place(
    folder: Folder, path: str, hint: str
) -> None:
    finding = folder.read({path: "id: x\n"}).only("OR129")
    assert finding.hint.startswith(hint)
    assert finding.span is not None
    assert finding.span.path == path


@pytest.mark.parametrize(
    "path", ["content/README.md", "content/articles/x.svg", "content/data/x.json", "content/a.txt"]
)
def test_plain_assets_are_no_misplaced_content(folder: Folder, path: str) -> None:
    assert folder.read({path: "x"}).told == []


@pytest.mark.parametrize(
    ("authors", "hint"),
    [
        ("Ann Bee, Bob", "write [Ann Bee, Bob];"),
        ("\n  - Ann Bee, Bob", "write an entry for each: Ann Bee, Bob;"),
    ],
)
def test_a_comma_in_a_name_is_a_warning(folder: Folder, authors: str, hint: str) -> None:
    assert folder.read_article(f"authors: {authors}").only("OR130").hint.startswith(hint)


@pytest.mark.parametrize("authors", ['"King, Jr."', "[Ann Bee, Bob]", "Ann Bee and Bob"])
def test_names_in_a_list_or_in_quotation_marks_are_as_meant(folder: Folder, authors: str) -> None:
    assert folder.read_article(f"authors: {authors}").told == []


def test_a_comma_in_the_name_of_a_sources_author_is_a_warning(folder: Folder) -> None:
    own = folder.read_article("sources: {id: a, kind: book, title: T, author: 'A'}")
    assert own.told == []
    text = "kind: book\ntitle: T\nauthor: Ann Bee, Bob\n"
    assert folder.read({"content/sources/a.yaml": text}).codes == ["OR130"]
    assert folder.read({"content/sources/a.yaml": f"---\n{text}"}).codes == ["OR130"]
    page = folder.read({"content/sources/b.md": f"---\n{text}---\n"})
    assert page.codes == ["OR130", "OR130"]


def test_ids_as_keys_are_shown_as_a_list(folder: Folder) -> None:
    found = folder.read({"content/actors/cast.yaml": "ann: {name: Ann, kind: person}\n"})
    assert found.only("OR111").hint.startswith("write `- id: ann`")
    assert found.records.broken.actors == {"ann"}
