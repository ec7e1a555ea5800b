"""Prose of any length in three scripts, the same on every machine."""

from collections.abc import Sequence
from itertools import cycle, islice

ENGLISH = (
    "the harbour lies open and no ship has left the quay since morning while men who know "
    "these waters say that a lock built for barges will hardly carry what the council wants "
    "unless engineers find stone enough before winter comes because tides are rising faster "
    "than any of us had expected when work began"
).split()
ARABIC = (
    "قال أهل الميناء إن السفن لم تغادر الرصيف منذ الصباح وإن العمال ينتظرون قرار المجلس قبل أن "
    "يبدأ الشتاء لأن المياه ترتفع أسرع مما توقع أحد حين بدأ العمل في بناء السد الجديد عند المدخل "
    "الشمالي الذي تعبره القوارب الصغيرة كل يوم"
).split()
CHINESE = (
    "港口今天早晨仍然开放",
    "但是没有一艘船离开码头",
    "熟悉这片水域的人说议会想要的水闸很难承受大船",
    "工程师必须在冬天到来之前找到足够的石料",
    "潮水上涨的速度比开工时任何人预料的都要快",
    "渔民们在等待一个仍未公布的决定",
)


def phrase(words: int, start: int = 0, vocabulary: Sequence[str] = ENGLISH) -> str:
    """So many words in a row; another start gives other ones."""
    begin = start * 7 % len(vocabulary)
    return " ".join(islice(cycle(vocabulary), begin, begin + words))


def prose(words: int, start: int = 0, vocabulary: Sequence[str] = ENGLISH) -> str:
    """So many words in sentences of unequal length."""
    sentences = []
    length = 9
    while words > 0:
        length = min(words, 6 + (length * 5 + start) % 17)
        sentences.append(f"{sentence_case(phrase(length, start + length, vocabulary))}.")
        words -= length
    return " ".join(sentences)


def chinese(clauses: int, start: int = 0) -> str:
    """So many clauses of Chinese, two to a sentence."""
    pieces = islice(cycle(CHINESE), start % 6, start % 6 + clauses)
    return "".join(
        f"{piece}{'，。'[number % 2]}" for number, piece in enumerate(pieces, clauses % 2)
    )


def sentence_case(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def spoken(words: int, number: int) -> str:
    """Words for a quotation, different for each number."""
    return f"As to berth {number}, {phrase(words - 4, number)}"
