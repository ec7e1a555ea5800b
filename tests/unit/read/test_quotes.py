import pytest

from onrecord.model import Quote, Unnamed
from tests.rig.reading import Folder

EVERYTHING = """\
quotes:
  - id: all-options
    speaker: jawad-al-telbawi
    on_behalf_of: pmf
    text: All retaliation options are on the table.
    full: All retaliation options are on the table, all of them.
    also: [back in coffins, {text: in coffins, by: pmf, source: pmf-statement, language: ar}]
    asked: What they would do
    to: [the-independent, the American people]
    via: iranian-state-tv
    medium: press-conference
    place: Baghdad
    said: 2020-01-06T10:00Z
    language: ar
    source: {id: independent, loc: "p. 3"}
    original: {language: fa, text: "...", by: staff}
    about: [donald-trump]
    disputes: other-article#quote
    replies_to: second
    occurrence: all
    prefix: he said
    credibility: 3
    comment: |
      Two lines
      of *Markdown*.
  - {id: second, speaker: [a, b], paraphrase: They would wait}
"""


def quotes_of(folder: Folder, keys: str) -> dict[str, Quote]:
    return {quote.id: quote for quote in folder.read_article(keys).article.quotes}


def test_a_quote_holds_what_its_record_says(folder: Folder) -> None:
    quotes = quotes_of(folder, EVERYTHING)
    quote = quotes["all-options"]
    assert quote.key == "x#all-options"
    assert [str(speaker) for speaker in quote.speakers] == ["jawad-al-telbawi"]
    assert str(quote.on_behalf_of) == "pmf"
    assert str(quote.wording) == "All retaliation options are on the table."
    assert str(quote.full) == "All retaliation options are on the table, all of them."
    first, second = quote.also
    assert (first.text, first.by) == ("back in coffins", None)
    assert (second.text, str(second.by), str(second.source), second.language) == (
        "in coffins",
        "pmf",
        "pmf-statement",
        "ar",
    )
    assert quote.asked == "What they would do"
    assert [str(to) for to in quote.to] == ["the-independent", "the American people"]
    assert (str(quote.via), quote.medium, quote.place) == (
        "iranian-state-tv",
        "press-conference",
        "Baghdad",
    )
    assert quote.said is not None
    assert quote.said.iso == "2020-01-06T10:00:00Z"
    assert [(source.id, source.locator) for source in quote.sources] == [("independent", "p. 3")]
    assert quote.original is not None
    assert (quote.original.language, quote.original.text, quote.original.by) == (
        "fa",
        "...",
        "staff",
    )
    assert [str(actor) for actor in quote.about] == ["donald-trump"]
    assert (str(quote.disputes), str(quote.replies_to)) == ("other-article#quote", "second")
    assert (quote.occurrence, quote.prefix, quote.credibility) == (0, "he said", 3)
    assert quote.comment == "Two lines\nof *Markdown*."
    assert [str(speaker) for speaker in quotes["second"].speakers] == ["a", "b"]
    assert (quotes["second"].text, str(quotes["second"].paraphrase)) == (None, "They would wait")
    assert quotes["second"].occurrence == 1


def test_a_speaker_may_be_unnamed(folder: Folder) -> None:
    quotes = quotes_of(
        folder,
        "quotes: {id: a, text: x, speaker: {unnamed: a senior US official,"
        " why: fears for the job, at: united-states}}",
    )
    (speaker,) = quotes["a"].speakers
    assert isinstance(speaker, Unnamed)
    assert (speaker.label, speaker.why, str(speaker.at)) == (
        "a senior US official",
        "fears for the job",
        "united-states",
    )


@pytest.mark.parametrize(
    "speaker", ["{why: x}", "{id: a, unnamed: b}", "{id: a, why: x}", "[[a]]", "{unnamed: ''}"]
)
def test_a_speaker_is_either_an_id_or_unnamed(folder: Folder, speaker: str) -> None:
    found = folder.read_article(f"quotes: {{id: a, text: x, speaker: {speaker}}}")
    assert found.codes in (["OR111"], ["OR110"])
    assert found.hints[0]


def test_a_passage_wins_over_its_record_and_that_over_defaults(folder: Folder) -> None:
    quotes = quotes_of(
        folder,
        """\
defaults: {said: 2020-01-01, to: readers, medium: tv, source: [s1, s2], place: Baghdad}
quotes:
  - speaker: a
    to: listeners
    said: 2020-01-02
    passages:
      one: first words
      two: {text: second words, to: [the Americans, the Iraqis], speaker: b, medium: radio}
  - {id: three, speaker: c, text: third words, place: Basra}
""",
    )
    one, two, three = quotes["one"], quotes["two"], quotes["three"]
    assert [str(q.wording) for q in (one, two, three)] == [
        "first words",
        "second words",
        "third words",
    ]
    assert [str(q.speakers[0]) for q in (one, two, three)] == ["a", "b", "c"]
    assert [[str(to) for to in q.to] for q in (one, two, three)] == [
        ["listeners"],
        ["the Americans", "the Iraqis"],
        ["readers"],
    ]
    assert [q.said.iso for q in (one, two, three) if q.said] == [
        "2020-01-02",
        "2020-01-02",
        "2020-01-01",
    ]
    assert [q.medium for q in (one, two, three)] == ["tv", "radio", "tv"]
    assert [q.place for q in (one, two, three)] == ["Baghdad", "Baghdad", "Basra"]
    assert all([source.id for source in q.sources] == ["s1", "s2"] for q in (one, two, three))


