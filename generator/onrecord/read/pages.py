"""Plain pages, such as the one that says who we are."""

from pathlib import PurePosixPath

from onrecord.diagnostics import diagnose
from onrecord.disk.files import FoundFile
from onrecord.model import PlainPage
from onrecord.read.content import Broken
from onrecord.read.markdown_file import (
    allowances_of,
    complain_of_long_slug,
    has_errors,
    read_markdown,
    warn_of_empty_body,
)
from onrecord.read.reading import Reading, Rules
from onrecord.read.schemas import PageKeys, read_keys
from onrecord.text.frozen import Frozen
from onrecord.text.slugs import slug_from
from onrecord.text.source import Span

FOLDER = "content/pages/"


class ReadPage(Frozen):
    """A plain page, and whether it is a draft."""

    page: PlainPage
    is_draft: bool
    span: Span


def read_page(file: FoundFile, rules: Rules) -> Reading[ReadPage]:
    """The plain page of a file."""
    slug = page_slug(file.path)
    markdown, found = read_markdown(file, rules.max_article_bytes)
    if not slug:
        hint = "name it with Latin letters, as in about.md"
        message = "the file's name holds nothing that could be the page's address"
        found.append(diagnose("OR112", message, Span.start_of(file.path), hint=hint))
    found += complain_of_long_slug(slug, file.path)
    if markdown is None:
        return Reading(diagnostics=tuple(found), broken=Broken(pages=frozenset((slug,))))
    keys = read_keys(PageKeys, markdown.yaml.data, markdown.place, rules.at(file.path))
    found += markdown.yaml.certain(keys.diagnostics)
    found += warn_of_empty_body(markdown)
    if keys.value is None or has_errors(found):
        return Reading(diagnostics=tuple(found), broken=Broken(pages=frozenset((slug,))))
    page = PlainPage(
        span=markdown.place.at("title").span,
        slug=slug,
        title=keys.value.title,
        path=file.path,
        summary=keys.value.summary,
        language=keys.value.language or "",
        redirect_from=markdown.place.each_written(keys.value.redirect_from, "redirect_from"),
        body=markdown.front.body,
        body_line=markdown.front.body_line,
    )
    allowed = allowances_of(keys.value.allow, markdown.place, file.path)
    read = ReadPage(page, keys.value.draft, markdown.place.at("draft").span)
    return Reading((read,), allowed, tuple(found))


def page_slug(path: str) -> str:
    """The path of a page's address, "" where a part of it would be empty."""
    below = PurePosixPath(path.removeprefix(FOLDER)).with_suffix("")
    parts = [slug_from(part) for part in below.parts]
    return "/".join(parts) if all(parts) else ""
