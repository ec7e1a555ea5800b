from onrecord.enlist.cast import Cast, Slice, SlicedSource, Target, TargetKind
from onrecord.model import ActorKind, OtherWording, PlainPage, SourceKind, Topic
from onrecord.text.digest import digest
from onrecord.text.frozen import replace
from tests.rig.records import (
    actor,
    article,
    content,
    enlisted,
    listing,
    quote,
    source,
    span,
    written,
)


def slice_of(slug: str, cast: Cast) -> Slice:
    return next(one.slice for one in cast.articles if one.article.slug == slug)


def test_a_slice_holds_the_listed_actors_with_their_names() -> None:
    someone = replace(actor("ali-khamenei"), weak_aliases=("the leader",), aliases=("Khamenei",))
    one = article("x", listings=(listing("ali-khamenei", called=("Ali",)),))
    (sliced,) = slice_of("x", enlisted(content(one, actors=(someone,)))).actors
    assert sliced.names == ("Ali Khamenei", "Khamenei")
    assert sliced.weak_names == ("the leader",)
    assert sliced.called == ("Ali",)
    assert sliced.kind is ActorKind.PERSON


def test_a_slice_holds_every_source_that_the_article_names() -> None:
    one = replace(
        article("x", body="So.[@cited]", quotes=(quote("x#1", "a", sources=("quoted",)),)),
        source_ids=(written("listed"),),
        local_sources=(source("own"),),
    )
    named = [source(name) for name in ("cited", "listed", "quoted", "unused")]
    cast = enlisted(content(one, actors=(actor("a"),), sources=named))
    assert [entry.id for entry in slice_of("x", cast).sources] == [
        "cited",
        "listed",
        "own",
        "quoted",
    ]
    assert slice_of("x", cast).sources[0] == SlicedSource("cited", SourceKind.ARTICLE, "cited")


def test_a_repeated_quote_comes_with_all_its_wordings() -> None:
    said = replace(
        quote("first#1", "a", "on the table"),
        full=written("everything is on the table"),
        also=(OtherWording(text="on our table", span=span()),),
    )
    first = article("first", quotes=(said,))
    second = replace(article("second"), repeats=(written("first#1"),))
    (repeat,) = slice_of("second", enlisted(content(first, second, actors=(actor("a"),)))).repeats
    assert repeat.key == "first#1"
    assert (repeat.text, repeat.full) == ("on the table", "everything is on the table")
    assert repeat.also == ("on our table",)


def test_what_an_article_does_not_name_leaves_its_slice_alone() -> None:
    one = article("x", body="[[a]] and [[y]].[@letter]", listings=(listing("a"),))
    other = article("y", body="About [[b]].")
    people, letter = (actor("a"), actor("b")), source("letter")
    before = enlisted(content(one, other, actors=people, sources=(letter,)))
    after = enlisted(
        content(
            one,
            replace(other, body="Rewritten.", quotes=(quote("y#1", "b"),)),
            article("z"),
            actors=(people[0], replace(people[1], aliases=("Bee",)), actor("c")),
            sources=(letter, source("another")),
        )
    )
    assert digest(slice_of("x", before)) == digest(slice_of("x", after))
    assert digest(slice_of("y", before)) != digest(slice_of("y", after))


def test_biographies_briefs_and_pages_are_given_what_they_mark() -> None:
    profile = replace(
        actor("a", origin="profile"), biography="With [[b]].[@letter]", biography_line=5
    )
    cast = enlisted(content(actors=(profile, actor("b")), sources=(source("letter"),)))
    (prose,) = cast.prose
    assert (prose.kind, prose.id, prose.first_line) == (TargetKind.ACTOR, "a", 5)
    assert [entry.id for entry in prose.slice.actors] == ["b"]
    assert dict(prose.slice.targets)["b"] == Target(TargetKind.ACTOR, "b", "B")
    assert [entry.id for entry in prose.slice.sources] == ["letter"]


def test_only_texts_that_say_something_are_given_a_slice() -> None:
    topic = Topic(id="deal", title="Deal", path="content/topics/deal.md", brief="B", span=span())
    page = PlainPage(slug="about", title="About", path="content/pages/about.md", span=span())
    read = content(actors=(actor("a", origin="profile"),))
    empty = replace(topic, id="oil", brief="")
    cast = enlisted(replace(read, topics=(topic, empty), pages=(page,)))
    assert [(prose.kind, prose.id) for prose in cast.prose] == [
        (TargetKind.TOPIC, "deal"),
        (TargetKind.PAGE, "about"),
    ]
