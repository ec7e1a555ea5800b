import pytest

from onrecord.diagnostics import Diagnostic
from onrecord.link.relations import INVERSES, compile_ties
from onrecord.model import Actor, RelationType
from tests.rig.records import actor, article, content, day, linked, relation, role


def known(*actors: Actor) -> dict[str, Actor]:
    return {one.id: one for one in actors}


def found_in(*actors: Actor) -> tuple[Diagnostic, ...]:
    return linked(content(article("x"), actors=actors)).diagnostics


def test_every_relation_has_an_inverse_whose_inverse_it_is() -> None:
    assert set(INVERSES) == set(RelationType)
    assert all(INVERSES[INVERSES[kind]] is kind for kind in RelationType)


def test_a_relation_is_shown_on_the_other_side_as_its_inverse() -> None:
    father = actor("father", relations=(relation("parent-of", "zeinab", label="daughter"),))
    ties = compile_ties(known(father, actor("zeinab")))
    assert [(tie.type, tie.label, tie.other) for tie in ties["father"]] == [
        ("parent-of", "daughter", "zeinab")
    ]
    assert [(tie.type, tie.label, tie.other) for tie in ties["zeinab"]] == [
        ("child-of", "", "father")
    ]


def test_a_relation_declared_on_both_sides_is_one_tie_on_each() -> None:
    ties = compile_ties(
        known(
            actor("a", relations=(relation("part-of", "b"),)),
            actor("b", relations=(relation("includes", "a"),)),
        )
    )
    assert [tie.type for tie in ties["a"]] == ["part-of"]
    assert [tie.type for tie in ties["b"]] == ["includes"]


def test_a_succession_is_dated_by_the_roles() -> None:
    before = actor("before", roles=(role("Commander", at="force", until="2020-01-03"),))
    after = actor(
        "after",
        roles=(role("Commander", at="force", since="2020-01"),),
        relations=(relation("succeeded", "before"),),
    )
    ties = compile_ties(known(before, after, actor("force")))
    assert ties["after"][0].since == day("2020-01")
    assert (ties["before"][0].type, ties["before"][0].since) == ("succeeded-by", day("2020-01"))


def test_a_relation_to_nobody_is_an_error_with_the_closest_id() -> None:
    (found,) = found_in(actor("pmf"), actor("a", relations=(relation("member-of", "pfm"),)))
    assert found.code == "OR307"
    assert found.hint == "write pmf, or define pfm in content/actors/"


def test_a_role_at_nothing_is_an_error() -> None:
    (found,) = found_in(actor("pmf"), actor("a", roles=(role("Chief", at="pmff"),)))
    assert found.code == "OR307"
    assert found.message == "at: pmff names no actor; did you mean pmf?"


def test_both_sides_with_different_dates_are_a_warning() -> None:
    (found,) = found_in(
        actor("a", relations=(relation("works-for", "b", since="2019"),)),
        actor("b", relations=(relation("employs", "a", since="2018"),)),
    )
    assert found.code == "OR308"
    assert len(found.related) == 1


def test_both_sides_with_equal_dates_are_none() -> None:
    assert (
        found_in(
            actor("a", relations=(relation("works-for", "b", since="2019"),)),
            actor("b", relations=(relation("employs", "a", since="2019"),)),
        )
        == ()
    )


@pytest.mark.parametrize(("up", "down"), [("part-of", "includes"), ("child-of", "parent-of")])
def test_a_circle_is_one_warning_whichever_side_declares_it(up: str, down: str) -> None:
    (found,) = found_in(
        actor("a", relations=(relation(up, "b"),)),
        actor("b", relations=(relation(up, "c"),)),
        actor("c"),
        actor("d", relations=(relation(up, "a"),)),
        actor("a2", relations=()),
        actor("z", relations=(relation(up, "z2"),)),
        actor("z2"),
        actor("c2", relations=(relation(up, "c"),)),
        actor("top", relations=(relation(down, "c2"),)),
        actor("e", relations=(relation(down, "c"), relation(up, "a"))),
    )
    assert found.code == "OR308"
    assert "circle" in found.message
    assert sorted(near.message.split()[0] for near in found.related) == ["a", "b", "c", "e"]


def test_two_ways_up_are_no_circle() -> None:
    assert (
        found_in(
            actor("a", relations=(relation("part-of", "b"), relation("part-of", "c"))),
            actor("b", relations=(relation("part-of", "d"),)),
            actor("c", relations=(relation("part-of", "d"), relation("includes", "a"))),
            actor("d"),
        )
        == ()
    )


def test_a_chain_of_thousands_is_walked() -> None:
    actors = [
        actor(f"a{number}", relations=(relation("part-of", f"a{number + 1}"),))
        for number in range(5000)
    ]
    assert found_in(*actors, actor("a5000")) == ()


def test_two_holders_of_one_post_at_once_are_a_warning() -> None:
    (found,) = found_in(
        actor("a", "Ada", roles=(role("President", at="iran", since="2013", until="2021"),)),
        actor("b", "Bea", roles=(role("president", at="iran", since="2019"),)),
        actor("iran"),
    )
    assert found.code == "OR308"
    assert "Ada and Bea" in found.message


def test_holders_one_after_the_other_are_none() -> None:
    assert (
        found_in(
            actor("a", roles=(role("President", at="iran", since="2013", until="2021"),)),
            actor("b", roles=(role("President", at="iran", since="2021"),)),
            actor("c", roles=(role("President", at="iraq", since="2015"),)),
            actor("d", roles=(role("Speaker", at="iran", since="2015"),)),
            actor("e", roles=(role("Speaker", at="iran"),)),
            actor("iran"),
            actor("iraq"),
        )
        == ()
    )


def test_a_tie_of_another_type_or_to_another_actor_hides_no_inverse() -> None:
    ties = compile_ties(
        known(
            actor("a", relations=(relation("part-of", "b"),)),
            actor("b", relations=(relation("backs", "a"), relation("includes", "c"))),
            actor("c"),
        )
    )
    assert [(tie.type, tie.other) for tie in ties["b"]] == [
        ("backs", "a"),
        ("includes", "c"),
        ("includes", "a"),
    ]
    assert [(tie.type, tie.other) for tie in ties["a"]] == [("part-of", "b"), ("backed-by", "b")]


def test_a_post_that_changes_hands_on_one_day_is_no_contradiction() -> None:
    assert (
        found_in(
            actor("a", roles=(role("President", at="iran", until="2020-01-03"),)),
            actor("b", roles=(role("President", at="iran", since="2020-01-03"),)),
            actor("iran"),
        )
        == ()
    )


def test_a_long_term_is_remembered_past_a_short_one() -> None:
    (found,) = found_in(
        actor("a", "Ada", roles=(role("Head", at="iran", since="2000", until="2020"),)),
        actor("b", "Ada B", roles=(role("Head", at="iran", since="2020", until="2021"),)),
        actor("c", "Bea", roles=(role("Head", at="iran", since="1990", until="2030"),)),
        actor("iran"),
    )
    assert "Bea and Ada" in found.message
