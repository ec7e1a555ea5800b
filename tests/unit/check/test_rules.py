from collections.abc import Iterable

import pytest

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.check import check_dossier
from onrecord.diagnostics import Diagnostic, Severity
from onrecord.enlist.assemble import assemble_cast
from onrecord.link.compile import compile_dossier
from onrecord.model import ActorKind, Image, SourceKind, SourceRef
from onrecord.read.content import Asset, Content, Snapshot
from onrecord.text.frozen import replace
from onrecord.text.source import Span
from tests.rig.records import (
    actor,
    annotated,
    article,
    cited,
    content,
    day,
    listing,
    placed,
    plainly_annotated,
    quote,
    role,
    source,
    span,
    written,
)


def found_in(read: Content, *facts: AnnotatedArticle) -> tuple[Diagnostic, ...]:
    """What the house rules say of a site whose articles are annotated plainly."""
    cast = assemble_cast(read).value
    given = {told.slug: told for told in facts}
    every = tuple(given.get(one.slug) or plainly_annotated(one) for one in read.articles)
    return check_dossier(compile_dossier(read, cast, every, {}).value, cast, read)


def codes(found: Iterable[Diagnostic]) -> list[str]:
    return [one.code for one in found]


def test_a_file_that_no_page_refers_to_is_told_and_never_fails() -> None:
    image = Image(reference="a.jpg", path="a.jpg", span=span())
    read = content(replace(article("x"), image=image))
    files = (Asset("a.jpg", "d"), Asset("b.jpg", "d"))
    (found,) = found_in(replace(read, assets=files))
    assert (found.code, found.severity) == ("OR125", Severity.INFO)
    assert found.span == Span.start_of("content/b.jpg")


def test_a_text_among_the_articles_is_told_how_it_would_be_read() -> None:
    files = (Asset("articles/bus.txt", "d"), Asset("articles/bus.csv", "d"), Asset("bus.txt", "d"))
    found = found_in(replace(content(article("x")), assets=files))
    assert ["save it as bus.md" in one.hint for one in found] == [True, False, False]


def test_an_actor_listed_and_not_used_is_a_warning_at_the_entry() -> None:
    one = article("x", listings=(listing("a"), listing("b")))
    (found,) = found_in(content(one, actors=(actor("a"), actor("b"))), annotated("x"))[:1]
    assert found.code == "OR305"
    assert found.span == one.listings[0].span


def test_an_actor_named_quoted_or_spoken_to_is_used() -> None:
    said = replace(quote("x#1", "a"), to=(written("b"),), about=(written("c"),))
    one = article("x", listings=tuple(listing(name) for name in "abcd"), quotes=(said,))
    told = replace(plainly_annotated(article("x", listings=(listing("d"),))), slug="x")
    assert found_in(content(one, actors=[actor(name) for name in "abcd"]), told) == ()


def undated(first: str, last: str, *, in_article: str = "") -> tuple[Diagnostic, ...]:
    head = actor("a", roles=(role("Head"), role("Founder", until="1999")))
    entries = (listing("a", role=in_article),)
    return found_in(
        content(
            article("old", first, listings=entries),
            article("new", last, listings=entries),
            actors=(head,),
        )
    )


def test_an_undated_role_shown_more_than_90_days_apart_is_a_warning() -> None:
    (found,) = undated("2020-01-01", "2020-04-01")
    assert found.code == "OR306"
    assert "91 days" in found.message


def test_an_undated_role_shown_90_days_apart_is_none() -> None:
    assert undated("2020-01-01", "2020-03-31") == ()


def test_a_role_that_the_articles_give_themselves_is_none() -> None:
    assert undated("2019-01-01", "2020-03-31", in_article="head") == ()


def test_an_unnamed_person_with_a_page_is_a_warning() -> None:
    one = article("x", listings=(listing("official"),))
    official = actor("official", kind=ActorKind.UNNAMED, origin="profile")
    (found,) = found_in(content(one, actors=(official,)))
    assert found.code == "OR311"


def test_an_unnamed_person_whom_nobody_names_has_no_page() -> None:
    official = actor("official", kind=ActorKind.UNNAMED, origin="profile")
    assert found_in(content(article("x"), actors=(official,))) == ()


@pytest.mark.parametrize(
    ("kind", "url", "archived", "expected"),
    [
        (SourceKind.ARTICLE, "", "", ["OR404"]),
        (SourceKind.DATASET, "", "", ["OR404"]),
        (SourceKind.TREATY, "", "", []),
        (SourceKind.OWN, "", "", []),
        (SourceKind.ARTICLE, "", "https://archive.example/s", []),
        (SourceKind.ARTICLE, "https://example.org/s", "", ["OR405"]),
        (SourceKind.TREATY, "http://example.org/s", "", ["OR405", "OR406"]),
        (SourceKind.WEB, "http://example.org/s", "https://archive.example/s", ["OR406"]),
        (SourceKind.WEB, "https://example.org/s", "https://archive.example/s", []),
    ],
)
def test_a_source_must_be_within_reach(
    kind: SourceKind, url: str, archived: str, expected: list[str]
) -> None:
    one = article("x", quotes=(quote("x#1", "a", sources=("s",)),))
    described = replace(source("s", kind, url=url), archived_url=archived)
    read = content(one, actors=(actor("a"),), sources=(described,))
    assert codes(found_in(read)) == expected


