"""How many: the one table of the counts that are small in `make test` and large in `make test-long`."""

import os

LONG = os.environ.get("ONRECORD_COUNTS") == "long"

_COUNTS = {
    "texts made of signs": (400, 20_000),
    # by what is counted: the quick number, the long one
    "generated examples of a property": (40, 1000),
    "issues of a newsletter": (40, 700),
    "sources of a newsletter": (700, 12_000),
    "bytes of a newsletter's body": (12_000, 40_000),
    "bytes of a hostile text": (10_000, 400_000),
    "marks of a text that is full of them": (20_000, 100_000),
    "characters of a hostile haystack": (50_000, 200_000),
    "characters of hostile YAML": (40_000, 200_000),
    "pages in a browser": (10, 500),
    "briefings that are printed": (1, 2),
    "kill points": (30, 0),  # 0: every one
    "kill points of a whole build": (1, 0),
    "builds that are killed": (3, 99),
    "builds with workers that are killed": (2, 90),
    "interruptions of workers": (1, 12),
    "runs at once": (2, 60),
    "bytes of a pathological text": (40_000, 500_000),
    "bytes of a pathological text among others": (1_000, 20_000),
    "damaged sites": (3, 400),
    "damaged records": (400, 50_000),
    "damaged memos": (60, 5000),
    "quotes and actors of one article": (80, 600),
    "kinds of page that are laid out": (3, 99),
    "pages in a browser with clicks": (4, 100),
    # of the longest of each kind
    "pages of a kind before axe-core": (1, 12),
    "pages of a kind before the HTML checker": (1, 0),  # 0: every one
    "pages of a kind that a stranger opens": (1, 12),
    "pages of a small site before axe-core": (2, 0),
    "visits of Lighthouse": (1, 6),
    "briefings of a site that is edited at random": (8, 300),
    "random edits of a site": (12, 200),
    "sites that are edited at random": (2, 1),
    "varied sites": (2, 8),
    "slips in bodies": (5, 300),
    "edits of a varied site": (8, 200),
    "random edits between two comparisons": (1, 8),
    "files that change at once": (40, 1000),
    "seconds of edits while serving": (3, 30),
    "rebuilds of a preview": (60, 1000),
    "files of a preview that is left alone": (300, 5000),
    "seconds that a preview is left alone": (4, 30),
}


def count(what: str) -> int:
    """The number to use in this run; the name must stand in the table."""
    quick, long = _COUNTS[what]
    return long if LONG else quick
