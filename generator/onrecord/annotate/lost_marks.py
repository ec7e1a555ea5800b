"""What is said of marks that lead nowhere: what was meant, and what to type."""

from collections.abc import Iterator
from re import compile as pattern

from markdown_it.token import Token

from onrecord.annotate.flatten import Block, Flat, Origin, Spot
from onrecord.annotate.links import when_it_comes
from onrecord.annotate.markdown import Parsed
from onrecord.annotate.marks import Form, Lost
from onrecord.annotate.places import Places
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.text.source import Span

ARTICLES = "content/articles/"
LIKE_A_NAME = pattern(r"[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,5}")
BARE_BAR = pattern(r"\[\[([^\[\]|\\`]+)\|([^\[\]|]*)\]\]")
ESCAPED_NOTE_REF = pattern(r"\\\[\^([^\]\s]{1,200})\]")
CELL_END = pattern(r"(?<!\\)\|")
NOTE_REF = pattern(r"\[\^([^\]\s]{1,200})\]")


def report_lost_marks(flat: Flat, places: Places) -> Iterator[Diagnostic]:
    """A finding for each mark that stays as text."""
    for spot in flat.lost:
        yield from _report(spot, places)


def _report(spot: Spot, places: Places) -> Iterator[Diagnostic]:
    lost: Lost = spot.token.meta["lost"]
    typed = lost.typed or spot.token.content
    span = places.span(spot.at, spot.at + len(spot.token.content))
    nothing = lost.nothing
    if lost.form is Form.CITATION_AS_LINK:
        yield _citation_as_link(lost, span)
    elif lost.form is Form.CITATION_SLIP:
        yield diagnose(
            "OR505",
            f"{typed} is not quite a citation, so it stays as text",
            span,
            hint=f"write {lost.reference}; more sources go on as in [@one; @two]",
        )
    elif nothing.is_broken:
        return
    elif nothing.shared_by:
        first, *others = nothing.shared_by
        yield diagnose(
            "OR304",
            f"{typed} fits {_listed(nothing.shared_by)}",
            span,
            hint=f"write [[{first}|{lost.reference}]]"
            + "".join(f" or [[{other}|{lost.reference}]]" for other in others),
        )
    elif waits := when_it_comes(nothing):
        yield diagnose("OR310", f"{typed} leads to {waits}", span)
    elif nothing.closest or nothing.has_prefix:
        yield _near_miss(lost, typed, span)
    else:
        yield diagnose(
            "OR506",
            f"{typed} leads to nothing known, so it stays as text",
            span,
            hint=_either(
                _how_to_define(lost, span.path), f"write \\{typed} where it is meant as text"
            ),
        )


def _how_to_define(lost: Lost, path: str) -> str:
    """Where that which a mark means would be defined, "" for what can be no actor or source."""
    name = lost.reference.strip()
    if lost.form not in {Form.LINK, Form.CITATION} or not LIKE_A_NAME.fullmatch(name):
        return ""
    noun = "sources" if lost.form is Form.CITATION else "actors"
    under = f"under {noun}: or " if path.startswith(ARTICLES) else ""
    return f"define {name} {under}in content/{noun}/"


def _near_miss(lost: Lost, typed: str, span: Span) -> Diagnostic:
    near = lost.nothing.closest
    if lost.form is Form.QUOTE and near == lost.reference:
        return diagnose(
            "OR505",
            f"{typed} does not say which words are that quote",
            span,
            hint=f"write [[q:{near}|the very words]]",
        )
    if lost.form is Form.PULL_QUOTE and near == lost.reference:
        return diagnose(
            "OR505", f"!{typed} is not quite a pull quote", span, hint=f"write ![[#{near}]]"
        )
    if lost.form is Form.QUOTE and "#" in lost.reference and not near:
        return diagnose(
            "OR505",
            f"{typed} marks words as a quote that this article does not list",
            span,
            hint=f"add {lost.reference} under quotes: to repeat it here; a link to it is "
            f"[[{lost.reference}|words]]",
        )
    meant = f"; did you mean {near}?" if near else ""
    corrected = typed.replace(lost.reference, near, 1) if near else ""
    return diagnose(
        "OR505",
        f"{typed} leads to nothing{meant}",
        span,
        hint=_either(f"write {corrected}", _how_to_define(lost, span.path))
        if corrected
        else f"define “{lost.reference}”, or remove the mark",
    )


