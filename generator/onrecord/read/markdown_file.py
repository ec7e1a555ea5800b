"""A Markdown file cut into front matter and body, with the keys of what it defines."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from onrecord.diagnostics import Diagnostic, Severity, diagnose
from onrecord.disk.files import FoundFile, read_source
from onrecord.model import Allowance
from onrecord.read.characters import find_bidi_controls, find_control_characters
from onrecord.read.front_matter import FrontMatter, split_front_matter
from onrecord.read.place import Place
from onrecord.read.reading import Rules
from onrecord.read.schemas import AllowanceKeys, Keys, read_keys
from onrecord.read.yaml_file import YamlText, locate_yaml
from onrecord.text.frozen import Frozen
from onrecord.text.slugs import id_from, is_id
from onrecord.text.source import SourceFile, Span

M = TypeVar("M", bound=Keys)
MAX_LIST_BYTES = 50_000_000
LONGEST_SLUG = 240  # bytes; disks hold names of 255


class MarkdownFile(Frozen):
    """A Markdown file: its text, its front matter located, its body."""

    source: SourceFile
    front: FrontMatter
    yaml: YamlText

    @property
    def place(self) -> Place:
        """The place of its front matter."""
        return self.yaml.place


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True where a file cannot be used."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def read_markdown(file: FoundFile, limit: int) -> tuple[MarkdownFile | None, list[Diagnostic]]:
    """A file cut into front matter and body; None where it has no front matter or is no text."""
    source = read_source(file, limit)
    if source.value is None:
        return None, list(source.diagnostics)
    found = find_bidi_controls(source.value)
    front = split_front_matter(source.value)
    found += front.diagnostics
    if front.value is None:
        return None, found
    found += find_control_characters(source.value, front.value.body_line)
    yaml = locate_yaml(front.value.yaml, file.path, front.value.yaml_line)
    found += yaml.diagnostics
    return MarkdownFile(source.value, front.value, yaml.value), found


class NamedFile(Frozen, Generic[M]):
    """A Markdown file that defines one thing, with its keys."""

    markdown: MarkdownFile
    keys: M


def read_named(
    model: type[M], file: FoundFile, rules: Rules
) -> tuple[NamedFile[M] | None, str, list[Diagnostic]]:
    """A Markdown file whose id is its key `id`, else its name; None where it has errors."""
    stem = PurePosixPath(file.path).stem
    markdown, found = read_markdown(file, rules.max_article_bytes)
    if markdown is None:
        return None, stem, found
    data = markdown.yaml.data
    read = read_keys(model, data, markdown.place, rules.at(file.path))
    found += markdown.yaml.certain(read.diagnostics)
    typed_id = data.get("id") if isinstance(data, dict) else None
    if typed_id is None:
        found += complain_of_stem(stem, file.path)
    named_id = typed_id if isinstance(typed_id, str) else stem
    if read.value is None or has_errors(found):
        return None, named_id, found
    return NamedFile(markdown, read.value), named_id, found


def complain_of_stem(stem: str, path: str) -> list[Diagnostic]:
    """An error where a file's name is to be an id and is none."""
    if is_id(stem):
        return []
    proposed = id_from(stem)
    hint = f"rename it to {proposed}" if proposed else "rename it with Latin letters"
    return [
        diagnose(
            "OR112",
            f"the file's name “{stem}” is not an id: lower-case ASCII letters, digits, hyphens",
            Span.start_of(path),
            hint=f"{hint}, or give the front matter an id:",
        )
    ]


def complain_of_long_slug(slug: str, path: str) -> list[Diagnostic]:
    """An error where a file's name gives an address that no disk could hold.

    Letters may grow as they become lower case, so the name itself can have been short enough.
    """
    if all(len(part.encode()) <= LONGEST_SLUG for part in slug.split("/")):
        return []
    message = "the file's name is too long for an address"
    hint = "name it with a few words of the title"
    return [diagnose("OR112", message, Span.start_of(path), hint=hint)]


def warn_of_empty_body(markdown: MarkdownFile) -> list[Diagnostic]:
    """A warning where a file that is read for its text has none."""
    if markdown.front.body.strip():
        return []
    line = markdown.front.body_line
    at = markdown.source.span(markdown.source.offset(line), markdown.source.offset(line))
    hint = "write the text after the second line ---"
    return [diagnose("OR119", "there is no text after the front matter", at, hint=hint)]


def allowances_of(keys: Iterable[AllowanceKeys], place: Place, path: str) -> tuple[Allowance, ...]:
    """The findings that a file accepts in itself."""
    here = place.at("allow")
    return tuple(
        Allowance(
            code=allowed.code,
            reason=allowed.reason,
            path=_literally(path),
            span=here.at(index).span,
        )
        for index, allowed in enumerate(keys)
    )


def _literally(path: str) -> str:
    """The pattern that fits this path alone."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)
