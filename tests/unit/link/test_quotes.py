from onrecord.link.dossier import Dossier, Party, QuoteRecord, Sighting, Voice
from onrecord.model import Article, Correction, CorrectionKind, Quote, SourceKind, Unnamed
from onrecord.text.frozen import replace
from tests.rig.records import (
    actor,
    annotated,
    article,
    content,
    day,
    linked,
    listing,
    placed,
    quote,
    role,
    source,
    span,
    written,
)

PEOPLE = (
    actor(
        "a",
        roles=(
            role("Minister", since="2019", until="2020-01-05"),
            role("Envoy", since="2020-01-06"),
        ),
    ),
    actor("b"),
    actor("state-tv", "State television"),
)


def record_of(one: Quote, *others: Article) -> QuoteRecord:
    speaking = article("x", "2020-01-07", quotes=(one,))
    sources = (
        source("aired", SourceKind.TV, publisher="state-tv", via="paper"),
        source("paper", publisher="The Paper"),
        source("heard", via="paper"),
    )
    read = content(speaking, *others, actors=PEOPLE, sources=sources)
    return linked(read).value.quotes[one.key]


def test_a_speaker_has_the_role_held_when_it_was_said() -> None:
    assert record_of(quote("x#1", "a", said="2020-01-05")).voices == (Voice("A", "a", "Minister"),)
    assert record_of(quote("x#1", "a")).voices == (Voice("A", "a", "Envoy"),)


def test_an_unnamed_speaker_has_no_id() -> None:
    official = Unnamed(label="a US official", why="fears for the job", at=written("b"), span=span())
    assert record_of(quote("x#1", official)).voices == (
        Voice("a US official", why_unnamed="fears for the job", at=Party("B", "b")),
    )


def test_an_unknown_said_date_is_the_articles_and_says_so() -> None:
    known, unknown = record_of(quote("x#1", "a", said="2020-01")), record_of(quote("x#1", "a"))
    assert (known.date, known.is_said_date) == (day("2020-01"), True)
    assert (unknown.date, unknown.is_said_date) == (day("2020-01-07"), False)


def test_parties_are_actors_where_known_and_words_elsewhere() -> None:
    said = replace(
        quote("x#1", "a"),
        to=(written("b"), written("reporters")),
        about=(written("b"),),
        on_behalf_of=written("b"),
    )
    record = record_of(said)
    assert record.to == (Party("B", "b"), Party("reporters"))
    assert record.about == (Party("B", "b"),)
    assert record.on_behalf_of == Party("B", "b")


def test_a_quote_known_through_an_account_is_second_hand() -> None:
    record = record_of(replace(quote("x#1", "a", sources=("paper",)), via=written("state-tv")))
    assert record.is_second_hand
    assert record.via == Party("State television", "state-tv")
    assert record.chain == ("State television", "The Paper")


def test_a_quote_whose_source_was_read_through_another_is_second_hand() -> None:
    record = record_of(quote("x#1", "a", sources=("aired",)))
    assert record.is_second_hand
    assert record.chain == ("State television", "The Paper")


def test_a_source_without_a_publisher_is_the_speakers_own() -> None:
    assert record_of(quote("x#1", "a", sources=("heard",))).chain == ("The Paper",)


def test_a_quote_with_a_direct_source_is_not_second_hand() -> None:
    assert not record_of(quote("x#1", "a", sources=("heard", "paper"))).is_second_hand
    direct = record_of(quote("x#1", "a", sources=("paper",)))
    assert (direct.is_second_hand, direct.chain) == (False, ())


def test_denials_and_replies_are_known_on_both_records() -> None:
    denial = replace(quote("y#no", "b"), disputes=written("x#1"))
    reply = replace(quote("y#so", "b"), replies_to=written("x#1"))
    record = record_of(quote("x#1", "a"), article("y", quotes=(denial, reply)))
    assert record.denied_by == ("y#no",)
    assert record.answered_by == ("y#so",)


