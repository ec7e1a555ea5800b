"""Related briefings: those near in time that share actors, topics or quotes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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
        for place, slug in enumerate(slugs):
            for near in _nearest(instants, place):
                scores[slug][slugs[near]] += weight


def _nearest(instants: Sequence[int], place: int) -> Iterator[int]:
    """The places of the 20 instants nearest to the one at `place`; they are sorted downwards."""
    left, right = place - 1, place + 1
    for _ in range(NEAREST):
        newer = instants[left] - instants[place] if left >= 0 else None
        older = instants[place] - instants[right] if right < len(instants) else None
        if newer is None and older is None:
            return
        if older is None or (newer is not None and newer <= older):
            yield left
            left -= 1
        else:
            yield right
            right += 1


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

    return tuple(sorted(scores, key=rank)[:MOST_SHOWN])
