"""The preview as it is used: save, and see it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.rig.previews import Preview, previewed
from tests.rig.sites import write_site

ARTICLE = "---\ntitle: The harbour closes\ndate: 2020-01-06\n---\nThe harbour will close.\n"
NAME = "content/articles/harbour.md"
PAGE = "/briefings/harbour/"
SITE_YAML = (
    'title: The Post\nbase_url: https://example.org/repo/\ntag_authority: "example.org,2020"\n'
)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("serving") / "site"
    write_site(root, {NAME: ARTICLE, "site.yaml": SITE_YAML})
    with previewed(root) as running:
        yield running


def test_what_is_saved_is_shown(preview: Preview) -> None:
    preview.save(NAME, ARTICLE.replace("will close", "will close for a year"))
    preview.wait_until_shown("will close for a year", PAGE)
    preview.wait_until_said(f": {NAME}")
    assert not (preview.root / "public").exists()


def test_the_site_is_served_under_its_own_path_and_nowhere_else(preview: Preview) -> None:
    assert preview.address.endswith("/repo/")
    assert preview.get("/repo/").status == 200
    assert preview.get("/").headers["location"] == "/repo/"
    assert preview.get("/repo").headers["location"] == "/repo/"
    assert preview.get(PAGE).status == 404
    assert preview.get(f"/repo{PAGE}".rstrip("/")).headers["location"] == f"/repo{PAGE}"


def test_what_waits_for_its_hour_comes_when_it_is_there(tmp_path: Path) -> None:
    soon = datetime.now(tz=UTC) + timedelta(seconds=6)
    later = ARTICLE.replace("2020-01-06", soon.isoformat(timespec="seconds"))
    root = write_site(tmp_path / "site", {NAME: ARTICLE, "content/articles/later.md": later})
    with previewed(root, ["--no-future"]) as running:
        assert running.get("/briefings/later/").status == 404
        running.wait_until_shown("The harbour will close", "/briefings/later/")
        assert datetime.now(tz=UTC) >= soon - timedelta(seconds=1)
        running.wait_until_said(": content/articles/later.md is no longer held back\n")
