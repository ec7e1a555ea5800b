import pytest

from onrecord.enlist.names import last_name, linked_names, sort_name
from onrecord.model import ActorKind
from tests.rig.records import actor


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Qassem Soleimani", "Soleimani"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Jean-Yves Le Drian", "Le Drian"),
        ("Jawad Al Telbawi", "Al Telbawi"),
        ("Abu Mahdi al-Muhandis", "al-Muhandis"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Abdel Fattah el Sisi", "el Sisi"),
        ("Martin Luther King Jr.", "King"),
        ("Gong Li", "Li"),
    ],
)
def test_the_last_word_of_a_name_brings_its_particles(name: str, last: str) -> None:
    assert last_name(name) == last


@pytest.mark.parametrize("name", ["Madonna", "Al Telbawi", "Malcolm X", ""])
def test_a_name_without_a_first_part_has_no_shorter_form(name: str) -> None:
    assert last_name(name) == ""


def test_a_persons_last_name_is_linked_after_name_and_aliases() -> None:
    person = actor("ali-khamenei", "Ali Khamenei", aliases=("علی خامنه‌ای", "Khamenei"))
    assert linked_names(person) == ("Ali Khamenei", "علی خامنه‌ای", "Khamenei")


@pytest.mark.parametrize("kind", [ActorKind.ARMED_GROUP, ActorKind.MEDIA, ActorKind.UNNAMED])
def test_only_a_person_goes_by_the_last_word(kind: ActorKind) -> None:
    assert linked_names(actor("quds-force", "Quds Force", kind=kind)) == ("Quds Force",)


def test_lists_are_sorted_by_last_word_or_without_the_article() -> None:
    assert sort_name("Ursula von der Leyen", ActorKind.PERSON) == "Leyen"
    assert sort_name("The Independent", ActorKind.MEDIA) == "Independent"
    assert sort_name("Theatre Guild", ActorKind.GROUP) == "Theatre Guild"
