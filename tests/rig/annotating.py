"""One article, from its front matter and Markdown to its body and facts, shown readably.

The real reader and the real cast stand before it, so that a test is written as a writer writes.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.annotate.article import annotate_article, annotate_prose
from onrecord.annotate.body import (
    AssetAddress,
    Body,
    CitationMark,
    LinkClose,
    LinkOpen,
    NotedClose,
    NotedOpen,
    NoteMark,
    PictureSize,
    PullQuote,
    QuoteClose,
    QuoteOpen,
    QuoteTag,
    SayClose,
    SayOpen,
)
from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.annotate.settings import AnnotationSettings
from onrecord.diagnostics import Diagnostic, Severity, in_order
from onrecord.enlist.assemble import assemble_cast
from onrecord.enlist.cast import Cast
from onrecord.model import Site
from onrecord.read.site import ReadSettings, read_site

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SITE_YAML = "title: The Record\nbase_url: https://example.org/\ntag_authority: 'example.org,2020'\n"
SLUG = "text"
PATH = f"content/articles/{SLUG}.md"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated text: its body in a readable form, its facts, and what annotating found."""

    html: str
    facts: Facts
    findings: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, each with its line and column."""
        return [f"{found.code} {_place(found)}" for found in self.findings]


def annotate(
    body: str, front_matter: str = "", *, site_yaml: str = "", files: dict[str, str] | None = None
) -> Annotated:
    """The article with this body, whose front matter is this beside its title and date."""
    article = f"---\ntitle: Text\ndate: 2020-01-06\n{front_matter}---\n{body}"
    cast, site = enlisted({PATH: article, **(files or {})}, site_yaml)
    enlisted_article = next(found for found in cast.articles if found.article.slug == SLUG)
    outcome = annotate_article(enlisted_article, settings_of(site))
    return _shown(outcome.value, outcome.diagnostics)


def annotate_page(
    markdown: str, *, site_yaml: str = "", files: dict[str, str] | None = None
) -> Annotated:
    """A plain page with this Markdown."""
    page = f"---\ntitle: Page\n---\n{markdown}"
    cast, site = enlisted({"content/pages/page.md": page, **(files or {})}, site_yaml)
    prose = next(found for found in cast.prose if found.id == "page")
    outcome = annotate_prose(prose, settings_of(site))
    return _shown(outcome.value, outcome.diagnostics)


def enlisted(files: dict[str, str], site_yaml: str = "") -> tuple[Cast, Site]:
    """The cast of a site of these files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in {"site.yaml": SITE_YAML + site_yaml, **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")
        read = read_site(root, ReadSettings(NOW, drafts=False, future=False, base_url=None))
    errors = [found for found in read.diagnostics if found.severity is Severity.ERROR]
    if errors or read.value is None:
        message = f"the site has errors before it is annotated: {errors}"
        raise AssertionError(message)
    return assemble_cast(read.value).value, read.value.site


def settings_of(site: Site) -> AnnotationSettings:
    """What annotating may know of a site."""
    return AnnotationSettings(
        site.language, site.link_mentions, site.honorifics, allows_html=site.allows_html
    )


def _shown(annotated: AnnotatedArticle, diagnostics: tuple[Diagnostic, ...]) -> Annotated:
    return Annotated(shown(annotated.body), annotated.facts, in_order(diagnostics))


def shown(body: Body) -> str:
    """A body in one string, its slots as short tags: {q open}, {/q}, {tag}, {note 1.1}, {cite 1.1}."""
    return "".join(
        piece if isinstance(piece, str) else f"{{{_SHOWN[type(piece)](piece)}}}"
        for piece in body.pieces
    )


def _link(slot: LinkOpen) -> str:
    fragment = f"#{slot.target.fragment}" if slot.target.fragment else ""
    return f"{'m' if slot.is_mention else slot.target.kind.value} {slot.target.id}{fragment}"


def _citation(slot: CitationMark) -> str:
    told = "|".join(part for part in (slot.before, slot.locator, slot.wording) if part)
    return f"cite {slot.number}.{slot.use} {told}".rstrip()


def _quote(key: str) -> str:
    return key.removeprefix(f"{SLUG}#")


def _marks(piece: QuoteOpen) -> str:
    if not piece.is_recorded:
        return " again" if piece.is_first else " again, on"
    return "" if piece.is_first else " on"


def _place(found: Diagnostic) -> str:
    return f"{found.span.line}:{found.span.column}" if found.span else "-"


_SHOWN: Mapping[type, Callable[[Any], str]] = {
    LinkOpen: _link,
    LinkClose: lambda _: "/",
    QuoteOpen: lambda slot: f"q {_quote(slot.key)}{_marks(slot)}",
    QuoteTag: lambda _: "tag",
    QuoteClose: lambda _: "/q",
    SayOpen: lambda slot: f"say {_quote(slot.key)}",
    SayClose: lambda slot: "/say signed" if slot.has_attribution else "/say",
    PullQuote: lambda slot: f"pull {_quote(slot.key)}",
    NotedOpen: lambda slot: f"noted {slot.number}",
    NotedClose: lambda _: "/noted",
    NoteMark: lambda slot: f"note {slot.number}.{slot.use}",
    CitationMark: _citation,
    AssetAddress: lambda slot: f"asset {slot.path}",
    PictureSize: lambda slot: f"size of {slot.path}",
}
