"""A layout's digest covers all that it may use: too much costs time, too little would be stale."""

import pytest

from onrecord.render.layout_sources import layout_digests
from onrecord.text.source import SourceFile, decode_source

OTHERS = {"a.html": "A", "b.html": "B", "partials/c.html": "C", "alone.html": "alone"}


def layouts(text: str, **changed: str) -> dict[str, SourceFile]:
    """A page's layout beside some others, of which some may be changed; "" takes one away."""
    texts = {"page.html": text, **OTHERS, **changed}
    return {name: decode_source(name, text.encode()) for name, text in texts.items() if text}


def changed_with(text: str) -> set[str]:
    """The layouts whose change, or loss, changes the digest of a page's layout with this text."""
    before = layout_digests(layouts(text))["page.html"]
    return {
        name
        for name in OTHERS
        for other in ("other", "")
        if layout_digests(layouts(text, **{name: other}))["page.html"] != before
    }


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("plain", set()),
        ('{% include "a.html" %}', {"a.html"}),
        ("{% include 'a.html' %}", {"a.html"}),
        ("{%- include 'a.html' -%}", {"a.html"}),
        ("{%+ include 'a.html' +%}", {"a.html"}),
        ("{%include'a.html'%}", {"a.html"}),
        ("{%\n  include\n\t'a.html'\n%}", {"a.html"}),
        ("{% extends 'a.html' %}{% block x %}{% include 'b.html' %}{% endblock %}",
         {"a.html", "b.html"}),
        ("{% import 'a.html' as a %}", {"a.html"}),
        ("{% import 'a.html' as a with context %}", {"a.html"}),
        ("{% from 'a.html' import y %}", {"a.html"}),
        ('{% from "a.html" import y as z %}', {"a.html"}),
        ("{% from 'a.html' import y as z, w with context %}", {"a.html"}),
        ("{% from 'a.html' import y,\n z as q, %}", {"a.html"}),
        ("{% include 'a.html' ignore missing %}", {"a.html"}),
        ("{% include 'a.html' ignore missing without context %}", {"a.html"}),
        ("{% include 'a.html' ignore  missing with  context %}", {"a.html"}),
        ("{%- include ['a.html','b.html'] ignore missing with context +%}", {"a.html", "b.html"}),
        ("{% include ('a.html', 'b.html') %}", {"a.html", "b.html"}),
        ("{% include 'a.html' if view.x else 'b.html' %}", {"a.html", "b.html"}),
        ("{% include 'a' ~ '.html' %}", {"a.html"}),
        ("{% include 'a' '.html' %}", {"a.html"}),
        ("{% include ('a' '.html') %}", {"a.html"}),
        (r"{% include '\x61.html' %}", {"a.html"}),
        (r'{% include "partials\x2fc.html" %}', {"partials/c.html"}),
        ("{% set name = 'a.html' %}{% include name %}", {"a.html"}),
        ("{% include view.layout %}", {"a.html"}),
        ("{% include 'a.html' | lower %}", {"a.html"}),
        ("{% include 'A.HTML'|lower %}", {"a.html"}),
        ("{% for name in ['a.html'] %}{% include name %}{% endfor %}", {"a.html"}),
        ("{% if x %}{% include 'a.html' %}{% else %}{% include 'b.html' %}{% endif %}",
         {"a.html", "b.html"}),
        ("{# {% include name %} #}{% include 'a.html' %}", {"a.html"}),
        ("{# a ' quote #}{% include 'a.html' %}{# another ' #}", {"a.html"}),
        ("{% raw %}{% include 'b.html' %}{% endraw %}{% include 'a.html' %}", {"a.html"}),
        ("{{ '{% raw %}' }}{% include 'a.html' %}", {"a.html"}),
        ("{{ '{#' }}{% include 'a.html' %}{{ '#}' }}", {"a.html"}),
        ("{% set x = \"%}\" %}{% include 'a.html' %}", {"a.html"}),
        ("{% set x = '{% include' %}{% include 'a.html' %}", {"a.html"}),
        ("{% block x %}{%- endblock -%}{% include 'partials/c.html' %}", {"partials/c.html"}),
    ],
)  # fmt: skip
def test_what_a_layout_uses_is_in_its_digest(text: str, uses: set[str]) -> None:
    assert changed_with(text) >= uses


@pytest.mark.parametrize(
    "text",
    ["plain", '{% include "a.html" %}', "{% from 'a.html' import y as z, w with context %}",
     "{%- extends 'a.html' -%}", "{% import 'a.html' as a %}",
     "{% include 'a.html' ignore missing %}"],
)  # fmt: skip
def test_what_a_layout_plainly_does_not_use_is_not(text: str) -> None:
    assert "alone.html" not in changed_with(text)


def test_what_is_used_may_use_others() -> None:
    for text in ("{% include 'b.html' %}", "{% include name %}", "{% extends 'a.html' %}"):
        before = layout_digests(layouts("{% include 'a.html' %}", **{"a.html": text}))
        now = layout_digests(layouts("{% include 'a.html' %}", **{"a.html": text, "b.html": "x"}))
        used = "b.html" in text or "name" in text
        assert (before["page.html"] != now["page.html"]) is used


def test_a_partial_that_appears_later_counts_as_a_change() -> None:
    for text in ("{% include 'new.html' ignore missing %}", "{% include ['new.html', 'a.html'] %}",
                 "{% include name %}"):  # fmt: skip
        before = layout_digests(layouts(text))["page.html"]
        after = layout_digests(layouts(text, **{"new.html": "new"}))["page.html"]
        assert before != after, text
