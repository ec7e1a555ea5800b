"""Linked data as a browser finds it within a page."""

import json

import pytest

from onrecord.formats import Json, within_script, write_json_ld
from tests.rig.linked_data import linked_data_in

HOSTILE = (
    "</script><script>alert(1)</script><!-- \" ' & &amp; &quot; \u2028\u2029 ]]> \x00\x08 \\ “x”"
)


def in_page(document: str) -> str:
    return f'<html><head><script type="application/ld+json">{document}</script></head></html>'


def test_whatever_a_text_holds_it_comes_back_as_it_was_typed() -> None:
    written = write_json_ld([{"@type": "Thing", "name": HOSTILE, HOSTILE: "x"}])
    assert linked_data_in(in_page(written)) == [{"@type": "Thing", "name": HOSTILE, HOSTILE: "x"}]


@pytest.mark.parametrize("char", ["<", ">", "&", "\u2028", "\u2029"])
def test_no_character_that_html_or_an_old_script_could_mistake_is_written_as_it_is(
    char: str,
) -> None:
    written = write_json_ld([{"name": f"a{char}b", "list": [char]}])
    assert char not in written
    assert f"a\\u{ord(char):04x}b" in written


def test_what_has_been_made_safe_stays_the_same() -> None:
    written = write_json_ld([{"name": HOSTILE}])
    assert within_script(written) == written


def test_what_is_empty_is_left_out_however_deep_it_stands() -> None:
    known: dict[str, Json] = {
        "@type": "Thing",
        "name": "x",
        "position": 0,
        "isAccessibleForFree": True,
    }
    unknown: dict[str, Json] = {
        "a": "",
        "b": None,
        "c": (),
        "d": {},
        "e": {"@type": "Place", "name": ""},
        "f": [""],
    }
    written = write_json_ld([{**known, **unknown, "g": [{"@type": "Thing"}, {"@id": "y"}]}, {}])
    assert json.loads(written)["@graph"] == [{**known, "g": [{"@id": "y"}]}]


@pytest.mark.parametrize("nothing", [(), ({},), ({"@type": "Thing", "name": ""},)])
def test_where_nothing_is_known_nothing_is_written(nothing: tuple[dict[str, str], ...]) -> None:
    assert write_json_ld(nothing) == ""


def test_the_order_in_which_things_were_said_of_a_node_does_not_matter() -> None:
    first = write_json_ld([{"@type": "Thing", "name": "x", "@id": "y"}])
    assert first == write_json_ld([{"name": "x", "@id": "y", "@type": "Thing"}])
    assert first.endswith('"@graph":[{"@id":"y","@type":"Thing","name":"x"}]}')


def test_letters_of_every_script_are_written_as_they_are() -> None:
    assert "قاسم سلیمانی" in write_json_ld([{"name": "قاسم سلیمانی"}])


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        write_json_ld([{"position": float("nan")}])  # type: ignore[dict-item]
