"""Ids, slugs and the comparison of addresses."""

from re import ASCII
from re import compile as pattern
from unicodedata import category, normalize

ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*", ASCII)
LEADING_DATE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[-_ ]|$)")
NOT_IN_AN_ID = pattern(r"[^a-z0-9]+")
BIDI_CHARACTERS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BIDI_CONTROLS = pattern(f"[{BIDI_CHARACTERS}]")
APOSTROPHES = frozenset("'’‘ʼ`´")

LATIN_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o",
        "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "ı": "i", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t", "ŋ": "ng", "Ŋ": "ng", "ə": "e", "Ə": "e",
        "ɣ": "g", "ĸ": "k", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o",
    }
)  # fmt: skip

NOT_IN_WINDOWS_NAMES = pattern(r'[<>:"|?*]')
WINDOWS_DEVICES = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
    )
)


def is_id(text: str) -> bool:
    """True for an id: lower-case ASCII letters and digits, single hyphens between them."""
    return ID.fullmatch(text) is not None


def id_from(text: str) -> str:
    """An id made from a name; empty where the name has no letter that Latin script can give."""
    latin = "".join(
        "" if char in APOSTROPHES or category(char).startswith("M") else char
        for char in normalize("NFKD", text.translate(LATIN_LETTERS))
    )
    return NOT_IN_AN_ID.sub("-", latin.lower()).strip("-")


def slug_from_stem(stem: str) -> str:
    """An article's slug: the file's stem without its leading date; empty where nothing is left."""
    return slug_from(LEADING_DATE.sub("", stem, count=1))


def slug_from(text: str) -> str:
    """A part of an address: letters and digits of any script in lower case, hyphens for the rest.

    Empty where the text has neither letters nor digits.
    """
    kept: list[str] = []
    for char in normalize("NFC", normalize("NFC", text).lower()):
        kind = category(char)
        is_after_hyphen = not kept or kept[-1] == "-"
        if kind[0] in "LN" or (kind[0] == "M" and not is_after_hyphen):
            kept.append(char)
        elif not (is_after_hyphen or kind[0] == "M" or kind == "Cf" or char in APOSTROPHES):
            kept.append("-")
    return "".join(kept).strip("-")


def heading_slug(text: str) -> str:
    """A heading's id by GitHub's rule: letters of any script, digits, `_`, `-`; a space is `-`."""
    lowered = normalize("NFC", normalize("NFC", text).lower())
    return "".join(
        "-" if char == " " else char
        for char in lowered
        if char in " -" or category(char)[0] in "LMN" or category(char) == "Pc"
    )


def fold_address(permalink: str) -> str:
    """The form in which two addresses are compared: what one disk or server may hold to be one."""
    return normalize("NFC", normalize("NFC", permalink).casefold())


def is_impossible_on_windows(name: str) -> bool:
    """True for a file or folder name that Windows does not take, though no device has it."""
    return name.endswith((".", " ")) or NOT_IN_WINDOWS_NAMES.search(name) is not None


def is_windows_device_name(name: str) -> bool:
    """True for a file or folder name that Windows keeps for a device, as `con` or `aux.md`."""
    return name.split(".", 1)[0].rstrip(" ").casefold() in WINDOWS_DEVICES
