"""PyYAML's two parsers, up to events: the one place that knows the package."""

from typing import Any, Protocol, cast

import yaml
from yaml import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

__all__ = [
    "HAS_PARSER_IN_C",
    "AliasEvent",
    "DocumentStartEvent",
    "Event",
    "Events",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "PurePythonEvents",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "events_in_c",
]

HAS_PARSER_IN_C: bool = yaml.__with_libyaml__


class Events(Protocol):
    """A parser of one text, up to events."""

    def check_event(self) -> bool:
        """True while an event is left."""

    def get_event(self) -> Any:  # noqa: ANN401 - what an event has depends on its kind
        """The next event, with the marks of its start and end."""


class PurePythonEvents(Reader, Scanner, Parser):
    """PyYAML's parser in Python, up to events."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def events_in_c(text: str) -> Events:
    """PyYAML's parser in C, which is many times faster; not every installation has it."""
    return cast("Events", yaml.CSafeLoader(text))
