"""What is wrong in a layout is told to its author: the file, the line, what was meant, what to do."""

from pathlib import Path

import pytest

from onrecord.pages.views import BriefingView, PageView, TopicsView
from onrecord.render.problems import merged
from onrecord.text.frozen import replace
from tests.rig.sites import build_folder, write_site
from tests.rig.themes import found_at_once, page_with, place, themed
from tests.rig.views import empty_view, full_view

# Seen before any page is made: the layout, its line, code, words of the message, words of the hint.
AT_ONCE = [
    ("one\n{% if %}\n", 2, "OR601", "an expression is missing before `%}`", "{% if %}"),
    ("one\n{% block a % }", 2, "OR601", "`%` stands where `%}` was expected", ""),
    ("one\n{% if view.title }}x", 2, "OR601", "`}` stands where it cannot", ""),
    ("one\n{% extends %}", 2, "OR601", "`%}` stands where it cannot", ""),
    ("\n{% set a = %}", 2, "OR601", "an expression is missing before `%}`", "one expression"),
    ("\n{{ view.title view }}", 2, "OR601", "`view` stands where `}}` was expected", ""),
    ("one\n{% block a %}", 2, "OR601", "'endblock'", ""),
    ("\n{% block a %}{% endblock %}{% block a %}{% endblock %}", 2, "OR601", "twice", ""),
    ("{% if 0 %}\n{{ view.title | uper }}{% endif %}", 2, "OR601", "filter `uper`", "`upper`"),
    ("\n{{ 1 if view.title is evenn }}", 2, "OR601", "test `evenn`", "`even`"),
    ("{% for a in [1] %}" * 25 + "{% endfor %}" * 25, 1, "OR601", "nested", ""),
    ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", 1, "OR601", "nested too deeply", ""),
    ("\n{% include 'partials/titel.html' %}", 2, "OR603", "titel", "“partials/title.html”"),
    ("\n{% extends 'bass.html' %}", 2, "OR603", "“bass.html”", "“base.html”"),
    ("\n{% from 'macro.html' import m %}", 2, "OR603", "“macro.html”", "layouts/"),
    ("\n{% extends 'topics.html' %}", 2, "OR604", "extends itself", '"default/topics.html"'),
    (b"one\ntw\xff", 2, "OR601", "not UTF-8", "UTF-8"),
]
EXTENDING = '{% extends "default/topics.html" %}\n'
NEVER_SHOWN = [
    (EXTENDING + "{% block topcis %}{% endblock %}", 2, "“default/topics.html”", "`topics`"),
    (EXTENDING + "\n<p>Hello</p>", 3, "outside of every block", "into one of them"),
    (EXTENDING + "{% include 'partials/title.html' %}", 2, "outside of every block", ""),
    ("<p>Hello</p>" + EXTENDING, 1, "ahead of the whole page", ""),
]
# Seen when a page is made of the emptiest view, or of the fullest.
WHILE_FILLED = [
    ("\n{{ headlin }}", 2, "OR602", "`headlin`, which is not defined", "through `view`"),
    ("\n{{ title }}", 2, "OR602", "`title`, which is not defined", "`view.title`"),
    ("\n{{ ulr('/') }}", 2, "OR602", "`ulr`", "`url`"),
    (
        "\n{{ view.titel }}",
        2,
        "OR602",
        "`titel`, which is not in `view`",
        "`title`? It holds: frame",
    ),
    ("\n{{ view.frame.titel }}", 2, "OR602", "`titel`, which is not in `view.frame`", "`title`?"),
    ("\n<a href='{{ url(view.frame.permalnk) }}'>", 2, "OR602", "`permalnk`", "`permalink`"),
    ("\n{{ view.topics.title }}", 2, "OR602", "`view.topics`, which is a list", "{% for one in"),
    ("\n{{ view.title.text }}", 2, "OR602", "`view.title`, which is a text", "as it is"),
    ("{% macro m(x) %}\n{{ x.nothing }}\n{% endmacro %}{{ m(view) }}", 2, "OR602", "`nothing`", ""),
    ("\n{% macro m(x) %}{% endmacro %}\n{{ m(1, 2) }}", 3, "OR604", "not more than 1", ""),
    ("\n{% block b %}{{ super() }}{% endblock %}", 2, "OR602", "super()", "extends"),
    ("\n{{ when(view.title) }}", 2, "OR604", "not a text", "when(view.published)"),
    ("\n{{ line(view.title) }}", 2, "OR604", "not of a text", "line(record.by)"),
    ("\n{{ dress(view.title, view) }}", 2, "OR604", "not a text and a TopicsView", "view.dressing"),
    ("\n{{ dress(view.title) }}", 2, "OR604", "dress() missing 1 required", "this line"),
    (
        "\n{% for i in range(10 ** 12) %}{% endfor %}",
        2,
        "OR604",
        "at most 100,000",
        "Count to less",
    ),
    ("\n{{ url(none) }}", 2, "OR604", "not none", "url(link.permalink)"),
    ("\n{{ url('') }}", 2, "OR604", "empty", "{% if %}"),
    ("\n{{ url('about') }}", 2, "OR604", "url()", "“/about”"),
    ("\n{{ url('#roles') }}", 2, "OR604", "url()", 'href="#roles"'),
    ("\n{{ url('https://example.org/') }}", 2, "OR604", "url()", "web address"),
    ("\n{{ view }}", 2, "OR604", "whole TopicsView", "holds: frame, title"),
    ("\n{{ view.topics }}", 2, "OR604", "is a list", "{% for one in view.topics %}"),
    ("\n{{ url }}", 2, "OR604", "`url` is a function", "{{ url() }}"),
    ("\n{{ 1 / 0 }}", 2, "OR604", "division by zero", "this line"),
    ("\n{% for x in none %}{% endfor %}", 2, "OR604", "nothing to go through", "{% if"),
    ("\n{% set x = 'nope.html' %}{% include x %}", 2, "OR603", "“nope.html”", "layouts/"),
    ("\n{% include 'partials/records.html' %}", 2, "OR602", "needs `records`", "{% set records"),
]
OF_A_BRIEFING = [
    (
        "{% for n in view.notes %}{% endfor %}",
        "OR604",
        "`view.notes` is none",
        "{% if view.notes %}",
    ),
    ("{{ view.notes.remark }}", "OR602", "`remark` in `view.notes`, which is none", "{% if"),
    ("{{ view.topics[0].text }}", "OR602", "`view.topics` has no entry [0]", "{% if"),
    ("{{ view.published }}", "OR604", "whole ShownDate", "{{ when(view.published) }}"),
    ("{{ view.body }}", "OR604", "whole Body", "{{ dress(view.body, view.dressing) }}"),
    ("{{ view.updated }}", "OR604", "`view.updated` is none", "{% if view.updated %}"),
]


