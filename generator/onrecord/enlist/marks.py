"""A plain scan of Markdown for everything in it that may refer to the site.

It may find more than the body holds (marks in code, escaped ones). Where Markdown is read is where
it is decided what counts; what is found here is only looked up there.
"""

from collections.abc import Iterator
from html import unescape
from re import MULTILINE
from re import compile as pattern

MARK = pattern(r"(\\?)\[\[(?=\s*[^\s|\\\[\]])([^\[\]|]{1,400})(?:\||\]\])")
BRACKETS = pattern(r"\[([^\[\]]{2,4000})\]")
CITED = pattern(r"(?:^|(?<=[\s;-]))@([^\s@,;:()]+)")
DESTINATION = pattern(r"\]\(\s*(?:<([^<>\n]*)>|([^\s<>()]*(?:\([^\s()]*\)[^\s()]*)*))")
DEFINITION = pattern(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:\s*(?:<([^<>\n]*)>|([^\s<>]+))", MULTILINE)
HTML_ADDRESS = pattern(r"""\b(?:href|src|poster)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')""")
FENCE = pattern(r" {0,3}(?:> ?)*(`{3,}|~{3,})")
ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
BACKTICKS = pattern(r"`+")


def marks(markdown: str) -> Iterator[str]:
    """The words of each [[mark]] before any |, with white space as single spaces."""
    if "[[" in markdown:
        for mark in MARK.finditer(markdown):
            yield _words(mark[2])


def marks_outside_code(markdown: str) -> Iterator[str]:
    """The same without those that are escaped or stand in code."""
    if "[[" in markdown:
        for mark in MARK.finditer(_without_code(markdown)):
            if not mark[1]:
                yield _words(mark[2])


def cited_ids(markdown: str) -> Iterator[str]:
    """What follows each @ of [@citations]."""
    for brackets in BRACKETS.finditer(markdown):
        if "@" in brackets[1]:
            for cited in CITED.finditer(brackets[1]):
                yield cited[1].rstrip(".")


def destinations(markdown: str) -> Iterator[str]:
    """Where each link, picture and link definition leads: as typed, without Markdown's escapes."""
    shapes = []
    if "](" in markdown:
        shapes.append(DESTINATION)
    if "]:" in markdown:
        shapes.append(DEFINITION)
    if "href" in markdown or "src" in markdown or "poster" in markdown:
        shapes.append(HTML_ADDRESS)
    for shape in shapes:
        for destination in shape.finditer(markdown):
            typed = (destination[1] or destination[2] or "").strip()
            yield unescape(ESCAPED.sub(r"\1", typed))


def _words(before_bar: str) -> str:
    return " ".join(before_bar.rstrip("\\").split())


def _without_code(markdown: str) -> str:
    """The text without fenced blocks and code spans."""
    kept: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        edge = FENCE.match(line)
        if fence:
            if edge and edge[1].startswith(fence):
                fence = ""
        elif edge:
            fence = edge[1]
        else:
            kept.append(_without_code_spans(line) if "`" in line else line)
    return "\n".join(kept)


def _without_code_spans(line: str) -> str:
    """The line without what stands between two runs of equally many backticks."""
    runs = [(run.start(), run.end()) for run in BACKTICKS.finditer(line)]
    closing: dict[int, int] = {}
    closed_by: dict[int, int] = {}
    for start, end in reversed(runs):
        closed_by[start] = closing.get(end - start, 0)
        closing[end - start] = end
    kept: list[str] = []
    done = 0
    for start, _ in runs:
        if start >= done and closed_by[start]:
            kept.append(line[done:start])
            done = closed_by[start]
    return "".join((*kept, line[done:]))
