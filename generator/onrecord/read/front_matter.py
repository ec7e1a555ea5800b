"""Front matter and body of a Markdown file, each with the line at which it begins."""

from re import MULTILINE
from re import compile as pattern

from onrecord.diagnostics import Diagnostic, Outcome, Related, diagnose
from onrecord.text.frozen import Frozen
from onrecord.text.source import SourceFile, Span

FENCE = pattern(r"^---[ \t]*$", MULTILINE)
DOTS = pattern(r"^\.\.\.[ \t]*$", MULTILINE)
KEY = pattern(r"^[A-Za-z_]+:(?:[ \t]|$)", MULTILINE)


class FrontMatter(Frozen):
    """The two parts of a file. Lines count from 1 at the head of the file."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(source: SourceFile) -> Outcome[FrontMatter | None]:
    """The YAML between the first two lines of three hyphens, and the body after them."""
    text = source.text
    opening = FENCE.match(text)
    if opening is None:
        return Outcome(None, (_without_opening(source),))
    begin = min(opening.end() + 1, len(text))
    closing = FENCE.search(text, begin)
    if closing is None:
        return Outcome(None, (_without_closing(source),))
    after = min(closing.end() + 1, len(text))
    return Outcome(
        FrontMatter(
            yaml=text[begin : closing.start()],
            yaml_line=2,
            body=text[after:],
            body_line=text.count("\n", 0, after) + 1,
        )
    )


def _without_opening(source: SourceFile) -> Diagnostic:
    at = Span.start_of(source.path)
    text = source.text
    if not text.strip():
        return diagnose("OR118", "the file is empty", at, hint="begin with a line ---, keys, ---")
    if FENCE.match(text.lstrip()):
        hint = "delete the empty lines before the first line ---"
        return diagnose("OR118", "something stands before the front matter", at, hint=hint)
    if text.startswith("+++"):
        hint = "write the keys as YAML (`title: …`) between two lines ---"
        return diagnose("OR118", "front matter in TOML is not read", at, hint=hint)
    if KEY.match(text):
        hint = "put a line --- before the first key"
        return diagnose("OR118", "the file does not begin with a line ---", at, hint=hint)
    hint = "begin the file with a line ---, then its keys such as `title:`, then a line ---"
    return diagnose("OR118", "the file has no front matter", at, hint=hint)


def _without_closing(source: SourceFile) -> Diagnostic:
    """Points at the first line that looks no more like front matter."""
    at = Span(source.path, 1, 1, 1, 4)
    dots = DOTS.search(source.text)
    if dots is not None:
        line = source.text.count("\n", 0, dots.start()) + 1
        hint = f"write --- in place of the ... on line {line}"
        end = Span(source.path, line, 1, line, 4)
        related = (Related("this ends YAML, but not the front matter", end),)
        told = "the front matter that begins here has no line --- at its end"
        return diagnose("OR118", told, at, hint=hint, related=related)
    hint = "put a line --- after the last key, before the text"
    return diagnose("OR118", "the front matter that begins here has no end", at, hint=hint)
