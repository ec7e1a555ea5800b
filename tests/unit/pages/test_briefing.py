from onrecord.annotate.body import Body, LinkClose, LinkOpen, QuoteOpen, QuoteTag
from onrecord.annotate.facts import AnnotatedArticle, Facts, Heading, PlacedNote, PlacedQuote
from onrecord.enlist.cast import Target, TargetKind
from onrecord.link.dossier import Dossier
from onrecord.model import Actor, NoteKind, Quote, SourceRef, Unnamed
from onrecord.pages.views import BriefingView
from onrecord.pages.views.briefing import SpeakerGroup, VoicesView
from onrecord.pages.views.common import Link
from onrecord.pages.views.records import RecordView
from onrecord.text.frozen import replace
from tests.rig.planned import line, spaced, view_at
from tests.rig.records import (
    actor,
    annotated,
    article,
    cited,
    content,
    context,
    link,
    linked,
    mention,
    quote,
    role,
    source,
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


def voiced(*placed: PlacedQuote, words: int = 100) -> VoicesView | None:
    quotes = tuple(
        quote(one.key, "ada" if number % 2 else "bea") for number, one in enumerate(placed)
    )
    read = content(article("news", quotes=quotes), actors=(ADA, BEA))
    return briefing(linked(read, told("news", *placed, words=words)).value).voices


THREE = (
    found("news#a", 10, "one two three four five"),
    found("news#b", 30, "six seven"),
    found("news#c", 60, "eight"),
)


def test_the_strip_shows_where_each_quote_stands_and_how_long_it_is() -> None:
    view = voiced(*THREE)
    assert view is not None
    assert [(found.x, found.width) for found in view.strip.quotes] == [
        ("100.0", "48.0"),
        ("300.0", "18.0"),
        ("600.0", "8.0"),
    ]
    assert view.strip.marks == ("500.0",)
    assert view.strip.sentence == "8 of its 100 words (8%) are other people’s."


def test_words_quoted_within_a_quote_count_once_and_a_paraphrase_not_at_all() -> None:
    view = voiced(
        *THREE, found("news#d", 12, "two three"), found("news#e", 70, "a b c", "paraphrase")
    )
    assert view is not None
    assert view.strip.share == "8%"
    assert len(view.strip.quotes) == 5


def test_fewer_than_three_quotes_have_no_strip() -> None:
    assert voiced(*THREE[:2]) is None


def test_chips_count_the_quotes_of_each_voice() -> None:
    view = voiced(*THREE)
    assert view is not None
    labels = [(chip.label, chip.count) for chip in view.chips]
    assert labels == [("All", 3), ("Two", 2), ("One", 1)]
    assert view.chips[0].anchor == "f0"
    assert all(chip.anchor == f"f{chip.voice[1:]}" for chip in view.chips[1:])


def test_a_joint_statement_counts_for_and_is_lit_by_the_chip_of_each_speaker() -> None:
    joint = replace(quote("news#a", "ada"), speakers=(written("ada"), written("bea")))
    quotes = (joint, quote("news#b", "ada"), quote("news#c", "ada"))
    body = Body((QuoteOpen("news#a", is_first=True, is_recorded=True),))
    read = content(article("news", quotes=quotes), actors=(ADA, BEA))
    view = briefing(linked(read, told("news", *THREE, body=body)).value)
    assert view.voices is not None
    chips = {chip.label: chip for chip in view.voices.chips}
    assert {label: chip.count for label, chip in chips.items()} == {"All": 3, "One": 3, "Two": 1}
    assert [found.joint for found in view.voices.strip.quotes] == [chips["Two"].anchor, "", ""]
    assert view.dressing.quotes["news#a"].joint == chips["Two"].anchor


def test_the_eleventh_and_later_speakers_share_one_chip() -> None:
    people = tuple(actor(f"p{number}", f"A{number} B{number}") for number in range(13))
    quotes = tuple(quote(f"news#q{number}", f"p{number}") for number in range(13))
    placed = tuple(found(f"news#q{number}", number, "word") for number in range(13))
    read = content(article("news", quotes=quotes), actors=(*people, ADA, BEA))
    view = briefing(linked(read, told("news", *placed)).value).voices
    assert view is not None
    assert len(view.chips) == 12
    assert (view.chips[-1].anchor, view.chips[-1].label, view.chips[-1].count) == (
        "fx",
        "Others",
        3,
    )


def test_records_are_grouped_by_speaker_in_order_of_first_quote() -> None:
    quotes = (quote("news#1", "bea"), quote("news#2", "ada"), quote("news#3", "bea"))
    read = content(article("news", quotes=quotes), actors=(ADA, BEA))
    record = briefing(linked(read).value).record
    assert record is not None
    assert [(named(group)[0][0], len(group.records)) for group in record.groups] == [
        ("Bea Two", 2),
        ("Ada One", 1),
    ]
    assert record.remark == "3 quotes, 2 speakers"
    assert [named(group)[0][1] for group in record.groups] == ["Role not given", "Minister"]
    assert [one.anchor for one in record.groups[0].records] == ["r-1", "r-3"]


def on_record(*quotes: Quote, actors: tuple[Actor, ...]) -> list[SpeakerGroup]:
    """The groups of a briefing of 6 January 2020 that holds these quotes."""
    record = briefing(linked(content(article("news", quotes=quotes), actors=actors)).value).record
    assert record is not None
    return list(record.groups)


def named(group: SpeakerGroup) -> list[tuple[str, str]]:
    """The names in a heading, each with its role."""
    return [(speaker.name.text, speaker.role) for speaker in group.speakers]


def rows_of(record: RecordView) -> list[str]:
    """The rows of a record that stands under its speaker's heading."""
    return [row.key_word + line(row.parts) for row in (*record.company, *record.state)]


def test_a_speaker_has_a_heading_for_each_role_in_which_they_spoke() -> None:
    climber = actor(
        "ada", "Ada One", roles=(role("Deputy", until="2020-01-03"), role("Mayor", since="2020-01"))
    )
    groups = on_record(
        quote("news#new", "ada", said="2020-01-06"),
        quote("news#old", "ada", said="2019-12-01"),
        quote("news#too", "ada", said="2020-01-05"),
        actors=(climber,),
    )
    assert [(named(group), [one.anchor for one in group.records]) for group in groups] == [
        ([("Ada One", "Mayor")], ["r-new", "r-too"]),
        ([("Ada One", "Deputy")], ["r-old"]),
    ]


def test_the_principal_stands_in_the_record_that_was_spoken_for_it() -> None:
    [group] = on_record(
        replace(quote("news#for", "ada"), on_behalf_of=written("bea")),
        quote("news#own", "ada"),
        actors=(ADA, BEA),
    )
    assert named(group) == [("Ada One", "Minister")]
    assert [rows_of(one) for one in group.records] == [["On behalf of Bea Two"], []]


def test_each_speaker_of_a_joint_statement_has_their_own_role() -> None:
    joint = replace(quote("news#1", "ada"), speakers=(written("ada"), written("bea")))
    [group] = on_record(joint, actors=(ADA, BEA))
    assert named(group) == [("Ada One", "Minister"), ("Bea Two", "Role not given")]


def test_a_quote_that_is_not_in_the_text_is_not_on_the_record() -> None:
    read = content(article("news", quotes=(quote("news#lost", "ada"),)), actors=(ADA,))
    dossier = linked(read, annotated("news")).value
    assert briefing(dossier).record is None


def test_an_unnamed_speaker_is_said_to_be_so_and_why() -> None:
    unnamed = Unnamed(
        label="a senior official", why="fears for the job.", at=written("ada"), span=span()
    )
    read = content(article("news", quotes=(quote("news#1", unnamed),)), actors=(ADA,))
    record = briefing(linked(read).value).record
    assert record is not None
    [group] = record.groups
    assert group.speakers[0].name.permalink == ""
    assert named(group) == [("A senior official", "Ada One; not named: fears for the job")]
    assert group.records[0].permalink == "/briefings/news/#r-1"


def dressed(*placed: PlacedQuote) -> dict[str, tuple[bool, str]]:
    quotes = tuple(
        replace(quote(one.key, "ada", sources=("s",), said="2020-01-06"), to=(written("bea"),))
        for one in placed
    )
    body = Body(
        tuple(
            slot
            for one in placed
            for slot in (
                QuoteOpen(one.key, is_first=True, is_recorded=True),
                QuoteTag(one.key, is_recorded=True),
            )
        )
    )
    read = content(
        article("news", quotes=quotes),
        actors=(ADA, BEA),
        sources=(source("s", publisher="The Paper"),),
    )
    view = briefing(linked(read, told("news", *placed, body=body)).value)
    return {
        key: (dress.is_again, spaced(dress.caption_text))
        for key, dress in view.dressing.quotes.items()
    }


def test_a_caption_is_said_again_only_within_a_section() -> None:
    dresses = dressed(
        found("news#a", 1, "a", section="one"),
        found("news#b", 2, "b", section="one"),
        found("news#c", 3, "c", section="two"),
    )
    assert [again for again, _ in dresses.values()] == [False, True, False]
    assert dresses["news#a"][1] == "to Bea Two, reported by The Paper, 6 January 2020"


def test_only_what_the_body_holds_is_in_its_dressing() -> None:
    pmf = Target(TargetKind.ACTOR, "ada", "Ada")
    nobody = Target(TargetKind.TOPIC, "nothing", "Nothing")
    body = Body(
        (LinkOpen(pmf, is_mention=True), "Ada", LinkClose(), LinkOpen(nobody), "x", LinkClose())
    )
    read = content(article("news"), actors=(ADA, BEA))
    view = briefing(linked(read, told("news", body=body)).value)
    assert view.dressing.links[pmf].permalink == "/actors/ada/"
    assert view.dressing.links[pmf].card == "card-ada"
    assert view.dressing.links[nobody].permalink == ""
    assert [card.anchor for card in view.cards] == ["card-ada"]
    assert view.cards[0].voice == "v0"
    assert view.dressing.quotes == {}


def test_notes_are_listed_with_their_ways_back_unless_they_were_not_found() -> None:
    notes = (
        PlacedNote(
            1, NoteKind.FACT_CHECK, "the figure", Body(("<p>x</p>",)), "x", 1, (), "mostly true"
        ),
        PlacedNote(2, None, "", Body(("<p>y</p>",)), "y", 2),
        PlacedNote(3, NoteKind.CONTEXT, "gone", Body(), "z", 0),
    )
    facts = Facts(notes=notes)
    view = briefing(linked(content(article("news")), AnnotatedArticle("news", Body(), facts)).value)
    assert view.notes is not None
    assert view.notes.remark == "1 from the editor, 1 from the writer"
    assert view.notes.notes[0].label == "Editor’s note, fact-check: “the figure”"
    assert view.notes.notes[0].verdict == "Mostly true"
    backs = [
        [(back.text, back.permalink.partition("#")[2]) for back in note.back]
        for note in view.notes.notes
    ]
    assert backs == [[("↩", "noteref-1")], [("a", "noteref-2"), ("b", "noteref-2b")]]


def test_sources_are_numbered_and_say_what_is_not_known() -> None:
    read = content(
        article("news"),
        sources=(
            replace(source("s", via="t"), reliability="B", supports=("The vote",)),
            source("t"),
        ),
    )
    facts = annotated("news", sources=(cited("s", 1, uses=2), cited("t", 2, uses=0)))
    section = briefing(linked(read, facts).value).sources
    assert section is not None
    first, second = section.entries
    assert (first.anchor, first.number, first.grade_words) == (
        "source-1",
        "[1]",
        "Usually reliable",
    )
    assert first.verified.text == "No copy kept"
    assert line(first.via) == "Read through source 2"
    assert line(first.meta) == "Date not given"
    assert [back.permalink for back in first.cited_at] == [
        "/briefings/news/#ref-1a",
        "/briefings/news/#ref-1b",
    ]
    assert second.cited_at == ()


def test_contents_lead_to_the_sections_of_the_text_and_of_the_page() -> None:
    read = content(article("news", quotes=(quote("news#a", "ada"),)), actors=(ADA, BEA))
    view = briefing(linked(read, told("news", THREE[0])).value)
    assert [part.text for part in view.contents] == [
        "First",
        "Second",
        "On the record",
        "Who’s who",
    ]


def test_a_briefing_that_others_link_to_shows_the_sentence() -> None:
    from_other = replace(
        annotated("other"),
        facts=Facts(
            links=(link(Target(TargetKind.BRIEFING, "news"), 1, "It was reported before."),)
        ),
    )
    view = briefing(linked(content(article("news"), article("other")), from_other).value)
    [mentioned] = view.mentioned_in
    assert mentioned.briefing.permalink == "/briefings/other/"
    assert [sentence.text for sentence in mentioned.sentences] == ["It was reported before."]


def test_a_locator_follows_the_source_of_a_record() -> None:
    record = replace(
        quote("news#q", "ada"), sources=(SourceRef(id="s", locator="p. 3", span=span()),)
    )
    read = content(article("news", quotes=(record,)), actors=(ADA,), sources=(source("s"),))
    view = briefing(linked(read).value)
    assert view.record is not None
    [shown] = view.record.groups[0].records[0].sources
    assert (shown.text, shown.permalink) == ("Source 1, p. 3", "/briefings/news/#source-1")


def test_words_repeated_from_another_briefing_have_an_anchor_and_a_record_here() -> None:
    first = article("first", "2020-01-05", quotes=(quote("first#q", "ada"),))
    body = Body((QuoteOpen("first#q", is_first=True, is_recorded=True),))
    facts = replace(
        told("news", body=body).facts, repeats=(found("first#q", 1, "All options are open."),)
    )
    read = content(first, article("news"), actors=(ADA, BEA))
    made = linked(read, AnnotatedArticle("news", body, facts)).value
    view = briefing(made)
    assert view.dressing.quotes["first#q"].anchor == "q-first--q"
    assert view.dressing.quotes["first#q"].permalink == "/briefings/first/#q-q"
    assert view.record is not None
    [record] = view.record.groups[0].records
    assert (record.anchor, record.context.permalink) == (
        "r-first--q",
        "/briefings/news/#q-first--q",
    )
    assert record.first_in == Link("First", "/briefings/first/#q-q")
    assert record.repeated_in == ()
    first_record = briefing(made, "first").record
    assert first_record is not None
    [record] = first_record.groups[0].records
    assert record.first_in is None
    assert record.repeated_in == (Link("News", "/briefings/news/"),)


def test_a_chip_tells_its_speaker_apart_from_everybody_named_in_the_briefing() -> None:
    namesake = actor("ada", "Cal Two")
    quotes = tuple(quote(one.key, "bea") for one in THREE)
    read = content(article("news", quotes=quotes), actors=(namesake, BEA))
    view = briefing(linked(read, told("news", *THREE)).value).voices
    assert view is not None
    assert [chip.label for chip in view.chips] == ["All", "B. Two"]
