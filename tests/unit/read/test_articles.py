import pytest

from onrecord.model import Article, CorrectionKind, NoteKind
from tests.rig.reading import ARTICLE, Folder

EVERYTHING = """\
---
title: Militias say   every option
  is open
date: 2020-01-06T22:27:00Z
updated: 2020-01-07T08:00:00+01:00
summary: One sentence.
takeaways:
  - First.
  - Second.
authors: [middle-east-desk, Jane Doe]
place: Baghdad
language: en
genre: analysis
topics: [iran, iraq]
image: crowd.jpg
images:
  crowd.jpg: {alt: A crowd, caption: The “crowd”, credit: AP}
  /maps/iraq.png: A map of Iraq
events: [{date: 2020-01-03, title: A strike, text: More., quotes: [all-options, other#one]}]
redirect_from: [old-slug, 2019/older]
link_mentions: first
nolink: [Trump Tower]
actors: [pmf]
notes:
  - {text: the passage, prefix: before, kind: fact-check, note: "*Not* so.",
     sources: [a, {id: b, loc: p. 3}, a], verdict: False}
corrections:
  - {date: 2020-01-07, note: Misspelt., was: Qasem, now: Qassem}
  - {date: 2020-01-06 23:00, kind: update, note: More dead.}
unattributed: ["all is well", so they say]
quotes: {id: all-options, speaker: pmf, text: all options}
x_house: mine
---

The text.
"""


def read_everything(folder: Folder) -> Article:
    return folder.read({"content/articles/2020/2020-01-06-militias-say.md": EVERYTHING}).article


def test_an_article_holds_what_its_front_matter_says(folder: Folder) -> None:
    article = read_everything(folder)
    assert article.slug == "militias-say"
    assert article.path == "content/articles/2020/2020-01-06-militias-say.md"
    assert article.title.text == "Militias say every option is open"
    assert article.date.iso == "2020-01-06T22:27:00Z"
    assert article.updated is not None
    assert article.updated.iso == "2020-01-07T08:00:00+01:00"
    assert [str(takeaway) for takeaway in article.takeaways] == ["First.", "Second."]
    assert [str(author) for author in article.authors] == ["middle-east-desk", "Jane Doe"]
    assert (article.place, article.language, article.genre) == ("Baghdad", "en", "analysis")
    assert [str(topic) for topic in article.topics] == ["iran", "iraq"]
    assert [str(old) for old in article.redirect_from] == ["old-slug", "2019/older"]
    assert (article.link_mentions, article.nolink) == ("first", ("Trump Tower",))
    assert [str(words) for words in article.unattributed] == ["all is well", "so they say"]
    assert len(article.digest) == 32


def test_values_know_where_they_were_written(folder: Folder) -> None:
    article = read_everything(folder)
    assert (article.title.span.line, article.title.span.column) == (2, 8)
    assert article.title.span.end_line == 3
    assert [(t.span.line, t.span.column) for t in article.takeaways] == [(8, 5), (9, 5)]
    assert (article.authors[1].span.line, article.authors[1].span.column) == (10, 29)
    assert (article.quotes[0].span.line, article.quotes[0].span.column) == (31, 9)
    assert article.quotes[0].text is not None
    assert article.quotes[0].text.span.column == 47


def test_the_body_begins_at_its_line(folder: Folder) -> None:
    article = read_everything(folder)
    assert article.body == "\nThe text.\n"
    assert article.body_line == EVERYTHING.split("\n").index("---", 1) + 2


def test_pictures_are_found_beside_the_file_or_from_content_on(folder: Folder) -> None:
    article = read_everything(folder)
    crowd, chart = article.images
    assert (crowd.reference, crowd.path) == ("crowd.jpg", "articles/2020/crowd.jpg")
    assert (crowd.alt, str(crowd.caption), crowd.credit) == ("A crowd", "The “crowd”", "AP")
    assert (chart.reference, chart.path, chart.alt) == (
        "/maps/iraq.png",
        "maps/iraq.png",
        "A map of Iraq",
    )
    assert article.image is crowd


def test_a_lead_picture_may_stand_alone(folder: Folder) -> None:
    article = folder.read_article("image: ../media/a%20b.jpg").article
    assert article.image is not None
    assert (article.image.path, article.image.alt) == ("media/a b.jpg", "")
    assert article.images == ()


def test_notes_corrections_and_events_are_read(folder: Folder) -> None:
    article = read_everything(folder)
    (note,) = article.notes
    assert (note.text, note.prefix, note.kind) == ("the passage", "before", NoteKind.FACT_CHECK)
    assert (str(note.note), note.verdict) == ("*Not* so.", "False")
    assert [(source.id, source.locator) for source in note.sources] == [("a", ""), ("b", "p. 3")]
    first, second = article.corrections
    assert (str(first.was), str(first.now), first.note) == ("Qasem", "Qassem", "Misspelt.")
    assert (first.kind, second.kind) == (CorrectionKind.CORRECTION, CorrectionKind.UPDATE)
    (event,) = article.events
    assert (event.date.iso, event.title, event.text) == ("2020-01-03", "A strike", "More.")
    assert [str(quote) for quote in event.quotes] == ["all-options", "other#one"]


def test_what_is_not_said_has_a_default(folder: Folder) -> None:
    article = folder.read_article("").article
    assert (article.genre, article.link_mentions, article.updated) == ("report", "section", None)
    assert not article.is_draft
    assert (article.quotes, article.listings, article.local_sources) == ((), (), ())


