"""OR517: a topic that only articles name, one slip away from one that is better known."""

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.read.content import Content
from onrecord.text.similar import is_one_slip_from

_SHORTEST = 6  # shorter words are often names that one letter tells apart: iran and iraq


def near_topics(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Each place that names such a topic.

    Better known is a topic with a file, else one that more articles name.
    """
    del dossier, cast
    filed = frozenset(topic.id for topic in content.topics) | content.broken.topics
    uses = Counter(
        topic
        for article in content.articles
        for topic in dict.fromkeys(named.text for named in article.topics)
    )
    topics = dict.fromkeys((*uses, *sorted(filed)))
    meant = _better_known({topic: (topic in filed, uses[topic]) for topic in topics})
    for article in content.articles:
        for named in article.topics:
            if near := meant.get(named.text):
                known = "has a file" if near in filed else f"stands in {uses[near]} articles"
                yield diagnose(
                    "OR517",
                    f"“{named.text}” begins a topic of its own, while {near} {known}; "
                    f"did you mean {near}?",
                    named.span,
                    hint=f"write {near}; or, if it is another topic, give it a file: "
                    f"content/topics/{named.text}.md",
                )


def _better_known(fame: Mapping[str, tuple[bool, int]]) -> dict[str, str]:
    """The best known topic next to each that has no file.

    Words one slip apart are equal once a letter is taken out of one or both, so that only topics
    with such a form in common are compared.
    """
    holders: dict[str, list[str]] = {}
    for topic in fame:
        if len(topic) >= _SHORTEST:
            for form in _forms(topic):
                holders.setdefault(form, []).append(topic)
    meant: dict[str, str] = {}
    for together in holders.values():
        for topic in together if len(together) > 1 else ():
            if fame[topic][0]:
                continue
            near = [
                other
                for other in together
                if fame[other] > fame[topic] and is_one_slip_from(topic, other)
            ]
            best = max((*near, *_known(meant, topic)), key=lambda one: (fame[one], one), default="")
            if best:
                meant[topic] = best
    return meant


def _known(meant: Mapping[str, str], topic: str) -> tuple[str, ...]:
    return (meant[topic],) if topic in meant else ()


def _forms(topic: str) -> Iterator[str]:
    """The word, and the word without any one of its letters, each once."""
    yield from dict.fromkeys((topic, *(topic[:at] + topic[at + 1 :] for at in range(len(topic)))))
