"""Closed views: all that a layout can see of the site, and nothing else. The contract for themes.

One page, one view, one layout:

| layout | view |
|---|---|
| front.html | FrontView |
| briefings.html | BriefingsView |
| briefing.html | BriefingView |
| actors.html | ActorsView |
| actor.html · actor-period.html | ActorView · ActorPeriodView |
| quotes.html · quote.html | QuotesView · QuoteView |
| sources.html · source.html | SourcesView · SourceView |
| topics.html · topic.html | TopicsView · TopicView |
| timeline.html · corrections.html | TimelineView · CorrectionsView |
| search.html | SearchView |
| page.html · 404.html · redirect.html | PlainPageView · NotFoundView · RedirectView |
| feed.xml · sitemap.xml · robots.txt · .nojekyll (no layouts, written by formats/) | FeedView · |
| | SitemapView · RobotsView · RedirectsView · HeadersView · EmptyView |
"""

from onrecord.pages.views.actor import ActorPeriodView, ActorView
from onrecord.pages.views.briefing import BriefingView
from onrecord.pages.views.front import BriefingsView, FrontView
from onrecord.pages.views.indexes import ActorsView, TopicsView
from onrecord.pages.views.machines import (
    EmptyView,
    FeedView,
    HeadersView,
    RedirectsView,
    RobotsView,
    SitemapView,
)
from onrecord.pages.views.plain import NotFoundView, PlainPageView, RedirectView
from onrecord.pages.views.quotes import QuotesView, QuoteView
from onrecord.pages.views.search import SearchView
from onrecord.pages.views.sources import SourcesView, SourceView
from onrecord.pages.views.timeline import CorrectionsView, TimelineView
from onrecord.pages.views.topic import TopicView

# The version of the contract: raised when something that a theme may rely on changes or goes.
THEME_API = 1

PageView = (
    FrontView
    | BriefingsView
    | BriefingView
    | ActorsView
    | ActorView
    | ActorPeriodView
    | QuotesView
    | QuoteView
    | SourcesView
    | SourceView
    | TopicsView
    | TopicView
    | TimelineView
    | CorrectionsView
    | SearchView
    | PlainPageView
    | NotFoundView
    | RedirectView
)

MachineView = FeedView | SitemapView | RobotsView | RedirectsView | HeadersView | EmptyView

View = PageView | MachineView

__all__ = [
    "THEME_API",
    "ActorPeriodView",
    "ActorView",
    "ActorsView",
    "BriefingView",
    "BriefingsView",
    "CorrectionsView",
    "EmptyView",
    "FeedView",
    "FrontView",
    "HeadersView",
    "MachineView",
    "NotFoundView",
    "PageView",
    "PlainPageView",
    "QuoteView",
    "QuotesView",
    "RedirectView",
    "RedirectsView",
    "RobotsView",
    "SearchView",
    "SitemapView",
    "SourceView",
    "SourcesView",
    "TimelineView",
    "TopicView",
    "TopicsView",
    "View",
]
