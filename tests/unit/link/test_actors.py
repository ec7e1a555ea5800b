from onrecord.enlist.cast import TargetKind
from onrecord.link.dossier import Dossier
from onrecord.text.frozen import replace
from tests.rig.records import (
    actor,
    annotated,
    article,
    content,
    day,
    linked,
    listing,
    mention,
    placed,
    quote,
    role,
    source,
    written,
)

PEOPLE = (
    actor("b"),
    actor("c"),
    actor("d"),
    actor("a", roles=(role("Minister", until="2020-01-05"), role("Envoy", since="2020-01-06"))),
)


def dossier() -> Dossier:
    old = article(
        "old",
        "2020-01-05",
        quotes=(
            replace(quote("old#1", "a", sources=("s", "t")), about=(written("b"),)),
            replace(quote("old#2", "b", sources=("t",)), to=(written("a"), written("a"))),
        ),
        listings=(listing("a", role="acting minister"),),
    )
    new = article(
        "new", "2020-01-06", quotes=(replace(quote("new#1", "c"), on_behalf_of=written("a")),)
    )
    return linked(
        content(old, new, actors=PEOPLE, sources=(source("s"), source("t"))),
        annotated(
            "old",
            quotes=(placed("old#2", 4), placed("old#1", 7)),
            mentions=(mention("a", 5, "A spoke."), mention("a", 9, "A left."), mention("d", 2)),
        ),
        annotated("new", quotes=(placed("new#1", 1),), mentions=(mention("b", 2),)),
    ).value


def test_everything_by_about_and_to_an_actor_is_found() -> None:
    record = dossier().actors["a"]
    assert record.quotes == ("new#1", "old#1")
    assert record.to == ("old#2",)
    assert dossier().actors["b"].about == ("old#1",)
    assert record.source_count == 2


def test_appearances_come_newest_first_with_their_sentences_and_the_role_then() -> None:
    new, old = dossier().actors["a"].appearances
    assert (new.article, new.role, new.quotes, new.mentions) == ("new", "Envoy", ("new#1",), ())
    assert (old.article, old.role, old.quotes) == ("old", "acting minister", ("old#1",))
    assert [seen.sentence for seen in old.mentions] == ["A spoke.", "A left."]


def test_a_profile_shows_the_role_of_the_newest_appearance() -> None:
    record = dossier().actors["a"]
    assert (record.role, record.newest) == ("Envoy", day("2020-01-06"))


def test_an_actor_who_appears_nowhere_has_the_role_on_the_newest_date() -> None:
    one = replace(article("x", "2020-01-05"), authors=(written("a"),))
    record = linked(content(one, actors=PEOPLE)).value.actors["a"]
    assert (record.role, record.newest, record.appearances) == ("Minister", None, ())


def test_an_organisation_knows_who_held_which_role_there_the_latest_first() -> None:
    people = (
        actor("a", roles=(role("Chair", at="union", since="2020"), role("Clerk", at="union"))),
        actor("b", roles=(role("Chair", at="union", until="2019"), role("Aide", at="Elsewhere"))),
        actor("c", roles=(role("Steward", at="union", since="2020"),)),
        actor("nobody", roles=(role("Chair", at="union", since="2021"),)),
    )
    told = article("news", listings=tuple(listing(one) for one in ("a", "b", "c", "union")))
    made = linked(content(told, actors=(*people, actor("union")))).value
    holders = [(held.actor, held.role.title) for held in made.actors["union"].office_holders]
    assert holders == [("a", "Chair"), ("c", "Steward"), ("b", "Chair"), ("a", "Clerk")]
    assert made.actors["a"].office_holders == ()


def test_a_signature_is_no_sentence_that_names_an_actor() -> None:
    signed = replace(mention("a", 1, "— Ada One"), words="Ada One")
    told = replace(mention("a", 2, "Ada One left."), words="Ada One")
    read = content(article("news", listings=(listing("a"),)), actors=PEOPLE)
    made = linked(read, annotated("news", mentions=(signed, told))).value
    [appearance] = made.actors["a"].appearances
    assert [context.sentence for context in appearance.mentions] == ["Ada One left."]


def test_a_cast_is_in_order_of_first_appearance() -> None:
    assert [member.actor for member in dossier().briefings["old"].cast] == ["d", "b", "a"]


def test_companions_are_counted_by_briefing() -> None:
    assert dossier().actors["a"].often_with == (("b", 2), ("c", 1), ("d", 1))


def test_a_biography_belongs_to_its_actor() -> None:
    told = annotated("a")
    one = article("x", listings=(listing("a"), listing("b")))
    prose = {(TargetKind.ACTOR, "a"): told, (TargetKind.TOPIC, "b"): annotated("b")}
    actors = linked(content(one, actors=PEOPLE), prose=prose).value.actors
    assert actors["a"].biography is told
    assert actors["b"].biography is None


def test_the_seven_most_frequent_companions_are_shown_and_equals_go_by_id() -> None:
    crowd = tuple(actor(f"p{number}") for number in range(10))
    one = article("one", listings=tuple(listing(person.id) for person in crowd))
    two = article("two", listings=(listing("p0"), listing("p9")))
    dossier = linked(content(one, two, actors=crowd)).value
    assert dossier.actors["p0"].often_with == (
        ("p9", 2),
        ("p1", 1),
        ("p2", 1),
        ("p3", 1),
        ("p4", 1),
        ("p5", 1),
        ("p6", 1),
    )
