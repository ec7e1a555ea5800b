"""Biographies, topics' briefs and plain pages: the same Markdown and marks, without quotes."""

from tests.rig.annotating import annotate_page, shown

ADA = {
    "content/actors/people.yaml": "- {id: ada-byron, name: Ada Byron, kind: person, summary: A.}\n"
}
SOURCE = {"content/sources/s.yaml": "id: minutes\nkind: document\ntitle: The minutes\n"}


def test_a_marked_actor_is_linked_where_it_is_named_too() -> None:
    page = annotate_page(
        "Ada Byron is [[ada-byron|the minister]].\n\n## Later\n\nByron.", files=ADA
    )
    assert "{m ada-byron}Ada Byron{/} is {m ada-byron}the minister{/}." in page.html
    assert "<p>{m ada-byron}Byron{/}.</p>" in page.html


def test_an_actor_that_no_mark_names_is_not_linked() -> None:
    assert annotate_page("Ada Byron.", files=ADA).html == "<p>Ada Byron.</p>\n"


def test_sources_are_numbered_and_footnotes_listed() -> None:
    page = annotate_page("So.[^1][@minutes]\n\n[^1]: It *is*.[@minutes]", files=SOURCE)
    assert page.html == "<p>So.{note 1.1}{cite 1.1}</p>\n"
    assert [shown(note.body) for note in page.facts.notes] == ["<p>It <em>is</em>.{cite 1.2}</p>\n"]
    assert [(source.source_id, len(source.uses)) for source in page.facts.sources] == [
        ("minutes", 2)
    ]


def test_quotations_need_no_record() -> None:
    assert annotate_page("She said “nobody goes home before dawn”.").findings == ()


def test_a_mark_of_a_quote_is_an_error_since_a_page_has_none() -> None:
    page = annotate_page("![[#home]] and [[q:home|go]]")
    assert page.html == "<p>![[#home]] and [[q:home|go]]</p>\n"
    assert [found.code for found in page.findings] == ["OR505", "OR505"]


def test_a_place_is_told_by_line_and_column_of_the_file() -> None:
    page = annotate_page("One.\n\nSee [[zzyzx]].")
    assert page.codes == ["OR506 6:5"]
