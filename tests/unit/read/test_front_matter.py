import pytest

from tests.rig.reading import ARTICLE, Folder


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "---"),
        ("Just words.\n", "---"),
        ("title: T\ndate: 2020-01-06\n---\nText.\n", "before the first key"),
        ("\n---\ntitle: T\n---\nText.\n", "empty lines"),
        ("+++\ntitle = 'T'\n+++\nText.\n", "YAML"),
        ("----\ntitle: T\n----\nText.\n", "---"),
        ("---\ntitle: T\nText.\n", "after the last key"),
        ("---\ntitle: T\n ---\nText.\n", "after the last key"),
        ("---", "after the last key"),
        ("---\ntitle: T\n...\nText.\n", "in place of the ... on line 3"),
        ("--- # front matter\ntitle: T\n---\n", "---"),
    ],
)
def test_a_file_without_front_matter_is_told_what_to_write(
    folder: Folder, text: str, hint: str
) -> None:
    found = folder.read({ARTICLE: text})
    assert hint in found.only("OR118").hint
    assert found.records.broken.articles == {"x"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: T\ndate: 2020-01-06\n---\nText.\n---\nMore.\n", "Text.\n---\nMore.\n"),
        ("---  \ntitle: T\ndate: 2020-01-06\n---\t\nText.", "Text."),
        ("---\ntitle: T\ndate: 2020-01-06\nsummary: a --- b\n---\nText.", "Text."),
    ],
)
def test_front_matter_ends_at_the_next_line_of_hyphens(
    folder: Folder, text: str, body: str
) -> None:
    assert folder.read({ARTICLE: text}).article.body == body


def test_empty_front_matter_lacks_its_keys(folder: Folder) -> None:
    found = folder.read({ARTICLE: "---\n---\nText.\n"})
    assert found.told == [
        f"{ARTICLE}:2:1 OR110 `date` is missing",
        f"{ARTICLE}:2:1 OR110 `title` is missing",
    ]
    assert found.hints[1].startswith("write title: ")


@pytest.mark.parametrize("data", ["- a\n- b\n", "words\n", "[]\n"])
def test_front_matter_that_is_no_mapping_is_refused(folder: Folder, data: str) -> None:
    assert folder.read({ARTICLE: f"---\n{data}---\nText.\n"}).codes == ["OR111"]


def test_a_key_without_a_value_is_as_if_it_were_not_there(folder: Folder) -> None:
    article = folder.read_article("summary:\nactors:\nquotes: ~\ndraft:\n").article
    assert (article.summary, article.listings, article.is_draft) == (None, (), False)


def test_a_required_key_without_a_value_is_pointed_at(folder: Folder) -> None:
    found = folder.read({ARTICLE: "---\ntitle:\ndate: 2020-01-06\n---\nText.\n"})
    finding = found.only("OR110")
    assert finding.message == "`title` has no value"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (2, 1, 6)


@pytest.mark.parametrize("title", ["''", '"  "'])
def test_an_empty_title_is_none(folder: Folder, title: str) -> None:
    found = folder.read({ARTICLE: f"---\ntitle: {title}\ndate: 2020-01-06\n---\nText.\n"})
    assert found.codes == ["OR110"]


@pytest.mark.parametrize(
    "title", ["2020", "no", "1e3", "0x10", "12:30", "true", "~ish", "2020-01-06"]
)
def test_a_title_is_the_text_that_was_typed(folder: Folder, title: str) -> None:
    found = folder.read({ARTICLE: f"---\ntitle: {title}\ndate: 2020-01-06\n---\nText.\n"})
    assert found.article.title.text == title


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("summary: [a", "OR103"),
        ("summary: a: b", "OR103"),
        ("summary: @a", "OR103"),
        ("\tsummary: a", "OR103"),
        ("summary: a\nsummary: b", "OR104"),
        ("summary: &a b", "OR105"),
        ("summary: *a", "OR105"),
        ("<<: {a: b}", "OR105"),
        ("summary: !!str a", "OR106"),
        ("summary: !!python/object/apply:os.system [x]", "OR106"),
        (f"x_a: {'[' * 13}{']' * 13}", "OR107"),
        ("summary: a # b", "OR108"),
        ("images: {a.jpg: {caption: one, two}}", "OR108"),
        ("summary: ! a", "OR108"),
        ("summary: a\x01b", "OR109"),
    ],
)
def test_what_yaml_refuses_or_loses_is_an_error_with_a_remedy(
    folder: Folder, keys: str, code: str
) -> None:
    found = folder.read_article(keys)
    assert code in found.codes
    assert all(found.hints)
    assert found.records.articles == ()


@pytest.mark.parametrize(
    "keys",
    [
        "summary: 'a: b'",
        "summary: “a: b”",
        "summary: a#b",
        "summary: '@a'",
        "summary: a & b * c",
        f"x_a: {'[' * 9}{']' * 9}",
        "summary: 'a # b'",
        "images: {a.jpg: {caption: 'one, two'}}",
        "summary: Stop!",
        "summary: a\u00adb",
    ],
)
def test_what_only_looks_so_is_taken(folder: Folder, keys: str) -> None:
    assert folder.read_article(keys).told == [] or "“a: b”" in keys