def test_an_inherited_value_is_placed_where_it_stands(folder: Folder) -> None:
    quotes = quotes_of(
        folder,
        "defaults:\n  to: readers\nquotes:\n  - speaker: a\n    passages:\n      one: words\n",
    )
    one = quotes["one"]
    assert (one.to[0].span.line, one.to[0].span.column) == (5, 7)
    assert one.text is not None
    assert (one.text.span.line, one.text.span.column) == (9, 12)
    speaker = one.speakers[0]
    assert (speaker.span.line, speaker.span.column) == (7, 14)


def test_a_quote_of_another_article_is_repeated_by_its_name(folder: Folder) -> None:
    article = folder.read_article("quotes: [militias-say#all-options, فِي-بغداد#one]").article
    assert [str(repeat) for repeat in article.repeats] == [
        "militias-say#all-options",
        "فِي-بغداد#one",
    ]
    assert article.quotes == ()


@pytest.mark.parametrize("entry", ["all-options", "two words", "a#B", "a b#c", "a/b#c"])
def test_a_text_that_is_no_quote_of_another_article_is_an_error(folder: Folder, entry: str) -> None:
    found = folder.read_article(f"quotes: ['{entry}']").only("OR111")
    assert "article#quote" in found.hint


def test_a_missing_id_is_proposed_from_the_speaker_and_the_first_words(folder: Folder) -> None:
    found = folder.read_article(
        """\
quotes:
  - {speaker: jawad-al-telbawi, text: All retaliation options are on the table}
  - {speaker: jawad-al-telbawi, text: All retaliation options are open}
  - {speaker: {unnamed: a US official}, text: "“No, we won’t”"}
"""
    )
    assert found.codes == ["OR110"] * 3
    assert found.hints == [
        "add a line id: telbawi-all-retaliation-options",
        "add a line id: telbawi-all-retaliation-options-2",
        "add a line id: official-no-we-wont",
    ]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("text: x, paraphrase: y", "OR111"),
        ("comment: z", "OR110"),
        ("text: ''", "OR110"),
        ("text: x", ""),
        ("paraphrase: x", ""),
    ],
)
def test_a_quote_has_exactly_one_of_text_and_paraphrase(
    folder: Folder, keys: str, code: str
) -> None:
    found = folder.read_article(f"quotes: [{{id: a, speaker: b, {keys}}}]")
    assert found.codes == ([code] if code else [])


def test_a_quote_needs_a_speaker_of_its_own_or_inherited(folder: Folder) -> None:
    assert folder.read_article("quotes: [{id: a, text: x}]").codes == ["OR110"]
    assert folder.read_article("quotes: [{id: a, text: x, speaker: []}]").codes == ["OR110"]
    keys = "defaults: {speaker: b}\nquotes: [{id: a, text: x}]"
    assert [str(s) for s in quotes_of(folder, keys)["a"].speakers] == ["b"]


def test_an_id_stands_once_in_an_article(folder: Folder) -> None:
    found = folder.read_article(
        "quotes:\n  - {id: a, speaker: b, text: x}\n  - {speaker: b, passages: {a: y, c: z}}"
    )
    finding = found.only("OR113")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (6, 29)
    assert finding.related[0].span.line == 5


@pytest.mark.parametrize("key", ["id: a", "text: x", "paraphrase: x"])
def test_an_occasion_with_passages_has_no_id_or_words_itself(folder: Folder, key: str) -> None:
    found = folder.read_article(f"quotes: [{{{key}, speaker: b, passages: {{c: d}}}}]")
    assert found.codes == ["OR111"]
    assert "passages" in found.told[0]


@pytest.mark.parametrize(
    ("value", "occurrence"), [("all", 0), ("first", 1), ("2", 2), ("0", None), ("last", None)]
)
def test_occurrence_is_all_or_a_number(folder: Folder, value: str, occurrence: int | None) -> None:
    found = folder.read_article(f"quotes: [{{id: a, speaker: b, text: x, occurrence: {value}}}]")
    if occurrence is None:
        assert found.only("OR111").hint
    else:
        assert found.article.quotes[0].occurrence == occurrence


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("credibility", "6", "7"),
        ("credibility", "1", "0"),
        ("credibility", "3", "B"),
        ("medium", "press-conference", "press"),
        ("disputes", "other#quote", "other#"),
        ("replies_to", "local-id", "Local"),
        ("about", "[a, b]", "[Donald Trump]"),
        ("said", "1998-03~", "1998-3"),
        ("language", "pt-BR", "Portuguese"),
        ("source", "[a, {id: b, loc: 01:23}]", "The Independent"),
    ],
)
def test_values_of_a_quote_are_checked(folder: Folder, key: str, good: str, bad: str) -> None:
    assert (
        folder.read_article(f"quotes: [{{id: a, speaker: b, text: x, {key}: {good}}}]").told == []
    )
    found = folder.read_article(f"quotes: [{{id: a, speaker: b, text: x, {key}: {bad}}}]")
    assert len(found.codes) == 1
    assert f"`{key}`" in found.told[0]
    assert found.hints[0]


def test_defaults_hold_any_key_of_a_quote_but_its_id_and_words(folder: Folder) -> None:
    found = folder.read_article("defaults: {id: a, text: b, paraphrase: c, passages: {d: e}}")
    assert found.codes == ["OR115"] * 4
    shared = (
        "speaker: a, via: b, also: [c], occurrence: all, credibility: 2, original: {language: ar}"
    )
    assert folder.read_article(f"defaults: {{{shared}}}").told == []
