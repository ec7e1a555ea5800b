"""Plain code prints what Jinja's own would, and fails where that would fail."""

import pytest
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from onrecord.render import compiled_layouts
from onrecord.render.environment import open_environment
from onrecord.render.plain_code import PlainCode
from onrecord.text.source import SourceFile

HOSTILE = "<i>\"'&"
FINISHED = Markup("<i>\"'&amp;")
MACRO = "{% macro line(text) %}<b>{{ text }}{{ caller() if caller }}</b>{% endmacro %}"
JINJA_S_OWN = CodeGenerator.__dict__


def url(text: str, *more: str, end: str = "") -> str:
    """A function of that name, with more to give than ours."""
    return " ".join((text, *more)) + end


def rendered(text: str) -> str:
    """What a layout of the site gives."""
    environment = open_environment({"a.html": SourceFile("layouts/a.html", text, "")})
    assert environment.code_generator_class is PlainCode
    return environment.get_template("a.html").render(
        url=url, line=escape, hostile=HOSTILE, finished=FINISHED, number=3, words=("a", "b")
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ hostile }}{{ finished }}{{ number }}{{ number / 2 }}{{ hostile | upper }}",
        "{{ url(hostile) }}{{ url(hostile, finished) }}{{ url(hostile, end='>') }}",
        "{{ url(*words) }}{{ url(**{'text': hostile}) }}{{ line(url(hostile)) }}",
        "{{ url(url('a'), 'b' if number else hostile) }}{{ url('a').upper() }}",
        "{% set line %}{{ hostile }}{% endset %}{{ line }}",
        MACRO + "{{ line(hostile) }}{{ line(line(hostile)) }}",
        MACRO + "{% call line(hostile) %}{{ hostile }}{% endcall %}",
        "{% for word in words %}{{ url(word, loop.cycle('<', '>')) }}{% endfor %}",
        "{% block main %}{{ url(hostile) }}{% endblock %}{{ self.main() }}",
        "{% filter upper %}{{ hostile }}{% endfilter %}{{ hostile ~ finished }}{{ hostile | safe }}",
        "{{ nowhere }}",
        "{{ url(nowhere) }}",
        "{{ url() }}",
        "{{ words }}",
        "{{ url }}",
    ],
)
def test_plain_code_does_what_jinja_s_own_does(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome() -> str:
        try:
            return rendered(text)
        except Exception as error:  # noqa: BLE001 - whatever fails must fail alike
            return f"{type(error).__name__}: {error}"

    plain = outcome()
    for method in ("_output_child_pre", "visit_Call"):
        assert method in PlainCode.__dict__
        monkeypatch.setattr(PlainCode, method, JINJA_S_OWN[method])
    monkeypatch.setattr(compiled_layouts, "FORM", None)  # what is kept is not taken for the other
    assert outcome() == plain


def test_what_holds_markup_is_escaped() -> None:
    assert rendered("{{ hostile }}|{{ finished }}") == "&lt;i&gt;&#34;&#39;&amp;|" + str(FINISHED)
