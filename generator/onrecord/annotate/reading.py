"""A Markdown text is read: parsed, flattened, its headings named, its links and marks settled."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it.token import Token

from onrecord.annotate.attributes import settle_attributes
from onrecord.annotate.autolinks import link_bare_addresses
from onrecord.annotate.facts import Heading
from onrecord.annotate.flatten import Flat, Origin, flatten
from onrecord.annotate.headings import identify
from onrecord.annotate.html_tags import report_html_as_text, report_unknown_tags
from onrecord.annotate.links import Settled, settle_links
from onrecord.annotate.lost_marks import (
    report_bare_bars,
    report_long_rows,
    report_lost_marks,
    report_lost_notes,
)
from onrecord.annotate.markdown import Parsed, parse_markdown
from onrecord.annotate.marks import References
from onrecord.annotate.names import names_borne
from onrecord.annotate.places import Places
from onrecord.annotate.tasks import find_tasks
from onrecord.diagnostics import Diagnostic
from onrecord.enlist.cast import Slice
from onrecord.text.frozen import Frozen

# What is settled in the tokens only where the text holds a trace of it.
TRACES: tuple[tuple[tuple[str, ...], Callable[[list[Token]], None]], ...] = (
    (("{",), settle_attributes),
    (("://", "www."), link_bare_addresses),
    (("[ ] ", "[x] ", "[X] "), find_tasks),
)


class Reading(Frozen):
    """A text as it was read, with its notes: the flat text, where things stand, what is settled."""

    flat: Flat
    places: Places
    headings: tuple[Heading, ...]
    settled: Settled
    references: References
    diagnostics: tuple[Diagnostic, ...]


def read_text(
    text: Origin,
    notes: Sequence[Origin],
    references: References,
    *,
    allows_html: bool,
) -> Reading:
    """The reading of a text and of the editor's notes on it."""
    parsed = _parse(text, references, allows_html=allows_html)
    parsed_notes = [(_parse(note, references, allows_html=allows_html), note) for note in notes]
    flat = flatten(parsed, text, parsed_notes)
    places = Places(flat)
    headings, ids = identify(flat, places)
    places.headings = headings
    places.heading_starts = [block.start for block in flat.headings if block.part == 0]
    settled = settle_links(flat, places, references, ids)
    told = _findings(flat, places, parsed, allows_html=allows_html)
    findings = [*settled.diagnostics, *told]
    return Reading(flat, places, headings, settled, references, tuple(findings))


def _parse(text: Origin, references: References, *, allows_html: bool) -> Parsed:
    markdown = text.markdown
    parsed = parse_markdown(markdown, references, allows_html=allows_html)
    streams = (parsed.tokens, *parsed.footnotes.values())
    for trace, settle in TRACES:
        if any(written in markdown for written in trace):
            for tokens in streams:
                settle(tokens)
    return parsed


def _findings(
    flat: Flat, places: Places, parsed: Parsed, *, allows_html: bool
) -> Iterator[Diagnostic]:
    yield from report_lost_marks(flat, places)
    yield from report_bare_bars(flat, places)
    yield from report_long_rows(flat, places)
    yield from report_lost_notes(flat, places, parsed)
    if allows_html:
        yield from report_unknown_tags(flat, places)
    else:
        yield from report_html_as_text(flat, places)


def references_of(known: Slice, quotes: Iterable[tuple[str, str]] = ()) -> References:
    """What the marks of a text mean; `quotes` are pairs of an id as written and the key."""
    return References(dict(known.targets), names_borne(known.actors), dict(quotes))
