"""Why a page was made anew is said in words that name what changed."""

from onrecord.build.reasons import _NOUNS, because_of
from onrecord.link.dossier import Dossier
from onrecord.pages.edition import Edition
from onrecord.pages.watch import ALL, lists_in, named, presence, tables_in


def test_what_changed_is_named() -> None:
    assert because_of(["texts/first"]) == "changed: the text of first"
    assert because_of(["=site/"]) == "changed: site.yaml"
    assert because_of([named(("quotes", "a#b"))]) == "changed: the quote a#b"


def test_at_most_two_things_are_named_each_once() -> None:
    told = because_of(["briefings/a", "briefings/a", "actors/b", "sources/c", "topics/d"])
    assert told == "changed: the briefing a, the record of b and 2 more"


def test_what_came_or_went_is_told_so() -> None:
    assert because_of([presence("actors/b")]) == "changed: whether the record of b is published"
    assert (
        because_of([named(("actor_calendars", ALL))]) == "changed: which actor calendars there are"
    )


def test_everything_that_a_view_can_look_up_has_words() -> None:
    tables = {*tables_in(Dossier), *tables_in(Edition)}
    lists = {f"={name}" for kind in (Dossier, Edition) for name in lists_in(kind)}
    assert tables | lists <= set(_NOUNS)
