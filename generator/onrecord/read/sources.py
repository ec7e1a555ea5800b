"""Shared sources: one or a list in YAML, one in Markdown, or an export in CSL-JSON."""

from pathlib import PurePosixPath

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.disk.files import FoundFile
from onrecord.model import Allowance, Source
from onrecord.read.content import Broken
from onrecord.read.entries import entries_in, ids_in, read_entries, read_yaml_file
from onrecord.read.markdown_file import allowances_of, complain_of_stem, has_errors, read_named
from onrecord.read.names import warn_of_commas
from onrecord.read.place import Place
from onrecord.read.reading import Reading, Rules
from onrecord.read.schemas import SourceKeys
from onrecord.text.frozen import replace
from onrecord.text.slugs import id_from
from onrecord.text.source import Span


def read_source_file(file: FoundFile, rules: Rules) -> Reading[Source]:
    """The sources of a YAML file: a list of them, or one whose id may be the file's name."""
    yaml, found = read_yaml_file(file)
    stem = PurePosixPath(file.path).stem
    if yaml is None:
        return Reading(diagnostics=tuple(found), broken=Broken(sources=frozenset((stem,))))
    is_list = isinstance(yaml.yaml.data, list)
    sources: list[Source] = []
    allowed: list[Allowance] = []
    for index, entry in enumerate(entries_in(yaml)):
        found += warn_of_commas(entry, yaml.yaml.place.at(index), "author")
    for place, keys in read_entries(SourceKeys, yaml, rules.at(file.path), found):
        source_id = keys.id
        if source_id is None and is_list:
            found.append(_without_id(place, keys.title))
        elif source_id is None:
            found += complain_of_stem(stem, file.path)
        sources.append(convert_source(keys, place, source_id or stem, file.path))
        allowed += allowances_of(keys.allow, place, file.path)
    if has_errors(found):
        ids = ids_in(yaml) or frozenset((stem,))
        return Reading(diagnostics=tuple(found), broken=Broken(sources=ids))
    return Reading(tuple(sources), tuple(allowed), tuple(found))


def read_source_page(file: FoundFile, rules: Rules) -> Reading[Source]:
    """The source of a Markdown file, whose body is its comment."""
    page, source_id, found = read_named(SourceKeys, file, rules)
    if page is None:
        return Reading(diagnostics=tuple(found), broken=Broken(sources=frozenset((source_id,))))
    place = page.markdown.place
    found += warn_of_commas(page.markdown.yaml.data, place, "author")
    source = convert_source(page.keys, place, source_id, file.path)
    body = page.markdown.front.body.strip()
    if body:
        comment = f"{source.comment}\n\n{body}" if source.comment else body
        source = replace(source, comment=comment)
    return Reading((source,), allowances_of(page.keys.allow, place, file.path), tuple(found))


def convert_source(keys: SourceKeys, place: Place, source_id: str, path: str) -> Source:
    """The source that keys define."""
    archived = keys.archived
    return Source(
        span=place.at("id").span,
        id=source_id,
        kind=keys.kind,
        title=keys.title,
        path=path,
        authors=place.each_written(keys.author, "author"),
        publisher=place.written_if_given(keys.publisher, "publisher"),
        url=keys.url or "",
        published=keys.published,
        accessed=keys.accessed,
        archived_url=archived.url if archived else "",
        archived_date=archived.date if archived else None,
        language=keys.language or "",
        via=place.written_if_given(keys.via, "via"),
        status=keys.status,
        reliability=keys.reliability or "",
        supports=keys.supports,
        comment=keys.comment,
        medium=keys.medium or "",
        said=keys.said,
        place=keys.place,
        to=place.each_written(keys.to, "to"),
        is_published_always=keys.publish,
    )


def _without_id(place: Place, title: str) -> Diagnostic:
    at = place.span
    return diagnose(
        "OR110",
        "this source has no id",
        Span(at.path, at.line, at.column, at.line, at.column),
        hint=f"add a line id: {_proposed_id(title)}",
    )


def _proposed_id(title: str) -> str:
    return "-".join(id_from(title).split("-")[:5]) or "some-source"
