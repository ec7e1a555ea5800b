"""What writers may type as JSON Schema, for editors that complete and check while they type."""

from collections.abc import Mapping
from typing import Any

from onrecord.read.schemas.actors import ActorKeys, NamedActorKeys
from onrecord.read.schemas.articles import ArticleKeys
from onrecord.read.schemas.keys import Keys
from onrecord.read.schemas.site import SiteKeys
from onrecord.read.schemas.sources import SourceKeys
from onrecord.read.schemas.themes import ThemeKeys
from onrecord.read.schemas.topics import PageKeys, TopicKeys

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MODELS: Mapping[str, tuple[type[Keys], bool]] = {
    "site": (SiteKeys, False),
    "article": (ArticleKeys, False),
    "actor": (ActorKeys, False),
    "cast": (NamedActorKeys, True),
    "sources": (SourceKeys, True),
    "topic": (TopicKeys, False),
    "page": (PageKeys, False),
    "theme": (ThemeKeys, False),
}
"""By name, the keys of a file and whether the file may be a list of them."""

SCHEMAS = tuple(_MODELS)


def json_schema(name: str) -> Mapping[str, Any]:
    """The schema of one of SCHEMAS: a file's own mapping, or a list of entries."""
    model, is_list = _MODELS[name]
    schema = model.model_json_schema()
    if not is_list:
        return {"$schema": DIALECT, **schema}
    definitions = schema.pop("$defs", {})
    entry = {"$ref": "#/$defs/Entry"}
    many = {"anyOf": [{"type": "array", "items": entry}, entry]}
    return {"$schema": DIALECT, **many, "$defs": {**definitions, "Entry": schema}}
