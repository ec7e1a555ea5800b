"""Related briefings: those near in time that share actors, topics or quotes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest

from onrecord.enlist.cast import TargetKind
from onrecord.link.dossier import CastMember
from onrecord.link.ground import Ground
from onrecord.link.quote_references import key_of

NEAREST = 20
MOST_SHOWN = 4
SHARED_ACTOR, SHARED_TOPIC, LINKED_QUOTE = 1, 2, 3


def compile_related(
    ground: Ground, casts: Mapping[str, tuple[CastMember, ...]]
) -> dict[str, tuple[str, ...]]:
    """Up to four related briefings for each, the closest first.

    Of each actor and topic only the 20 briefings nearest in date count, so that what is written
    years later changes nothing here.
    """
    scores: dict[str, Counter[str]] = {slug: Counter() for slug in ground.articles}
    topics = {
        slug: tuple(dict.fromkeys(topic.text for topic in article.topics))
        for slug, article in ground.articles.items()
    }
    actors = {slug: tuple(member.actor for member in cast) for slug, cast in casts.items()}
    _score_shared(scores, _members(actors), SHARED_ACTOR, ground)
    _score_shared(scores, _members(topics), SHARED_TOPIC, ground)
    for here, there in _linked_quotes(ground):
        if here != there and there in scores:
            scores[here][there] += LINKED_QUOTE
            scores[there][here] += LINKED_QUOTE
    return {slug: _best(slug, scores[slug], ground) for slug in ground.articles}


def _members(shared: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The articles of each actor or topic, newest first."""
    members: dict[str, list[str]] = {}
    for slug, names in shared.items():
        for name in names:
            members.setdefault(name, []).append(slug)
    return members


def _score_shared(
    scores: dict[str, Counter[str]], members: Mapping[str, list[str]], weight: int, ground: Ground
) -> None:
    for slugs in members.values():
        instants = [ground.articles[slug].date.instant for slug in slugs]
        for slug, (first, last) in zip(slugs, _windows(instants), strict=True):
            for _ in range(weight):
                scores[slug].update(slugs[first:last])


def _windows(instants: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each of the instants, sorted downwards, the range of it and of the 20 nearest to it.

    From one to the next the range only ever moves on; where two are equally near, the newer counts.
    """
    first, width = 0, min(NEAREST + 1, len(instants))
    for place, instant in enumerate(instants):
        first = max(first, place + 1 - width)
        while (
            first < place
            and first + width < len(instants)
            and instants[first] - instant > instant - instants[first + width]
        ):
            first += 1
        yield first, first + width


def _linked_quotes(ground: Ground) -> Iterator[tuple[str, str]]:
    """Pairs of which the first repeats, denies, answers or links a quote of the second."""
    for slug, article in ground.articles.items():
        facts = ground.facts(slug)
        keys = [found.key for found in facts.repeats]
        keys += [link.target.id for link in facts.links if link.target.kind is TargetKind.QUOTE]
        for quote in article.quotes:
            keys += [
                key_of(reference, slug, ground)
                for reference in (quote.disputes, quote.replies_to)
                if reference
            ]
        for key in dict.fromkeys(key for key in keys if key):
            yield slug, key.partition("#")[0]


def _best(slug: str, scores: Counter[str], ground: Ground) -> tuple[str, ...]:
    instant = ground.articles[slug].date.instant

    def rank(other: str) -> tuple[int, int, str]:
        return -scores[other], abs(ground.articles[other].date.instant - instant), other

    del scores[slug]
    least = min(nlargest(MOST_SHOWN, scores.values()), default=0)
    shown = [other for other, score in scores.items() if score >= least]
    return tuple(sorted(shown, key=rank)[:MOST_SHOWN])
