from typing import Any

from onrecord.annotate.body import Body
from onrecord.annotate.facts import AnnotatedArticle, Facts, Heading, PlacedQuote
from onrecord.link.dossier import Dossier
from onrecord.model import Correction, CorrectionKind
from onrecord.pages.views import BriefingView, CorrectionsView, FrontView
from onrecord.text.frozen import replace
from tests.rig.planned import line, spaced, view_at
from tests.rig.records import (
    actor,
    article,
    cited,
    content,
    context,
    day,
    linked,
    mention,
    quote,
    role,
    span,
    written,
)

ADA = actor("ada", "Ada One", roles=(role("Minister"),))
BEA = actor("bea", "Bea Two")
WITHOUT_BODY = Body()


def found(key: str, word: int, words: str, how: str = "marks", section: str = "") -> PlacedQuote:
    place = replace(context(word), word=word, section=section)
    return PlacedQuote(key, words, how, place, len(words.split()))


def told(
    slug: str, *quotes: PlacedQuote, words: int = 100, body: Body = WITHOUT_BODY
) -> AnnotatedArticle:
    facts = Facts(
        quotes=quotes,
        words=words,
        headings=(Heading("first", 2, "First", 0), Heading("second", 2, "Second", 50)),
        mentions=(mention("ada", 1), mention("bea", 2)),
        sources=(cited("s", 1, uses=0),),
    )
    return AnnotatedArticle(slug, body, facts)


def briefing(dossier: Dossier, slug: str = "news") -> BriefingView:
    return view_at(dossier, f"/briefings/{slug}/", BriefingView)


def test_corrections_stand_in_the_box_and_updates_under_the_headline() -> None:
    fixes = (
        Correction(
            date=day("2020-01-07"),
            kind=CorrectionKind.CORRECTION,
            was=written("Monday"),
            now=written("Sunday"),
            span=span(),
        ),
        Correction(
            date=day("2020-01-06T14:05:00Z"),
            kind=CorrectionKind.UPDATE,
            note="Tehran answered.",
            span=span(),
        ),
        Correction(
            date=day("2020-01-08"),
            kind=CorrectionKind.RETRACTION,
            note="It was not so.",
            span=span(),
        ),
    )
    dossier = linked(
        content(replace(article("news", "2020-01-06T12:00:00Z"), corrections=fixes))
    ).value
    view = briefing(dossier)
    assert [fix.label for fix in view.fixes] == ["Retraction", "Correction"]
    assert line(view.fixes[1].parts) == ("An earlier version read “Monday”; it now reads “Sunday”.")
    assert view.retraction == view.fixes[0]
    assert [(spaced(update.date.text), update.text) for update in view.updates] == [
        ("14:05 UTC", "Tehran answered.")
    ]
    assert view.corrected is not None
    assert spaced(view.corrected.text) == "Retracted 8 January"
    listed = view_at(dossier, "/corrections/", CorrectionsView).corrections
    assert [one.fix.kind for one in listed] == ["retraction", "correction"]


def fixed(*kinds: CorrectionKind) -> Dossier:
    """A briefing with one of each of these, a day after the other from 7 January on."""
    fixes = tuple(
        Correction(date=day(f"2020-01-{7 + number:02}"), kind=kind, note="So it is.", span=span())
        for number, kind in enumerate(kinds)
    )
    return linked(content(replace(article("news", "2020-01-06"), corrections=fixes))).value


def test_wherever_a_briefing_is_announced_the_gravest_thing_that_befell_it_is_said() -> None:
    retraction, correction = CorrectionKind.RETRACTION, CorrectionKind.CORRECTION
    clarification, update = CorrectionKind.CLARIFICATION, CorrectionKind.UPDATE
    said = []
    for kinds in (
        (update,),
        (clarification, update),
        (correction, clarification),
        (correction, correction),
        (retraction, correction, clarification),
    ):
        front = view_at(fixed(*kinds), "/", FrontView)
        assert front.lead is not None
        said.append(spaced(front.lead.teaser.corrected))
    assert said == [
        "",
        "Clarified 7 January",
        "Corrected 7 January",
        "Corrected 8 January",
        "Retracted 7 January",
    ]


def test_the_front_page_shows_the_newest_corrections_with_their_briefing() -> None:
    four = fixed(*[CorrectionKind.CORRECTION] * 4, CorrectionKind.UPDATE)
    shown = view_at(four, "/", FrontView).corrections
    assert [spaced(one.fix.date.text) for one in shown] == [
        "10 January 2020",
        "9 January 2020",
        "8 January 2020",
    ]
    assert {one.briefing.permalink for one in shown} == {"/briefings/news/#corrections"}
    assert view_at(fixed(CorrectionKind.UPDATE), "/", FrontView).corrections == ()


def fix_told(**keys: Any) -> str:
    """What the box says of a correction with these keys."""
    fix = Correction(date=day("2020-01-07"), kind=CorrectionKind.CORRECTION, span=span(), **keys)
    told_of = replace(article("news", quotes=(quote("news#q", "ada"),)), corrections=(fix,))
    return line(briefing(linked(content(told_of, actors=(ADA,))).value).fixes[0].parts)


def test_a_note_and_the_wording_before_and_now_stand_side_by_side() -> None:
    was, now = written("José"), written("João")
    read = "An earlier version read “José”"
    it_read = "It read “José”"
    assert fix_told(note="Wrong name") == "Wrong name"
    assert fix_told(note="Wrong name", was=was) == f"Wrong name. {it_read}."
    assert fix_told(note="Wrong name!", was=was, now=now) == (
        f"Wrong name! {it_read}; it now reads “João”."
    )
    assert fix_told(now=now) == "It now reads “João”."
    of_ada, record = "in the words of Ada One", written("q")
    assert fix_told(was=was, now=now, quote=record) == (
        f"{read} {of_ada}; it now reads “João”. See the record."
    )
    assert fix_told(note="Wrong name", quote=record) == "Wrong name. See the record."
    assert fix_told(quote=record) == "The words of Ada One were corrected. See the record."


def test_an_update_without_a_note_says_what_it_reads_now() -> None:
    made = Correction(
        date=day("2020-01-07"), kind=CorrectionKind.UPDATE, now=written("ten"), span=span()
    )
    view = briefing(linked(content(replace(article("news"), corrections=(made,)))).value)
    assert [update.text for update in view.updates] == ["It now reads “ten”."]


def test_a_corrected_quote_is_told_in_the_words_that_were_changed() -> None:
    fix = Correction(
        date=day("2020-01-07"),
        kind=CorrectionKind.CORRECTION,
        was=written("at risk"),
        quote=written("q"),
        span=span(),
    )
    read = content(
        replace(article("news", quotes=(quote("news#q", "ada"),)), corrections=(fix,)),
        actors=(ADA,),
    )
    view = briefing(linked(read).value)
    assert line(view.fixes[0].parts) == (
        "An earlier version read “at risk” in the words of Ada One. See the record."
    )
    assert view.fixes[0].parts[2].permalink == "/briefings/news/#r-q"
    assert view.record is not None
    assert [row.key_word for row in view.record.groups[0].records[0].state] == ["Corrected"]
