"""A theme is tried with pages that the site does not have, so that none fails on the day it does."""

from pathlib import Path

import pytest

from onrecord.diagnostics import Severity
from onrecord.pages.planned import PlannedPage
from onrecord.render.rehearsal import rehearse
from tests.rig.sites import build_folder, write_site
from tests.rig.themes import page_with, place, themed
from tests.rig.views import LAYOUTS, full_view

RETRACTED = """\
{% extends "default/briefing.html" %}
{% block corrections %}{% if view.retraction %}
{{ view.retraction.lable }}
{% endif %}{% endblock %}
"""


def test_what_fails_on_a_page_yet_to_come_is_a_warning_at_its_line(tmp_path: Path) -> None:
    built = build_folder(write_site(tmp_path, {"layouts/briefing.html": RETRACTED}))
    (found,) = built.diagnostics
    assert (found.code, found.severity) == ("OR610", Severity.WARNING)
    assert place(found) == ("layouts/briefing.html", 3)
    assert "`label`" in found.hint
    assert "briefing.html with all that it may have" in found.message
    assert built.exit_code == 0


def test_what_a_page_may_lack_is_tried_too(tmp_path: Path) -> None:
    text = "{{ view.lead.teaser.title }}"
    (found,) = rehearse(themed(tmp_path, {"layouts/front.html": text}), [])
    assert "front.html with nothing that it may lack" in found.message


def test_what_a_feed_carries_is_tried_too(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/feeds/item.html": "{{ view.titel }}"})
    (found,) = rehearse(theme, [])
    assert place(found) == ("layouts/feeds/item.html", 1)


def test_what_failed_on_a_page_of_the_site_is_told_once(tmp_path: Path) -> None:
    theme = themed(tmp_path, {"layouts/base.html": "{{ view.titel }}"})
    _, known = page_with(theme, "front.html", full_view(LAYOUTS["front.html"]))
    assert rehearse(theme, known) == ()
    assert len(rehearse(theme, [])) == 1


def test_a_site_without_layouts_is_not_kept_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[PlannedPage] = []
    monkeypatch.setattr("onrecord.render.rehearsal.render_page", lambda page, _: tried.append(page))
    assert rehearse(themed(tmp_path, {"layouts/assets/own.css": ""}), []) == ()
    assert tried == []


def test_a_theme_without_slips_passes(tmp_path: Path) -> None:
    files = {
        "layouts/briefing.html": '{% extends "default/briefing.html" %}{% block text %}'
        "{{ super() }}{% if view.retraction %}{{ view.retraction.label }}{% endif %}{% endblock %}",
    }
    assert rehearse(themed(tmp_path, files), []) == ()
