"""Briefings of any number, the same for the same seed: what every generator is given to build.

A briefing has 500 to 1,000 words, 3 to 8 quotes that stand in its body, 4 to 10 actors drawn with
a long tail, sources that it cites, links, a list and a footnote. Each is made from its number
alone: a hundred thousand of them take a hundred times as long as a thousand and no more memory.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_FIRST_DAY = datetime(2001, 1, 1, 6, tzinfo=UTC)
# A larger newsroom publishes more often, so that no date lies ahead: generators hold those back.
_HOURS_BETWEEN = 5
_HOURS_BETWEEN_OF_MANY = 2
_MANY = 40_000
# The words of a paragraph, and of what stands in a briefing beside its paragraphs.
_PARAGRAPH = 60
_REST = 45
_SPEECH_VERBS = ("said", "told reporters", "insisted", "replied", "wrote", "warned")
_GIVEN = (
    "Ada Bela Cem Dara Edo Fina Gus Hana Ivo Jana Kofi Lena Milo Nora Omar Pia Rui Sara".split()
)
_CONSONANTS, _VOWELS = "bdfgklmnprst", "aeiou"
_ROLES = ("minister", "harbour master", "spokesman", "professor", "mayor", "union leader")
_TOPICS = ("harbour", "budget", "water", "elections", "transport", "energy", "courts", "schools")
_WORDS = (
    "the of and to in that it was for on as with by at from they this have are not but had his "
    "were which one all she there would their we him been has when who will more no out so what "
    "up its about into them than can only other new some could time these two may then do first "
    "any now such like our over man me even most made after also did many before must through "
    "back years where much way well down should because each just those people how council "
    "harbour budget minister report meeting vote bridge street river water school court market"
).split()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks."""

    id: str
    name: str
    role: str
    since: int  # the year; before the first briefing, so that the role holds in all