def test_a_bomb_of_aliases_is_refused_before_it_grows(folder: Folder) -> None:
    lines = ["x_a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [
        f"x_{b}: &{b} [{','.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    found = folder.read_article("\n".join(lines))
    assert set(found.codes) == {"OR105"}


def test_an_unknown_key_is_a_warning_with_the_closest_one(folder: Folder) -> None:
    found = folder.read_article("sumary: x\ntags: [a]\nx_mine: y\nzzz: 1")
    assert found.codes == ["OR115", "OR115", "OR115"]
    assert found.hints[0] == "did you mean `summary`?"
    assert found.hints[1] == "did you mean `topics`?"
    assert "x_zzz" in found.hints[2]
    assert len(found.records.articles) == 1


@pytest.mark.parametrize(
    ("keys", "place", "hint"),
    [
        ("images: {a.jpg: {capton: x}}", (4, 18), "`caption`"),
        ("quotes: [{id: a, speaker: b, text: c, mediun: tv}]", (4, 39), "`medium`"),
        ("quotes: [{speaker: b, passages: {text: {text: c, saidd: 2020}}}]", (4, 50), "`said`"),
        ("quotes: [{id: a, text: c, speaker: {unnamed: b, wy: d}}]", (4, 49), "`why`"),
        ("actors: [{id: a, roll: b}]", (4, 18), "`role`"),
        ("actors: [{name: a, kind: body, nme: b}]", (4, 32), "`name`"),
        ("sources: [{id: a, kind: own, title: b, autor: c}]", (4, 40), "`author`"),
        ("notes: {text: a, note: b, verdct: c}", (4, 27), "`verdict`"),
    ],
)
def test_an_unknown_key_is_found_at_any_depth(
    folder: Folder, keys: str, place: tuple[int, int], hint: str
) -> None:
    found = folder.read_article(keys)
    finding = found.only("OR115")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == place
    assert hint in finding.hint
    assert len(found.records.articles) == 1


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("yes", "write true"),
        ("No", "write false"),
        ("TRUE", "write true"),
        ("1", "write true"),
        ('"false"', "write draft: false"),
        ("'true'", "write draft: true"),
        ("maybe", "write true or false"),
        ("[true]", "write true;"),
        ("[true, false]", "keep one"),
    ],
)
def test_only_true_and_false_are_true_and_false(folder: Folder, value: str, hint: str) -> None:
    finding = folder.read_article(f"draft: {value}").only("OR111")
    assert hint in finding.hint


def test_true_and_false_are_taken_as_they_are(folder: Folder) -> None:
    assert not folder.read_article("draft: false").article.is_draft
    assert folder.read_article("draft: true").records.articles == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "[a]"),
        ("summary", "{a: b}"),
        ("takeaways", "[[a]]"),
        ("topics", "[{id: a}]"),
        ("nolink", "[a, ]\nx_y: [~]"),
        ("image", "[a.jpg]"),
        ("images", "[a.jpg]"),
        ("images", "a.jpg"),
        ("defaults", "some-source"),
        ("events", "[A strike]"),
        ("notes", "[the passage]"),
        ("corrections", "[Misspelt]"),
        ("allow", "[OR203]"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_what_to_write(
    folder: Folder, key: str, value: str
) -> None:
    if key == "title":
        found = folder.read({ARTICLE: f"---\ntitle: {value}\ndate: 2020-01-06\n---\nText.\n"})
    else:
        found = folder.read_article(f"{key}: {value}")
    if key == "nolink":
        assert found.told == []
    else:
        assert found.only("OR111").hint


def test_an_empty_entry_of_a_list_is_told(folder: Folder) -> None:
    finding = folder.read_article("takeaways:\n  - One.\n  -\n  - Three.\n").only("OR111")
    assert finding.span is not None
    assert finding.span.line in {5, 6}


def test_all_errors_of_all_files_are_told_at_once(folder: Folder) -> None:
    found = folder.read(
        {
            "site.yaml": "title: T\nbase_url: nowhere\n",
            "content/articles/a.md": "---\ntitle: T\n---\nText.\n",
            "content/articles/b.md": "No front matter.",
            "content/actors/c.yaml": "- {kind: body}\n- {name: X, kind: bdy}\n",
            "content/sources/d.yaml": "title: [",
            "content/topics/e.md": b"\xff",
            "content/pages/f.md": "---\ntitle: T\ndate: x\n---\nText.\n",
        }
    )
    assert [told.split(":")[0] for told in found.told] == [
        "content/actors/c.yaml",
        "content/actors/c.yaml",
        "content/articles/a.md",
        "content/articles/b.md",
        "content/pages/f.md",
        "content/sources/d.yaml",
        "content/topics/e.md",
        "site.yaml",
    ]
    broken = found.records.broken
    assert broken.articles == {"a", "b"}
    assert broken.actors == {"x"}
    assert broken.topics == {"e"}


def test_a_file_accepts_findings_in_itself_alone(folder: Folder) -> None:
    found = folder.read(
        {
            "content/articles/a[1].md": "---\ntitle: T\ndate: 2020-01-06\n"
            "allow: {code: OR203, reason: checked}\n---\nText.\n",
            "content/actors/c.yaml": "- {name: X, kind: body, allow: [{code: OR305, reason: y}]}\n",
        }
    )
    assert found.told == []
    assert [(a.code, a.reason, a.path) for a in found.records.allowances] == [
        ("OR203", "checked", "content/articles/a[[]1].md"),
        ("OR305", "y", "content/actors/c.yaml"),
    ]
    assert found.records.allowances[0].span.line == 4


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{code: OR2033, reason: x}", "OR705"),
        ("{code: or203, reason: x}", "OR705"),
        ("{code: OR203}", "OR110"),
        ("{reason: x}", "OR110"),
        ("{code: OR203, reason: x, path: '*'}", "OR115"),
    ],
)
def test_an_allowance_names_a_code_and_a_reason(folder: Folder, entry: str, code: str) -> None:
    assert folder.read_article(f"allow: [{entry}]").codes == [code]
