"""Why a page was made anew, in a sentence."""

from collections.abc import Mapping, Sequence

from onrecord.pages.watch import ALL

NEW = "it is new"
LOST = "its published file was missing or had been changed"
LAYOUT = "its layout or what tells it from other pages changed"
NOTHING_KEPT = "nothing is kept of an earlier build"

_NAMED_AT_MOST = 2
_NOUNS: Mapping[str, str] = {
    "briefings": "the briefing {}",
    "texts": "the text of {}",
    "quotes": "the quote {}",
    "actors": "the record of {}",
    "profiles": "the profile of {}",
    "sources": "the source {}",
    "references": "the source {}",
    "topics": "the topic {}",
    "subjects": "the title of the topic {}",
    "posts": "the role of {}",
    "pages": "the page {}",
    "assets": "the file {}",
    "briefing_permalinks": "the address of {}",
    "record_permalinks": "the address of the quote {}",
    "source_numbers": "the numbers of the sources of {}",
    "tallies": "the counts of {}",
    "actor_calendars": "the lists of {}",
    "source_calendars": "the lists of the source {}",
    "topic_calendars": "the lists of the topic {}",
    "actors_by_letter": "the actors under {}",
    "publishers_by_letter": "the publishers under {}",
    "sources_by_publisher": "the sources of {}",
    "=site": "site.yaml",
    "=events": "the timeline",
    "=event_calendar": "the timeline",
    "=corrections": "the list of corrections",
    "=correction_calendar": "the list of corrections",
    "=by_date": "the order of the briefings",
    "=briefing_calendar": "the list of briefings",
    "=quotes_by_date": "the order of the quotes",
    "=quote_calendar": "the list of quotes",
    "=quotes": "the list of quotes",
    "=held_back": "what is held back",
    "=newest": "the date of the newest briefing",
    "=generator": "the version of onrecord",
    "=stylesheets": "the stylesheets of the theme",
    "=zone": "the time zone",
}


def because_of(names: Sequence[str]) -> str:
    """The sentence for the names of what changed among what a page shows."""
    told = list(dict.fromkeys(_thing(name) for name in names))
    shown = ", ".join(told[:_NAMED_AT_MOST])
    more = len(told) - _NAMED_AT_MOST
    return f"changed: {shown}" + (f" and {more} more" if more > 0 else "")


def _thing(name: str) -> str:
    table, _, key = name.partition("/")
    if table.endswith("?"):
        return f"whether {_NOUNS.get(table[:-1], table).format(key)} is published"
    if key == ALL:
        return f"which {table.replace('_', ' ')} there are"
    return _NOUNS.get(table, table + " {}").format(key)
