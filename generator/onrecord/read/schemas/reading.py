"""Values of a file against the keys they may have: a model, or every complaint at once."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.read.place import Place
from onrecord.read.schemas.keys import Circumstances, Keys, known_keys, sort_of
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
    is_whole = not any(diagnostic.code != "OR115" for diagnostic in found)
    if not is_whole:
        return Outcome(None, tuple(found))
    lenient = Circumstances(circumstances.zone, circumstances.path, passes_over_unknown_keys=True)
    return Outcome(model.model_validate(value, context=lenient), tuple(found))


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
            return diagnose("OR111", told, where, hint="write a line `name: value` for each")
        case _:
            where, key = _where(steps, value, place)
            refusal = complaint["ctx"]
            message = f"{key}{refusal['told']}"
            return diagnose(refusal["code"], message, where, hint=refusal["hint"])


def _missing(steps: list[int | str], model: type[Keys], value: object, place: Place) -> Diagnostic:
    *parents, key = steps
    holder = _value_at(value, parents)
    parent = place.at(*parents)
    field = _known_at(model, parents).get(str(key))
    examples = field.examples if field is not None else None
    hint = f"write {key}: {examples[0]}" if examples else f"add {key}:"
    if isinstance(holder, dict) and key in holder:
        return diagnose("OR110", f"`{key}` has no value", parent.key_span(str(key)), hint=hint)
    at = parent.span
    start = Span(at.path, at.line, at.column, at.line, at.column)
    within = _within(parents)
    return diagnose("OR110", f"`{key}` is missing{within}", start, hint=hint)


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
    other = OTHER_NAMES.get(key.lower())
    near = other if other in known else closest(key, known)
    if near is not None:
        hint = f"did you mean `{near}`?"
    elif len(known) <= MOST_KEYS_TOLD:
        hint = f"the keys here are: {', '.join(known)}; name a key of your own x_{key}"
    else:
        hint = f"delete it, or name it x_{key} to keep it for yourself"
    span = place.at(*parents).key_span(key)
    return diagnose("OR115", f"the key `{key}` is not known here", span, hint=hint)


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
    names = iter(step for step in steps if isinstance(step, str))
    for name in names:
        fields = [known_keys(held)[name] for held in models if name in known_keys(held)]
        models = [inner for field in fields for inner in _models_in(field.annotation)]
        if any(get_origin(field.annotation) is dict for field in fields):
            next(names, None)
    return {key: field for held in models for key, field in known_keys(held).items()}


def _models_in(annotation: object) -> list[type[Keys]]:
    if isinstance(annotation, type) and issubclass(annotation, Keys):
        return [annotation]
    return [inner for part in get_args(annotation) for inner in _models_in(part)]


def _is_tag(step: int | str) -> bool:
    return isinstance(step, str) and step.startswith("‹")