def test_the_site_says_which_mentions_are_linked_where_an_article_does_not(folder: Folder) -> None:
    folder.put(
        {
            "site.yaml": 'title: T\nbase_url: https://a.org/\ntag_authority: "a.org,2020"\nlink_mentions: all\n'
        }
    )
    assert folder.read_article("").article.link_mentions == "all"
    assert folder.read_article("link_mentions: none").article.link_mentions == "none"


def test_the_newest_correction_sets_updated_by_itself(folder: Folder) -> None:
    keys = "corrections: [{date: 2020-01-09, note: a}, {date: 2020-01-08, kind: update, note: b}]"
    updated = folder.read_article(keys).article.updated
    assert updated is not None
    assert updated.iso == "2020-01-09"


@pytest.mark.parametrize("updated", ["2020-01-07", "2020-01-07T08:00Z", "2020-01-07T07:59Z"])
def test_updated_earlier_than_a_correction_is_an_error(folder: Folder, updated: str) -> None:
    keys = f"updated: {updated}\ncorrections: [{{date: 2020-01-07T08:00Z, note: a}}]"
    found = folder.read_article(keys)
    assert found.codes == (["OR123"] if updated.endswith("59Z") else [])


def test_updated_on_an_earlier_day_than_a_correction_names_both_dates(folder: Folder) -> None:
    found = folder.read_article("updated: 2020-01-07\ncorrections: {date: 2020-01-08, note: a}")
    finding = found.only("OR123")
    assert "2020-01-07" in finding.message
    assert "2020-01-08" in finding.message
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (4, 10)
    assert finding.related[0].span.line == 5


def test_a_correction_says_something_or_names_a_quote(folder: Folder) -> None:
    assert folder.read_article("corrections: [{date: 2020-01-08}]").codes == ["OR110"]
    keys = "corrections: [{date: 2020-01-08, quote: a}]"
    (correction,) = folder.read_article(keys).article.corrections
    assert str(correction.quote) == "a"


def test_a_file_with_errors_is_left_out_and_what_it_defines_is_known_as_broken(
    folder: Folder,
) -> None:
    keys = """\
genre: reprot
actors: [known, {name: Jawad Al Telbawi, role: spokesman}, {id: b, name: B, kind: body}]
sources: [known, {id: own, kind: own, title: T}]
quotes:
  - {id: one, speaker: b, text: x}
  - {speaker: b, passages: {two: y, three: {text: z}}}
  - other#quote
"""
    content = folder.read_article(keys).records
    assert content.articles == ()
    assert content.broken.articles == {"x"}
    assert content.broken.quotes == {"x#one", "x#two", "x#three"}
    assert content.broken.actors == {"jawad-al-telbawi", "b"}
    assert content.broken.sources == {"own"}


def test_ids_behind_a_slip_in_the_yaml_are_known_as_broken_too(folder: Folder) -> None:
    keys = (
        "quotes:\n  - {id: one, speaker: a, text: x}\n  bad\n  - {id: two, speaker: a, text: y}\n"
    )
    keys += "actors:\n  - {name: Late Comer, role: x}\n"
    found = folder.read_article(keys)
    assert set(found.codes) == {"OR103"}
    assert found.records.broken.quotes >= {"x#one", "x#two"}
    assert "late-comer" in found.records.broken.actors


def test_a_slip_in_the_yaml_is_not_followed_by_missing_keys(folder: Folder) -> None:
    found = folder.read({ARTICLE: "---\nsummary: [a\ntitle: T\ndate: 2020-01-06\n---\nText.\n"})
    assert set(found.codes) == {"OR103"}


def test_an_empty_body_is_a_warning_and_the_article_stays(folder: Folder) -> None:
    found = folder.read_article("", body="\n  \n")
    assert found.only("OR119").span is not None
    assert len(found.records.articles) == 1


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2020-01-06-Militias say.md", "militias-say"),
        ("2020-01-06.md", ""),
        ("2020-1-6-x.md", "2020-1-6-x"),
        ("Über_die Lage.md", "über-die-lage"),
        ("في-بغداد.md", "في-بغداد"),
        ("!!!.md", ""),
    ],
)
def test_a_slug_is_the_files_name_without_its_date(folder: Folder, name: str, slug: str) -> None:
    found = folder.read(
        {f"content/articles/{name}": "---\ntitle: T\ndate: 2020-01-06\n---\nText.\n"}
    )
    if slug:
        assert found.article.slug == slug
    else:
        assert found.codes == ["OR112"]


def test_a_slug_is_the_same_however_the_disk_composes_its_letters(folder: Folder) -> None:
    text = "---\ntitle: T\ndate: 2020-01-06\n---\nText.\n"
    article = folder.read({"content/articles/u\u0308ber.md": text}).article
    assert (article.slug, article.path) == ("\u00fcber", "content/articles/\u00fcber.md")


def test_two_files_with_one_slug_are_an_error_that_names_both(folder: Folder) -> None:
    text = "---\ntitle: T\ndate: 2020-01-06\n---\nText.\n"
    found = folder.read(
        {"content/articles/2020-01-06-x.md": text, "content/articles/2021/X.md": text}
    )
    finding = found.only("OR113")
    assert "content/articles/2020-01-06-x.md" in finding.message
    assert finding.span is not None
    assert finding.span.path == "content/articles/2021/X.md"
    assert finding.related[0].span.path == "content/articles/2020-01-06-x.md"


def test_slugs_that_differ_in_more_than_case_are_two(folder: Folder) -> None:
    text = "---\ntitle: T\ndate: 2020-01-06\n---\nText.\n"
    found = folder.read({"content/articles/x.md": text, "content/articles/xx.md": text})
    assert found.told == []
