from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.diagnostics import Diagnostic
from onrecord.model import Site
from onrecord.render.environment import layout_problem
from onrecord.render.theme import Theme, open_theme, packaged_layouts
from onrecord.text.source import Span


@dataclass(frozen=True, slots=True)
class Greeting:
    """A view."""

    headline: str
    standfirst: str = ""


def site(theme: str = "default") -> Site:
    return Site(
        span=Span.start_of("site.yaml"),
        title="The Record",
        base_url="https://example.org/",
        tag_authority="example.org,2020",
        theme=theme,
        places=(("theme", Span("site.yaml", 4, 8, 4, 16)),),
    )


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def themed(root: Path, files: dict[str, str], theme: str = "default") -> Theme:
    outcome = open_theme(write(root, files), site(theme))
    assert not outcome.diagnostics
    return outcome.value


def rendered(theme: Theme, layout: str, view: object = None) -> str:
    return theme.environment.get_template(layout).render(view=view)


def problem(theme: Theme, layout: str, view: object = None) -> Diagnostic:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - of any kind
        rendered(theme, layout, view)
    found = layout_problem(raised.value, layout, view, theme.layouts)
    assert found is not None
    return found


def test_a_layout_of_the_site_comes_before_the_theme_and_that_before_the_default(
    tmp_path: Path,
) -> None:
    files = {
        "layouts/front.html": "site",
        "layouts/themes/evening/front.html": "theme",
        "layouts/themes/evening/quotes.html": "theme",
    }
    theme = themed(tmp_path, files, "evening")
    assert rendered(theme, "front.html") == "site"
    assert rendered(theme, "quotes.html") == "theme"
    assert theme.layouts["front.html"].path == "layouts/front.html"
    assert theme.layouts["quotes.html"].path == "layouts/themes/evening/quotes.html"
    assert theme.layouts["evening/front.html"].text == "theme"


def test_a_theme_that_is_not_named_takes_no_part(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/themes/evening/odd.html": "theme"})
    assert not [name for name in theme.layouts if "odd" in name]


def test_a_layout_may_extend_the_one_it_replaces(tmp_path: Path) -> None:
    files = {
        "layouts/odd.html": '{% extends "evening/odd.html" %}{% block b %}mine{% endblock %}',
        "layouts/themes/evening/odd.html": "<p>{% block b %}theirs{% endblock %}</p>",
    }
    assert rendered(themed(tmp_path, files, "evening"), "odd.html") == "<p>mine</p>"


def test_assets_are_found_in_the_same_order_and_published_at_the_root(tmp_path: Path) -> None:
    files = {"layouts/assets/site.css": "mine", "layouts/assets/img/logo.svg": "<svg/>"}
    assets = {asset.path: asset.content for asset in themed(tmp_path, files).assets}
    assert assets["site.css"] == b"mine"
    assert assets["img/logo.svg"] == b"<svg/>"
    assert assets["site.js"] == (packaged_layouts() / "assets/site.js").read_bytes()
    assert "fonts/OFL.txt" in assets


def test_hidden_files_and_backups_are_no_part_of_a_theme(tmp_path: Path) -> None:
    files = {"layouts/.odd.html": "x", "layouts/odd.html~": "x", "layouts/assets/.DS_Store": "x"}
    theme = themed(tmp_path, files)
    assert ".odd.html" not in theme.layouts
    assert ".DS_Store" not in {asset.path for asset in theme.assets}


def test_the_digest_of_a_theme_changes_with_any_of_its_files(tmp_path: Path) -> None:
    before = themed(tmp_path, {"layouts/odd.html": "a"}).digest
    assert themed(tmp_path, {"layouts/odd.html": "a"}).digest == before
    layout_changed = themed(tmp_path, {"layouts/odd.html": "b"}).digest
    asset_changed = themed(tmp_path, {"layouts/assets/site.css": "b"}).digest
    assert len({before, layout_changed, asset_changed}) == 3


def test_a_missing_theme_is_told_with_the_closest_one(tmp_path: Path) -> None:
    write(tmp_path, {"layouts/themes/evening/odd.html": ""})
    (found,) = open_theme(tmp_path, site("evenings")).diagnostics
    assert found.code == "OR605"
    assert found.span == Span("site.yaml", 4, 8, 4, 16)
    assert "`theme: evening`" in found.hint


def test_a_slip_in_a_layout_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.html": "one\n{% if %}\n"})
    found = problem(theme, "odd.html")
    assert found.code == "OR601"
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("layouts/odd.html", 2)


def test_a_slip_in_an_included_layout_is_told_where_it_stands(tmp_path: Path) -> None:
    files = {
        "layouts/odd.html": '{% include "partials/even.html" %}',
        "layouts/partials/even.html": "one\ntwo\n{{ view.headline | nonsense }}\n",
    }
    found = problem(themed(tmp_path, files), "odd.html", Greeting("Tea"))
    assert found.code == "OR601"
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("layouts/partials/even.html", 3)


def test_a_layout_that_is_not_text_is_told_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, {"layouts/odd.html": ""})
    (tmp_path / "layouts/odd.html").write_bytes(b"one\ntw\xff")
    (found,) = open_theme(tmp_path, site()).diagnostics
    assert found.code == "OR601"
    assert found.span == Span("layouts/odd.html", 2, 3, 2, 3)


def test_what_a_view_does_not_hold_is_an_error_with_the_closest_name(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.html": "one\n{{ view.headlin }}"})
    found = problem(theme, "odd.html", Greeting("Tea"))
    assert found.code == "OR602"
    assert found.span == Span("layouts/odd.html", 2, 1, 2, 1)
    assert "`headlin`" in found.message
    assert "`headline`" in found.hint


def test_what_is_not_defined_is_never_printed_as_nothing(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.html": "{% if page %}x{% endif %}"})
    found = problem(theme, "odd.html")
    assert found.code == "OR602"
    assert "`page`" in found.message


def test_a_missing_layout_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.html": 'one\n{% extends "bass.html" %}'})
    found = problem(theme, "odd.html")
    assert found.code == "OR603"
    assert found.span == Span("layouts/odd.html", 2, 1, 2, 1)
    assert "“bass.html”" in found.message


def test_an_expression_that_fails_is_told_with_its_line(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.html": "one\n{{ view.headline + 1 }}"})
    found = problem(theme, "odd.html", Greeting("Tea"))
    assert found.code == "OR604"
    assert found.span == Span("layouts/odd.html", 2, 1, 2, 1)


def test_every_value_is_escaped(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.txt": "{{ view.headline }}"})
    text = rendered(theme, "odd.txt", Greeting("<script>\"'&"))
    assert text == "&lt;script&gt;&#34;&#39;&amp;"


def test_a_link_among_the_layouts_brings_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "layouts/assets").mkdir(parents=True)
    for name in ("layouts/page.html", "layouts/assets/x.css"):
        (tmp_path / name).symlink_to(tmp_path / "secret")
    theme = open_theme(tmp_path, site())
    told = {(found.code, found.span.path) for found in theme.diagnostics if found.span}
    assert told == {
        ("OR117", "layouts/assets/x.css"),
        ("OR117", "layouts/page.html"),
    }
    assert "secret" not in theme.value.layouts["page.html"].text
    assert "x.css" not in {asset.path for asset in theme.value.assets}
