"""Topics with their briefings."""

from collections.abc import Mapping

from onrecord.enlist.cast import TargetKind
from onrecord.link.dossier import TopicRecord
from onrecord.link.ground import Ground
from onrecord.model import Topic


def known_topics(ground: Ground) -> dict[str, Topic]:
    """Every topic by id; one that only articles name has its id as title."""
    topics = {topic.id: topic for topic in ground.content.topics}
    for article in ground.articles.values():
        for named in article.topics:
            if named.text not in topics:
                topics[named.text] = Topic(
                    id=named.text, title=named.text, path=article.path, span=named.span
                )
    return topics


def compile_topics(
    ground: Ground, topics: Mapping[str, Topic], published: frozenset[str]
) -> dict[str, TopicRecord]:
    """Every published topic, in order of id."""
    briefings: dict[str, list[str]] = {}
    for slug, article in ground.articles.items():
        for topic in dict.fromkeys(named.text for named in article.topics):
            briefings.setdefault(topic, []).append(slug)
    return {
        topic: TopicRecord(
            topic=topics[topic],
            brief=ground.prose.get((TargetKind.TOPIC, topic)),
            briefings=tuple(briefings.get(topic, ())),
        )
        for topic in sorted(published)
    }
