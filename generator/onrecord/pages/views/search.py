"""The search page."""

from onrecord.pages.views.frame import PageFrame
from onrecord.text.frozen import Frozen


class BrowseRow(Frozen):
    """A list of the site that a reader may browse instead."""

    title: str  # "Actors, A to Z"
    permalink: str  # "/actors/"
    line: str  # "28 people, armed groups and public bodies"


class SearchView(Frozen):
    """The field, and what can be browsed instead. What is found, the page's script writes."""

    frame: PageFrame
    title: str  # "Search"
    lede: str  # what can be found
    has_index: bool  # False on a site on which there is nothing to be found yet
    browse: tuple[BrowseRow, ...]  # the site's lists
    index: str = "/pagefind/pagefind.js"  # the program that reads the index
    own_stylesheet: str = "/search.css"  # what this page needs besides the frame's stylesheet
    own_script: str = "/search.js"  # what this page needs besides the frame's script