@pytest.mark.parametrize(("text", "line", "code", "told", "advice"), AT_ONCE)
def test_a_slip_is_told_before_any_page_is_made(
    text: str | bytes, line: int, code: str, told: str, advice: str, tmp_path: Path
) -> None:
    (found,) = found_at_once(tmp_path, {"layouts/topics.html": text})
    assert (found.code, place(found)) == (code, ("layouts/topics.html", line))
    assert told in found.message
    assert advice in found.hint


@pytest.mark.parametrize(("text", "line", "told", "advice"), NEVER_SHOWN)
def test_what_jinja_passes_over_in_silence_is_told(
    text: str, line: int, told: str, advice: str, tmp_path: Path
) -> None:
    (found,) = found_at_once(tmp_path, {"layouts/topics.html": text})
    assert (found.code, place(found)) == ("OR608", ("layouts/topics.html", line))
    assert told in found.message
    assert advice in found.hint


@pytest.mark.parametrize(
    "files",
    [
        {"layouts/topics.html": EXTENDING + "{% block topics %}x{% block own %}{% endblock %}{% endblock %}"},
        {"layouts/topics.html": EXTENDING + "{# why #}{% set a = 1 %}{% import 'm.html' as m %}",
         "layouts/m.html": ""},
        {"layouts/topics.html": "{% extends ours %}<p>who knows</p>"},
        {"layouts/partials/title.html": "x", "layouts/README.md": "x", "layouts/LICENSE": "x"},
        {"layouts/own.html": "{% include ['no.html', 'partials/title.html'] %}"
         "{% include 'no.html' ignore missing %}", "layouts/404.html": "{% include 'own.html' %}"},
    ],
)  # fmt: skip
def test_what_is_as_it_should_be_is_passed_over(files: dict[str, str], tmp_path: Path) -> None:
    assert found_at_once(tmp_path, files) == []


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("breifing.html", "briefing.html"),
        ("partial/title.html", "partials/title.html"),
        ("feed.xml", "feeds/item.html"),
        ("briefing.njk", ".html"),
        ("own.css", "assets/"),
    ],
)
def test_a_file_that_takes_no_part_is_told(name: str, advice: str, tmp_path: Path) -> None:
    (found,) = found_at_once(tmp_path, {f"layouts/{name}": ""})
    assert (found.code, place(found)) == ("OR609", (f"layouts/{name}", 1))
    assert advice in found.hint


