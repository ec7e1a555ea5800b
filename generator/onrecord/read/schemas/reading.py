"""Values of a file against the keys they may have: a model, or every complaint at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from re import compile as pattern
from typing import Any, TypeVar, get_args, get_origin
from unicodedata import name

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from onrecord.diagnostics import Diagnostic, Outcome, Severity, diagnose
from onrecord.read.circumstances import Circumstances
from onrecord.read.place import Place
from onrecord.read.schemas.keys import MISSING, Keys, Reads, known_keys, sort_of
from onrecord.read.schemas.scalars import read_title, read_words
from onrecord.text.similar import closest
from onrecord.text.source import Span

M = TypeVar("M", bound=Keys)

OTHER_NAMES = {
    "tags": "topics",
    "tag": "topics",
    "categories": "topics",
    "category": "topics",
    "keywords": "topics",
    "description": "summary",
    "standfirst": "summary",
    "subtitle": "summary",
    "headline": "title",
    "byline": "authors",
    "lang": "language",
    "aka": "aliases",
    "by": "speaker",
    "who": "speaker",
    "words": "text",
    "link": "url",
    "href": "url",
    "cast": "actors",
    "people": "actors",
    "footnotes": "notes",
    "datetime": "date",
    "pubdate": "date",
    "lastmod": "updated",
    "modified": "updated",
    "location": "place",
    "baseurl": "base_url",
    "site_url": "base_url",
    "menu": "nav",
}
MOST_KEYS_TOLD = 12
UNKNOWN = "OR115"
INVISIBLE = pattern(r"[^\S ]|[\u00ad\u200b-\u200f\u2060\ufeff]")


def read_keys(
    model: type[M], value: object, place: Place, circumstances: Circumstances
) -> Outcome[M | None]:
    """The value as the model's keys; None where it has errors. Unknown keys are warnings."""
    found = [*_quoted_flags(model, value, place)]
    try:
        read = model.model_validate(value, context=circumstances)
    except ValidationError as error:
        complaints = error.errors(include_url=False, include_input=False)
    else:
        return Outcome(None if found else read, tuple(found))
    found += [_diagnose(complaint, model, value, place) for complaint in complaints]
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        return Outcome(None, without_consequences(found))
    lenient = Circumstances(circumstances.zone, circumstances.path, passes_over_unknown_keys=True)
    try:
        read = model.model_validate(value, context=lenient)
    except ValidationError as error:
        complaints = error.errors(include_url=False, include_input=False)
        found += [_diagnose(complaint, model, value, place) for complaint in complaints]
        return Outcome(None, without_consequences(found))
    return Outcome(read, tuple(found))


