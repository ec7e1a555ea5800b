"""Views made up from their own definitions: the fullest and the emptiest that a page can show.

Themes are tried with them, by our tests and by each build: a site has seldom a page of every kind.
"""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.annotate.body import (
    AssetAddress,
    Body,
    CitationMark,
    LinkClose,
    LinkOpen,
    NotedClose,
    NotedOpen,
    NoteMark,
    PictureSize,
    PullQuote,
    QuoteClose,
    QuoteOpen,
    QuoteTag,
    SayClose,
    SayOpen,
)
from onrecord.enlist.cast import Target, TargetKind
from onrecord.formats import write_json_ld
from onrecord.pages.dressing import (
    AssetDress,
    CitationDress,
    Dressing,
    LinkDress,
    NoteDress,
    QuoteDress,
)
from onrecord.pages.parts.frame import CSP, policy_of
from onrecord.pages.views import (
    ActorPeriodView,
    ActorsView,
    ActorView,
    BriefingsView,
    BriefingView,
    CorrectionsView,
    FrontView,
    NotFoundView,
    PageView,
    PlainPageView,
    QuotesView,
    QuoteView,
    RedirectView,
    SearchView,
    SourcesView,
    SourceView,
    TimelineView,
    TopicsView,
    TopicView,
)
from onrecord.pages.views.frame import PageFrame
from onrecord.text.dates import Date
from onrecord.text.frozen import field_names, is_record, replace

V = TypeVar("V")

# The layouts of pages, each with its view.
LAYOUTS: dict[str, type[PageView]] = {
    "404.html": NotFoundView,
    "actor-period.html": ActorPeriodView,
    "actor.html": ActorView,
    "actors.html": ActorsView,
    "briefing.html": BriefingView,
    "briefings.html": BriefingsView,
    "corrections.html": CorrectionsView,
    "front.html": FrontView,
    "page.html": PlainPageView,
    "quote.html": QuoteView,
    "quotes.html": QuotesView,
    "redirect.html": RedirectView,
    "search.html": SearchView,
    "source.html": SourceView,
    "sources.html": SourcesView,
    "timeline.html": TimelineView,
    "topic.html": TopicView,
    "topics.html": TopicsView,
}

DAY = Date(2020, 1, 6, is_about=False, time="", instant=1_578_268_800)

ACTOR = Target(TargetKind.ACTOR, "pmf", "PMF")
UNPUBLISHED = Target(TargetKind.TOPIC, "iran", "Iran")

NOTE_BODY = Body(("<p>A <em>note</em> of its own.</p>\n",))

FULL_BODY = Body(
    (
        '<h2 id="threat" class="big">What they said</h2>\n<p>',
        LinkOpen(ACTOR, is_mention=True),
        "The PMF",
        LinkClose(),
        " said ",
        QuoteOpen("x#options", is_first=True, is_recorded=True),
        "“All <em>options</em>,”",
        QuoteTag("x#options", is_recorded=True),
        QuoteClose("x#options"),
        " of ",
        LinkOpen(UNPUBLISHED),
        "Iran",
        LinkClose(),
        NotedOpen(1),
        "a passage",
        NotedClose(1),
        NoteMark(1, 1),
        " again",
        NoteMark(1, 2),
        ".",
        CitationMark("paper", 1, 1, "see", "p. 3", "gives a figure"),
        CitationMark("paper", 1, 2),
        ' <a href="#threat">above</a> ',
        QuoteOpen("x#options", is_first=False, is_recorded=False),
        "“all options”",
        QuoteTag("x#options", is_recorded=False),
        QuoteClose("x#options"),
        "</p>\n",
        SayOpen("x#options"),
        "<p>",
        QuoteOpen("x#options", is_first=False, is_recorded=True),
        "“All options”",
        QuoteTag("x#options", is_recorded=True),
        QuoteClose("x#options"),
        "</p>",
        SayClose("x#options"),
        PullQuote("x#options"),
        '\n<p><img src="',
        AssetAddress("articles/crowd.jpg"),
        '" alt="A crowd"',
        PictureSize("articles/crowd.jpg"),
        "></p>\n",
    )
)


def full_dressing(text: str) -> Dressing:
    """What dresses FULL_BODY, with the text in every place that holds words."""
    return Dressing(
        quotes={
            "x#options": QuoteDress(
                voice="v1",
                joint="f2",
                initials=text,
                tag_label=text,
                anchor="q-options",
                permalink="/briefings/x/#q-options",
                caption_name=text,
                caption_text=text,
                is_again=False,
                footer=text,
                words=text,
                cite="https://example.org/a?b=1&c=2",
                language="ar",
                direction="rtl",
            )
        },
        links={ACTOR: LinkDress("/actors/pmf/", "card-pmf"), UNPUBLISHED: LinkDress("", "")},
        citations={
            "paper": CitationDress("/briefings/x/#source-1", text, text, "https://example.org/p")
        },
        notes={1: NoteDress("/briefings/x/#note-1", text, text, text)},
        assets={"articles/crowd.jpg": AssetDress("/media/articles/crowd.jpg", 640, 480)},
    )