def test_layouts_that_extend_in_a_circle_are_told_with_their_way(tmp_path: Path) -> None:
    files = {"layouts/base.html": '{% extends "briefing.html" %}'}
    (found,) = found_at_once(tmp_path, files)
    way = "layouts/base.html → onrecord/_layouts/briefing.html → layouts/base.html"
    assert way in found.message


@pytest.mark.parametrize(("text", "line", "code", "told", "advice"), WHILE_FILLED)
def test_a_slip_that_shows_when_a_page_is_made_is_told_at_its_line(
    text: str, line: int, code: str, told: str, advice: str, tmp_path: Path
) -> None:
    theme = themed(tmp_path, {"layouts/topics.html": text})
    page, (found,) = page_with(theme, "topics.html", full_view(TopicsView))
    assert (found.code, place(found)) == (code, ("layouts/topics.html", line))
    assert told in found.message
    assert advice in found.hint
    assert (page.content, page.facts) == (b"", None)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("{{ view.titel }}", (9, 14)),
        ("<p>{{ titel }} {{ titel }}</p>", (1, 1)),
        ("{{ ulr('/') }}", (4, 7)),
        ("<p>{{ view['titel'] }} titels</p>", (13, 18)),
    ],
)
def test_a_name_that_stands_once_on_its_line_is_pointed_at(
    text: str, columns: tuple[int, int], tmp_path: Path
) -> None:
    theme = themed(tmp_path, {"layouts/topics.html": text})
    _, (found,) = page_with(theme, "topics.html", full_view(TopicsView))
    assert found.span is not None
    assert (found.span.column, found.span.end_column) == columns


@pytest.mark.parametrize(("text", "code", "told", "advice"), OF_A_BRIEFING)
def test_what_a_page_lacks_is_told_by_its_name_within_an_extended_block(
    text: str, code: str, told: str, advice: str, tmp_path: Path
) -> None:
    layout = '{% extends "default/briefing.html" %}\n{% block notes %}\n' + text + "{% endblock %}"
    theme = themed(tmp_path, {"layouts/briefing.html": layout})
    _, (found,) = page_with(theme, "briefing.html", empty_view(BriefingView))
    assert (found.code, place(found)) == (code, ("layouts/briefing.html", 3))
    assert told in found.message
    assert advice in found.hint


def test_a_partial_that_includes_itself_without_end_is_told(tmp_path: Path) -> None:
    files = {"layouts/partials/title.html": "{% include 'partials/title.html' %}"}
    _, (found,) = page_with(themed(tmp_path, files), "topics.html", full_view(TopicsView))
    assert (found.code, place(found)) == ("OR604", ("layouts/partials/title.html", 1))
    assert "without end" in found.message


