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
