"""The small pieces of markup that layouts ask for: lines of linked words, dates, closing marks."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from onrecord.pages.views.common import ShownDate, TextPart
from onrecord.render.dress import Url


def line(parts: Iterable[TextPart], url: Url) -> Markup:
    """A line of words, links and dates, as one piece."""
    return Markup("".join([_part(part, url) for part in parts]))  # noqa: S704 - all escaped


def when(date: ShownDate, class_where_unknown: str = "") -> Markup:
    """A date in a `<time>`; one that machines cannot read in a `<span>` of the class given."""
    if date.machine:
        return Markup('<time datetime="{}">{}</time>').format(date.machine, date.text)
    if class_where_unknown:
        return Markup('<span class="{}">{}</span>').format(class_where_unknown, date.text)
    return escape(date.text)


def ending(finished: Markup, tail: Markup) -> Markup:
    """The finished HTML with a tail at the end of its last paragraph."""
    text = finished.rstrip()
    if text.endswith("</p>"):
        return text.removesuffix("</p>") + tail + Markup("</p>")
    return text + Markup("<p>") + tail.lstrip() + Markup("</p>")


def quoted(text: str) -> Markup:
    """The text for a double-quoted attribute, its apostrophes left as they are."""
    return Markup(str(escape(text)).replace("&#39;", "'"))  # noqa: S704 - escaped


def _part(part: TextPart, url: Url) -> str:
    words = str(escape(part.text))
    language = ""
    if part.language:
        direction = f' dir="{escape(part.direction)}"' if part.direction else ""
        language = f' lang="{escape(part.language)}"{direction}'
    if part.machine:
        words = f'<time datetime="{escape(part.machine)}">{words}</time>'
    if part.permalink:
        return f'<a href="{escape(url(part.permalink))}"{language}>{words}</a>'
    return f"<span{language}>{words}</span>" if language else words
