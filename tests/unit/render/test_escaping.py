"""Text is escaped as markupsafe escapes it."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from onrecord.render.escaping import escaped


@given(st.one_of(st.text(), st.text("ab<>&'\"\0\n“"), st.integers(), st.floats()))
def test_what_is_not_finished_is_escaped(value: object) -> None:
    assert escaped(value) == str(escape(value))


@given(st.text("ab<>&'\""))
def test_what_is_finished_stays(text: str) -> None:
    assert escaped(Markup(text)) == text  # noqa: S704 - it is the test's


def test_a_text_of_another_sort_is_escaped_too() -> None:
    class Words(str):
        __slots__ = ()

    assert escaped(Words("<i>")) == "&lt;i&gt;"
