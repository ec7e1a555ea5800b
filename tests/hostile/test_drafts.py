"""What is held back is nowhere in the output: no word, no id, no name, no file, no number."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.rig.sites import Built, Options, build_folder, write_site

NOW = datetime(2020, 6, 1, tzinfo=UTC)
MARK = "zzheld"

PUBLISHED = f"""\
---
title: Public
date: 2020-01-06
actors:
  - {{name: Known Person, role: minister}}
topics: [iran]
quotes:
  - {{id: known, speaker: known-person, text: These are known words of mine, source: known-source}}
  - {{id: denial, speaker: known-person, text: That is a lie of theirs, source: known-source}}
---
Known Person said: “These are known words of mine.” Then: “That is a lie of theirs.”
A link to [what waits]({MARK}.md).
"""

HELD_BACK = f"""\
---
title: {MARK} title
date: DATE
DRAFT
updated: 2029-01-01
summary: {MARK} summary
takeaways: [{MARK} takeaway]
authors: [{MARK} author]
place: {MARK} place
topics: [iran, {MARK}-topic]
image: /{MARK}.jpg
images: {{/{MARK}.jpg: {{alt: {MARK} alt, caption: {MARK} caption, credit: {MARK} credit}}}}
events: [{{date: 2020-01-03, title: {MARK} event, text: {MARK} event text}}]
redirect_from: [{MARK}-old]
actors:
  - known-person
  - {{id: {MARK}-profile, role: {MARK} role}}
  - {{name: {MARK.title()} Person, role: {MARK} role, summary: {MARK} about}}
quotes:
  - id: {MARK}-quote
    speaker: {MARK}-person
    text: These {MARK} words wait
    to: known-person
    about: known-person
    asked: {MARK} asked
    comment: {MARK} comment
    disputes: public#denial
    source: {MARK}-source
  - {{id: {MARK}-known, speaker: known-person, text: Another {MARK} thing was said, source: known-source}}
  - public#known
sources:
  - {{id: {MARK}-source, kind: web, title: {MARK} source, url: "https://example.org/{MARK}"}}
  - known-source
notes: [{{text: this {MARK} passage, note: {MARK} note}}]
corrections: [{{date: 2028-01-07, note: {MARK} correction}}]
---
{MARK.title()} Person said: “These {MARK} words wait.” Known Person: “Another {MARK} thing was said.”
And: “These are known words of mine.” Here is this {MARK} passage.[^1] [[{MARK}-profile]]
[[topic:{MARK}-topic]] [a page](/pages/public.md) ![{MARK} picture](/{MARK}-body.jpg)

[^1]: {MARK} footnote
"""
FILES: dict[str, str | bytes] = {
    "content/articles/public.md": PUBLISHED,
    f"content/actors/{MARK}-profile.md": f"---\nname: {MARK} name\nkind: person\n---\n{MARK} life\n",
    "content/actors/cast.yaml": f"- {{id: {MARK}-cast, name: {MARK} cast, kind: person}}\n",
    "content/sources/known.yaml": "id: known-source\nkind: own\ntitle: Notes\n",
    f"content/sources/{MARK}.yaml": f"id: {MARK}-shared\nkind: own\ntitle: {MARK} shared\n",
    "content/topics/iran.md": "---\ntitle: Iran\n---\nA brief.\n",
    f"content/topics/{MARK}-topic.md": f"---\ntitle: {MARK} topic\n---\n{MARK} brief\n",
    "content/pages/public.md": "---\ntitle: A page\n---\nText.\n",
    f"content/pages/{MARK}-page.md": f"---\ntitle: {MARK} page\ndraft: true\n---\n{MARK} text\n",
    f"content/{MARK}.jpg": b"zzheld picture",
    f"content/{MARK}-body.jpg": b"zzheld picture",
}


def site(root: Path, date: str, draft: str) -> Path:
    """A site with one article that is held back."""
    held = HELD_BACK.replace("DATE", date).replace("DRAFT", draft)
    return write_site(root, {**FILES, f"content/articles/{MARK}.md": held})


def without(root: Path) -> Built:
    """The same site, built as if what is held back had never been written."""
    files = {name: raw for name, raw in FILES.items() if MARK not in name}
    files["content/actors/cast.yaml"] = ""
    files["content/articles/public.md"] = PUBLISHED.replace(
        f"[what waits]({MARK}.md)", "what waits"
    )
    return build_folder(write_site(root, files), Options(now=NOW))


@pytest.mark.parametrize(
    ("date", "draft"),
    [("2020-01-06", "draft: true"), ("2027-01-06", "draft: false"), ("2027-01-06", "draft: true")],
    ids=["a draft", "of the future", "both"],
)
def test_what_is_held_back_leaves_no_trace(tmp_path: Path, date: str, draft: str) -> None:
    built = build_folder(site(tmp_path / "held", date, draft), Options(now=NOW))
    assert built.exit_code == 0, built.findings
    traces = {
        name: content[max(0, at - 80) : at + 80]
        for name, content in built.files().items()
        if (at := content.lower().find(MARK.encode())) >= 0 or MARK in name
    }
    assert traces == {}
    never_written = without(tmp_path / "never")
    assert never_written.exit_code == 0, never_written.findings
    assert built.files() == never_written.files()


def test_each_is_announced_with_its_date(tmp_path: Path) -> None:
    root = site(tmp_path, "2027-01-06", "draft: false")
    built = build_folder(root, Options(now=NOW))
    told = [found.message for found in built.diagnostics if found.code == "OR126"]
    assert any("6 January 2027" in message for message in told)
    assert {"OR310"} <= set(built.codes)


def test_asked_for_it_is_shown(tmp_path: Path) -> None:
    root = site(tmp_path, "2020-01-06", "draft: true")
    built = build_folder(root, Options(now=NOW, drafts=True))
    assert built.exit_code == 0, built.findings
    assert f"{MARK} title" in built.text(f"/briefings/{MARK}/")
    assert f"{MARK} page" in built.text(f"/{MARK}-page/")