@dataclass(frozen=True, slots=True)
class Source:
    """What a briefing rests on."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand in a briefing, between quotation marks."""

    id: str
    speaker: Actor
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing. A paragraph is made of stretches: plain text, actors, quotes and sources."""

    slug: str
    title: str
    summary: str
    date: datetime
    topics: tuple[str, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]
    paragraphs: tuple[tuple["Stretch", ...], ...]
    points: tuple[str, ...]  # of its list
    footnote: str
    earlier: str  # the slug of a briefing that it links to, "" for the first
    minutes: str  # an address elsewhere that it links to


Stretch = str | Actor | Quote | Source


class Corpus:
    """So many briefings; each can be made by itself, without those before it."""

    def __init__(self, briefings: int, seed: int = 20200106) -> None:
        self.size = briefings
        self.hours_between = _HOURS_BETWEEN if briefings < _MANY else _HOURS_BETWEEN_OF_MANY
        self._seed = seed
        self.actors = tuple(_actor(number) for number in range(max(12, briefings // 5)))
        self.sources = tuple(_source(number) for number in range(max(8, briefings // 4)))

    def __iter__(self) -> Iterator[Briefing]:
        """The briefings, oldest first."""
        return map(self.briefing, range(self.size))

    def briefing(self, number: int, edition: int = 0) -> Briefing:
        """One of them; another `edition` has other words in its body and is otherwise the same."""
        return _Writer(self, number, random.Random(f"{self._seed}/{number}")).write(edition)

    def drawn(self, chance: random.Random, number: int) -> list[Actor]:
        """Different actors: few of them in many briefings, most in few."""
        drawn: dict[str, Actor] = {}
        while len(drawn) < min(number, len(self.actors)):
            place = min(int(chance.paretovariate(0.6)) - 1, 10**9) % len(self.actors)
            actor = self.actors[place]
            drawn[actor.id] = actor
        return list(drawn.values())


class _Writer:
    """Writes one briefing."""

    def __init__(self, corpus: Corpus, number: int, chance: random.Random) -> None:
        self._corpus = corpus
        self._number = number
        self._chance = chance

    def write(self, edition: int) -> Briefing:
        """The briefing; what an editor would change in the body depends on the edition."""
        chance, number = self._chance, self._number
        actors = self._corpus.drawn(chance, chance.randint(4, 10))
        known = tuple(chance.sample(self._corpus.sources, chance.randint(2, 4)))
        quotes = tuple(
            Quote(
                f"q{nth}",
                chance.choice(actors[:4]),
                f"{self._words(chance.randint(5, 16)).capitalize()} {number} {nth}",
                chance.choice(known),
            )
            for nth in range(chance.randint(3, 8))
        )
        speakers = {quote.speaker for quote in quotes}
        silent = [actor for actor in actors if actor not in speakers]
        wish = chance.randint(500, 980) - _REST
        length = min(_PARAGRAPH, wish // (len(quotes) + len(silent)))
        paragraphs = [self._quoting(quote, length) for quote in quotes]
        paragraphs += [self._naming(actor, length) for actor in silent]
        missing = wish - sum(map(_words_in, paragraphs))
        while missing > 0:
            paragraphs.append(self._plain(max(12, min(_PARAGRAPH, missing))))
            missing -= _words_in(paragraphs[-1])
        chance.shuffle(paragraphs)
        if edition:
            paragraphs.append((f"Edition {edition} of this briefing adds a sentence.",))
        return Briefing(
            slug=f"briefing-{number:06}",
            title=f"{self._words(6).capitalize()} {number}",
            summary=f"{self._words(18).capitalize()}.",
            date=_FIRST_DAY + timedelta(hours=self._corpus.hours_between * number),
            topics=tuple(chance.sample(_TOPICS, 2)),
            actors=tuple(actors),
            quotes=quotes,
            sources=tuple(dict.fromkeys(quote.source for quote in quotes)),
            paragraphs=tuple(paragraphs),
            points=tuple(f"{self._words(8).capitalize()}." for _ in range(4)),
            footnote=f"{self._words(12).capitalize()}.",
            earlier=f"briefing-{chance.randrange(number):06}" if number else "",
            minutes=f"https://minutes.example/{number}/",
        )

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(_WORDS, k=count))

    def _quoting(self, quote: Quote, length: int) -> tuple[Stretch, ...]:
        verb = self._chance.choice(_SPEECH_VERBS)
        around = max(4, (length - 18) // 2)
        before, after = self._words(around).capitalize(), self._words(around)
        return (f"{before}. ", quote, f" {verb} ", quote.speaker, f", {after} ", quote.source, ".")

    def _naming(self, actor: Actor, length: int) -> tuple[Stretch, ...]:
        before, after = length // 3, length - length // 3 - 3
        return (f"{self._words(before).capitalize()}, and ", actor, f" {self._words(after)}.")

    def _plain(self, length: int) -> tuple[Stretch, ...]:
        return (f"{self._words(length).capitalize()}.",)


def _words_in(paragraph: tuple[Stretch, ...]) -> int:
    return sum(
        len(stretch.split())
        if isinstance(stretch, str)
        else len(stretch.text.split())
        if isinstance(stretch, Quote)
        else len(stretch.name.split())
        if isinstance(stretch, Actor)
        else 0
        for stretch in paragraph
    )


def _actor(number: int) -> Actor:
    name = f"{_GIVEN[number % len(_GIVEN)]} {_family_name(number)}"
    return Actor(f"actor-{number}", name, _ROLES[number % len(_ROLES)], 1980 + number % 20)


def _family_name(number: int) -> str:
    """Three syllables that no other number under 216,000 has: a last word is a name by itself."""
    place = number * 7919 % 60**3
    syllables = (place // 60**2, place // 60 % 60, place % 60)
    return "".join(_CONSONANTS[one // 5] + _VOWELS[one % 5] for one in syllables).capitalize()


def _source(number: int) -> Source:
    return Source(f"s-{number}", f"Report on matter {number}", f"https://source.example/{number}")
