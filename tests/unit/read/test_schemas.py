import re
from typing import Any

import jsonschema
import pytest

from onrecord.read.schemas import (
    ActorKeys,
    ArticleKeys,
    InlineActorKeys,
    Keys,
    PageKeys,
    SiteKeys,
    SourceKeys,
    TopicKeys,
)
from onrecord.read.schemas.keys import known_keys

FILES: tuple[type[Keys], ...] = (
    ActorKeys,
    ArticleKeys,
    InlineActorKeys,
    PageKeys,
    SiteKeys,
    SourceKeys,
    TopicKeys,
)


def every_model(model: type[Keys]) -> set[type[Keys]]:
    found = {model}
    for field in known_keys(model).values():
        for inner in models_in(field.annotation):
            found |= every_model(inner)
    return found


def models_in(annotation: Any) -> set[type[Keys]]:  # noqa: ANN401  whatever a type may hold
    if isinstance(annotation, type) and issubclass(annotation, Keys):
        return {annotation}
    return set().union(*(models_in(part) for part in getattr(annotation, "__args__", ())))


@pytest.mark.parametrize("model", FILES)
def test_every_key_is_described_in_a_sentence(model: type[Keys]) -> None:
    for held in every_model(model):
        for key, field in known_keys(held).items():
            assert field.description, f"{held.__name__}.{key}"
            assert field.description.endswith("."), f"{held.__name__}.{key}"


@pytest.mark.parametrize("model", FILES)
def test_every_required_key_has_an_example_for_its_message(model: type[Keys]) -> None:
    for held in every_model(model):
        for key, field in known_keys(held).items():
            assert not field.is_required() or field.examples, f"{held.__name__}.{key}"


@pytest.mark.parametrize("model", FILES)
def test_keys_are_lower_case_words(model: type[Keys]) -> None:
    for held in every_model(model):
        assert all(re.fullmatch("[a-z]+(_[a-z]+)*", key) for key in known_keys(held))


@pytest.mark.parametrize("model", FILES)
def test_a_json_schema_can_be_made_of_the_keys(model: type[Keys]) -> None:
    schema = model.model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == set(known_keys(model))


def test_the_json_schema_takes_what_the_reader_takes() -> None:
    validator = jsonschema.Draft202012Validator(ArticleKeys.model_json_schema())
    front = {
        "title": "T",
        "date": "2020-01-06",
        "draft": True,
        "topics": "iran",
        "takeaways": ["One.", "Two."],
        "actors": ["pmf", {"name": "A", "role": "b"}],
        "quotes": [{"id": "a", "speaker": ["b"], "text": "c", "occurrence": "all"}, "x#y"],
    }
    assert list(validator.iter_errors(front)) == []
    assert list(validator.iter_errors({**front, "genre": "reprot"}))
    assert list(validator.iter_errors({**front, "topics": "Iran"}))
