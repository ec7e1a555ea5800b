"""Where quotations stand in a text: which marks belong together, in one linear scan.

A mark's shape does not say what it does: “ closes a German quotation, ’ is mostly an apostrophe,
`"` is anything. So each is judged by what is open and by the characters beside it. What is opened
and never closed is no quotation.
"""

from dataclasses import dataclass
from re import IGNORECASE
from re import compile as pattern

from onrecord.text.frozen import Frozen

FAMILY = {
    **dict.fromkeys("“”„‟", "curly double"),
    **dict.fromkeys("‘’‚‛", "curly single"),
    **dict.fromkeys("«»", "guillemets"),
    **dict.fromkeys("‹›", "single guillemets"),
    **dict.fromkeys("「」", "corner brackets"),
    **dict.fromkeys("『』", "white corner brackets"),
    '"': "straight double",
    "'": "straight single",
}
ENDS_WITH_ITS_BLOCK = frozenset(("curly single", "straight single", "straight double"))
DEEPEST = 64
SINGLES = frozenset("‘’‚‛'")

MARKS = pattern("[" + "".join(FAMILY) + r"\n](?:(?<=\n)\n*)?")
SPACES = pattern(r"\s*")
OPENING_CHARACTERS = frozenset("([{<“„‟‘‚‛«‹「『\"'-‐‑‒–—―/|\ufffc")
OPENING_BRACKETS = frozenset("([{<“„‟‘‚‛«‹「『")
SENTENCE_PUNCTUATION = frozenset(".,;:!?…")
SHORTENED_YEAR = pattern(r"\d\d(?:s|er)?(?!\w)")
SHORTENED_WORD = pattern(r"(?:tis|twas|em|til|cause|cos|bout|round|n|nuff|kay)(?!\w)", IGNORECASE)


class Quotation(Frozen):
    """A quotation: the range with its marks, and the range of the words between them."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation, nested ones too, in the order in which they begin.

    Blocks are parted by line ends. A quotation may run over several that each begin with its
    opening mark, or into the next one; its inner range then holds those repeated marks.
    """
    return _Scan(text).quotations()


@dataclass(slots=True)
class _Open:
    mark: str
    family: str
    at: int
    block: int


