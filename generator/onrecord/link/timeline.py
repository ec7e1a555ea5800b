"""The timeline: what happened, as articles tell it."""

from onrecord.link.dossier import TimelineEvent
from onrecord.link.ground import Ground
from onrecord.link.quote_references import key_of


def compile_timeline(ground: Ground) -> tuple[TimelineEvent, ...]:
    """The events of all articles, newest first; of one moment, by article and as it tells them."""
    events = [
        TimelineEvent(
            date=event.date,
            title=event.title,
            text=event.text,
            article=slug,
            quotes=tuple(
                key for reference in event.quotes if (key := key_of(reference, slug, ground))
            ),
        )
        for slug in sorted(ground.articles)
        for event in ground.articles[slug].events
    ]
    return tuple(sorted(events, key=lambda event: -event.date.instant))
