"""Raw HTML, on sites that allow it: tags that no browser knows swallow what they mark."""

from collections.abc import Iterator
from re import compile as pattern

from onrecord.annotate.flatten import Flat, Spot
from onrecord.annotate.places import Places
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.text.source import Span

TAG = pattern(r"</?([A-Za-z][A-Za-z0-9-]*)")
COMMENT = pattern(r"<!--.*?-->", 16)  # over lines
KNOWN = frozenset(
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas "
    "caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe "
    "img input ins kbd label legend li link main map mark math menu meta meter nav noscript "
    "object ol optgroup option output p param picture pre progress q rp rt ruby s samp script "
    "search section select slot small source span strong style sub summary sup svg table tbody td "
    "template textarea tfoot th thead time title tr track u ul var video wbr circle defs ellipse "
    "g line path polygon polyline rect text tspan use".split()
)


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
