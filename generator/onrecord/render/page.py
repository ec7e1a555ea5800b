"""A planned page becomes a file: its view is built, its layout filled in, its facts read off."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from markupsafe import Markup

from onrecord.address import absolute_url, links_from, rooted_url
from onrecord.annotate.body import Body
from onrecord.diagnostics import Outcome
from onrecord.model import Site
from onrecord.pages.dressing import Dressing
from onrecord.pages.planned import PlannedPage
from onrecord.pages.views import (
    FeedView,
    HeadersView,
    MachineView,
    PageView,
    RedirectsView,
    RobotsView,
    SitemapView,
)
from onrecord.pages.views.common import TextPart
from onrecord.pages.views.machines import EmptyView, FeedItem
from onrecord.render import wording
from onrecord.render.dress import Url, dress_for_feed, dress_for_page
from onrecord.render.environment import OURS, BrokenLayout
from onrecord.render.machines import feed_bytes, host_file_bytes, robots_bytes, sitemap_bytes
from onrecord.render.page_facts import PageFacts, read_page_facts
from onrecord.render.problems import layout_problem
from onrecord.render.theme import Dress
from onrecord.text.frozen import Frozen, replace

_FEED_ITEM = "feeds/item.html"


class RenderedPage(Frozen):
    """A finished file. `facts` is None for what is no page, and where its layout failed."""

    permalink: str
    path: str
    content: bytes
    facts: PageFacts | None


def render_page(page: PlannedPage, theme: Dress) -> Outcome[RenderedPage]:
    """The page as it will be published; empty where its layout fails.

    The reason is given with it, unless it was found when the theme was opened.
    """
    view = page.build_view()
    try:
        if isinstance(view, MachineView):
            return Outcome(RenderedPage(page.permalink, page.path, _machine(view, theme), None))
        html = _html(page, view, theme)
    except BrokenLayout:
        return Outcome(RenderedPage(page.permalink, page.path, b"", None))
    except Exception as error:
        problem = layout_problem(error, view, theme.layouts, theme.environment)
        if problem is None:
            raise
        return Outcome(RenderedPage(page.permalink, page.path, b"", None), (problem,))
    content = html.encode()
    facts = read_page_facts(page.permalink, page.path, html, len(content))
    return Outcome(RenderedPage(page.permalink, page.path, content, facts))


def page_url(site: Site, here: str, *, is_served_anywhere: bool = False) -> Url:
    """What makes the links of one page: relative ones, or from the root of the host."""
    return partial(rooted_url, site) if is_served_anywhere else links_from(site, here)


def page_functions(
    address_of: Url, fill: Callable[[Body, Dressing], Markup]
) -> Mapping[str, Callable[..., object]]:
    """What a layout can call, by name, given how its page makes links and fills bodies."""
    known: dict[str, str] = {}

    def url(permalink: str) -> str:
        """The address that leads from this page to a page or file of the site."""
        if type(permalink) is str and permalink in known:
            return known[permalink]
        address = known[permalink] = address_of(wording.checked_permalink(permalink))
        return address

    def line(parts: Iterable[TextPart]) -> Markup:
        """A line of words, links and dates, as one piece."""
        return wording.line(parts, url)

    def dress(body: Body, dressing: Dressing) -> Markup:
        """The HTML of a text, with its quotes, mentions, notes and citations."""
        wording.check_body(body, dressing)
        return fill(body, dressing)

    own = (url, line, dress, wording.when, wording.ending, wording.quoted, wording.json_script)
    return {function.__name__: function for function in own}


def _html(page: PlannedPage, view: PageView, theme: Dress) -> str:
    frame = view.frame
    url = page_url(theme.site, page.permalink, is_served_anywhere=frame.is_served_anywhere)
    functions = page_functions(url, partial(dress_for_page, url=url))
    return theme.environment.get_template(page.layout).render(view=view, **functions)


def _machine(view: MachineView, theme: Dress) -> bytes:
    match view:
        case FeedView():
            return feed_bytes(view, partial(_feed_content, theme=theme))
        case SitemapView():
            return sitemap_bytes(view)
        case RobotsView():
            return robots_bytes(view)
        case RedirectsView() | HeadersView():
            return host_file_bytes(view)
        case EmptyView():
            return b""


def _feed_content(item: FeedItem, theme: Dress) -> str:
    # Only its categories tell an item in one feed from that in another, and ours shows none.
    is_ours = theme.layouts[_FEED_ITEM].path.startswith(OURS)
    shown = replace(item, categories=()) if is_ours else item
    return theme.feed_items.content_of(shown, partial(_fill_item, theme=theme))


def _fill_item(item: FeedItem, theme: Dress) -> str:
    url = partial(absolute_url, theme.site)
    dress = partial(dress_for_feed, url=url, permalink=item.permalink)
    functions = page_functions(url, dress)
    html = theme.environment.get_template(_FEED_ITEM).render(view=item, **functions)
    # Readers built on feedparser take &#34; within an attribute for its end.
    return html.replace("&#34;", "&quot;")
