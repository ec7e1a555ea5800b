from onrecord.diagnostics import Diagnostic
from onrecord.model import Article, Correction, CorrectionKind, Event
from onrecord.read.content import Broken, Content, HeldBack
from onrecord.text.frozen import replace
from tests.rig.records import actor, article, content, day, linked, quote, span, written


def found_in(one: Article, **changes: object) -> tuple[Diagnostic, ...]:
    other = article("other", quotes=(quote("other#said", "a"),))
    read = content(one, other, actors=(actor("a"),))
    return linked(changed(read, **changes)).diagnostics


def changed(read: Content, **changes: object) -> Content:
    return replace(read, **changes)


def referring(reference: str) -> Article:
    denial = replace(quote("x#no", "a"), disputes=written(reference))
    return article("x", quotes=(denial, quote("x#yes", "a")))


def test_a_known_quote_may_be_named_by_its_own_or_its_full_id() -> None:
    assert found_in(referring("yes")) == ()
    assert found_in(referring("#yes")) == ()
    assert found_in(referring("x#yes")) == ()
    assert found_in(referring("other#said")) == ()


def test_an_unknown_quote_is_an_error_with_the_closest() -> None:
    (own,) = found_in(referring("yess"))
    assert (own.code, own.hint) == ("OR212", "write yes")
    (others,) = found_in(referring("other#sayd"))
    assert others.hint == "write other#said"
    (elsewhere,) = found_in(referring("othr#said"))
    assert elsewhere.hint == "write other#said"


def test_every_place_that_names_a_quote_is_looked_at() -> None:
    one = replace(
        article("x", quotes=(replace(quote("x#1", "a"), replies_to=written("nowhere#1")),)),
        repeats=(written("nowhere#2"),),
        events=(Event(date=day("2020"), title="E", quotes=(written("nowhere#3"),), span=span()),),
        corrections=(
            Correction(
                date=day("2020"),
                kind=CorrectionKind.CORRECTION,
                quote=written("nowhere"),
                span=span(),
            ),
        ),
    )
    assert [found.code for found in found_in(one)] == ["OR212"] * 4


def test_a_quote_of_a_held_back_article_is_a_warning_with_its_date() -> None:
    held = HeldBack("later", "content/articles/later.md", "L", "future", day("2030-01-01"), "then")
    (found,) = found_in(referring("later#1"), held_back=(held,))
    assert found.code == "OR310"
    assert found.message.endswith(" is a quote of an article that is held back until then")


def test_a_quote_of_a_broken_file_is_silent() -> None:
    broken = Broken(articles=frozenset({"torn"}), quotes=frozenset({"other#lost"}))
    assert found_in(referring("torn#1"), broken=broken) == ()
    assert found_in(referring("other#lost"), broken=broken) == ()
