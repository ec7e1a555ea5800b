from collections.abc import Iterable

from onrecord.annotate.body import Body, CitationMark, LinkOpen
from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.enlist.cast import Target, TargetKind
from onrecord.link.dossier import Dossier
from onrecord.link.ground import Prose
from onrecord.model import Actor, Article, OtherWording, PlainPage, Topic, Unnamed
from onrecord.text.frozen import replace
from tests.rig.records import (
    actor,
    annotated,
    article,
    content,
    linked,
    listing,
    quote,
    relation,
    role,
    source,
    span,
    written,
)


def compiled(one: Article, actors: Iterable[Actor] = (), prose: Prose | None = None) -> Dossier:
    sources = (source("s", publisher="paper", via="t"), source("t"), source("u"))
    return linked(content(one, actors=actors, sources=sources), prose=prose).value


def text(*targets: Target | CitationMark) -> AnnotatedArticle:
    pieces = tuple(
        piece if isinstance(piece, CitationMark) else LinkOpen(piece) for piece in targets
    )
    return AnnotatedArticle("any", Body(pieces), Facts())


def test_only_those_are_published_whom_a_published_page_names() -> None:
    official = Unnamed(label="an official", at=written("office"), span=span())
    one = replace(
        article(
            "x",
            quotes=(
                replace(
                    quote("x#1", "speaker"),
                    to=(written("hearer"),),
                    about=(written("subject"),),
                    via=written("account"),
                    on_behalf_of=written("principal"),
                ),
                quote("x#2", official),
            ),
            listings=(listing("named"),),
            topics=("topic",),
        ),
        authors=(written("author"),),
    )
    named = [
        "account",
        "author",
        "hearer",
        "named",
        "office",
        "principal",
        "speaker",
        "subject",
    ]
    dossier = compiled(one, [actor(name) for name in (*named, "nobody")])
    assert list(dossier.actors) == named
    assert list(dossier.topics) == ["topic"]
    assert list(dossier.sources) == []


def test_a_page_that_is_published_publishes_those_it_names() -> None:
    people = (
        actor("a", roles=(role("Head", at="office"),), relations=(relation("child-of", "b"),)),
        actor("b"),
        actor("c", relations=(relation("backs", "b"),)),
        actor("office"),
        actor("paper"),
        actor("z", relations=(relation("backs", "y"),)),
        actor("y"),
    )
    dossier = compiled(article("x", quotes=(quote("x#1", "a", sources=("s",)),)), people)
    assert list(dossier.actors) == ["a", "b", "c", "office", "paper"]
    assert list(dossier.sources) == ["s", "t"]


def test_whatever_asks_for_it_is_published() -> None:
    always = replace(actor("a"), is_published_always=True)
    assert list(compiled(article("x"), (always, actor("b"))).actors) == ["a"]


def test_plain_pages_name_and_unpublished_biographies_do_not() -> None:
    marks = text(Target(TargetKind.ACTOR, "a"), CitationMark("u", 1, 1))
    unread = text(Target(TargetKind.ACTOR, "b"))
    people = (actor("a"), actor("b"), actor("c"))
    dossier = compiled(
        article("x"),
        people,
        {(TargetKind.PAGE, "about"): marks, (TargetKind.ACTOR, "c"): unread},
    )
    assert list(dossier.actors) == ["a"]
    assert list(dossier.sources) == ["u"]


def test_the_publisher_of_the_site_is_published() -> None:
    read = content(article("x"), actors=(actor("desk"),))
    site = replace(read.site, publisher=written("desk"))
    assert list(linked(replace(read, site=site)).value.actors) == ["desk"]


def test_other_wordings_and_sources_of_roles_are_named_too() -> None:
    other = OtherWording(text="w", by=written("translator"), source=written("s"), span=span())
    said = replace(quote("x#1", "a"), also=(other,))
    minister = replace(role("Minister"), source=written("u"))
    people = (actor("a", roles=(minister,)), actor("translator"), actor("paper"))
    dossier = compiled(article("x", quotes=(said,)), people)
    assert list(dossier.actors) == ["a", "paper", "translator"]
    assert list(dossier.sources) == ["s", "t", "u"]


def test_sources_and_topics_that_ask_for_it_are_published() -> None:
    topic = Topic(id="deal", title="D", path="content/topics/deal.md", span=span())
    read = replace(
        content(
            article("x"),
            sources=(source("s"), replace(source("t"), is_published_always=True)),
        ),
        topics=(replace(topic, is_published_always=True), replace(topic, id="oil")),
    )
    dossier = linked(read).value
    assert list(dossier.sources) == ["t"]
    assert list(dossier.topics) == ["deal"]


def test_every_plain_page_that_could_be_read_is_published() -> None:
    page = PlainPage(slug="about", title="About", path="content/pages/about.md", span=span())
    told = annotated("about")
    read = replace(content(), pages=(page, replace(page, slug="lost")))
    prose = {(TargetKind.PAGE, "about"): told, (TargetKind.ACTOR, "lost"): told}
    assert dict(linked(read, prose=prose).value.pages) == {"about": (page, told)}
