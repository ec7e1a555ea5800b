"""Sources out of a CSL-JSON export, as reference managers such as Zotero make it."""

import json
from collections.abc import Iterator
from re import compile as pattern
from typing import Any

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.disk.files import FoundFile, read_source
from onrecord.model import Source, SourceKind, Written
from onrecord.read.characters import find_bidi_controls
from onrecord.read.circumstances import Circumstances
from onrecord.read.content import Broken
from onrecord.read.markdown_file import MAX_LIST_BYTES, has_errors
from onrecord.read.reading import Reading, Rules
from onrecord.read.schemas import problem_with_web_address
from onrecord.read.schemas.scalars import LANGUAGE, LONGEST_ID
from onrecord.text.dates import Date, DateProblem, parse_edtf
from onrecord.text.slugs import id_from, is_id
from onrecord.text.source import SourceFile, Span
from onrecord.text.yaml_characters import without_forbidden

KINDS = {
    "article": SourceKind.REPORT,
    "article-journal": SourceKind.ARTICLE,
    "article-magazine": SourceKind.ARTICLE,
    "article-newspaper": SourceKind.ARTICLE,
    "bill": SourceKind.LAW,
    "book": SourceKind.BOOK,
    "broadcast": SourceKind.TV,
    "chapter": SourceKind.BOOK,
    "dataset": SourceKind.DATASET,
    "document": SourceKind.DOCUMENT,
    "entry-dictionary": SourceKind.BOOK,
    "entry-encyclopedia": SourceKind.BOOK,
    "hearing": SourceKind.COURT,
    "interview": SourceKind.INTERVIEW,
    "legal_case": SourceKind.COURT,
    "legislation": SourceKind.LAW,
    "motion_picture": SourceKind.VIDEO,
    "paper-conference": SourceKind.REPORT,
    "personal_communication": SourceKind.LETTER,
    "post": SourceKind.POST,
    "post-weblog": SourceKind.POST,
    "regulation": SourceKind.LAW,
    "report": SourceKind.REPORT,
    "song": SourceKind.RADIO,
    "speech": SourceKind.SPEECH,
    "standard": SourceKind.DOCUMENT,
    "thesis": SourceKind.REPORT,
    "treaty": SourceKind.TREATY,
    "webpage": SourceKind.WEB,
}
PUBLISHED_IN = frozenset(
    ("article-journal", "article-magazine", "article-newspaper", "broadcast", "post", "post-weblog",
     "webpage")
)  # fmt: skip
RADIO = pattern(r"(?i)\b(radio|podcast|audio)\b")
BLANK = pattern(r"[ \t\n\r]*")
SHOWN = ("title", "title-short", "container-title", "publisher", "author", "URL")
Particles = ("dropping-particle", "non-dropping-particle")


def read_csl_file(file: FoundFile, rules: Rules) -> Reading[Source]:
    """The sources of an export; each message points at the whole of an entry."""
    source = read_source(file, MAX_LIST_BYTES)
    found = list(source.diagnostics)
    if source.value is None:
        return Reading(diagnostics=tuple(found))
    found += find_bidi_controls(source.value)
    sources = [
        converted
        for entry, span in _entries(source.value, found)
        if (converted := _convert(entry, span, rules.at(file.path), found)) is not None
    ]
    if has_errors(found):
        ids = frozenset(one.id for one in sources)
        return Reading(diagnostics=tuple(found), broken=Broken(sources=ids))
    return Reading(tuple(sources), diagnostics=tuple(found))


