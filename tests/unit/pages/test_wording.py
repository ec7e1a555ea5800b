from onrecord.model import ActorKind, CorrectionKind, NoteKind, RelationType, SourceKind
from onrecord.pages import wording
from onrecord.pages.dressing import noteref_anchor, ref_anchor, use_letters
from onrecord.pages.wording import counted, in_words, reading_time, shortened


def test_every_kind_of_the_model_has_its_words() -> None:
    assert set(wording.KINDS) == set(wording.KINDS_OF_MANY) == set(ActorKind)
    assert set(wording.SOURCE_KINDS) == set(SourceKind)
    assert set(wording.NOTES) == set(NoteKind)
    assert set(wording.CORRECTIONS) == set(CorrectionKind)
    assert set(wording.RELATIONS) == set(RelationType)


def test_numbers_come_with_the_noun_that_fits() -> None:
    assert counted(1, "quote") == "1 quote"
    assert counted(12_000, "quote") == "12,000 quotes"
    assert counted(0, "briefing") == "No briefings"


def test_lists_are_said_as_in_a_sentence() -> None:
    assert in_words([]) == ""
    assert in_words(["a"]) == "a"
    assert in_words(["a", "b", "c"]) == "a, b and c"


def test_long_text_is_cut_at_a_word() -> None:
    assert shortened("All options, it says", 20) == "All options, it says"
    assert shortened("All options, it says", 14) == "All options…"
    assert shortened("Unbreakable", 6) == "Unbre…"


def test_a_text_takes_at_least_a_minute() -> None:
    assert reading_time(0) == "1-minute read"
    assert reading_time(468) == "2-minute read"


def test_uses_are_lettered_as_columns_of_a_table_are() -> None:
    assert [use_letters(use) for use in (1, 26, 27, 52, 53, 702, 703)] == [
        "a", "z", "aa", "az", "ba", "zz", "aaa",
    ]  # fmt: skip
    assert ref_anchor(2, 28) == "ref-2ab"
    assert [noteref_anchor(1, use) for use in (1, 2, 3)] == [
        "noteref-1",
        "noteref-1b",
        "noteref-1c",
    ]