def _citation_as_link(lost: Lost, span: Span) -> Diagnostic:
    return diagnose(
        "OR409",
        f"[{lost.reference}] after a closing bracket reads as the label of a link",
        span,
        hint=f"write the words without brackets, then [{lost.reference}]; "
        "two sources go into one pair of brackets: [@one; @two]",
    )


def report_bare_bars(flat: Flat, places: Places) -> Iterator[Diagnostic]:
    """A finding for each mark that a table cuts in two at its |."""
    rows: dict[tuple[int, int], Block] = {}
    for cell in flat.cells:
        content = cell.inline.content
        opened = content.rfind("[[")
        if opened >= 0 and "]]" not in content[opened:] and cell.inline.map:
            rows.setdefault((cell.part, cell.inline.map[0]), cell)
    for (part, row), cell in rows.items():
        origin = flat.parts[part].origin
        line = places.locator.line(origin, row)
        for mark in BARE_BAR.finditer(line):
            if line.count("`", 0, mark.start()) % 2:
                continue
            span = places.span(cell.start, cell.end)
            if origin.value is None:
                number = origin.first_line + row
                span = Span(origin.path, number, mark.start() + 1, number, mark.end() + 1)
            yield diagnose(
                "OR508",
                f"the table is cut at the | of {mark[0]}",
                span,
                hint=f"write [[{mark[1]}\\|{mark[2]}]]",
            )


def report_lost_notes(flat: Flat, places: Places, text: Parsed) -> Iterator[Diagnostic]:
    """A finding for each footnote's mark without a footnote, and each footnote without a mark."""
    origin = flat.parts[0].origin
    if "[^" not in origin.markdown:
        return
    told = {escaped[1] for escaped in ESCAPED_NOTE_REF.finditer(origin.markdown)}
    for ref in NOTE_REF.finditer(flat.text, 0, flat.text_end):
        if ref[1] not in told:
            told.add(ref[1])
            yield diagnose(
                "OR506",
                f"{ref[0]} has no footnote, so it stays as text",
                places.span(ref.start(), ref.end()),
                hint=f"add a line {ref[0]}: with the footnote's text, or write \\{ref[0]}",
            )
    marked = {part.footnote for part in flat.parts if part.footnote}
    for label, tokens in text.footnotes.items():
        if label not in marked:
            yield diagnose(
                "OR514",
                f"no text refers to the footnote [^{label}], so it is not published",
                _first_line(tokens, origin),
                hint=f"put [^{label}] where its number is to stand, or delete the footnote",
            )
    for label, tokens in text.repeated_footnotes:
        yield diagnose(
            "OR514",
            f"the footnote [^{label}] is written a second time, and this one is not published",
            _first_line(tokens, origin),
            hint=f"give it another label, such as [^{label}-2], here and where its number stands",
        )


def report_long_rows(flat: Flat, places: Places) -> Iterator[Diagnostic]:
    """A finding for each row of a table with more cells than its head: the rest is not shown."""
    told: set[tuple[int, int]] = set()
    width, head_row = 0, -1
    for cell in flat.cells:
        if cell.inline.map is None:
            continue
        row = cell.inline.map[0]
        if cell.holder.type == "th_open":
            width = width + 1 if row == head_row else 1
            head_row = row
            continue
        if (cell.part, row) in told:
            continue
        told.add((cell.part, row))
        origin = flat.parts[cell.part].origin
        line = places.locator.line(origin, row)
        cells = len(CELL_END.findall(line.strip().removeprefix("|"))) + (
            not line.rstrip().endswith("|")
        )
        if cells > width:
            number = origin.first_line + row
            yield diagnose(
                "OR515",
                f"this row of the table has {cells} cells, its head {width}: the rest is lost",
                places.span(cell.start, cell.end) if origin.value else _whole(origin, number, line),
                hint="add a column to the head, or write \\| for a bar that belongs to the words",
            )


def _first_line(tokens: list[Token], origin: Origin) -> Span:
    line = origin.first_line + next((token.map[0] for token in tokens if token.map), 0)
    return Span(origin.path, line, 1, line, 1)


def _whole(origin: Origin, number: int, line: str) -> Span:
    return Span(origin.path, number, 1, number, len(line) + 1)


def _either(first: str, second: str) -> str:
    return ", or ".join(advice for advice in (first, second) if advice)


def _listed(ids: tuple[str, ...]) -> str:
    return f"{', '.join(ids[:-1])} and {ids[-1]}"
