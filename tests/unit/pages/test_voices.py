from onrecord.model import ActorKind
from onrecord.pages.voices import (
    Speaking,
    give_voices,
    initials_of,
    short_name,
    slot_from,
    slot_of,
    tell_apart,
)
from onrecord.text.frozen import replace
from tests.rig.records import actor


def speaking(name: str, slot: int) -> Speaking:
    return Speaking(name.lower(), name, slot, is_person=True)


def test_every_actor_has_a_slot_of_its_own_that_a_profile_may_fix() -> None:
    somebody = actor("jawad-al-telbawi")
    assert slot_of(somebody) == slot_from("jawad-al-telbawi")
    assert slot_of(replace(somebody, voice=3)) == 3
    assert {slot_from(f"actor-{number}") for number in range(200)} == set(range(1, 11))


def test_a_slot_does_not_change_from_run_to_run() -> None:
    assert [slot_from(name) for name in ("pmf", "nato", "iran")] == [1, 6, 5]


def test_a_clash_takes_the_next_free_slot_in_order_of_first_quote() -> None:
    voiced = give_voices([speaking("Ada", 9), speaking("Bea", 9), speaking("Cid", 10)])
    assert [voiced[name].voice for name in ("ada", "bea", "cid")] == ["v9", "v10", "v1"]


def test_the_eleventh_and_later_speakers_share_the_grey_voice_and_keep_their_initials() -> None:
    voiced = give_voices([speaking(f"A{letter} B", 1) for letter in "abcdefghijkl"])
    voices = [speaker.voice for speaker in voiced.values()]
    assert sorted(voices[:10]) == sorted(f"v{slot}" for slot in range(1, 11))
    assert voices[10:] == ["vx", "vx"]
    assert len({speaker.initials for speaker in voiced.values()}) == 12


def test_a_speaker_who_speaks_again_keeps_the_voice() -> None:
    voiced = give_voices([speaking("Ada", 2), speaking("Bea", 3), speaking("Ada", 2)])
    assert voiced["ada"].voice == "v2"
    assert len(voiced) == 2


def test_initials_are_first_and_last_of_a_person_and_the_first_three_of_others() -> None:
    assert initials_of("Jawad Al Telbawi", is_person=True) == "JT"
    assert initials_of("Adel Abdul-Mahdi", is_person=True) == "AM"
    assert initials_of("Ursula von der Leyen", is_person=True) == "UL"
    assert initials_of("Popular Mobilisation Forces", is_person=False) == "PMF"
    assert initials_of("Parliament of Iraq", is_person=False) == "PI"
    assert initials_of("Nato", is_person=False) == "NA"
    assert initials_of("UNHCR", is_person=False) == "UNHC"


def test_a_name_in_any_script_has_initials() -> None:
    assert initials_of("قاسم سلیمانی", is_person=True) == "قس"
    assert initials_of("習近平", is_person=True) == "習近"
    assert initials_of("???", is_person=True) == "??"


def test_equal_initials_are_told_apart_by_letters_of_the_last_name() -> None:
    voiced = give_voices(
        [speaking("Jens Stoltenberg", 1), speaking("Jan Smith", 2), speaking("Jo Smith", 3)]
    )
    tags = [speaker.initials for speaker in voiced.values()]
    assert tags == ["JS", "JSm", "JSmi"]


def test_people_of_one_name_are_told_apart_by_figures() -> None:
    twins = [Speaking(str(number), "A B", number, is_person=True) for number in (1, 2, 3)]
    assert [voiced.initials for voiced in give_voices(twins).values()] == ["AB", "AB2", "AB3"]


def test_a_short_name_is_a_last_name_or_an_acronym() -> None:
    assert short_name(actor("u", "Ursula von der Leyen")) == "von der Leyen"
    assert short_name(actor("i", "Isabel")) == "Isabel"
    forces = actor(
        "pmf",
        "Popular Mobilisation Forces",
        kind=ActorKind.ARMED_GROUP,
        aliases=("Hashed al-Shaabi", "PMF"),
    )
    assert short_name(forces) == "PMF"
    assert short_name(actor("nato", "Nato", kind=ActorKind.ORGANISATION)) == "Nato"


def test_two_of_one_short_name_get_an_initial_before_it() -> None:
    names = {"z": "Zeinab Soleimani", "q": "Qassem Soleimani", "r": "Dominic Raab"}
    short = {"z": "Soleimani", "q": "Soleimani", "r": "Raab"}
    assert tell_apart(names, short) == {"z": "Z. Soleimani", "q": "Q. Soleimani", "r": "Raab"}
