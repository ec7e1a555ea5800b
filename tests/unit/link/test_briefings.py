import pytest

from onrecord.annotate.facts import Facts
from onrecord.enlist.cast import Target, TargetKind
from onrecord.model import Article, Correction, CorrectionKind, Event, Image
from onrecord.read.content import Asset
from onrecord.text.frozen import replace
from tests.rig.records import (
    actor,
    annotated,
    article,
    content,
    day,
    link,
    linked,
    listing,
    quote,
    span,
    written,
)


def corrected(date: str, kind: CorrectionKind = CorrectionKind.CORRECTION) -> Correction:
    return Correction(date=day(date), kind=kind, note=date, span=span())


@pytest.mark.parametrize(
    ("updated", "corrections", "latest"),
    [
        ("", (), None),
        ("2020-01-05", (), None),
        ("2020-01-07", (), "2020-01-07"),
        ("2020-01-07", ("2020-01-08", "2020-01-06T12:00:00Z"), "2020-01-08"),
        ("", ("2020-01-06",), None),
    ],
)
def test_the_latest_change_is_worked_out(
    updated: str, corrections: tuple[str, ...], latest: str | None
) -> None:
    one = replace(
        article("x", "2020-01-06"),
        updated=day(updated) if updated else None,
        corrections=tuple(corrected(date) for date in corrections),
    )
    dossier = linked(content(one)).value
    assert dossier.briefings["x"].updated == (day(latest) if latest else None)
    assert dossier.newest == day(latest or "2020-01-06")


def test_corrections_are_listed_newest_first_and_updates_are_not() -> None:
    one = replace(
        article("x"),
        corrections=(
            corrected("2020-01-07"),
            corrected("2020-01-09", CorrectionKind.UPDATE),
            corrected("2020-01-08", CorrectionKind.RETRACTION),
        ),
    )
    dossier = linked(content(one)).value
    assert [made.note for made in dossier.briefings["x"].corrections] == [
        "2020-01-09",
        "2020-01-08",
        "2020-01-07",
    ]
    assert [listed.correction.note for listed in dossier.corrections] == [
        "2020-01-08",
        "2020-01-07",
    ]


def test_articles_come_newest_first_then_by_slug() -> None:
    read = content(article("b"), article("c", "2020-01-07"), article("a"))
    assert linked(read).value.by_date == ("c", "a", "b")


def test_events_come_newest_first_with_their_quotes() -> None:
    def happened(date: str, title: str) -> Event:
        return Event(date=day(date), title=title, quotes=(written("1"),), span=span())

    one = replace(
        article("x", quotes=(quote("x#1", "a"),)),
        events=(happened("1989", "Then"), happened("2020-01-03", "Now")),
    )
    events = linked(content(one, actors=(actor("a"),))).value.events
    assert [event.title for event in events] == ["Now", "Then"]
    assert events[0].quotes == ("x#1",)


def test_backlinks_bring_their_sentence_and_the_quote_they_mean() -> None:
    read = content(
        article("old", quotes=(quote("old#1", "a"),)),
        article("new", "2020-01-07"),
        article("other", "2020-01-08"),
        actors=(actor("a"),),
    )
    there, itself = Target(TargetKind.BRIEFING, "old"), Target(TargetKind.BRIEFING, "new")
    dossier = linked(
        read,
        annotated("new", links=(link(there, 5, "As told."), link(itself, 6))),
        annotated("other", links=(link(Target(TargetKind.QUOTE, "old#1"), 1, "As said."),)),
    ).value
    assert [
        (backlink.sighting.article, backlink.sighting.context.sentence, backlink.quote)
        for backlink in dossier.briefings["old"].backlinks
    ] == [("other", "As said.", "old#1"), ("new", "As told.", "")]
    assert dossier.briefings["new"].backlinks == ()


def related(*articles: Article) -> dict[str, tuple[str, ...]]:
    people = (actor("a"), actor("b"), actor("c"))
    briefings = linked(content(*articles, actors=people)).value.briefings
    return {slug: briefing.related for slug, briefing in briefings.items()}


def test_topics_weigh_more_than_actors() -> None:
    found = related(
        article("x", listings=(listing("a"),), topics=("t",)),
        article("by-actor", listings=(listing("a"),)),
        article("by-topic", topics=("t",)),
        article("by-neither", listings=(listing("b"),)),
    )
    assert found["x"] == ("by-topic", "by-actor")
    assert found["by-neither"] == ()


def test_a_linked_quote_weighs_most() -> None:
    denial = replace(quote("denies#1", "b"), disputes=written("x#1"))
    found = related(
        article("x", quotes=(quote("x#1", "c"),), topics=("t",)),
        article("by-topic", topics=("t",)),
        article("denies", quotes=(denial,)),
    )
    assert found["x"] == ("denies", "by-topic")
    assert found["denies"] == ("x",)


def test_of_equals_the_nearest_in_date_come_first_and_four_are_shown() -> None:
    found = related(*(article(f"d{day}", f"2020-01-{day}", topics=("t",)) for day in range(10, 31)))
    assert found["d20"] == ("d19", "d21", "d18", "d22")


def test_what_is_written_years_later_leaves_old_articles_alone() -> None:
    old = tuple(article(f"d{day}", f"2020-01-{day}", topics=("t",)) for day in range(10, 32))
    later = tuple(article(f"n{year}", f"{year}", topics=("t",)) for year in range(2021, 2030))
    before, after = related(*old), related(*old, *later)
    assert {slug: after[slug] for slug in ("d10", "d15")} == {
        slug: before[slug] for slug in ("d10", "d15")
    }


def test_only_files_that_a_published_page_refers_to_are_published() -> None:
    image = Image(reference="crowd.jpg", path="articles/crowd.jpg", span=span())
    one = replace(article("x"), image=image)
    facts = replace(annotated("x").facts, assets=("articles/map.png",))
    read = replace(
        content(one),
        assets=tuple(Asset(f"articles/{name}", "d") for name in ("crowd.jpg", "map.png", "un.pdf")),
    )
    dossier = linked(read, replace(annotated("x"), facts=facts)).value
    assert list(dossier.assets) == ["articles/crowd.jpg", "articles/map.png"]


def test_a_picture_that_is_not_there_is_an_error_with_the_closest() -> None:
    image = Image(reference="crowds.jpg", path="articles/crowds.jpg", span=span())
    read = replace(
        content(replace(article("x"), image=image)), assets=(Asset("articles/crowd.jpg", "d"),)
    )
    (found,) = linked(read).diagnostics
    assert (found.code, found.hint) == ("OR509", "write crowd.jpg")


def test_a_reply_relates_two_briefings() -> None:
    reply = replace(quote("replies#1", "b"), replies_to=written("x#1"))
    found = related(article("x", quotes=(quote("x#1", "a"),)), article("replies", quotes=(reply,)))
    assert found == {"x": ("replies",), "replies": ("x",)}


def test_files_of_a_biography_are_published_with_it() -> None:
    told = replace(annotated("a"), facts=Facts(assets=("map.png",)))
    prose = {(TargetKind.ACTOR, "a"): told, (TargetKind.ACTOR, "b"): told}
    read = replace(
        content(article("x", listings=(listing("a"),)), actors=(actor("a"), actor("b"))),
        assets=(Asset("map.png", "d"),),
    )
    assert list(linked(read, prose=prose).value.assets) == ["map.png"]
    assert not linked(read, prose={(TargetKind.ACTOR, "b"): told}).value.assets
