"""The three steps of the lookup: the site's own layouts and assets, a named theme's, ours."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.diagnostics import Severity
from onrecord.render.opening import open_theme
from onrecord.render.theme import packaged_layouts, sound_dress
from onrecord.text.source import Span
from tests.rig.themes import found_at_once, place, rendered, themed, themed_site, write_theme


@dataclass(frozen=True, slots=True)
class Greeting:
    """A view."""

    headline: str
    standfirst: str = ""


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


def test_the_digest_of_the_layouts_changes_with_any_of_them(tmp_path: Path) -> None:
    before = themed(tmp_path, {"layouts/odd.html": "a"}).layouts_digest
    assert themed(tmp_path, {"layouts/odd.html": "a"}).layouts_digest == before
    assert themed(tmp_path, {"layouts/odd.html": "b"}).layouts_digest != before
    assert themed(tmp_path, {"layouts/even.html": "a"}).layouts_digest != before


def test_a_sound_theme_dresses_pages_as_when_it_was_opened(tmp_path: Path) -> None:
    files = {
        "layouts/odd.html": "a",
        "layouts/partials/odd.html": "b",
        "layouts/assets/odd.html": "c",
        "layouts/themes/evening/odd.html": "d",
        "layouts/themes/evening/even.html": "e",
        "layouts/odd.css": "f",
        "layouts/robots.txt": "g",
    }
    write_theme(tmp_path, files)
    for name in ("default", "evening"):
        site = themed_site(name)
        opened, dress = open_theme(tmp_path, site).value, sound_dress(tmp_path, site)
        assert dress.layouts == opened.layouts
        assert list(dress.layouts) == list(opened.layouts)
        assert type(dress.environment) is type(opened.environment)


def test_a_missing_theme_is_told_with_the_closest_one(tmp_path: Path) -> None:
    write_theme(tmp_path, {"layouts/themes/evening/odd.html": ""})
    (found,) = open_theme(tmp_path, themed_site("evenings")).diagnostics
    assert found.code == "OR605"
    assert found.span == Span("site.yaml", 4, 8, 4, 16)
    assert "`theme: evening`" in found.hint


def test_every_value_is_escaped(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/odd.txt": "{{ view.headline }}"})
    text = rendered(theme, "odd.txt", Greeting("<script>\"'&"))
    assert text == "&lt;script&gt;&#34;&#39;&amp;"


def test_a_link_among_the_layouts_brings_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "layouts/assets").mkdir(parents=True)
    for name in ("layouts/page.html", "layouts/assets/x.css"):
        (tmp_path / name).symlink_to(tmp_path / "secret")
    theme = open_theme(tmp_path, themed_site())
    told = {(found.code, found.span.path) for found in theme.diagnostics if found.span}
    assert told == {
        ("OR117", "layouts/assets/x.css"),
        ("OR117", "layouts/page.html"),
    }
    assert "secret" not in theme.value.layouts["page.html"].text
    assert "x.css" not in {asset.path for asset in theme.value.assets}


def test_stylesheets_are_linked_from_the_default_to_the_sites_own(tmp_path: Path) -> None:
    files = {"layouts/assets/own.css": "", "layouts/themes/evening/assets/theme.css": ""}
    assert themed(tmp_path, files, "evening").stylesheets == (
        "/site.css",
        "/theme.css",
        "/own.css",
    )
    assert themed(tmp_path, {}).stylesheets == ("/site.css", "/own.css")


def test_a_theme_says_what_it_was_made_for(tmp_path: Path) -> None:
    path = "layouts/themes/evening/theme.yaml"
    layout = {"layouts/themes/evening/front.html": ""}
    assert found_at_once(tmp_path, {**layout, path: "theme_api: 1\n"}, "evening") == []
    (found,) = found_at_once(tmp_path, {path: "x_by: us\ntheme_api: 2\n"}, "evening")
    assert (found.code, found.span) == ("OR606", Span(path, 2, 12, 2, 13))
    assert "newer onrecord" in found.hint
    wrong = found_at_once(tmp_path, {path: "theme_api: one\ncolour: red\n"}, "evening")
    assert [found.code for found in wrong] == ["OR111", "OR115"]


def test_a_theme_made_for_an_older_contract_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.render.opening.THEME_API", 2)
    (found,) = found_at_once(tmp_path, {"layouts/theme.yaml": "theme_api: 1\n"})
    assert (found.code, found.severity) == ("OR607", Severity.WARNING)
    assert "`theme_api: 2`" in found.hint


def test_a_theme_yaml_that_cannot_be_read_is_told_in_its_place(tmp_path: Path) -> None:
    (found,) = found_at_once(tmp_path, {"layouts/theme.yaml": "theme_api: [1\n"})
    assert (found.code, place(found)) == ("OR103", ("layouts/theme.yaml", 1))


def test_values_are_escaped_wherever_they_pass_through(tmp_path: Path) -> None:
    ways = [
        "{{ view.headline }}",
        "{{ view.headline ~ view.headline }}",
        "{{ [view.headline] | join('-') }}",
        "{{ view.headline | replace('x', view.headline) }}",
        "{{ '<b>%s</b>' | format(view.headline) }}",
        "{% set kept %}{{ view.headline }}{% endset %}{{ kept }}",
        "{% macro shown(it) %}{{ it }}{% endmacro %}{{ shown(view.headline) }}",
        "{% macro shown() %}{{ caller() }}{% endmacro %}{% call shown() %}{{ view.headline }}{% endcall %}",
        "{% filter upper %}{{ view.headline }}{% endfilter %}",
        "{% include 'partials/shown.html' %}",
        "<p{{ {'title': view.headline} | xmlattr }}></p>",
    ]
    files = {f"layouts/odd{n}.{'xml' if n % 2 else 'txt'}": way for n, way in enumerate(ways)}
    theme = themed(tmp_path, {**files, "layouts/partials/shown.html": "{{ view.headline }}"})
    for name in files:
        text = rendered(theme, name.removeprefix("layouts/"), Greeting("<script>\"'&"))
        assert "<script" not in text.lower(), text
        assert "lt;script" in text.lower(), text