def test_what_a_layout_of_ours_was_not_given_is_told_at_the_include_of_the_site(
    tmp_path: Path,
) -> None:
    text = '{% extends "base.html" %}{% block main %}\n{% include "partials/days.html" %}{% endblock %}'
    theme = themed(tmp_path, {"layouts/topics.html": text})
    _, (found,) = page_with(theme, "topics.html", full_view(TopicsView))
    assert place(found) == ("layouts/topics.html", 2)
    (related,) = found.related
    assert related.span.path == "onrecord/_layouts/partials/days.html"


def test_a_fault_of_our_own_layouts_is_not_put_on_the_author(tmp_path: Path) -> None:
    view = full_view(TopicsView)
    broken = replace(view, topics=None)
    lacking = replace(broken, topics=(object(),))
    with pytest.raises(Exception, match="object"):
        page_with(themed(tmp_path, {}), "topics.html", lacking)


def test_one_slip_is_told_once_with_the_number_of_its_pages(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/base.html": "\n{{ view.titel }}"})
    views: list[PageView] = [full_view(TopicsView), *[full_view(BriefingView)] * 19]
    problems = [
        (f"/{number}/", found)
        for number, view in enumerate(views)
        for found in page_with(theme, "base.html", view)[1]
    ]
    (found,) = merged(problems)
    assert found.message.endswith("which is not in `view` (on 20 pages, such as /0/)")


def test_all_broken_layouts_of_a_site_are_told_in_one_run(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "layouts/404.html": "{% if %}",
        "layouts/partials/title.html": b"\xff",
        "layouts/front.html": "{{ view.titel }}",
        "layouts/timeline.html": "<h1>x</h1><a href=\"{{ url('/no/') }}\">x</a>",
        "layouts/corrections.html": "{{ view.lede | uper }}",
    }
    built = build_folder(write_site(tmp_path, files))
    assert built.exit_code == 1
    assert [(found.code, place(found)) for found in built.diagnostics if found.code != "OR313"] == [
        ("OR601", ("layouts/404.html", 1)),
        ("OR601", ("layouts/corrections.html", 1)),
        ("OR602", ("layouts/front.html", 1)),
        ("OR601", ("layouts/partials/title.html", 1)),
        ("OR502", ("layouts/timeline.html", 1)),
    ]


def test_a_dead_link_of_a_layout_is_told_once_where_it_is_written(tmp_path: Path) -> None:
    block = "{% block head %}\n<link rel=help href=\"{{ url('/abuot/') }}\">{% endblock %}"
    files = {"layouts/base.html": '{% extends "default/base.html" %}' + block}
    built = build_folder(write_site(tmp_path, files))
    (found,) = built.diagnostics
    assert (found.code, place(found)) == ("OR502", ("layouts/base.html", 2))


def test_a_dead_link_of_a_layout_that_all_pages_have_is_told_once(tmp_path: Path) -> None:
    block = "{% block main %}\n<a href='/abuot/'>Us</a>{{ super() }}{% endblock %}"
    files = {"layouts/briefing.html": '{% extends "default/briefing.html" %}' + block}
    briefings = {
        f"content/articles/{name}.md": f"---\ntitle: {name}\ndate: 2020-01-06\n---\nWords.\n"
        for name in ("ferry", "quay")
    }
    built = build_folder(write_site(tmp_path, {**files, **briefings}))
    (found,) = built.diagnostics
    assert (found.code, place(found)) == ("OR502", ("layouts/briefing.html", 2))
    assert found.message.startswith("on 2 pages, such as /briefings/ferry/, a link leads to")


@pytest.mark.parametrize("path", ["FEED.xml", "briefings", "404.html/x.png"])
def test_an_asset_in_the_place_of_a_page_is_refused(path: str, tmp_path: Path) -> None:
    built = build_folder(write_site(tmp_path, {f"layouts/assets/{path}": "x"}))
    (found,) = built.diagnostics
    assert (found.code, place(found)) == ("OR511", (f"layouts/assets/{path}", 1))


def test_an_asset_beside_the_pages_is_published(tmp_path: Path) -> None:
    built = build_folder(write_site(tmp_path, {"layouts/assets/briefings/x.png": "x"}))
    assert built.diagnostics == ()
    assert built.publishes("briefings/x.png")