def _entries(source: SourceFile, found: list[Diagnostic]) -> Iterator[tuple[dict[str, Any], Span]]:
    """The objects of the list with their spans, up to the first slip in the JSON."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    text = source.text
    at = _past_blanks(text, 0)
    if not text.startswith("[", at):
        found.append(_not_json(source, at, "a list of sources in [ ] should stand here"))
        return
    at = _past_blanks(text, at + 1)
    if text.startswith("]", at):
        return
    while True:
        try:
            entry, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            found.append(_not_json(source, error.pos, f"the JSON breaks off: {error.msg.lower()}"))
            return
        except RecursionError:
            found.append(
                diagnose(
                    "OR107", "nested too deeply", source.span(at, at + 1), hint="export it anew"
                )
            )
            return
        if isinstance(entry, dict):
            yield entry, source.span(at, end)
        else:
            found.append(_not_json(source, at, "a source in { } should stand here"))
        at = _past_blanks(text, end)
        if not text.startswith(",", at):
            break
        at = _past_blanks(text, at + 1)
    if not text.startswith("]", at) or text[at + 1 :].strip():
        found.append(_not_json(source, at, "the list of sources should end here with ]"))


def _convert(
    entry: dict[str, Any], span: Span, circumstances: Circumstances, found: list[Diagnostic]
) -> Source | None:
    source_id = _id(entry)
    title = _text(entry, "title") or _text(entry, "title-short") or _text(entry, "container-title")
    if not source_id or len(source_id) > LONGEST_ID:
        hint = 'give it an "id", as in "id": "smith-2020"'
        found.append(diagnose("OR112", "this source has no usable id", span, hint=hint))
        return None
    if any(text != without_forbidden(text) for text in _shown_texts(entry)):
        message = f"the source {source_id} holds an invisible control character"
        hint = "delete it in your reference manager, and export again"
        found.append(diagnose("OR109", message, span, hint=hint))
        return None
    if not title:
        hint = 'give it a "title" in your reference manager, and export again'
        found.append(diagnose("OR110", f"the source {source_id} has no title", span, hint=hint))
        return None
    url = _text(entry, "URL")
    if url and (problem := problem_with_web_address(url)):
        told, hint = problem
        found.append(diagnose("OR116", f"{source_id}: {told}", span, hint=hint))
        return None
    return Source(
        span=span,
        id=source_id,
        kind=_kind(entry),
        title=title,
        path=circumstances.path,
        authors=tuple(Written(name, span) for name in _names(entry)),
        publisher=_publisher(entry, span),
        url=url,
        published=_date(entry, "issued", circumstances),
        accessed=_date(entry, "accessed", circumstances),
        language=_language(entry),
    )


def _id(entry: dict[str, Any]) -> str:
    """The citation key where it is an id, else an id made of it or of the entry's number."""
    given = _text(entry, "citation-key") or _text(entry, "id")
    return given if is_id(given) else id_from(given.rstrip("/").rpartition("/")[2])


def _kind(entry: dict[str, Any]) -> SourceKind:
    csl_type = _text(entry, "type")
    described = f"{_text(entry, 'genre')} {_text(entry, 'medium')}"
    if csl_type == "broadcast" and RADIO.search(described):
        return SourceKind.RADIO
    if "press release" in described.lower():
        return SourceKind.PRESS_RELEASE
    return KINDS.get(csl_type, SourceKind.DOCUMENT)


def _publisher(entry: dict[str, Any], span: Span) -> Written | None:
    first, second = "publisher", "container-title"
    if _text(entry, "type") in PUBLISHED_IN:
        first, second = second, first
    name = _text(entry, first) or _text(entry, second)
    return Written(name, span) if name else None


def _names(entry: dict[str, Any]) -> Iterator[str]:
    listed = entry.get("author")
    for author in listed if isinstance(listed, list) else ():
        if not isinstance(author, dict):
            continue
        parts = ("given", *Particles, "family", "suffix")
        name = _text(author, "literal") or " ".join(
            part for part in (_text(author, key) for key in parts) if part
        )
        if name:
            yield name


def _date(entry: dict[str, Any], key: str, circumstances: Circumstances) -> Date | None:
    """A CSL date, which has parts, or words that may be a date; None where they are none."""
    given = entry.get(key)
    if not isinstance(given, dict):
        return None
    parts = given.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part).strip() for part in first]
    about = "~" if given.get("circa") else ""
    if numbers and all(number.isascii() and number.isdigit() for number in numbers):
        widths = (4, 2, 2)
        text = "-".join(number.zfill(width) for number, width in zip(numbers, widths, strict=False))
    else:
        text = _text(given, "raw") or _text(given, "literal")
    try:
        return parse_edtf(text + about, circumstances.zone)
    except DateProblem:
        return None


def _language(entry: dict[str, Any]) -> str:
    """The code of the language; "" for what reference managers take as well, such as its name."""
    written = _text(entry, "language")
    return written if LANGUAGE.fullmatch(written.lower()) else ""


def _shown_texts(entry: dict[str, Any]) -> Iterator[str]:
    """Every text of an entry that readers come to see."""
    pending = [entry.get(key) for key in SHOWN]
    while pending:
        match pending.pop():
            case str() as text:
                yield text
            case list() as listed:
                pending += listed
            case dict() as mapping:
                pending += mapping.values()
            case _:
                pass


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _past_blanks(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at


def _not_json(source: SourceFile, at: int, message: str) -> Diagnostic:
    at = min(at, len(source.text))
    hint = "export the list again as CSL-JSON, or write the sources in a .yaml file"
    return diagnose("OR103", message, source.span(at, at), hint=hint)
