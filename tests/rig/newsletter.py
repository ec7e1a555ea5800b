"""A newsletter's archive: what real newsletters hold, of any size, the same for the same seed.

Every paragraph, list item, table cell and footnote carries a marker of its own, so that a test can
say of each that it was published once.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

SITE_YAML = """\
title: The Long Letter
base_url: https://letter.example.org/archive/
tag_authority: "letter.example.org,2020"
timezone: Europe/Berlin
"""

_WORDS = (
    "the of and to in that it was for on as with by at from they this have are not but had his "
    "were which one all she there would their we him been has when who will more no out so said "
    "what up its about into them than can only other new some could time these two may then do "
    "first any my now such like our over man me even most made after also did many before must "
    "through back years where much your way well down should because each just those people how "
    "protocol wallet channel node relay commit release review patch branch network fee block"
).split()


@dataclass(frozen=True)
class Newsletter:
    """An archive of `issues` with `sources` shared sources and bodies of about `body_bytes`."""

    issues: int
    sources: int
    body_bytes: int
    seed: int = 20200106
    _random: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Seeds the words."""
        object.__setattr__(self, "_random", random.Random(self.seed))  # noqa: S311  words, not secrets

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file of the site, by path."""
        yield "site.yaml", SITE_YAML
        yield (
            "content/actors/people.yaml",
            "".join(
                f"- {{id: person-{number}, name: Person{number} Family{number}, kind: person}}\n"
                for number in range(50)
            ),
        )
        yield "content/sources/links.yaml", "".join(self._source(n) for n in range(self.sources))
        for number in range(self.issues):
            yield f"content/articles/{_path_of(number)}.md", self._issue(number)

    def _source(self, number: int) -> str:
        return (
            f"- id: s-{number}\n  kind: web\n  title: {self.words(6).capitalize()}\n"
            f"  url: https://source.example.org/{number}\n"
            f"  archived: https://archive.example.org/{number}\n  supports: A claim\n"
        )

    def words(self, count: int) -> str:
        """So many words that mean nothing."""
        return " ".join(self._random.choices(_WORDS, k=count))

    def _issue(self, number: int) -> str:
        writing = _Writing(self, number)
        day = f"{2001 + number // 336:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        body = "\n\n".join(writing.blocks())
        first, second = writing.said
        return (
            f"---\ntitle: Issue {number}\ndate: {day}\n"
            f"actors: [person-{number % 50}, person-{(number + 7) % 50}]\n"
            f"quotes:\n"
            f"  - {{id: first, speaker: person-{number % 50}, text: {first}, source: {writing.source()}}}\n"
            f"  - {{id: second, speaker: person-{(number + 7) % 50}, text: {second}, source: {writing.source()}}}\n"
            f"---\n\n{body}\n"
        )


class _Writing:
    """One issue in the making: counts its markers, spends its share of the sources."""

    def __init__(self, letter: Newsletter, number: int) -> None:
        self._letter = letter
        self._number = number
        self._markers = 0
        self._next_source = number * letter.sources // letter.issues
        self.said = (f"we shall {letter.words(8)}", f"they never {letter.words(8)}")

    def source(self) -> str:
        """The next source's id."""
        found = f"s-{self._next_source % self._letter.sources}"
        self._next_source += 1
        return found

    def marker(self) -> str:
        """A word that stands once in the whole archive."""
        self._markers += 1
        return f"mark{self._number}x{self._markers}z"

    def blocks(self) -> Iterator[str]:
        """Blocks of Markdown until the body is long enough."""
        size = 0
        kinds = (
            self.heading,
            self.text,
            self.quote,
            self.code,
            self.table,
            self.bullets,
            self.note,
        )
        turn = 0
        while size < self._letter.body_bytes or turn < len(kinds):
            block = kinds[turn % len(kinds)](turn // len(kinds))
            size += len(block)
            turn += 1
            yield block

    def heading(self, turn: int) -> str:
        """A heading, often the first level again, often the same words."""
        return f"{'#' * (turn % 3 + 1)} {('News', 'Releases', 'Questions')[turn % 3]}"

    def text(self, turn: int) -> str:
        """A paragraph with look-alikes, a citation and a name."""
        words = self._letter.words
        person = f"Person{self._number % 50} Family{self._number % 50}"
        return (
            f"{self.marker()} {words(40)}, wrote [@handle{turn}](https://social.example.org/{turn}) "
            f"of `[[not a mark]]` and {person}'s {words(30)} [[ {words(3)}. {words(20)} "
            f"[@{self.source()}] {words(20)}[@{self.source()}, p. {turn + 1}] {self.marker()}."
        )

    def quote(self, turn: int) -> str:
        """A paragraph that quotes, the first time."""
        words = self._letter.words
        said = f"“{self.said[0]}” and *“{self.said[1]}”*" if turn == 0 else words(20)
        return f"{self.marker()} {words(10)} {said} {words(10)}."

    def code(self, turn: int) -> str:
        """A code block with what would be marks elsewhere."""
        return (
            f"```python\nmatrix = [[1, 2], [3, 4]]  # {self.marker()}\nprint(matrix[{turn}])\n```"
        )

    def table(self, turn: int) -> str:
        """A table."""
        rows = "\n".join(
            f"| {self.marker()} | `{row}` | {self._letter.words(3)} |"
            for row in range(turn % 3 + 1)
        )
        return f"| Name | Code | Words |\n|---|---|---|\n{rows}"

    def bullets(self, _turn: int) -> str:
        """A nested list."""
        words = self._letter.words
        return (
            f"- {self.marker()} {words(12)}\n  - {self.marker()} {words(6)}\n"
            f"- {self.marker()} **{words(3)}** ~~{words(2)}~~"
        )

    def note(self, turn: int) -> str:
        """A paragraph with a footnote, and the footnote."""
        words = self._letter.words
        return f"{words(12)}.[^n{turn}] {words(12)}\n\n[^n{turn}]: {words(8)} {self.marker()}."


def _path_of(number: int) -> str:
    return f"{number // 100:02}/issue-{number}"
