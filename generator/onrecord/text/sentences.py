"""Where sentences begin and end."""

from bisect import bisect_left, bisect_right
from re import compile as pattern

STOPS = pattern(  # begins with one set of characters, which is what regular expressions find fast
    r"[.!?…؟۔।॥。！？\n]"
    r"(?:(?<=\n)\n*|(?<!\n)[.!?…؟۔।॥。！？]*(?:[\"'”’»›」』)\]\ufffc]|[\u00a0\u202f][»›])*)"
)
FULL_STOPS_OF_OTHER_SCRIPTS = frozenset("。！？؟۔।॥")
WORD_BEFORE = pattern(r"[^\W_]+(?:\.[^\W_]+)*$")
LONGEST_WORD = 30

TITLES = frozenset(
    "mr mrs ms messrs dr prof rev hon st fr sr gen lt col maj capt sgt cpl adm cmdr brig gov sen "
    "rep pres amb sec supt mme mlle".split()
)
MAY_END_A_SENTENCE = frozenset("jr etc inc ltd co corp dept est approx vs ed eds al".split())
BEFORE_A_NUMBER = frozenset(
    "no nos vol vols p pp art ch fig sec para jan feb mar apr jun jul aug sept sep oct nov dec "
    "ca c".split()
)
OPENING_WORDS = frozenset(
    "a after also an and as at before but by even for from he her his however i if in it its "
    "more no not now on one our she since so some that the their then there these they this "
    "those though two under until we what when where while who why with yet you".split()
)
NEXT_WORD = pattern(r"[^\w\n]{0,12}([^\W_]*)")


class Sentences:
    """The sentences of a text, as ranges without the white space around them."""

    def __init__(self, text: str) -> None:
        self.ranges = split_sentences(text)
        self._starts = [start for start, _ in self.ranges]
        self._ends = [end for _, end in self.ranges]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The range of the sentence, or of the sentences, in which a range lies."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._ends, end)
        is_within = first >= 0 and self._ends[first] > start
        around_start = self._starts[first] if is_within else start
        if last < len(self._ends) and self._starts[last] < max(end, start + 1):
            return around_start, self._ends[last]
        return around_start, end


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The range of each sentence, without the white space around it; a line's end ends one too."""
    sentences: list[tuple[int, int]] = []
    start = 0
    for stop in STOPS.finditer(text):
        if _ends_a_sentence(text, stop.start(), stop.end()):
            _add(text, start, stop.end(), sentences)
            start = stop.end()
    _add(text, start, len(text), sentences)
    return tuple(sentences)


def _add(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append((start, end))


def _ends_a_sentence(text: str, start: int, end: int) -> bool:
    if text[start] == "\n" or text[start] in FULL_STOPS_OF_OTHER_SCRIPTS or end == len(text):
        return True
    if not text[end].isspace():
        return False
    following = _next_word(text, end)
    if following[:1].islower():
        return False
    return not (text[start:end] == "." and _is_abbreviated(text, start, following))


def _is_abbreviated(text: str, stop: int, following: str) -> bool:
    """True where the stop belongs to the word before it, and the sentence goes on."""
    furthest = max(0, stop - LONGEST_WORD)
    word = WORD_BEFORE.search(text, max(furthest, text.rfind(" ", furthest, stop)), stop)
    if word is None or not following:
        return False
    before = word[0].lower()
    if before in TITLES:
        return True
    if before in BEFORE_A_NUMBER and following[0].isdigit():
        return True
    is_initial = len(before) == 1 and word[0].isupper()
    if is_initial or "." in before or before in MAY_END_A_SENTENCE:
        return following.lower() not in OPENING_WORDS
    return False


def _next_word(text: str, at: int) -> str:
    following = NEXT_WORD.match(text, at)
    return following[1] if following else ""
