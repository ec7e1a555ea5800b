from onrecord.pages.kinds.actors import index_name
from onrecord.pages.letters import by_letter, letter_anchor, letter_links, letter_of
from onrecord.text.frozen import replace
from tests.rig.records import actor


def test_a_name_stands_under_its_first_letter_without_accents_or_article() -> None:
    assert letter_of("Émile") == "E"
    assert letter_of("al-Muhandis") == "M"
    assert letter_of("von der Leyen") == "V"
    assert letter_of("سلیمانی") == "س"
    assert letter_of("7 October") == "0–9"
    assert letter_of("!") == "#"


def test_ids_are_sorted_by_letter_and_name() -> None:
    names = {"b": "Zarif", "a": "al-Zawahiri", "c": "Abadi", "d": "Zarif"}
    assert by_letter(names.items()) == {"A": ("c",), "Z": ("b", "d", "a")}


def test_letters_lead_to_their_sections_and_empty_ones_nowhere() -> None:
    links = {
        link.letter: link for link in letter_links("/actors/", {"A": 2, "س": 1}, has_pages=False)
    }
    assert links["A"].permalink == "/actors/#a"
    assert links["B"].permalink == ""
    assert list(links)[-1] == "س"


def test_letters_of_a_long_list_lead_to_pages_that_no_id_can_take() -> None:
    links = letter_links("/actors/", {"A": 400, "0–9": 200}, has_pages=True, current="A")
    assert links[0].permalink == "/actors/a-z/a/"
    assert links[0].is_current
    assert links[-1].permalink == "/actors/a-z/0-9/"
    assert letter_anchor("#") == "other"


def indexed(name: str, sort_name: str) -> str:
    return index_name(replace(actor("x", name), sort_name=sort_name))


def test_a_person_is_listed_last_name_first() -> None:
    assert indexed("Adel Abdul-Mahdi", "Abdul-Mahdi") == "Abdul-Mahdi, Adel"
    assert indexed("Abu Mahdi al-Muhandis", "al-Muhandis") == "Muhandis, Abu Mahdi al-"
    assert indexed("Ursula von der Leyen", "von der Leyen") == "von der Leyen, Ursula"
    assert indexed("Xi Jinping", "Xi, Jinping") == "Xi, Jinping"
    assert indexed("Isabel", "Isabel") == "Isabel"
