"""A planned page becomes a file: its view is built, its layout filled in, its facts read off."""

from dataclasses import dataclass
from functools import partial

from onrecord.address import absolute_url, relative_url, rooted_url
from onrecord.annotate.body import Body
from onrecord.diagnostics import Outcome
from onrecord.model import Site
from onrecord.pages.dressing import Dressing
from onrecord.pages.planned import PlannedPage
from onrecord.pages.views import FeedView, MachineView, PageView, RobotsView, SitemapView
from onrecord.pages.views.machines import EmptyView, FeedItem
from onrecord.render.dress import Url, dress_for_feed, dress_for_page
from onrecord.render.environment import BrokenLayout
from onrecord.render.machines import feed_bytes, robots_bytes, sitemap_bytes
from onrecord.render.page_facts import PageFacts, read_page_facts
from onrecord.render.problems import layout_problem
from onrecord.render.theme import Theme
from onrecord.render.wording import check_body, checked_permalink, ending, line, quoted, when

_FEED_ITEM = "feeds/item.html"


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A finished file. `facts` is None for what is no page, and where its layout failed."""

    permalink: str
    path: str
    content: bytes
    facts: PageFacts | None


def render_page(page: PlannedPage, theme: Theme) -> Outcome[RenderedPage]:
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
    known: dict[str, str] = {}

    def url(permalink: str) -> str:
        address = known.get(permalink)
        if address is None:
            there = checked_permalink(permalink)
            address = known[permalink] = (
                rooted_url(site, there) if is_served_anywhere else relative_url(site, here, there)
            )
        return address

    return url


def _html(page: PlannedPage, view: PageView, theme: Theme) -> str:
    frame = view.frame
    url = page_url(theme.site, page.permalink, is_served_anywhere=frame.is_served_anywhere)

    def dress(body: Body, dressing: Dressing | None = None) -> str:
        check_body(body, dressing)
        return dress_for_page(body, dressing or Dressing(), url)

    return theme.environment.get_template(page.layout).render(
        view=view, url=url, line=partial(line, url=url), dress=dress, **_WORDING
    )


_WORDING = {"when": when, "ending": ending, "quoted": quoted}


def _machine(view: MachineView, theme: Theme) -> bytes:
    match view:
        case FeedView():
            return feed_bytes(view, partial(_feed_content, theme=theme))
        case SitemapView():
            return sitemap_bytes(view)
        case RobotsView():
            return robots_bytes(view)
        case EmptyView():
            return b""


def _feed_content(item: FeedItem, theme: Theme) -> str:
    def url(permalink: str) -> str:
        return absolute_url(theme.site, checked_permalink(permalink))

    def dress(body: Body, dressing: Dressing | None = None) -> str:
        check_body(body, dressing)
        return dress_for_feed(body, dressing or Dressing(), url, item.permalink)

    html = theme.environment.get_template(_FEED_ITEM).render(
        view=item, url=url, line=partial(line, url=url), dress=dress, **_WORDING
    )
    # Readers built on feedparser take &#34; within an attribute for its end.
    return html.replace("&#34;", "&quot;")
