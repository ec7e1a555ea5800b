"""A site for the preview: articles with long texts, cards and notes, a draft, one of the future."""

SITE_YAML = """\
title: The Post
base_url: https://example.org/repo/
tag_authority: "example.org,2020"
"""

OWN_CSS = "h1 { color: rgb(10, 20, 30); }\n"

_PARAGRAPH = "The harbour of Northport lies where the river meets the sea, and has for long. " * 6


def long_article(title: str, sections: int = 8) -> str:
    """An article of several windows' height, a heading for each section."""
    parts = [f"## Part {number}\n\n{_PARAGRAPH}\n\n{_PARAGRAPH}\n" for number in range(sections)]
    return f"---\ntitle: {title}\ndate: 2020-01-06\n---\n" + "\n".join(parts)


QUOTED = """\
---
title: Somebody said so
date: 2020-01-06
actors:
  - {name: Jane Roe, role: harbour master, id: jane-roe}
quotes:
  - id: open
    speaker: jane-roe
    text: The harbour stays open all winter.
    source: talk
sources:
  - {id: talk, kind: own, title: Talk}
---
We met Jane Roe at the quay.

“The harbour stays open all winter,” said Jane Roe.

Nothing else was said.
"""

DRAFT = "---\ntitle: Not yet\ndate: 2020-01-06\ndraft: true\n---\nUnfinished.\n"
FUTURE = "---\ntitle: Later\ndate: 2090-01-06\n---\nTo come.\n"
DRAFT_PAGE = "---\ntitle: Soon\ndraft: true\n---\nUnfinished.\n"

PREVIEW_SITE = {
    "site.yaml": SITE_YAML,
    "layouts/assets/own.css": OWN_CSS,
    "content/articles/said.md": QUOTED,
    "content/articles/not-yet.md": DRAFT,
    "content/articles/later.md": FUTURE,
    "content/pages/soon.md": DRAFT_PAGE,
    **{
        f"content/articles/{name}.md": long_article(name.capitalize())
        for name in ("saved", "scrolled", "styled", "broken", "first", "second", "carded", "missed")
    },
}
