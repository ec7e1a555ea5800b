"""Lists from A to Z: by which letter a name stands, and the letters of a page."""

from collections.abc import Iterable, Mapping
from string import ascii_uppercase
from unicodedata import category, normalize

from onrecord.pages.views.indexes import LetterLink

LONGEST_WHOLE = 500  # past this, each letter has a page of its own

_DIGITS = "0–9"
_OTHER = "#"
_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "at-", "an-", "az-", "ul-")


def sorting_key(name: str) -> str:
    """The form by which names are sorted: without case, accents and a prefixed Arabic article."""
    plain = "".join(char for char in normalize("NFKD", name.casefold()) if category(char) != "Mn")
    for article in _ARTICLES:
        if plain.startswith(article):
            return plain[len(article) :]
    return plain


def letter_of(name: str) -> str:
    """The letter under which a name stands: "A", "م", "0–9", "#"."""
    first = next((char for char in sorting_key(name) if char.isalnum()), "")
    if not first:
        return _OTHER
    return _DIGITS if first.isdigit() else first.upper()[0]


def letter_anchor(letter: str) -> str:
    """A letter as an anchor and as part of an address: "a", "0-9"."""
    return {_DIGITS: "0-9", _OTHER: "other"}.get(letter, letter.lower())


def by_letter(ids_and_names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Ids by the letter of their names, both from A to Z."""
    letters: dict[str, list[str]] = {}
    for known, name in sorted(
        ids_and_names, key=lambda known_name: (sorting_key(known_name[1]), known_name[0])
    ):
        letters.setdefault(letter_of(name), []).append(known)
    return {letter: tuple(known) for letter, known in letters.items()}


def letter_address(index: str, letter: str) -> str:
    """The page of one letter of a long index: "/actors/a-z/a/"."""
    return f"{index}a-z/{letter_anchor(letter)}/"


def letter_links(
    index: str, counts: Mapping[str, int], *, has_pages: bool, current: str = ""
) -> tuple[LetterLink, ...]:
    """A to Z and whatever other letters occur, leading to their sections or their pages."""
    return tuple(
        LetterLink(
            letter,
            _place(index, letter, has_pages=has_pages) if counts.get(letter) else "",
            counts.get(letter, 0),
            is_current=letter == current,
        )
        for letter in _letters(counts)
    )


def _place(index: str, letter: str, *, has_pages: bool) -> str:
    return letter_address(index, letter) if has_pages else f"{index}#{letter_anchor(letter)}"


def _letters(occurring: Iterable[str]) -> list[str]:
    others = sorted(set(occurring) - set(ascii_uppercase))
    return [*ascii_uppercase, *others]
