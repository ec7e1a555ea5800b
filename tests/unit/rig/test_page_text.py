"""The text of a page as a reader has it."""

from tests.rig.page_text import visible_text


def test_blocks_stand_on_lines_of_their_own() -> None:
    assert visible_text("<h1>One</h1><p>Two <em>th</em>ree</p>") == "One\nTwo three"


def test_spaces_between_inline_elements_are_kept() -> None:
    assert visible_text("<p>a <b>b</b> c\n <i>d</i></p>") == "a b c d"


def test_styles_and_scripts_are_not_read() -> None:
    page = "<style>p{}</style><script>let a;</script><p>seen &amp; read</p>"
    assert visible_text(page) == "seen & read"
