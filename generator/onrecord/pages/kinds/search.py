"""The search page: the field, and the lists that can be browsed instead."""

from onrecord.model import ActorKind
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.pages import plain_page
from onrecord.pages.parts.frame import CSP, Page, frame
from onrecord.pages.search_entries import ADDRESS, search_entries
from onrecord.pages.views.search import BrowseRow, SearchView
from onrecord.pages.wording import KINDS, KINDS_OF_MANY, capitalised, counted, in_words

# What Pagefind needs beyond every page's policy: its WebAssembly, and its index from this site.
SEARCH_CSP = f"{CSP} 'wasm-unsafe-eval'; connect-src 'self'"
_LEDE = "Briefings, actors and quotes."


def build_search(edition: Edition) -> SearchView:
    """The field to search in, and lists to browse instead."""
    return SearchView(
        frame=frame(
            edition,
            Page(
                permalink=ADDRESS,
                title="Search",
                description="Search briefings, actors and quotes.",
                section=ADDRESS,
                linked_data=plain_page(edition, ADDRESS, "Search", ""),
                is_broad=True,
                csp=SEARCH_CSP,
            ),
        ),
        title="Search",
        lede=_LEDE,
        has_index=any(True for _ in search_entries(edition)),
        browse=tuple(_browse(edition)),
    )


def _browse(edition: Edition) -> list[BrowseRow]:
    dossier = edition.dossier
    topics, corrections = len(dossier.topics), len(dossier.corrections)
    rows = [
        ("Briefings", "/briefings/", f"{counted(len(dossier.briefings), 'briefing')}, by date"),
        ("Actors, A to Z", "/actors/", _actors(edition)),
        ("Quotes", "/quotes/", f"{counted(len(edition.quotes), 'quote')}, by date and speaker"),
        ("Sources", "/sources/", f"{counted(len(dossier.sources), 'source')}, by publisher"),
        ("Topics", "/topics/", counted(topics, "topic") if topics else ""),
        ("Timeline", "/timeline/", "What happened, and what was said about it"),
        ("Corrections", "/corrections/", counted(corrections, "correction") if corrections else ""),
    ]
    return [BrowseRow(title, permalink, line) for title, permalink, line in rows if line]


def _actors(edition: Edition) -> str:
    """How many there are and of which kinds: "28 people, armed groups and public bodies"."""
    records = edition.dossier.actors.values()
    kinds = {record.actor.kind for record in records}
    names = KINDS if len(records) == 1 else KINDS_OF_MANY
    told = [names[kind].lower() for kind in ActorKind if kind in kinds]
    return f"{len(records):,} {in_words(told)}" if told else capitalised(counted(0, "actor"))
