"""What one text may be: a line, an id, a flag, a number, a date, a word of a closed list."""

from collections.abc import Callable, Iterable, Mapping
from re import ASCII
from re import compile as pattern
from typing import Annotated

from onrecord.read.circumstances import Circumstances
from onrecord.read.schemas.keys import (
    MISSING,
    NOT_A_DATE,
    NOT_AN_ID,
    WRONG,
    Alone,
    Reads,
    refusal,
    sort_of,
)
from onrecord.text.dates import Date, DateProblem, parse_edtf, parse_published, parse_said
from onrecord.text.languages import NAMES
from onrecord.text.similar import closest
from onrecord.text.slugs import id_from, is_id
from onrecord.text.yaml_quoting import quote_scalar

WHOLE_NUMBER = pattern(r"-?[0-9]{1,15}", ASCII)
LANGUAGE = pattern(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", ASCII)
COUNTRY = pattern(r"[A-Z]{2}", ASCII)
WIKIDATA = pattern(r"Q[1-9][0-9]{0,11}", ASCII)
QUOTE_ELSEWHERE = pattern(r"[^\s#/?%\\]+#([^#\s]+)")
COUNTRIES_MISNAMED = {"UK": "GB", "EN": "GB", "USA": "US", "EU": "the members of the EU, each"}
LONGEST_ID = 120
LONGEST_TITLE = 1_000
QUOTATION_MARKS = tuple("“”„«»‘’‚\"'")
ID_FORM = "ids are lower-case ASCII letters and digits with hyphens between, as in qassem-soleimani"


def read_text(value: object, _: Circumstances) -> str:
    """A text without white space at its ends."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        raise refusal(WRONG, "an entry without a text", "write its text, or delete the entry")
    told = f"{sort_of(value)} where one text should stand"
    raise refusal(WRONG, told, _hint_on_brackets(value))


def _hint_on_brackets(value: object) -> str:
    """What to type where YAML took words for a mapping, or for a list."""
    match value:
        case {**entries} if len(entries) == 1:
            ((key, words),) = entries.items()
            if isinstance(words, str):
                return f"put it in quotation marks: {quote_scalar(f'{key}: {words}')}"
        case [str(word)]:
            quoted = quote_scalar(f"[{word}]")
            return f"write {word}; where the brackets belong to the words, {quoted}"
    return (
        "keep one; if the brackets, dashes or colons belong to the words, put the whole value in"
        " quotation marks"
    )


def read_line(value: object, circumstances: Circumstances) -> str:
    """A text in one line, with single spaces."""
    return " ".join(read_text(value, circumstances).split())


def read_words(value: object, circumstances: Circumstances) -> str:
    """A text with something in it."""
    text = read_text(value, circumstances)
    if not text:
        raise refusal(MISSING, "the text is empty", "write it between the quotation marks")
    return text


def read_title(value: object, circumstances: Circumstances) -> str:
    """A line with something in it, which pages may repeat."""
    text = " ".join(read_words(value, circumstances).split())
    if len(text) <= LONGEST_TITLE:
        return text
    told = f"a line of {len(text):,} characters is too long here"
    raise refusal(WRONG, told, f"keep it under {LONGEST_TITLE:,} characters")


def read_id(value: object, circumstances: Circumstances) -> str:
    """An id."""
    text = read_text(value, circumstances)
    if is_id(text):
        return _of_bearable_length(text)
    proposed = id_from(text)
    hint = f"write {proposed}" if proposed else ID_FORM
    raise refusal(NOT_AN_ID, f"{in_marks(text)} is not an id; {ID_FORM}", hint)


def read_listed_id(value: object, circumstances: Circumstances) -> str:
    """One of several ids; where commas stand between names, the hint is the list they make."""
    if isinstance(value, str) and "," in value:
        ids = [id_from(part) for part in value.split(",")]
        if all(ids):
            told = f"{in_marks(value)} is not an id, but several"
            is_alone = isinstance(value, Alone)
            listed = ", ".join(ids)
            hint = f"write [{listed}]" if is_alone else f"write an entry for each: {listed}"
            raise refusal(NOT_AN_ID, told, hint)
    return read_id(value, circumstances)


def _of_bearable_length(text: str) -> str:
    if len(text) <= LONGEST_ID:
        return text
    told = f"an id of {len(text)} characters is too long for a file's name"
    raise refusal(NOT_AN_ID, told, f"keep it under {LONGEST_ID} characters")


def read_quote_reference(value: object, circumstances: Circumstances) -> str:
    """A quote of this article by its id, or of another as `article#quote`."""
    text = read_text(value, circumstances)
    elsewhere = QUOTE_ELSEWHERE.fullmatch(text)
    if is_id(text) or (elsewhere and is_id(elsewhere[1])):
        return text
    raise refusal(
        NOT_AN_ID,
        f"{in_marks(text)} names no quote",
        "write the id of a quote of this article, or article#quote for one of another",
    )


def read_repeat(value: object, circumstances: Circumstances) -> str:
    """A quote of another article, as `article#quote`."""
    text = read_text(value, circumstances)
    elsewhere = QUOTE_ELSEWHERE.fullmatch(text)
    if elsewhere and is_id(elsewhere[1]):
        return text
    raise refusal(
        WRONG,
        f"{in_marks(text)} is neither a record nor the quote of another article",
        "write article#quote to repeat a quote of another article; a record of this one begins"
        " with `speaker:` and `text:`",
    )


def read_flag(value: object, circumstances: Circumstances) -> bool:
    """True or false, in these words only."""
    text = read_text(value, circumstances)
    if text in {"true", "false"}:
        return text == "true"
    meant = {"yes": "true", "on": "true", "1": "true", "y": "true"}.get(text.lower())
    meant = meant or {"no": "false", "off": "false", "0": "false", "n": "false"}.get(text.lower())
    if text.lower() in {"true", "false"}:
        meant = text.lower()
    hint = f"write {meant}" if meant else "write true or false"
    raise refusal(WRONG, f"{in_marks(text)} is neither true nor false", hint)


def read_number(value: object, circumstances: Circumstances, example: str) -> int:
    """A whole number; `example` says what to write instead of anything else."""
    text = read_text(value, circumstances)
    if WHOLE_NUMBER.fullmatch(text):
        return int(text)
    digits = text.replace(",", "").replace("_", "").replace(" ", "")
    hint = f"write {digits}" if WHOLE_NUMBER.fullmatch(digits) else example
    raise refusal(WRONG, f"{in_marks(text)} is not a whole number", hint)


def number(least: int, most: int) -> Reads:
    """Marks a key that takes a whole number between two others, both included."""

    def read(value: object, circumstances: Circumstances) -> int:
        example = f"write a number from {least} to {most}"
        found = read_number(value, circumstances, example)
        if least <= found <= most:
            return found
        raise refusal(WRONG, f"{found} is out of range", example)

    return Reads(read, {"type": "integer", "minimum": least, "maximum": most})


def one_of(words: Iterable[str], also: Mapping[str, str] | None = None) -> Reads:
    """Marks a key that takes one word of a closed list; `also` maps accepted other spellings.

    Where the words are the members of an enumeration, the value is the member.
    """
    table = {str(word): word for word in words}
    for other, word in (also or {}).items():
        table[other] = table[word]
    told = ", ".join(sorted({str(word) for word in table.values()}))

    def read(value: object, circumstances: Circumstances) -> str:
        text = read_text(value, circumstances)
        if text in table:
            return table[text]
        near = closest(text, table)
        hint = f"did you mean {near}?" if near else f"write one of: {told}"
        raise refusal(WRONG, f"{in_marks(text)} is not one of: {told}", hint)

    return Reads(read, {"type": "string", "enum": list(table)})


def _date(parse: Callable[[str, Circumstances], Date | None]) -> Callable[..., Date | None]:
    def read(value: object, circumstances: Circumstances) -> Date | None:
        text = read_text(value, circumstances)
        try:
            return parse(text, circumstances)
        except DateProblem as problem:
            raise refusal(NOT_A_DATE, problem.message, problem.hint) from None

    return read


def read_language(value: object, circumstances: Circumstances) -> str:
    """A language by its code."""
    text = read_text(value, circumstances)
    if LANGUAGE.fullmatch(text.lower()):
        return text
    codes = {name.casefold(): code for code, name in NAMES.items()}
    near = closest(text, codes)
    hint = f"write {codes[near]}" if near else "write a code such as en, ar or pt-BR"
    raise refusal(WRONG, f"{in_marks(text)} is not the code of a language", hint)


def read_country(value: object, circumstances: Circumstances) -> str:
    """A country by its two letters in ISO 3166."""
    text = read_text(value, circumstances)
    upper = text.upper()
    if upper in COUNTRIES_MISNAMED:
        raise refusal(WRONG, f"there is no country {text}", f"write {COUNTRIES_MISNAMED[upper]}")
    if COUNTRY.fullmatch(text):
        return text
    hint = f"write {upper}" if COUNTRY.fullmatch(upper) else "write two letters, as in IR or GB"
    raise refusal(WRONG, f"{in_marks(text)} is not the ISO 3166 code of a country", hint)


def read_wikidata(value: object, circumstances: Circumstances) -> str:
    """The id of an entry of Wikidata."""
    text = read_text(value, circumstances)
    bare = text.rstrip("/").rpartition("/")[2]
    if WIKIDATA.fullmatch(text):
        return text
    hint = (
        f"write {bare}" if WIKIDATA.fullmatch(bare) else "write its number with the Q, as in Q796"
    )
    raise refusal(WRONG, f"{in_marks(text)} is not an id of Wikidata", hint)


def in_marks(text: str) -> str:
    """A text as messages show it, in quotation marks of its own or these."""
    shown = _shortened(text)
    return shown if shown[:1] in QUOTATION_MARKS else f"“{shown}”"


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


# Editors take 2020 and true for more than text, as YAML does; here they are text like any other.
_BARE = ["string", "number", "boolean"]
_TEXT: Mapping[str, object] = {"type": _BARE}
_FULL_TEXT: Mapping[str, object] = {"type": _BARE, "minLength": 1}
_DATE: Mapping[str, object] = {"type": ["string", "integer"]}
_ID: Mapping[str, object] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}

Text = Annotated[str, Reads(read_text, _TEXT)]
"""Any text, of several lines where it is Markdown."""
Line = Annotated[str, Reads(read_line, _TEXT)]
"""A text in one line, with single spaces."""
Words = Annotated[str, Reads(read_words, _FULL_TEXT)]
"""A text that must not be empty."""
Title = Annotated[str, Reads(read_title, _FULL_TEXT)]
"""A line that must not be empty."""
ListedId = Annotated[str, Reads(read_listed_id, _ID)]
"""An id where several may stand."""
Id = Annotated[str, Reads(read_id, _ID)]
"""An id of an actor, a source, a topic or a quote."""
QuoteReference = Annotated[str, Reads(read_quote_reference, _TEXT)]
"""A quote: its id, or `article#quote`."""
Repeat = Annotated[str, Reads(read_repeat, {"type": "string", "pattern": "^[^#]+#[^#]+$"})]
"""A quote of another article: `article#quote`."""
Flag = Annotated[bool, Reads(read_flag, {"type": "boolean"})]
"""true or false."""
Published = Annotated[Date, Reads(_date(lambda text, at: parse_published(text, at.zone)), _DATE)]
"""A day, or a day and a time."""
Said = Annotated[Date, Reads(_date(lambda text, at: parse_said(text, at.zone)), _DATE)]
"""A year, a month or a day, `~` for about; or a day and a time."""
Edtf = Annotated[Date | None, Reads(_date(lambda text, at: parse_edtf(text, at.zone)), _DATE)]
"""A year, a month or a day, `~` for about; `..` for an open end."""
Language = Annotated[str, Reads(read_language, _TEXT)]
"""A language by its code, as in `ar` or `pt-BR`."""
Country = Annotated[str, Reads(read_country, {"type": "string", "pattern": "^[A-Z]{2}$"})]
"""A country by its two letters in ISO 3166."""
WikidataId = Annotated[str, Reads(read_wikidata, {"type": "string", "pattern": "^Q[0-9]+$"})]
"""The id of an entry of Wikidata, as in `Q796`."""
