"""The Markdown of a briefing's body, in the way in which a generator wants its passages marked."""

from collections.abc import Callable

from benchmarks.corpus import Actor, Briefing, Quote, Source, Stretch

Marking = Callable[[Stretch], str]


def body(briefing: Briefing, marked: Marking, earlier: str) -> str:
    """The whole body; `earlier` is where the link to another briefing leads."""
    paragraphs = ["".join(map(marked, paragraph)) for paragraph in briefing.paragraphs]
    if briefing.earlier:
        paragraphs[0] += f" An [earlier briefing]({earlier}) has more."
    paragraphs[0] += f" The [minutes]({briefing.minutes}) are public."
    paragraphs[1] += "[^1]"
    points = "\n".join(f"- {point}" for point in briefing.points)
    middle = len(paragraphs) // 2
    blocks = [*paragraphs[:middle], "## What follows", points, *paragraphs[middle:]]
    return "\n\n".join(blocks) + f"\n\n[^1]: {briefing.footnote}\n"


def ready_made(briefing: Briefing, after: str = "/") -> Marking:
    """Links and spans as a writer types them where a generator finds no names and no quotes.

    `after` ends the addresses of pages: a slash, or what a file is called.
    """
    numbers = {source.id: number for number, source in enumerate(briefing.sources, 1)}

    def marked(stretch: Stretch) -> str:
        match stretch:
            case Actor(id=name, name=words):
                return f"[{words}](/actors/{name}{after})"
            case Quote(id=name, text=text):
                return f'<span class="quote" id="q-{name}">“{text}”</span>'
            case Source(id=name):
                return f'<sup><a href="/sources/{name}{after}">[{numbers[name]}]</a></sup>'
            case str():
                return stretch

    return marked
