"""Actors named in the text: every mention is told, and those are linked that are asked for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.annotate.facts import Mention
from onrecord.annotate.flatten import Flat, Range, Stretch
from onrecord.annotate.names import Name, Named, Names
from onrecord.annotate.places import Places
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import SlicedActor, Target, TargetKind
from onrecord.model import ActorKind
from onrecord.text.folding import fold
from onrecord.text.frozen import Frozen


class LinkingRules(Frozen):
    """Which mentions become links, what never does, and the titles that belong to a name."""

    link_mentions: str
    nolink: Sequence[str] = ()
    honorifics: Sequence[str] = ()


@dataclass(slots=True)
class Mentions:
    """The mentions of a text in order, and the ranges to be linked with the actor of each."""

    told: list[Mention] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def find_mentions(
    actors: Sequence[SlicedActor],
    speech: Speech,
    places: Places,
    quoted: Iterable[Range],
    laid: Iterable[Range],
    rules: LinkingRules,
) -> Mentions:
    """Every mention of the actors. What is `quoted` holds none; none crosses an edge of `laid`."""
    marks = [mark for mark in places.flat.marks if mark.token.meta["target"].kind in _ACTOR]
    if not actors and not marks:
        return Mentions()
    return _Finding(actors, speech, places, rules).find(marks, quoted, laid)


_ACTOR = frozenset({TargetKind.ACTOR})


class _Finding:
    def __init__(
        self,
        actors: Sequence[SlicedActor],
        speech: Speech,
        places: Places,
        rules: LinkingRules,
    ) -> None:
        self.flat: Flat = places.flat
        self.speech = speech
        self.places = places
        self.rules = rules
        self.names = Names(actors, rules.nolink)
        persons = (ActorKind.PERSON, ActorKind.UNNAMED)
        self.persons = {actor.id for actor in actors if actor.kind in persons}
        self.honorifics = _with_and_without_stop(tuple(rules.honorifics))
        self.linked: set[tuple[str, int]] = set()
        self.ambiguous: dict[str, Name] = {}
        self.result = Mentions()

    def find(
        self, marks: Sequence[Stretch], quoted: Iterable[Range], laid: Iterable[Range]
    ) -> Mentions:
        flat = self.flat
        in_speech = [*quoted, *self._quotations()]
        words_of_marks = [(mark.start, mark.end) for mark in flat.marks]
        silent = _Ranges(
            [
                *in_speech,
                *words_of_marks,
                *((spot.at, spot.at + len(spot.token.content)) for spot in flat.lost),
            ]
        )
        unlinked = _Ranges(
            [
                *((block.start, block.end) for block in flat.headings),
                *((link.start, link.end) for link in flat.links),
            ]
        )
        speech = _Ranges(in_speech)
        edges = sorted({edge for span in laid for edge in span})
        for found in self._in_order(marks):
            if isinstance(found, Stretch):
                self._take_mark(found, is_quoted=speech.touch(found.start, found.end))
            elif not silent.touch(found.start, found.end):
                is_linkable = not (
                    unlinked.touch(found.start, found.end)
                    or flat.crosses_an_edge(found.start, found.end)
                    or _lies_across(edges, found.start, found.end)
                )
                self._take_name(found, edges, is_linkable=is_linkable)
        return self.result

    def _quotations(self) -> Iterator[Range]:
        for quotation in self.speech.outermost():
            yield quotation.start, quotation.end
        for blockquote in self.flat.blockquotes:
            if not blockquote.is_inner:
                yield blockquote.start, blockquote.words_end

    def _in_order(self, marks: Sequence[Stretch]) -> Iterator[Named | Stretch]:
        """Names and marks of actors together, in order of the text."""
        found: list[Named | Stretch] = [*self.names.find(self.speech.text, self.speech.folded)]
        if self.flat.text_end < len(self.flat.text):
            notes = self.flat.text[self.flat.text_end :]
            found += self.names.find(notes, fold(notes), self.flat.text_end)
        if marks:
            found += marks
            found.sort(key=lambda named: named.start)
        yield from found

    def _take_mark(self, mark: Stretch, *, is_quoted: bool) -> None:
        actor: Target = mark.token.meta["target"]
        self.linked.add((actor.id, self._section(mark.start)))
        if not is_quoted:
            self._tell(actor.id, mark.start, mark.end, is_linked=True)

    def _take_name(self, found: Named, edges: Sequence[int], *, is_linkable: bool) -> None:
        name = found.name
        if not name.actors:
            return
        if len(name.actors) > 1:
            if is_linkable and name.text not in self.ambiguous:
                self.ambiguous[name.text] = name
                self._report_shared(found)
            return
        actor = name.actors[0]
        start = found.start
        if actor in self.persons and self.honorifics:
            start = self._with_honorifics(start, edges)
        is_linked = is_linkable and self._is_to_be_linked(actor, start)
        if is_linked:
            self.linked.add((actor, self._section(start)))
            self.result.links.append((start, found.end, actor))
        self._tell(actor, start, found.end, is_linked=is_linked)

    def _is_to_be_linked(self, actor: str, at: int) -> bool:
        which = self.rules.link_mentions
        if which == "none":
            return False
        return which == "all" or (actor, self._section(at)) not in self.linked

    def _section(self, at: int) -> int:
        """The section in which a name is linked once: the whole text where only the first is."""
        if self.rules.link_mentions == "first":
            return 0
        part = self.flat.part_at(at)
        return -part if part else bisect_right(self.places.heading_starts, at)

    def _with_honorifics(self, start: int, edges: Sequence[int]) -> int:
        """Where the titles before a name begin, or the name itself."""
        text = self.flat.text
        while start > 1 and text[start - 1].isspace():
            before = text[max(0, start - 41) : start - 1]
            if not before.endswith(self.honorifics):
                break
            title = next(title for title in self.honorifics if before.endswith(title))
            begins = start - 1 - len(title)
            if not title or (begins and text[begins - 1].isalnum()):
                break
            if self.flat.crosses_an_edge(begins, start + 1) or _lies_across(
                edges, begins, start + 1
            ):
                break
            start = begins
        return start

    def _tell(self, actor: str, start: int, end: int, *, is_linked: bool) -> None:
        words, context = self.places.shown(start, end), self.places.context(start, end)
        self.result.told.append(Mention(actor, words, context, is_linked))

    def _report_shared(self, found: Named) -> None:
        first, *others = found.name.actors
        words = found.name.text
        self.result.diagnostics.append(
            diagnose(
                "OR302",
                f"“{words}” may be {first} or {' or '.join(others)}, so it is linked to neither",
                self.places.span(found.start, found.end),
                hint=f"say called: {words} on the one it means here, or write [[{first}|{words}]]"
                " at each use",
            )
        )


@cache
def _with_and_without_stop(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Titles as they may be typed, the longest first."""
    plain = [title.rstrip(".") for title in titles]
    typed = [form for title in plain for form in (title, f"{title}.")]
    return tuple(sorted(typed, key=lambda title: -len(title)))


class _Ranges:
    """Ranges asked about from left to right."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """True where a range shares a character with one of these."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


def _lies_across(edges: Sequence[int], start: int, end: int) -> bool:
    index = bisect_right(edges, start)
    return index < len(edges) and edges[index] < end
