"""An article in another language than its site, and what is taken from it to other pages."""

from pathlib import Path

import pytest

from tests.rig.sites import Built, build_text

SITE = """\
--- content/articles/arabic.md ---
---
title: الميناء
date: 2020-01-06
language: ar
actors: [{name: Ada Holm, role: mayor}]
quotes:
  - {id: closed, speaker: ada-holm, text: سنغلق الميناء}
  - {id: open, speaker: ada-holm, text: We shall open it again, language: en}
---
قالت Ada Holm: “سنغلق الميناء”.[^1] “We shall open it again.”

[^1]: ملاحظة عن الميناء.
"""


@pytest.fixture
def built(tmp_path: Path) -> Built:
    return build_text(tmp_path, SITE)


@pytest.mark.parametrize("address", ["/briefings/arabic/", "/actors/ada-holm/", "/quotes/"])
def test_a_record_of_a_quote_runs_as_its_words_do(address: str, built: Built) -> None:
    page = built.page(address)
    assert '<blockquote lang="ar" dir="rtl">“سنغلق الميناء”</blockquote>' in page
    assert "<blockquote>“We shall open it again”</blockquote>" in page


def test_a_note_runs_as_its_text_does(built: Built) -> None:
    notes = built.page("/briefings/arabic/").split('<ol class="notes">')[1]
    assert '<div dir="rtl"><p>ملاحظة عن الميناء.' in notes