def without_consequences(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, an unknown key only once where it is why another one is missing."""
    told = list(found)
    causes = {one.span for one in told if one.code == MISSING}
    return tuple(one for one in told if one.code != UNKNOWN or one.span not in causes)


def misspelt(key: str, typed: Iterable[str], known: Collection[str]) -> str | None:
    """The key, of those typed, that was probably meant to be this one."""
    return next((other for other in typed if key == _meant(other, known)), None)


def _meant(key: str, known: Collection[str]) -> str | None:
    """The known key that an unknown one stands for."""
    if key in known or key.startswith("x_"):
        return None
    bare = INVISIBLE.sub("", key)
    other = OTHER_NAMES.get(bare.lower())
    return other if other in known else closest(bare, known)


def _quoted_flags(model: type[Keys], value: object, place: Place) -> Sequence[Diagnostic]:
    """Quotation marks make a text of true and false, which other programs take for true."""
    if not isinstance(value, dict):
        return ()
    return [
        diagnose(
            "OR111",
            f"`{flag}`: “{value[flag]}” in quotation marks is a text",
            place.at(flag).span,
            hint=f"write {flag}: {value[flag]}",
        )
        for flag in _flags_of(model)
        if value.get(flag) in ("true", "false") and place.at(flag).width != len(value[flag])
    ]


@cache
def _flags_of(model: type[Keys]) -> tuple[str, ...]:
    return tuple(key for key, field in known_keys(model).items() if field.annotation is bool)


def _diagnose(
    complaint: ErrorDetails, model: type[Keys], value: object, place: Place
) -> Diagnostic:
    steps = [step for step in complaint["loc"] if not _is_tag(step)]
    match complaint["type"]:
        case "missing":
            return _missing(steps, model, value, place)
        case "extra_forbidden":
            return _unknown(steps, model, place)
        case "dict_type":
            where, key = _where(steps, value, place)
            told = f"{key}{sort_of(_value_at(value, steps))} where names with values should stand"
            hint = "write a line `name: value` for each"
            if steps and steps[-1] == "passages":
                hint = "write a line `id: words` for each, with an id in place of the dash"
            return diagnose("OR111", told, where, hint=hint)
        case _:
            refusal = complaint["ctx"]
            at = refusal["at"]
            slip = _slip(steps, at, model, value, place) if at else None
            if slip is not None:
                return slip
            where, key = _where([*steps, at] if at else steps, value, place)
            message = f"{key}{refusal['told']}"
            return diagnose(refusal["code"], message, where, hint=refusal["hint"])


def _missing(steps: list[int | str], model: type[Keys], value: object, place: Place) -> Diagnostic:
    *parents, key = steps
    holder = _value_at(value, parents)
    parent = place.at(*parents)
    field = _known_at(model, parents).get(str(key))
    examples = field.examples if field is not None else None
    shown = "…" if _is_prose(field) else examples[0] if examples else ""
    hint = f"write {key}: {shown}" if shown else f"add {key}:"
    if isinstance(holder, dict) and key in holder:
        return diagnose("OR110", f"`{key}` has no value", parent.key_span(str(key)), hint=hint)
    slip = _slip(parents, str(key), model, value, place)
    if slip is not None:
        return slip
    at = parent.span
    start = Span(at.path, at.line, at.column, at.line, at.column)
    within = _within(parents)
    return diagnose("OR110", f"`{key}` is missing{within}", start, hint=hint)


def _slip(
    steps: Sequence[int | str], key: str, model: type[Keys], value: object, place: Place
) -> Diagnostic | None:
    """The error about a key that the mapping at these steps has under another name."""
    holder = _value_at(value, steps)
    if not isinstance(holder, dict) or key in holder:
        return None
    typed = misspelt(key, holder, _known_at(model, steps))
    if typed is None:
        return None
    return missing_for_a_slip(key, typed, place.at(*steps).key_span(typed))


def missing_for_a_slip(key: str, typed: str, span: Span) -> Diagnostic:
    """The error about a required key that is there under another name."""
    seen = _seen(typed)
    message = f"`{key}` is missing; {seen} stands here, which is not known"
    return diagnose(MISSING, message, span, hint=f"write {key}: in place of {typed.strip()}:")


def _is_prose(field: FieldInfo | None) -> bool:
    """True for a key that takes words, of which an example would only be copied."""
    metadata = field.metadata if field is not None else ()
    return any(isinstance(one, Reads) and one.read in {read_title, read_words} for one in metadata)


def _seen(key: str) -> str:
    """A key as messages show it, with the names of characters that cannot be seen."""
    hidden = [name_of(char) for char in INVISIBLE.findall(key)]
    shown = f"the key `{INVISIBLE.sub('', key).strip()}`"
    return f"{shown} with a {hidden[0]}" if hidden else shown


def name_of(char: str) -> str:
    """The name of a character that cannot be seen, in small letters."""
    return name(char, f"U+{ord(char):04X}").lower()


def _within(parents: Sequence[int | str]) -> str:
    names = [step for step in parents if isinstance(step, str)]
    if not names:
        return ""
    last = parents[-1]
    return f" in entry {last + 1} of `{names[-1]}`" if isinstance(last, int) else f" in `{last}`"


def _unknown(steps: list[int | str], model: type[Keys], place: Place) -> Diagnostic:
    *parents, last = steps
    key = str(last)
    known = _known_at(model, parents)
    near = _meant(key, known)
    if near is not None and INVISIBLE.sub("", key).strip() == near:
        hint = f"write {near}: with nothing else before the colon"
    elif near is not None:
        hint = f"did you mean `{near}`?"
    elif len(known) <= MOST_KEYS_TOLD:
        hint = f"the keys here are: {', '.join(known)}; name a key of your own x_{key}"
    else:
        hint = f"delete it, or name it x_{key} to keep it for yourself"
    span = place.at(*parents).key_span(key)
    return diagnose(UNKNOWN, f"{_seen(key)} is not known here", span, hint=hint)


def _where(steps: list[int | str], value: object, place: Place) -> tuple[Span, str]:
    """Where a complaint points, and the key that it begins with, but for that of a mapping."""
    if steps and steps[-1] == "[key]":
        *parents, key, _ = steps
        return place.at(*parents).key_span(str(key)), ""
    at = place.at(*steps)
    if isinstance(_value_at(value, steps), dict):
        return at.span, ""
    names = [step for step in at.path[len(place.path) :] if isinstance(step, str)]
    return at.span, f"`{names[-1]}`: " if names else ""


def _value_at(value: object, steps: Sequence[int | str]) -> object:
    for step in steps:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value


def _known_at(model: type[Keys], steps: Sequence[int | str]) -> Mapping[str, Any]:
    """The keys that may stand in the mapping at these steps."""
    models: list[type[Keys]] = [model]
    steps_named = iter(step for step in steps if isinstance(step, str))
    for key in steps_named:
        fields = [known_keys(held)[key] for held in models if key in known_keys(held)]
        models = [inner for field in fields for inner in _models_in(field.annotation)]
        if any(get_origin(field.annotation) is dict for field in fields):
            next(steps_named, None)
    return {key: field for held in models for key, field in known_keys(held).items()}


def _models_in(annotation: object) -> list[type[Keys]]:
    if isinstance(annotation, type) and issubclass(annotation, Keys):
        return [annotation]
    return [inner for part in get_args(annotation) for inner in _models_in(part)]


def _is_tag(step: int | str) -> bool:
    return isinstance(step, str) and step.startswith("‹")
