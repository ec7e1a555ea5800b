from onrecord.enlist.nearest import Nearest


def test_the_closest_known_word_is_found() -> None:
    known = Nearest(["jawad-al-telbawi", "adel-abdul-mahdi", "qassem-soleimani"])
    assert known.to("jawad-telbawi") == "jawad-al-telbawi"
    assert known.to("qasem-soleimani") == "qassem-soleimani"


def test_a_word_far_from_all_has_no_closest() -> None:
    assert Nearest(["iran", "iraq"]).to("weather") == ""
    assert Nearest([]).to("weather") == ""


def test_letters_exchanged_in_a_short_word_are_close() -> None:
    assert Nearest(["nato", "iran"]).to("naot") == "nato"
    assert Nearest(["pmf", "iran"]).to("pfm") == "pmf"