class _Scan:
    """The scan of one text, from mark to mark."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.open_in_family = dict.fromkeys(FAMILY.values(), 0)
        self.found: list[Quotation] = []
        self.block = 0
        self.continued: int | None = None
        self.words_begin = 0

    def quotations(self) -> tuple[Quotation, ...]:
        """Scan to the end."""
        places = [(found.start(), found[0]) for found in MARKS.finditer(self.text)]
        next_singles = self._next_singles(places)
        for (at, mark), next_single in zip(places, next_singles, strict=True):
            if mark[0] == "\n":
                self._begin_block(at + len(mark))
            elif not self._continues(mark, at):
                self._settle()
                self._take(mark, at, next_single)
        return tuple(sorted(self.found, key=lambda quotation: quotation.start))

    def _begin_block(self, at: int) -> None:
        self._settle()
        self.block += 1
        self.continued = 0
        spaces = SPACES.match(self.text, at)
        self.words_begin = spaces.end() if spaces else at

    def _continues(self, mark: str, at: int) -> bool:
        """True for a mark at a block's start that only repeats what the block before left open."""
        depth = self.continued
        if depth is None or at != self.words_begin or depth >= len(self.open):
            return False
        left_open = self.open[depth]
        if left_open.mark != mark or left_open.block != self.block - 1:
            return False
        left_open.block = self.block
        self.continued = depth + 1
        self.words_begin = at + 1
        return True

    def _settle(self) -> None:
        """Once it is known what a block continues, give up what can no longer be closed."""
        if self.continued is None:
            return
        self.continued = None
        for depth, left_open in enumerate(self.open):
            is_current = left_open.block == self.block
            may_go_on = (
                left_open.family not in ENDS_WITH_ITS_BLOCK and left_open.block == self.block - 1
            )
            if not (is_current or may_go_on):
                self._give_up(depth)
                return

    def _take(self, mark: str, at: int, next_single: int | None) -> None:
        before = self.text[at - 1] if at else "\n"
        after = self.text[at + 1] if at + 1 < len(self.text) else "\n"
        if mark in SINGLES:
            self._take_single(mark, at, before, after, next_single)
            return
        family = FAMILY[mark]
        may_open = not after.isspace() and (before.isspace() or before in OPENING_CHARACTERS)
        may_close = not before.isspace() and before not in OPENING_BRACKETS
        inner = self._innermost(family)
        if self._closes(mark, inner, may_open=may_open, may_close=may_close):
            self._close(family, at)
        elif mark in "“„‟«‹「『" or may_open:
            self._begin(mark, family, at)

    @staticmethod
    def _closes(mark: str, inner: str | None, *, may_open: bool, may_close: bool) -> bool:
        if inner is None:
            return False
        if mark in "”」』":
            return True
        if mark == '"':
            return may_close
        if mark in "„‟「『":
            return False
        if inner != mark and (mark != "“" or inner in "„‟"):
            return True
        return may_close and not may_open

    def _take_single(
        self, mark: str, at: int, before: str, after: str, next_single: int | None
    ) -> None:
        if before.isalnum() and after.isalnum():
            return
        family = FAMILY[mark]
        innermost = self.open[-1] if self.open else None
        is_open = innermost is not None and innermost.family == family
        may_close = not before.isspace() and before not in OPENING_BRACKETS
        if is_open and may_close and (mark in "’'" or (innermost and innermost.mark in "‚‛")):
            if not self._is_possessive(at, next_single):
                self._close(family, at)
            return
        if mark == "’" or after.isspace() or before.isalnum():
            return
        is_shortened = SHORTENED_YEAR.match(self.text, at + 1) or (
            mark == "'" and SHORTENED_WORD.match(self.text, at + 1)
        )
        if not is_shortened:
            self._begin(mark, family, at)

    def _is_possessive(self, at: int, next_single: int | None) -> bool:
        """True for the ’ of ‘the soldiers’ coffins’, where a better closing mark is to come."""
        if next_single is None or self.text[next_single] != self.text[at]:
            return False
        is_weak = self.text[at - 1] in "sS" and self._stands_before_a_word(at)
        is_next_strong = self.text[next_single - 1] in SENTENCE_PUNCTUATION or not (
            self._stands_before_a_word(next_single)
        )
        return is_weak and is_next_strong and not self.text[next_single - 1].isspace()

    def _stands_before_a_word(self, at: int) -> bool:
        return self.text[at + 1 : at + 2].isspace() and self.text[at + 2 : at + 3].isalnum()

    def _next_singles(self, places: list[tuple[int, str]]) -> list[int | None]:
        """For each mark, the next single one of its block that stands between no two letters."""
        nexts: list[int | None] = [None] * len(places)
        coming: int | None = None
        for index in range(len(places) - 1, -1, -1):
            at, mark = places[index]
            nexts[index] = coming
            if mark[0] == "\n":
                coming = None
            elif mark in SINGLES and not (
                self.text[at - 1 : at].isalnum() and self.text[at + 1 : at + 2].isalnum()
            ):
                coming = at
        return nexts

    def _innermost(self, family: str) -> str | None:
        """The opening mark of the family's innermost open quotation."""
        if not self.open_in_family[family]:
            return None
        return next(opened.mark for opened in reversed(self.open) if opened.family == family)

    def _begin(self, mark: str, family: str, at: int) -> None:
        if len(self.open) == DEEPEST:
            self._give_up(0)
        if self.open_in_family[family]:
            for depth, opened in enumerate(self.open):
                is_stale = family in ENDS_WITH_ITS_BLOCK or opened.block < self.block
                if opened.family == family and is_stale:
                    self._give_up(depth)
                    break
        self.open.append(_Open(mark, family, at, self.block))
        self.open_in_family[family] += 1

    def _close(self, family: str, at: int) -> None:
        while self.open:
            opened = self.open.pop()
            self.open_in_family[opened.family] -= 1
            if opened.family == family:
                self._keep(opened.at, at)
                return

    def _keep(self, start: int, close: int) -> None:
        inner_start, inner_end = start + 1, close
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_end > inner_start and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_start < inner_end:
            self.found.append(Quotation(start, close + 1, inner_start, inner_end))

    def _give_up(self, depth: int) -> None:
        for opened in self.open[depth:]:
            self.open_in_family[opened.family] -= 1
        del self.open[depth:]