# What a field of this name holds wherever it stands, so that the pages made of it are valid.
_BY_NAME: Mapping[str, str] = {
    "address": "https://example.org/a?b=1&c=2",
    "canonical": "https://example.org/x/",
    "credibility": "2",
    "csp": CSP,
    "direction": "rtl",
    "fonts": "/fonts/newsreader.woff2",
    "grade": "B",
    "height": "44",
    "icon": "/icon.svg",
    "index": "/pagefind/pagefind.js",
    "own_script": "/search.js",
    "own_stylesheet": "/search.css",
    "kind_class": "k-person",
    "label_anchor": "start",
    "language": "fa",
    "machine": "2020-01-06",
    "permalink": "/actors/pmf/",
    "policy_address": "https://example.org/policy",
    "filter_class": "s1",
    "joint": "f2",
    "script": "/site.js",
    "source": "/sources/paper/",
    "state": "ok",
    "stylesheets": "/site.css",
    "voice": "v1",
    "type": "application/rss+xml",
}
_NUMBERS = ("x", "y", "middle", "width", "radius", "label_x", "label_y", "line_width")

# Texts that a page can do without; all others always hold something.
_MAY_BE_EMPTY = frozenset(
    """anchor asked biography_direction biography_language briefings_remark canonical
    caption comment counts credibility credibility_words credit direction filter_class full
    genre grade grade_words initials joint kind language lede line machine number period
    place policy_address quotes_remark remark role sentence site_tagline source
    source_unknown standfirst status summary verdict voice where why_unnamed""".split()
)

_NEVER_EMPTY = frozenset({"title"})  # lists that always hold something


def full_view(view: type[V], text: str = "Words") -> V:
    """The view with two of everything in its lists, and the text in every place for words."""
    return _Maker(text, is_full=True).make(view)


def empty_view(view: type[V]) -> V:
    """The view without anything that may be left out."""
    return _Maker("Words", is_full=False).make(view)


class _Maker:
    """Makes one view; ids are counted through it, since none may stand on a page twice."""

    def __init__(self, text: str, *, is_full: bool) -> None:
        self._text = text
        self._is_full = is_full
        self._made = 0
        self._has_body = False
        self._makers: Mapping[object, Callable[[str], object]] = {
            str: self._word,
            bool: lambda _name: is_full,
            int: lambda _name: 7 if is_full else 0,
            Body: lambda _name: self._body(),
            Dressing: lambda _name: full_dressing(text) if is_full else Dressing(),
            PageFrame: lambda _name: self._frame(),
            Date: lambda _name: DAY,
        }

    def make(self, record: type[V]) -> V:
        """A record with a value in every field."""
        if not is_record(record):
            raise TypeError(record)
        hints = get_type_hints(record)
        values = {name: self._value(name, hints[name]) for name in field_names(record)}
        return record(**values)

    def _value(self, name: str, hint: Any) -> Any:  # noqa: ANN401 - of any type
        if hint in self._makers:
            return self._makers[hint](name)
        if get_origin(hint) in {Union, UnionType}:
            (some,) = [kind for kind in get_args(hint) if kind is not type(None)]
            return self._value(name, some) if self._is_full else None
        if get_origin(hint) is tuple:
            least = 1 if name in _NEVER_EMPTY else 0
            count = 2 if self._is_full else least
            return tuple(self._value(name, get_args(hint)[0]) for _ in range(count))
        return self.make(hint)

    def _frame(self) -> PageFrame:
        frame = _Maker(self._text, is_full=True).make(PageFrame)
        frame = replace(frame, language="en", direction="ltr", is_served_anywhere=False)
        if not self._is_full:
            return replace(frame, feeds=(), linked_data="", publisher=None)
        thing = write_json_ld([{"@type": "Thing", "name": self._text}])
        return replace(frame, linked_data=thing, csp=policy_of(CSP, thing))

    def _body(self) -> Body:
        """The first body of a page is the full one: an id stands on a page once."""
        has_body, self._has_body = self._has_body, True
        if not self._is_full:
            return Body()
        return NOTE_BODY if has_body else FULL_BODY

    def _word(self, name: str) -> str:
        if not self._is_full and name in _MAY_BE_EMPTY:
            return ""
        if name.endswith(("_language", "_direction")):
            name = name.rpartition("_")[2]
        if name == "anchor":
            self._made += 1
            return f"f{self._made}"
        if name in _NUMBERS:
            return "20"
        return _BY_NAME.get(name, self._text)
