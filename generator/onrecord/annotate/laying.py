"""What was found in a text becomes spans to be laid over it."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.annotate.flatten import Range
from onrecord.annotate.places import Places
from onrecord.annotate.quotes import Placement
from onrecord.annotate.spans import Laid, Layer
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, Related, diagnose


def spans_of_quotes(placements: Iterable[Placement]) -> Iterator[Laid]:
    """The spans of quotes. Each placement has a rank of its own, recorded ones by front matter."""
    for rank, placement in enumerate(in_front_matter_order(placements)):
        last = placement.spans[-1]
        for span in placement.spans:
            yield Laid(
                *span,
                Layer.QUOTE,
                rank,
                name=placement.record.key,
                is_recorded=placement.is_recorded,
                is_last=span is last,
            )


def in_front_matter_order(placements: Iterable[Placement]) -> list[Placement]:
    """Recorded placements first, then the others, by front matter and then by the text."""
    return sorted(
        placements,
        key=lambda placed: (not placed.is_recorded, placed.record.order, placed.start),
    )


def spans_of_notes(passages: Mapping[int, Range], numbers: Mapping[int, int]) -> Iterator[Laid]:
    """The passages that editor's notes annotate."""
    for index, passage in passages.items():
        yield Laid(*passage, Layer.NOTE, index, number=numbers[index])


def spans_of_mentions(links: Iterable[tuple[int, int, str]]) -> Iterator[Laid]:
    """The names to be linked."""
    for start, end, actor in links:
        yield Laid(start, end, Layer.MENTION, 0, name=actor)


def fill_blockquotes(placements: Iterable[Placement], speech: Speech) -> None:
    """Tell each blockquote that one quote fills whose words it holds."""
    for placement in in_front_matter_order(placements):
        start, end = placement.spans[0][0], placement.spans[-1][1]
        around = speech.blockquote_around(placement.start, placement.end)
        if around is None or around.is_inner or not placement.is_recorded:
            continue
        rest = speech.text[around.start : start] + speech.text[end : around.words_end]
        if not any(char.isalnum() for char in rest):
            around.opening.meta.setdefault("say", (placement.record.key, around.attribution))


def report_crossings(placements: Iterable[Placement], places: Places) -> Iterator[Diagnostic]:
    """A finding for each quote that begins inside another and ends outside it."""
    spans = sorted(
        ((span, placement) for placement in placements for span in placement.spans),
        key=lambda laid: (laid[0][0], -laid[0][1], laid[1].record.order),
    )
    open_ones: list[tuple[Range, Placement]] = []
    for span, placement in spans:
        while open_ones and open_ones[-1][0][1] <= span[0]:
            open_ones.pop()
        if open_ones and open_ones[-1][0][1] < span[1]:
            first = open_ones[-1][1].record
            yield diagnose(
                "OR207",
                f"the quote “{placement.record.name}” begins inside “{first.name}” and ends outside"
                " it, so it is shown in two pieces",
                placement.record.span,
                hint="give each record the words that it alone holds",
                related=[
                    Related(f"“{first.name}” stands here", places.span(*open_ones[-1][0])),
                    Related(f"“{placement.record.name}” stands here", places.span(*span)),
                ],
            )
        open_ones.append((span, placement))
