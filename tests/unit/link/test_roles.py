import pytest

from onrecord.link.dossier import Party
from onrecord.link.roles import NO_ROLE, Roles, newest_first
from onrecord.model import ActorKind, Role
from tests.rig.records import actor, article, day, listing, role


def roles_of(*held: Role) -> Roles:
    force = actor("quds-force", "Quds Force", kind=ActorKind.BODY)
    return Roles({"a": actor("a", roles=held), "quds-force": force})


COMMANDER = role("Commander", at="quds-force", since="1998~", until="2020-01-03")
DEPUTY = role("Deputy", since="1990", until="1998")
UNDATED = role("General")


def test_the_role_shown_is_the_one_held_on_the_date() -> None:
    held = roles_of(DEPUTY, COMMANDER).on("a", day("2010-05-01"))
    assert held.title == "Commander"
    assert held.at == Party("Quds Force", "quds-force")


@pytest.mark.parametrize("when", ["2020-01-03", "2020-01", "2020", "1998-01"])
def test_a_role_holds_where_its_time_and_the_date_overlap(when: str) -> None:
    assert roles_of(COMMANDER).on("a", day(when)).title == "Commander"


@pytest.mark.parametrize("when", ["2020-01-04", "1997-12-31", "2021"])
def test_outside_its_time_a_role_is_not_shown(when: str) -> None:
    assert roles_of(COMMANDER).on("a", day(when)) == NO_ROLE


def test_of_two_roles_held_at_once_the_later_begun_is_shown() -> None:
    assert roles_of(COMMANDER, role("Chairman", since="2005")).on("a", day("2010")).title == (
        "Chairman"
    )


def test_a_dated_role_wins_over_an_undated_one_and_that_over_none() -> None:
    roles = roles_of(UNDATED, COMMANDER)
    assert roles.on("a", day("2010")).title == "Commander"
    assert roles.on("a", day("2021")).title == "General"
    assert roles.on("a", day("2021")).is_undated
    assert roles.on("nobody", day("2021")) == NO_ROLE


def test_what_the_article_says_wins_over_every_role() -> None:
    one = article("x", listings=(listing("a", role="late commander"),))
    other = article("y", listings=(listing("a"),))
    roles = roles_of(COMMANDER)
    assert roles.in_article(one, "a", day("2010")).title == "late commander"
    assert roles.in_article(other, "a", day("2010")).title == "Commander"


def test_a_profile_shows_the_latest_role_first_and_undated_ones_last() -> None:
    assert newest_first((UNDATED, DEPUTY, COMMANDER, role("Cadet", until="1989"))) == (
        COMMANDER,
        DEPUTY,
        role("Cadet", until="1989"),
        UNDATED,
    )


def test_a_year_and_its_first_day_are_two_dates() -> None:
    roles = roles_of(role("Minister", since="2020-03"))
    assert roles.on("a", day("2020-01-01")) == NO_ROLE
    assert roles.on("a", day("2020")).title == "Minister"
