"""Directions and names of languages."""

import pytest

from onrecord.text.languages import direction, language_name


@pytest.mark.parametrize(
    "code", ["ar", "fa", "he", "ur", "ckb", "AR-iq", "fa_IR", "az-Arab", "ks-Arab"]
)
def test_languages_written_from_right_to_left(code: str) -> None:
    assert direction(code) == "rtl"


@pytest.mark.parametrize("code", ["en", "en-GB", "zh-Hant", "ku", "ar-Latn", "ur-Latn-IN", ""])
def test_languages_written_from_left_to_right(code: str) -> None:
    assert direction(code) == "ltr"


@pytest.mark.parametrize(
    ("code", "name"),
    [("fa", "Persian"), ("EN-gb", "English"), ("ckb", "Central Kurdish"), ("xx", "xx")],
)
def test_a_language_has_an_english_name(code: str, name: str) -> None:
    assert language_name(code) == name
