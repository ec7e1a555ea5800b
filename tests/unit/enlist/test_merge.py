from onrecord.enlist.merge import merge_actors, merge_sources
from onrecord.model import ActorKind
from onrecord.text.frozen import replace
from tests.rig.records import actor, article, inline, source


def test_a_profile_wins_over_a_cast_entry_and_that_over_an_inline_definition() -> None:
    profile = replace(actor("pmf", "PMF", origin="profile"), summary="From the profile.")
    entry = replace(actor("pmf", "PMF"), summary="From the cast.", wikidata="Q1")
    defined = article("vote", inline_actors=(replace(inline("pmf", "PMF"), summary="Inline."),))
    merged = merge_actors((entry, profile), (defined,))
    assert merged.diagnostics == ()
    assert merged.value["pmf"].summary == "From the profile."
    assert merged.value["pmf"].origin == "profile"


def test_what_the_winner_leaves_open_is_filled_in() -> None:
    profile = actor("pmf", "PMF", origin="profile")
    entry = replace(actor("pmf", "PMF"), wikidata="Q1")
    assert merge_actors((entry, profile), ()).value["pmf"].wikidata == "Q1"


def test_aliases_of_all_definitions_add_up_in_order() -> None:
    profile = actor("pmf", "PMF", origin="profile", aliases=("Hashed",))
    entry = actor("pmf", "PMF", aliases=("Hashed", "Hashd", "PMF"))
    assert merge_actors((entry, profile), ()).value["pmf"].aliases == ("Hashed", "Hashd")


def test_the_oldest_article_defines_an_inline_actor() -> None:
    newer = article("b", "2020-01-07", inline_actors=(replace(inline("x"), summary="Later."),))
    older = article("c", "2020-01-05", inline_actors=(replace(inline("x"), summary="Earlier."),))
    assert merge_actors((), (newer, older)).value["x"].summary == "Earlier."


def test_another_name_for_one_id_is_an_error_that_shows_both_places() -> None:
    first = article("a", "2020-01-05", inline_actors=(inline("sami", "Sami Haddad"),))
    second = article("b", "2020-01-06", inline_actors=(inline("sami", "Sami Khoury"),))
    (found,) = merge_actors((), (first, second)).diagnostics
    assert found.code == "OR303"
    assert "“Sami Khoury”" in found.message
    assert "“Sami Haddad”" in found.message
    assert [near.span for near in found.related] == [first.inline_actors[0].span]


def test_the_other_name_counts_as_an_alias_so_that_one_mistake_is_told_once() -> None:
    first = article("a", "2020-01-05", inline_actors=(inline("sami", "Sami Haddad"),))
    second = article("b", "2020-01-06", inline_actors=(inline("sami", "Sami Khoury"),))
    assert merge_actors((), (first, second)).value["sami"].aliases == ("Sami Khoury",)


def test_another_kind_for_one_id_is_an_error() -> None:
    defined = article("a", inline_actors=(inline("isis", "Isis", kind=ActorKind.GROUP),))
    entry = actor("isis", "Isis", kind=ActorKind.ARMED_GROUP)
    (found,) = merge_actors((entry,), (defined,)).diagnostics
    assert found.code == "OR303"
    assert "kind group" in found.message


def test_a_name_that_is_an_alias_of_the_other_definition_is_no_contradiction() -> None:
    entry = actor("mathew-tueller", "Matthew Tueller", aliases=("Mathew Tueller",))
    defined = article("a", inline_actors=(inline("mathew-tueller", "Mathew Tueller"),))
    assert merge_actors((entry,), (defined,)).diagnostics == ()


def test_a_merged_actor_has_a_sort_name() -> None:
    merged = merge_actors((actor("esmail-qaani"), replace(actor("x"), sort_name="Y")), ())
    assert merged.value["esmail-qaani"].sort_name == "Qaani"
    assert merged.value["x"].sort_name == "Y"


def test_actors_come_in_order_of_id() -> None:
    assert list(merge_actors((actor("b"), actor("a")), ()).value) == ["a", "b"]


def test_a_source_defined_with_other_content_is_an_error_that_shows_both_places() -> None:
    shared = source("letter", title="A letter")
    local = replace(article("a"), local_sources=(source("letter", title="Another letter"),))
    (found,) = merge_sources((shared,), (local,)).diagnostics
    assert found.code == "OR402"
    assert "another title" in found.message
    assert [near.span for near in found.related] == [shared.span]


def test_an_article_may_add_what_a_source_supports() -> None:
    shared = replace(source("letter"), supports=("the date",))
    own = replace(source("letter"), supports=("the figures",), path="content/articles/a.md")
    merged = merge_sources((shared,), (replace(article("a"), local_sources=(own,)),))
    assert merged.diagnostics == ()
    assert merged.value["letter"].supports == ("the date", "the figures")


def test_what_an_article_says_a_shared_source_supports_is_added_too() -> None:
    one = replace(article("a"), source_supports=(("letter", ("the figures",)), ("lost", ("x",))))
    merged = merge_sources((source("letter"),), (one,))
    assert merged.value["letter"].supports == ("the figures",)
