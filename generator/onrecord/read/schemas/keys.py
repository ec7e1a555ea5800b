"""How any mapping of keys is read: bare texts, single entries, free keys, strictness.

Values arrive as text, lists and mappings, as YAML holds them; a `Key` says what one text may be.
The models hold what a writer may type, so that they also describe it (`onrecord schema`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from re import compile as pattern
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from onrecord.read.circumstances import Circumstances
from onrecord.text.frozen import Frozen

T = TypeVar("T")

MISSING = "OR110"
WRONG = "OR111"
NOT_AN_ID = "OR112"
NOT_A_DATE = "OR114"
NOT_AN_ADDRESS = "OR116"
LEADS_OUT = "OR122"
NO_TIME_ZONE = "OR704"
NO_CODE = "OR705"
OUT_OF_ORDER = "OR127"
DASH_WITHOUT_SPACE = pattern(r"-(?=[^\W\d_])")


def refusal(code: str, told: str, hint: str = "", at: str = "") -> PydanticCustomError:
    """The complaint about a value: a code, what is wrong with it, what to type instead.

    `at` is the key that a complaint about a mapping points at.
    """
    told_of = {"code": code, "told": told, "hint": hint, "at": at}
    return PydanticCustomError("refused", "{told}", told_of)


class Alone(str):
    """A text that stands in the place of a list."""

    __slots__ = ()


def sort_of(value: object) -> str:
    """What kind of YAML value this is, in a writer's words."""
    if isinstance(value, dict):
        return "a mapping (`key: value`)"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else "a text"


@dataclass(frozen=True, slots=True, eq=False)
class Reads:
    """Marks the type of a key whose text a function reads, refusing what it cannot take."""

    read: Callable[[object, Circumstances], object]
    json_schema: Mapping[str, object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The value is what the function gives."""
        del source, handler
        read = self.read

        def validate(value: object, info: core_schema.ValidationInfo) -> object:
            return read(value, info.context)  # type: ignore[arg-type]

        return core_schema.with_info_plain_validator_function(validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """What may be typed, not what it becomes."""
        del schema, handler
        return dict(self.json_schema)


class _OneOrMany(Frozen):
    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_tuple, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many.get("items", {}), many]}


Many = Annotated[tuple[T, ...], _OneOrMany()]
"""A list, or a single entry in its place."""


def _as_tuple(value: object) -> tuple[object, ...]:
    if isinstance(value, list):
        return tuple(value)
    first = next(iter(value), "") if isinstance(value, dict) else value
    if isinstance(first, str) and DASH_WITHOUT_SPACE.match(first):
        word = first[1:].split(" ", 1)[0]
        raise refusal(WRONG, "the dash of a list has no space after it", f"write - {word}")
    return (Alone(value) if isinstance(value, str) else value,)


class Keys(BaseModel):
    """A mapping with known keys. `x_…` keys are free, and a key without a value is left out.

    `BARE` is the key that a bare text stands for, "" where only a mapping will do; `NOUN` is what
    the mapping is, `FORM` what to type for one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    BARE: ClassVar[str] = ""
    NOUN: ClassVar[str] = "keys and values"
    FORM: ClassVar[str] = "lines such as key: value"

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The mapping, with keys of one's own, or a bare text in its place."""
        mapping = handler(schema)
        handler.resolve_ref_schema(mapping)["patternProperties"] = {"^x_": {}}
        return {"anyOf": [{"type": ["string", "number"]}, mapping]} if cls.BARE else mapping

    @model_validator(mode="before")
    @classmethod
    def _take(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str) and cls.BARE:
            return {cls.BARE: value}
        if not isinstance(value, dict):
            raise refusal(
                WRONG, f"{sort_of(value)} where {cls.NOUN} should stand", f"write {cls.FORM}"
            )
        circumstances: Circumstances = info.context  # type: ignore[assignment]
        if circumstances.passes_over_unknown_keys:
            known = known_keys(cls)
            return {
                key: given for key, given in value.items() if key in known and given is not None
            }
        if any(given is None or key.startswith("x_") for key, given in value.items()):
            return {
                key: given
                for key, given in value.items()
                if given is not None and not key.startswith("x_")
            }
        return value


def known_keys(model: type[Keys]) -> dict[str, Any]:
    """The keys that a writer may type, each with its field."""
    return {field.alias or name: field for name, field in model.model_fields.items()}
