"""Raw HTML: unknown tags swallow what they mark; where HTML is not allowed, tags show as typed."""

from collections.abc import Iterator
from re import compile as pattern

from onrecord.annotate.flatten import Flat, Spot, room
from onrecord.annotate.places import Places
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.text.source import Span

TAG = pattern(r"</?([A-Za-z][A-Za-z0-9-]*)")
WHOLE_TAG = pattern(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>\n]*)?/?>")
COMMENT = pattern(r"<!--.*?-->", 16)  # over lines
KNOWN = frozenset(
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas "
    "caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe "
    "img input ins kbd label legend li link main map mark math menu meta meter nav noscript "
    "object ol optgroup option output p param picture pre progress q rp rt ruby s samp script "
    "search section select slot small source span strong style sub summary sup svg table tbody td "
    "template textarea tfoot th thead time title tr track u ul var video wbr circle defs ellipse "
    "g line path polygon polyline rect text tspan use big center font strike tt".split()
)


def report_html_as_text(flat: Flat, places: Places) -> Iterator[Diagnostic]:
    """A finding at the first HTML tag of a text whose site takes none, with all that follow."""
    if "<" not in flat.text:
        return
    names: dict[str, int] = {}
    escaped = frozenset(_escaped(flat))
    for tag in WHOLE_TAG.finditer(flat.text):
        name = tag[1].lower()
        if name in KNOWN and tag.start() not in escaped:
            names.setdefault(name, tag.start())
    if names:
        shown = ", ".join(f"<{name}>" for name in names)
        first = next(iter(names.values()))
        yield diagnose(
            "OR516",
            f"HTML is shown as it is typed here: {shown}",
            places.span(first, first + 1),
            hint="use Markdown (**bold**, *italic*, a table), write \\< for a plain bracket, or "
            "allow HTML with html: true in site.yaml",
        )


def _escaped(flat: Flat) -> Iterator[int]:
    """The places that the writer marked as plain text, by a backslash or as &lt; and the like."""
    for block in flat.blocks:
        place = block.start
        for child in block.inline.children or ():
            if child.type == "text_special":
                yield place
            place += room(child)


def report_unknown_tags(flat: Flat, places: Places) -> Iterator[Diagnostic]:
    """A finding for each unknown tag, once for each name."""
    told: set[str] = set()
    for spot in flat.html:
        content = COMMENT.sub("", spot.token.content)
        for tag in TAG.finditer(content):
            name = tag[1].lower()
            if name in KNOWN or name in told:
                continue
            told.add(name)
            yield diagnose(
                "OR507",
                f"<{tag[1]}> is no HTML tag, and a browser would not show it",
                _span(spot, content, tag.start(), flat, places),
                hint=f"write \\<{tag[1]}> to have it shown as it stands",
            )


def _span(spot: Spot, content: str, at: int, flat: Flat, places: Places) -> Span:
    origin = flat.parts[spot.part].origin
    if spot.token.type != "html_block" or origin.value is not None or not spot.token.map:
        return places.span(spot.at, spot.at)
    line = origin.first_line + spot.token.map[0] + content.count("\n", 0, at)
    column = at - (content.rfind("\n", 0, at) + 1) + 1
    return Span(origin.path, line, column, line, column)
