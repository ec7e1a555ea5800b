"""Where sentences begin and end."""

from re import compile as pattern

STOPS = pattern(r"[.!?…؟۔।॥。！？]+[\"'”’»›」』)\]]*|\n+")
FULL_WIDTH = frozenset("。！？؟۔।॥")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon st gen lt col maj capt sgt cpl adm cmdr gov sen rep pres amb sec "
    "supt fr sr jr messrs mme mlle etc vs no nos vol pp p art ch fig approx est inc ltd co corp "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun".split()
)
WORD_BEFORE = pattern(r"[^\W_]+(?:\.[^\W_]+)*$")


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The range of each sentence, without the white space around it."""
    sentences: list[tuple[int, int]] = []
    start = 0
    for stop in STOPS.finditer(text):
        if _ends_a_sentence(text, stop.start(), stop.end()):
            _add(text, start, stop.end(), sentences)
            start = stop.end()
    _add(text, start, len(text), sentences)
    return tuple(sentences)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence, or of the sentences, that the range lies in."""
    first, last = start, end
    for sentence_start, sentence_end in split_sentences(text):
        if sentence_start <= start < sentence_end:
            first = sentence_start
        if sentence_start < end <= sentence_end:
            last = sentence_end
    return first, last


def _add(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append((start, end))


def _ends_a_sentence(text: str, start: int, end: int) -> bool:
    if text[start] == "\n" or text[start] in FULL_WIDTH or end == len(text):
        return True
    if not text[end].isspace():
        return False
    following = _next_letter(text, end)
    if following.islower():
        return False
    if text[start:end] != ".":
        return True
    word = WORD_BEFORE.search(text, max(0, start - 30), start)
    if word is None:
        return True
    before = word[0]
    is_initial = len(before) == 1 and before.isupper()
    return not (is_initial or "." in before or before.lower() in ABBREVIATIONS)


def _next_letter(text: str, at: int) -> str:
    for char in text[at : at + 20]:
        if char == "\n":
            return "\n"
        if char.isalnum():
            return char
    return ""
