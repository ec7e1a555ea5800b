"""Located facts of one article: what stands where in its text, for everything that is linked."""

from collections.abc import Iterator

from onrecord.annotate.body import Body, CitationMark, LinkOpen
from onrecord.enlist.cast import Target
from onrecord.model import NoteKind
from onrecord.text.frozen import Frozen, hold_once, replace
from onrecord.text.source import Span

_ANYWHERE = Span.start_of("")


class Whereabouts(Frozen):
    """A place in the text: the sentence it stands in, and where that is.

    `section` is the id of the heading above, "" before the first; `word` counts words of the body
    before it; `order` is unique in the article and grows with the text.
    """

    sentence: str
    section: str
    word: int
    order: int
    span: Span

    def unplaced(self) -> "Whereabouts":
        """The sentence and its section alone: what others show of it, wherever it moves."""
        return Whereabouts(self.sentence, self.section, 0, 0, _ANYWHERE)


class PlacedQuote(Frozen):
    """A record found in the text, in the body's own words.

    `how` is "marks", "blockquote", "bare" (a transcript) or "paraphrase"; `prefix` and `suffix` are
    up to 32 characters around it.
    """

    key: str
    words: str
    how: str
    context: Whereabouts
    word_count: int
    prefix: str = ""
    suffix: str = ""
    language: str = ""

    def unplaced(self) -> "PlacedQuote":
        """The record as others show it, whatever stands around it and wherever it moves."""
        return replace(self, context=self.context.unplaced(), prefix="", suffix="")


class Mention(Frozen):
    """An actor named in the text, linked there or not."""

    actor: str
    words: str
    context: Whereabouts
    is_linked: bool


class CitationUse(Frozen):
    """One mark of a cited source."""

    use: int
    before: str
    locator: str
    wording: str
    context: Whereabouts


class CitedSource(Frozen):
    """A source in the article's numbered list.

    `uses` is empty where quotes or notes alone rest on it.
    """

    source_id: str
    number: int
    uses: tuple[CitationUse, ...] = ()


class PlacedNote(Frozen):
    """An editor's note or a writer's footnote (`kind` None), with its Markdown as a body.

    `marks` is how often its number stands in the text; a note whose passage is not found has none
    and is not listed. `plain` is its text without markup, for the margin.
    """

    number: int
    kind: NoteKind | None
    passage: str
    body: Body
    plain: str
    marks: int
    source_ids: tuple[str, ...] = ()
    verdict: str = ""


class LinkMade(Frozen):
    """A link or mark in the text to something of the site, for backlinks."""

    target: Target
    words: str
    context: Whereabouts


class Heading(Frozen):
    """A heading of the body, with its id; `word` counts the words before it."""

    id: str
    level: int
    text: str
    word: int


class Facts(Frozen):
    """All that one article's text tells.

    `quotes` are its own records and `repeats` those of other articles, both in text order; a
    record that is not found is in neither. `sources` are numbered: cited ones in order of first
    use, then those of quotes and notes, then those listed only. `quotations` counts the
    quotations of four words or more, `attributed` those with a record.
    """

    quotes: tuple[PlacedQuote, ...] = ()
    repeats: tuple[PlacedQuote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    links: tuple[LinkMade, ...] = ()
    assets: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    words: int = 0
    quotations: int = 0
    attributed: int = 0


class AnnotatedArticle(Frozen):
    """An article's slug with its body and facts; `prose` pages use the same with their own id."""

    slug: str
    body: Body
    facts: Facts


def outlined(told: AnnotatedArticle) -> AnnotatedArticle:
    """The text without its HTML: of its body and of its notes only what they link to and cite.

    That is all of it that anything but a page, a feed or the search looks at. What stands in one
    sentence shares it.
    """
    once: dict[str, str] = {}
    for context in _contexts(told.facts):
        hold_once(context, "sentence", once)
        hold_once(context.span, "path", once)
    notes = tuple(replace(note, body=_outline(note.body)) for note in told.facts.notes)
    return replace(told, body=_outline(told.body), facts=replace(told.facts, notes=notes))


def _contexts(facts: Facts) -> Iterator[Whereabouts]:
    for placed in (facts.quotes, facts.repeats, facts.mentions, facts.links):
        yield from (one.context for one in placed)
    for cited in facts.sources:
        yield from (use.context for use in cited.uses)


def _outline(body: Body) -> Body:
    return Body(_leading_elsewhere(body))


def outward(told: AnnotatedArticle) -> tuple[object, ...]:
    """What others may show of a text, or decide by it: equal where only their places moved.

    Sentences count with their order, not with the words before them; headings, the number of words
    and what notes say are for the text's own page.
    """
    facts = told.facts
    placed = (*facts.quotes, *facts.repeats)
    uses = [use for cited in facts.sources for use in cited.uses]
    contexts = [*(one.context for one in placed), *(one.context for one in facts.mentions)]
    contexts += [*(one.context for one in facts.links), *(use.context for use in uses)]
    rank = {order: place for place, order in enumerate(sorted({one.order for one in contexts}))}

    def settled(context: Whereabouts) -> Whereabouts:
        return replace(context.unplaced(), order=rank[context.order])

    return (
        *(replace(one.unplaced(), context=settled(one.context)) for one in placed),
        *(replace(one, context=settled(one.context)) for one in facts.mentions),
        *(replace(one, context=settled(one.context)) for one in facts.links),
        *(replace(use, context=settled(use.context)) for use in uses),
        tuple((cited.source_id, cited.number, len(cited.uses)) for cited in facts.sources),
        tuple((note.source_ids, _leading_elsewhere(note.body)) for note in facts.notes),
        (facts.assets, facts.quotations, facts.attributed),
        _leading_elsewhere(told.body),
    )


def _leading_elsewhere(body: Body) -> tuple[LinkOpen | CitationMark, ...]:
    """Links to pages of the site and citations, in order."""
    return tuple(piece for piece in body.pieces if isinstance(piece, LinkOpen | CitationMark))