def test_a_source_that_no_page_names_is_not_looked_at() -> None:
    assert found_in(content(article("x"), sources=(source("s"),))) == ()


def test_a_source_listed_and_not_used_is_a_warning_at_its_place() -> None:
    letter, own = source("letter", SourceKind.LETTER), source("own", SourceKind.OWN)
    one = replace(
        article("x"),
        source_ids=(written("letter", 5),),
        local_sources=(replace(own, span=span(line=6)),),
    )
    found = found_in(
        content(one, sources=(letter,)), annotated("x", sources=(cited("letter", uses=0),))
    )
    assert codes(found) == ["OR407", "OR407"]
    assert [one.span.line for one in found if one.span] == [5, 6]


def uses_of(change: str) -> tuple[Diagnostic, ...]:
    letter = source("letter", SourceKind.LETTER)
    heard = source("heard", SourceKind.TV, via="letter")
    one = replace(article("x", quotes=(quote("x#1", "a"),)), source_ids=(written("letter"),))
    (said,) = one.quotes
    told = annotated("x", quotes=(placed("x#1"),))
    if change == "cited":
        told = annotated("x", quotes=(placed("x#1"),), sources=(cited("letter"),))
    elif change == "quoted":
        said = replace(said, sources=(SourceRef(id="letter", span=span()),))
    elif change == "through another":
        said = replace(said, sources=(SourceRef(id="heard", span=span()),))
    elif change == "supports":
        letter = replace(letter, supports=("the date",))
    read = content(replace(one, quotes=(said,)), actors=(actor("a"),), sources=(letter, heard))
    return found_in(read, told)


def test_a_source_cited_named_or_said_to_support_something_is_used() -> None:
    assert codes(uses_of("nothing")) == ["OR407"]
    for change in ("cited", "quoted", "through another", "supports"):
        assert uses_of(change) == (), change


def credible(digit: int, *sources: str) -> list[str]:
    said = replace(quote("x#1", "a", sources=sources), credibility=digit)
    known = [source(name, SourceKind.LETTER) for name in ("s", "t")]
    return codes(
        found_in(content(article("x", quotes=(said,)), actors=(actor("a"),), sources=known))
    )


def test_confirmed_by_one_source_only_is_a_warning() -> None:
    assert credible(1, "s") == ["OR408"]
    assert credible(1, "s", "s") == ["OR408"]


def test_confirmed_by_two_or_less_than_confirmed_is_none() -> None:
    assert credible(1, "s", "t") == []
    assert credible(2, "s") == []


def copied(*texts: str) -> tuple[Diagnostic, ...]:
    letter = replace(source("s", SourceKind.LETTER), accessed=day("2020-01-07"))
    quotes = tuple(
        quote(f"x#{number}", "a", text, sources=("s",)) for number, text in enumerate(texts)
    )
    read = content(article("x", quotes=quotes), actors=(actor("a"),), sources=(letter,))
    copy = Snapshot("s", "content/archive/s.txt", "He spoke.\nAll options are on the table.", "d")
    return found_in(replace(read, snapshots=(copy,)))


def test_words_that_are_not_in_the_copy_are_a_warning_with_the_closest_passage() -> None:
    (found,) = copied("all options are on a table")
    assert found.code == "OR410"
    assert found.hint == "make them agree: the article has “a table”, the copy “the table”"
    (closest,) = found.related
    assert (closest.span.path, closest.span.line) == ("content/archive/s.txt", 2)


def test_words_unlike_anything_in_the_copy_are_a_warning_too() -> None:
    (found,) = copied("Wholly different matters")
    assert found.code == "OR410"


def test_words_in_the_copy_are_none() -> None:
    assert copied("options are on the table") == ()


@pytest.mark.parametrize(
    ("named", "known"),
    [
        ("harbour-strik", "harbour-strike"),
        ("harbuor-strike", "harbour-strike"),
        ("harbour-strikes", "harbour-strike"),
        ("harbor", "harbour"),
    ],
)
def test_a_topic_one_slip_from_one_that_is_named_more_often_is_told(named: str, known: str) -> None:
    articles = [article(f"a{n}", topics=(known,)) for n in range(2)]
    (found,) = found_in(content(*articles, article("b", topics=(named, "other-topic"))))
    assert found.code == "OR517"
    assert f"did you mean {known}?" in found.message


@pytest.mark.parametrize(
    ("named", "known"),
    [
        ("iran", "iraq"),
        ("north-korea", "south-korea"),
        ("elections-2024", "elections-2025"),
        ("harbour-strike", "harbour-strike"),
    ],
)
def test_topics_that_are_merely_alike_are_not_told(named: str, known: str) -> None:
    articles = [article(f"a{n}", topics=(known,)) for n in range(2)]
    assert found_in(content(*articles, article("b", topics=(named,)))) == ()


def test_of_two_topics_that_are_named_as_often_neither_is_told() -> None:
    one, other = article("a", topics=("harbour",)), article("b", topics=("harbor",))
    assert found_in(content(one, other)) == ()