def test_a_record_says_when_it_was_last_corrected() -> None:
    def corrected(kind: CorrectionKind, date: str) -> Correction:
        return Correction(date=day(date), kind=kind, quote=written("1"), span=span())

    def last(*corrections: Correction) -> QuoteRecord:
        one = replace(article("x", quotes=(quote("x#1", "a"),)), corrections=corrections)
        return linked(content(one, actors=PEOPLE)).value.quotes["x#1"]

    assert last(corrected(CorrectionKind.UPDATE, "2020-01-09")).corrected is None
    assert last(
        corrected(CorrectionKind.CLARIFICATION, "2020-01-08"),
        corrected(CorrectionKind.CORRECTION, "2020-01-07"),
    ).corrected == day("2020-01-08")


def test_a_repeat_is_listed_with_its_sentence_on_the_one_record() -> None:
    first = article("first", quotes=(quote("first#1", "a"),))
    second = replace(article("second", "2020-01-08"), repeats=(written("first#1"),))
    told = annotated("second", repeats=(placed("first#1", 3),))
    dossier = linked(content(first, second, actors=PEOPLE), told).value
    (repeat,) = dossier.quotes["first#1"].repeats
    assert repeat == Sighting("second", told.facts.repeats[0].context.unplaced())
    assert dossier.actors["a"].quotes == ("first#1",)
    assert [seen.article for seen in dossier.actors["a"].appearances] == ["second", "first"]


def dossier_with_a_missing_quote() -> Dossier:
    one = article("x", quotes=(quote("x#1", "a"), quote("x#2", "a")), listings=(listing("a"),))
    told = annotated("x", quotes=(placed("x#2", words="Words of the body."),))
    return linked(content(one, actors=PEOPLE), told).value


def test_a_quote_that_is_not_found_is_never_shown_as_found() -> None:
    dossier = dossier_with_a_missing_quote()
    assert dossier.quotes["x#1"].words == ""
    assert dossier.quotes["x#1"].placed is None
    assert dossier.briefings["x"].missing == ("x#1",)
    assert dossier.briefings["x"].quotes == ("x#2",)
    assert dossier.actors["a"].quotes == ("x#2",)
    assert dossier.quotes_by_date == ("x#2",)


def test_the_words_of_a_record_are_those_of_the_body() -> None:
    assert dossier_with_a_missing_quote().quotes["x#2"].words == "Words of the body."


def test_quotes_come_newest_first_and_within_a_day_in_text_order() -> None:
    late = article(
        "late",
        "2020-01-09",
        quotes=(
            quote("late#second", "a", said="2020-01-06T09:00:00Z"),
            quote("late#first", "a", said="2020-01-06"),
            quote("late#undated", "a"),
        ),
    )
    early = article("early", "2020-01-06", quotes=(quote("early#day", "a"),))
    told = annotated(
        "late",
        quotes=(placed("late#first", 1), placed("late#second", 2), placed("late#undated", 3)),
    )
    assert linked(content(early, late, actors=PEOPLE), told).value.quotes_by_date == (
        "late#undated",
        "late#first",
        "late#second",
        "early#day",
    )


def test_a_day_is_that_of_the_sites_time_zone() -> None:
    evening = quote("x#evening", "a", said="2020-01-06T23:30:00-05:00")
    next_day = quote("x#next", "a", said="2020-01-07")
    one = article("x", "2020-01-08", quotes=(next_day, evening))
    assert linked(content(one, actors=PEOPLE)).value.quotes_by_date == ("x#next", "x#evening")


def test_a_broadcaster_is_not_known_through_itself() -> None:
    assert record_of(quote("x#1", "state-tv", sources=("aired",))).chain == ("The Paper",)


def test_an_account_may_be_named_by_its_source() -> None:
    record = record_of(replace(quote("x#1", "a"), via=written("aired")))
    assert record.via == Party("State television", "state-tv")
