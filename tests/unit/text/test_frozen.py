"""Records are complete when made, compared by value, and equal wherever they were written."""

import pytest

from onrecord.text.codec import decode, encode
from onrecord.text.frozen import Frozen, Located, field, field_names, is_record, replace
from onrecord.text.source import Span


class _Point(Frozen):
    x: int
    y: int = 0
    names: tuple[str, ...] = field(default_factory=tuple)


class _Written(Located):
    text: str
    span: Span


class _Listed(Located):
    text: str


HERE, THERE = Span.start_of("a.md"), Span("b.md", 7, 1, 7, 9)


def test_a_record_cannot_be_changed() -> None:
    point = _Point(1)
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        point.z = 2  # type: ignore[attr-defined]


def test_records_are_compared_by_value() -> None:
    assert _Point(1, 2) == _Point(1, 2)
    assert _Point(1, 2) != _Point(2, 1)
    assert hash(_Point(1, 2)) == hash(_Point(1, 2))
    assert len({_Point(1), _Point(1), _Point(2)}) == 2


def test_where_a_value_was_written_makes_it_neither_equal_nor_different() -> None:
    assert _Written("a", HERE) == _Written("a", THERE)
    assert hash(_Written("a", HERE)) == hash(_Written("a", THERE))
    assert _Written("a", HERE) != _Written("b", HERE)
    assert not _Written("a", HERE) != _Written("a", THERE)  # noqa: SIM202 - both ways are defined


def test_values_of_different_kinds_differ_even_with_the_same_fields() -> None:
    assert _Listed("a") != _Written("a", HERE)
    assert _Written("a", HERE) != "a"


def test_where_a_value_was_written_is_kept_all_the_same() -> None:
    there = _Written("a", THERE)
    assert decode(encode(there), _Written).span == THERE
    assert encode(there) != encode(_Written("a", HERE))


def test_a_new_record_is_made_of_an_old_one() -> None:
    old = _Point(1, 2, ("a",))
    assert replace(old, y=3) == _Point(1, 3, ("a",))
    assert old == _Point(1, 2, ("a",))
    with pytest.raises(TypeError):
        replace(old, z=3)


def test_a_record_knows_its_fields() -> None:
    assert field_names(_Point) == ("x", "y", "names")
    assert is_record(_Point(1))
    assert is_record(_Point)
    assert not is_record((1, 2))
    assert not is_record(dict)


def test_a_record_with_fewer_fields_takes_what_they_are_without_being_told() -> None:
    """So a field that has a default may be added at the end; one without may not."""
    assert decode(encode((1,)), _Point) == _Point(1)
    assert decode(encode((1, 2, ())), _Point) == _Point(1, 2)
