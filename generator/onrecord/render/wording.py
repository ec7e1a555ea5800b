"""The small pieces of markup that layouts ask for: lines of linked words, dates, closing marks.

Layouts are not typed, so what they give is looked at, and Misuse says what should be given.
"""

from collections.abc import Iterable

from markupsafe import Markup

from onrecord.annotate.body import Body
from onrecord.formats import within_script
from onrecord.pages.dressing import Dressing
from onrecord.pages.views.common import ShownDate, TextPart
from onrecord.render.dress import Url
from onrecord.render.escaping import escaped

_MOST_COUNTED = 100_000


class Misuse(TypeError):  # noqa: N818 - named for what it is
    """A layout gave a function what it cannot use; `told` says so, `advice` what to write."""

    def __init__(self, told: str, advice: str) -> None:
        super().__init__(told)
        self.told = told
        self.advice = advice


def counted(*bounds: int) -> range:
    """Numbers to count with, as Python's range(): a build that counts for ever never ends."""
    numbers = range(*bounds)
    if numbers[_MOST_COUNTED : _MOST_COUNTED + 1]:
        told = f"range() gives at most {_MOST_COUNTED:,} numbers"
        raise Misuse(told, "Count to less, or loop over what is to be shown.")
    return numbers


def line(parts: Iterable[TextPart], url: Url) -> Markup:
    """A line of words, links and dates, as one piece."""
    if not isinstance(parts, tuple | list) or not all(isinstance(p, TextPart) for p in parts):
        told = f"line() makes one piece of a list of TextPart, not of {sort_of(parts)}"
        advice = "Give it a field of that type: {{ line(record.by) }}. A text is printed as it is."
        raise Misuse(told, advice)
    return Markup("".join([_part(part, url) for part in parts]))  # noqa: S704 - all escaped


def when(date: ShownDate, class_where_unknown: str = "") -> Markup:
    """A date in a `<time>`; one that machines cannot read in a `<span>` of the class given."""
    if not isinstance(date, ShownDate):
        told = f"when() shows a ShownDate, not {sort_of(date)}"
        raise Misuse(told, "Give it a field of that type: {{ when(view.published) }}.")
    text = escaped(date.text)
    if date.machine:
        return Markup(f'<time datetime="{escaped(date.machine)}">{text}</time>')  # noqa: S704 - escaped
    if class_where_unknown:
        unknown = escaped(class_where_unknown)
        return Markup(f'<span class="{unknown}">{text}</span>')  # noqa: S704 - escaped
    return Markup(text)  # noqa: S704 - escaped


def ending(finished: Markup, tail: Markup) -> Markup:
    """The finished HTML with a tail at the end of its last paragraph."""
    text = finished.rstrip()
    if text.endswith("</p>"):
        return text.removesuffix("</p>") + tail + Markup("</p>")
    return text + Markup("<p>") + tail.lstrip() + Markup("</p>")


def quoted(text: str) -> Markup:
    """The text for a double-quoted attribute, its apostrophes left as they are."""
    return Markup(str(escaped(text)).replace("&#39;", "'"))  # noqa: S704 - escaped


def json_script(document: str) -> Markup:
    """A JSON document as a script of data, of which browsers run nothing."""
    if not isinstance(document, str):
        told = f"json_script() takes a JSON document, not {sort_of(document)}"
        raise Misuse(told, "Give it the page's own: {{ json_script(frame.linked_data) }}.")
    data = within_script(document)
    return Markup(f'<script type="application/ld+json">{data}</script>')  # noqa: S704 - no markup


def checked_permalink(permalink: object) -> str:
    """The permalink, if it is one."""
    if isinstance(permalink, str) and permalink.startswith("/"):
        return permalink
    told = "url() takes a permalink"
    if permalink == "":
        told += ", and this one is empty"
        advice = "Make a link only {% if %} there is one."
    elif not isinstance(permalink, str):
        told += f", not {sort_of(permalink)}"
        advice = "A permalink is such as {{ url(link.permalink) }} or {{ url('/about/') }}."
    elif permalink.startswith("#"):
        advice = f'For a place on the page itself, write href="{permalink}".'
    elif ":" in permalink:
        advice = f"“{permalink}” is a web address: print it as it stands."
    else:
        advice = f"Permalinks begin with a slash: write “/{permalink}” instead of “{permalink}”."
    raise Misuse(told, advice)


def check_body(body: object, dressing: object) -> None:
    """Misuse where these are not what `dress()` takes."""
    if not (isinstance(body, Body) and isinstance(dressing, Dressing)):
        told = f"dress() takes a Body and its Dressing, not {sort_of(body)} and {sort_of(dressing)}"
        raise Misuse(told, "Give it both: {{ dress(view.body, view.dressing) }}.")


def sort_of(value: object) -> str:
    """What a value is, for a layout's author; the same for all values of a sort."""
    match value:
        case None:
            return "none"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case tuple() | list():
            return "a list"
    return f"a {type(value).__name__}"


def _part(part: TextPart, url: Url) -> str:
    words = escaped(part.text)
    language = ""
    if part.language:
        direction = f' dir="{escaped(part.direction)}"' if part.direction else ""
        language = f' lang="{escaped(part.language)}"{direction}'
    if part.machine:
        words = f'<time datetime="{escaped(part.machine)}">{words}</time>'
    if part.permalink:
        return f'<a href="{escaped(url(part.permalink))}"{language}>{words}</a>'
    return f"<span{language}>{words}</span>" if language else words
