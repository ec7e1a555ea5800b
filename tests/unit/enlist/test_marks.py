from onrecord.enlist.marks import cited_ids, destinations, marks, marks_outside_code


def test_a_mark_is_the_words_before_the_bar() -> None:
    text = (
        "[[a]] and [[b|the b]], [[c\\|in a table]], ![[#pulled]], [[Two\nlines]] [[d|the [late] d]]"
    )
    assert list(marks(text)) == ["a", "b", "c", "#pulled", "Two lines", "d"]


def test_brackets_that_are_no_mark_are_passed_over() -> None:
    assert list(marks("[[]] [[a] [b]] [[[ ]]] [[")) == []


def test_marks_in_code_and_escaped_ones_list_nobody() -> None:
    text = "[[a]] `[[b]]` ``x ` [[c]]`` \\[[d]]\n```\n[[e]]\n```\n~~~~ md\n[[f]]\n~~~\n~~~~\n[[g]]"
    assert list(marks_outside_code(text)) == ["a", "g"]


def test_every_source_of_a_citation_is_found() -> None:
    text = "So.[@a] And [see @b, p. 3; @c: gives x@y.org]. Not [mail me@d.org]."
    assert list(cited_ids(text)) == ["a", "b", "c"]


def test_destinations_of_links_pictures_and_definitions_are_found() -> None:
    text = (
        '[a](b.md) ![c](<d e.jpg> "title") [f](g_(h).md#i)\n\n[j]: k.md "l"\n[^1]: n.md\n'
        '<img src="m.png"> [n](<>) [o]()'
    )
    assert list(destinations(text)) == ["b.md", "d e.jpg", "g_(h).md#i", "", "", "k.md", "m.png"]


def test_a_destination_is_read_without_escapes() -> None:
    assert list(destinations("[a](b\\_c&amp;d.md)")) == ["b_c&d.md"]


def test_what_stands_between_and_after_code_spans_is_read() -> None:
    assert list(marks_outside_code("`a` [[b]] `c` [[d]] ` [[e]]")) == ["b", "d", "e"]
    assert list(marks_outside_code("`` [[a]] ` [[b]] `` [[c]] ` [[d]]")) == ["c", "d"]
