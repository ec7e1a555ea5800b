"""Digests: equal exactly where the values are."""

import subprocess
import sys
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.digest import UNDIGESTED, digest, digest_of_text

PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates()
VALUES = st.recursive(
    PLAIN, lambda inner: st.tuples() | st.tuples(inner) | st.tuples(inner, inner), max_leaves=8
)


class Kind(StrEnum):
    """A kind of actor."""

    PERSON = "person"
    STATE = "state"


class Size(Enum):
    """An enum of no text."""

    SMALL = 1


@dataclass(frozen=True, slots=True)
class Actor:
    """A record with a place that does not count."""

    name: str
    kind: Kind = Kind.PERSON
    aliases: tuple[str, ...] = ()
    place: str = field(default="", metadata=UNDIGESTED, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A record with the same fields under another name."""

    name: str
    kind: Kind = Kind.PERSON
    aliases: tuple[str, ...] = ()


def test_equal_records_have_one_digest() -> None:
    assert digest(Actor("A", aliases=("b",))) == digest(Actor("A", aliases=("b",)))


@pytest.mark.parametrize(
    "other", [Actor("B"), Actor("A", Kind.STATE), Actor("A", aliases=("A",)), Source("A")]
)
def test_another_value_or_kind_of_record_has_another_digest(other: object) -> None:
    assert digest(Actor("A")) != digest(other)


def test_an_undigested_field_does_not_count() -> None:
    assert digest(Actor("A", place="line 3")) == digest(Actor("A", place="line 9"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((), ""),
        ((("a",), "b"), ("a", ("b",))),
        (1, True),
        (0, None),
        ("1", 1),
        (1, 1.0),
        (b"a", "a"),
        ({"a": "b"}, (("a", "b"),)),
        (date(2020, 1, 6), "2020-01-06"),
        (Kind.PERSON, "person"),
        (Size.SMALL, 1),
        (datetime(2020, 1, 6, tzinfo=UTC), date(2020, 1, 6)),
    ],
)
def test_values_that_look_alike_are_told_apart(one: object, other: object) -> None:
    assert digest(one) != digest(other)


def test_the_order_of_a_mapping_does_not_count() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"a": 1}) == digest(MappingProxyType(OrderedDict(a=1)))


@pytest.mark.parametrize("value", [{"a"}, frozenset("a"), object(), (1, [{2}])])
def test_a_value_without_a_stable_order_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no stable digest"):
        digest(value)


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_digest_is_the_same_in_every_run(seed: str) -> None:
    program = (
        "from onrecord.text.digest import digest\nprint(digest({'b': ('x', 1, None), 'a': 2.5}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "5fc9a531b8bacec698db363ca7d29158"


@given(VALUES, VALUES)
def test_two_values_share_a_digest_only_where_they_are_equal(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (repr(one) == repr(other))


@given(st.text() | st.just("\ud800"))
def test_a_text_has_one_digest_whoever_asks(text: str) -> None:
    assert digest_of_text(text) == digest(text)
