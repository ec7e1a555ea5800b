"""A site that is edited at random, as people and accidents edit one."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.sites.onrecord import write_site

_SITE_YAML = "site.yaml"
_PAGE = """---
title: {title}
redirect_from: [{old}]
---

About [[actor-1]] and [an article](/articles/{slug}.md).
"""
_PROFILE = """---
id: actor-2
name: Cem Abel 2
kind: person
summary: {summary}
aliases: [{alias}]
roles:
  - {{title: mayor, since: 2000, until: 2001-03}}
  - {{title: minister, since: 2001-03}}
---

{body}
"""


class EditedSite:
    """A site of some briefings; `edit` changes it, and says what was done."""

    def __init__(self, root: Path, briefings: int, seed: int) -> None:
        self.root = root
        self._chance = random.Random(seed)  # noqa: S311 - to be the same each time
        self._turn = 0
        self._mend: Callable[[], None] | None = None
        write_site(Corpus(briefings, seed), root)
        cast = root / "content/actors/list-000.yaml"
        lines = cast.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "id: actor-2," not in line]
        cast.write_text("".join(kept), encoding="utf-8")
        self._write_profile()
        (root / "content/pages").mkdir()
        self._write_page()

    def edit(self) -> str:
        """One edit; what a mistake broke is mended by the next."""
        self._turn += 1
        if self._mend is not None:
            mend, self._mend = self._mend, None
            mend()
            return "mended"
        edit = self._chance.choice(
            (
                self._body, self._body, self._body, self._front_matter, self._front_matter,
                self._date, self._draft, self._quote_id, self._rename, self._delete, self._new,
                self._write_profile, self._write_page, self._cast, self._source, self._layout,
                self._stylesheet, self._site_yaml, self._break_yaml, self._break_layout,
                self._unseen, self._tamper, self._lose_output, self._lose_spare, self._touch,
                self._correct,
            )
        )  # fmt: skip
        edit()
        return edit.__name__.strip("_")

    def edit_a_body(self) -> None:
        """A sentence more in one article."""
        self._body()

    def _articles(self) -> list[Path]:
        return sorted((self.root / "content/articles").rglob("*.md"))

    def _article(self) -> Path:
        return self._chance.choice(self._articles())

    def _change(self, path: Path, change: Callable[[str], str]) -> None:
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def _body(self) -> None:
        def change(text: str) -> str:
            front, body = text.rsplit("\n---\n", 1)
            paragraphs = body.split("\n\n")
            place = self._chance.randrange(len(paragraphs))
            paragraphs.insert(place, f"A sentence of turn {self._turn}.")
            return front + "\n---\n" + "\n\n".join(paragraphs)

        self._change(self._article(), change)

    def _front_matter(self) -> None:
        added = self._chance.choice(
            (f"place: Town {self._turn}\n", f"takeaways: [Point {self._turn}]\n",
             f"redirect_from: [old-{self._turn}]\n", "link_mentions: none\n")
        )  # fmt: skip
        key = added.partition(":")[0]

        def change(text: str) -> str:
            kept = [line for line in text.split("\n") if not line.startswith(f"{key}:")]
            return "\n".join(kept).replace("---\n", f"---\n{added}", 1)

        self._change(self._article(), change)

    def _correct(self) -> None:
        correction = (
            f"corrections:\n  - {{date: 2025-08-0{self._turn % 9 + 1}, kind: clarification,"
            f" note: A word of turn {self._turn}.}}\n"
        )

        def change(text: str) -> str:
            return (
                text if "corrections:" in text else text.replace("---\n", f"---\n{correction}", 1)
            )

        self._change(self._article(), change)

    def _date(self) -> None:
        day = self._chance.randrange(1, 28)
        self._change(
            self._article(), lambda text: _with(text, "date", f"2001-0{day % 9 + 1}-{day:02}")
        )

    def _draft(self) -> None:
        self._change(
            self._article(),
            lambda text: (
                text.replace("draft: true\n", "")
                if "draft: true" in text
                else text.replace("---\n", "---\ndraft: true\n", 1)
            ),
        )

    def _quote_id(self) -> None:
        self._change(
            self._article(), lambda text: text.replace("id: q1,", f"id: n{self._turn},", 1)
        )

    def _rename(self) -> None:
        article = self._article()
        new = article.with_name(f"renamed-{self._turn}.md")
        article.rename(new)
        self._relink(article.name, new.name)

    def _delete(self) -> None:
        """Links to what is deleted are mended at once, or only by the next edit."""
        article = self._article()
        if len(self._articles()) < 5:
            return
        raw = article.read_bytes()
        article.unlink()
        if self._chance.random() < 0.3:
            self._mend = _restore(article, raw)
        else:
            self._relink(article.name, self._article().name)

    def _relink(self, old: str, new: str) -> None:
        for path in sorted((self.root / "content").rglob("*.md")):
            text = path.read_text(encoding="utf-8")
            linked = text.replace(f"({old})", f"({new})").replace(f"/{old})", f"/{new})")
            if linked != text:
                path.write_text(linked, encoding="utf-8")

    def _new(self) -> None:
        article = self._article()
        self._change(article, lambda text: text)
        new = article.with_name(f"new-{self._turn}.md")
        shutil.copy(article, new)
        self._change(new, lambda text: _with(text, "title", f"New {self._turn}"))

    def _write_profile(self) -> None:
        path = self.root / "content/actors/actor-2.md"
        body = self._chance.choice(("", f"Lived until turn {self._turn}.", "See [[actor-1]]."))
        profile = _PROFILE.format(
            summary=f"Of turn {self._turn // 3}", alias=f"Alias {self._turn}", body=body
        )
        path.write_text(profile, encoding="utf-8")

    def _write_page(self) -> None:
        slug = self._article().stem
        page = _PAGE.format(title=f"About {self._turn}", old=f"was-{self._turn}", slug=slug)
        (self.root / "content/pages/about.md").write_text(page, encoding="utf-8")

    def _cast(self) -> None:
        path = self.root / "content/actors/list-000.yaml"
        self._change(path, lambda text: text.replace("name: Bela", f"name: Bela{self._turn}", 1))

    def _source(self) -> None:
        path = self.root / "content/sources/list-000.yaml"
        self._change(path, lambda text: text.replace("Report on", f"Report {self._turn} on", 1))

    def _layout(self) -> None:
        path = self.root / "layouts/partials/title.html"
        if path.exists() and self._chance.random() < 0.3:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<p>Turn {self._turn}</p>\n", encoding="utf-8")

    def _stylesheet(self) -> None:
        path = self.root / "layouts/assets/own.css"
        if path.exists() and self._chance.random() < 0.3:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"p {{ orphans: {self._turn} }}\n", encoding="utf-8")

    def _site_yaml(self) -> None:
        added = self._chance.choice(
            (f"tagline: Turn {self._turn}", "quote_pages: true", "quote_pages: false",
             "feeds: {content: summary}", "feeds: {content: full, limit: 3}")
        )  # fmt: skip
        key = added.partition(":")[0]

        def change(text: str) -> str:
            kept = [line for line in text.splitlines() if not line.startswith(f"{key}:")]
            return "\n".join((*kept, added)) + "\n"

        self._change(self.root / _SITE_YAML, change)

    def _break_yaml(self) -> None:
        self._until_mended(self._article(), "---\ntitle: [\n")

    def _break_layout(self) -> None:
        path = self.root / "layouts/partials/teasers.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{% for %}", encoding="utf-8")
        self._mend = path.unlink

    def _until_mended(self, path: Path, text: str) -> None:
        whole = path.read_bytes()
        path.write_text(text, encoding="utf-8")
        self._mend = _restore(path, whole)

    def _unseen(self) -> None:
        """An edit that leaves size and times as they were."""
        path = self._article()
        before = path.stat()
        raw = path.read_bytes()
        place = raw.rindex(b" ")
        letter = b"x" if raw[place + 1 : place + 2] != b"x" else b"y"
        path.write_bytes(raw[: place + 1] + letter + raw[place + 2 :])
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def _published(self) -> Path:
        files = [path for path in sorted((self.root / "public").rglob("*.html")) if path.is_file()]
        return self._chance.choice(files)

    def _tamper(self) -> None:
        path = self._published()
        before = path.stat()
        raw = path.read_bytes()
        path.write_bytes(raw.replace(b"e", b"E", 1))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def _lose_output(self) -> None:
        self._published().unlink()

    def _lose_spare(self) -> None:
        shutil.rmtree(self.root / ".onrecord/spare", ignore_errors=True)

    def _touch(self) -> None:
        for path in self._articles():
            os.utime(path)


def _restore(path: Path, raw: bytes) -> Callable[[], None]:
    def restore() -> None:
        path.write_bytes(raw)

    return restore


def _with(text: str, key: str, value: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines)
