"""A footnote has its note wherever a text may hold one."""

from pathlib import Path

import pytest

from tests.rig.sites import build_text

SITE = """\
--- content/articles/a.md ---
---
title: A
date: 2020-01-01
topics: [iran]
actors: [pmf]
---
The PMF.[^1]

[^1]: A writer’s note.
--- content/actors/pmf.md ---
---
name: PMF
kind: armed-group
---
A biography.[^x] And again.[^x]

[^x]: A writer’s note.
--- content/topics/iran.md ---
---
title: Iran
---
A brief.[^1]

[^1]: A writer’s note.
--- content/pages/about.md ---
---
title: About
---
A page.[^1]

[^1]: A writer’s note.
"""


@pytest.mark.parametrize("address", ["/briefings/a/", "/actors/pmf/", "/topics/iran/", "/about/"])
def test_a_footnote_stands_below_its_text_and_leads_back(tmp_path: Path, address: str) -> None:
    built = build_text(tmp_path, SITE)
    assert built.findings == []
    page = built.page(address)
    assert page.count('id="note-1"') == 1
    assert "A writer’s note." in page
    assert 'href="#note-1"' in page
    assert 'href="#noteref-1' in page
