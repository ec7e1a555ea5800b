"""Ids, slugs and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.slugs import (
    BIDI_CONTROLS,
    fold_address,
    heading_slug,
    id_from,
    is_id,
    is_impossible_on_windows,
    is_windows_device_name,
    slug_from,
    slug_from_stem,
)


@pytest.mark.parametrize("text", ["a", "qassem-soleimani", "5-1", "2020"])
def test_an_id_is_lower_case_letters_digits_and_single_hyphens(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a\n", "а", "١", "../a", "a.b"]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Nouri al-Maliki", "nouri-al-maliki"),
        ("Søren Ærø", "soren-aero"),
        ("Łódź Straße", "lodz-strasse"),
        ("Đặng Thị Ngọc", "dang-thi-ngoc"),
        ("İstanbul ısı", "istanbul-isi"),
        ("O’Neill & Sons’", "oneill-sons"),
        ("The  U.S. Army", "the-u-s-army"),
        ("ﬁle №5", "file-no5"),
        ("قاسم سليماني", ""),
        ("東京", ""),
        ("—", ""),
    ],
)
def test_an_id_is_made_from_a_name(name: str, made: str) -> None:
    assert id_from(name) == made


@given(st.text())
def test_what_is_made_from_a_name_is_an_id_or_nothing(name: str) -> None:
    made = id_from(name)
    assert made == "" or is_id(made)


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("2020-01-06-every-option-is-open", "every-option-is-open"),
        ("2020-01-06 with space", "with-space"),
        ("2020-01-06_every_option", "every-option"),
        ("every-option-is-open", "every-option-is-open"),
        ("2020-01-06", ""),
        ("2020-01-06-2020-01-07-x", "2020-01-07-x"),
        ("20200106-x", "20200106-x"),
        ("Soldiers' Coffins_(draft)", "soldiers-coffins-draft"),
        ("تهران-می\u200cگوید", "تهران-میگوید"),
        ("cafe\u0301", "café"),
        ("हिन्दी में", "हिन्दी-में"),
        ("İz", "i\u0307z"),
        ("!!!", ""),
        ("-\u0301-", ""),
    ],
)
def test_an_articles_slug_is_its_stem_without_the_date(stem: str, slug: str) -> None:
    assert slug_from_stem(stem) == slug


def test_a_part_of_an_address_keeps_its_date() -> None:
    assert slug_from("2020-01-06 About Us") == "2020-01-06-about-us"


@given(st.text())
def test_a_slug_made_again_stays_the_same(text: str) -> None:
    assert slug_from(slug_from(text)) == slug_from(text)


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("What comes next?", "what-comes-next"),
        ("A — B", "a--b"),
        ("snake_case & more", "snake_case--more"),
        ("Cafe\u0301 ÉTÉ", "café-été"),
        ("ما بعد", "ما-بعد"),
        ("हिन्दी", "हिन्दी"),
        ("1. Step", "1-step"),
        ("“Quoted”", "quoted"),
    ],
)
def test_a_headings_slug_follows_the_rule_of_github(heading: str, slug: str) -> None:
    assert heading_slug(heading) == slug


@pytest.mark.parametrize(
    ("one", "other"),
    [("/Straße/", "/STRASSE/"), ("/cafe\u0301/", "/café/"), ("/A/", "/a/"), ("/ᾳ/", "/ΑΙ/")],
)
def test_addresses_that_a_disk_may_take_for_one_are_compared_as_one(one: str, other: str) -> None:
    assert fold_address(one) == fold_address(other)


def test_other_addresses_stay_apart() -> None:
    assert fold_address("/resume/") != fold_address("/résumé/")


@pytest.mark.parametrize(
    "name", ["con", "CON", "aux.md", "Com1.txt", "lpt¹", "nul .md", "NUL.tar.gz"]
)
def test_names_that_windows_keeps_for_devices(name: str) -> None:
    assert is_windows_device_name(name)


@pytest.mark.parametrize("name", ["a:b.png", "what?.md", 'a"b', "a|b", "<a>", "end.", "end "])
def test_names_that_windows_does_not_take(name: str) -> None:
    assert is_impossible_on_windows(name)


@pytest.mark.parametrize(
    "name", ["console", "com", "com10", "an-aux", "a.con", "", "a b.c", "é;'!"]
)
def test_names_that_windows_takes(name: str) -> None:
    assert not is_windows_device_name(name)
    assert not is_impossible_on_windows(name)


def test_characters_that_reorder_what_is_read_are_found() -> None:
    assert BIDI_CONTROLS.search("a\u202eb")
    assert BIDI_CONTROLS.search("a\u2066b")
    assert not BIDI_CONTROLS.search("قاسم \u200f ab")
