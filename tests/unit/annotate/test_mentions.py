"""Names in the text: what is a mention, which are linked, and what is told of the others."""

import pytest

from tests.rig.annotating import annotate

ACTORS = (
    "actors: [{name: Ada Byron, role: minister}, {name: Ann Byron, role: mayor, called: [Byron]},"
    " {name: the Assembly, kind: body, aliases: [UN]}]\n"
)


def _told(body: str, front_matter: str = ACTORS) -> list[tuple[str, str, bool]]:
    mentions = annotate(body, front_matter).facts.mentions
    return [(mention.actor, mention.words, mention.is_linked) for mention in mentions]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Ada Byron.", [("ada-byron", "Ada Byron", True)]),
        ("Byron.", [("ann-byron", "Byron", True)]),
        ("Mr. Ada Byron.", [("ada-byron", "Mr. Ada Byron", True)]),
        ("Prof. Dr Ada Byron.", [("ada-byron", "Prof. Dr Ada Byron", True)]),
        ("Undr Ada Byron.", [("ada-byron", "Ada Byron", True)]),
        ("*Mr* Ada Byron.", [("ada-byron", "Ada Byron", True)]),
        ("Ada Byron’s.", [("ada-byron", "Ada Byron", True)]),
        ("Ada\nByron.", [("ada-byron", "Ada Byron", True)]),
        ("Ada\u00a0Byron.", [("ada-byron", "Ada\u00a0Byron".replace("\u00a0", " "), True)]),
        ("The Assembly, the Assembly.", [("the-assembly", "The Assembly", True), ("the-assembly", "the Assembly", False)]),
        ("Ada *Byron*.", [("ada-byron", "Ada Byron", False)]),
        ("# Ada Byron", [("ada-byron", "Ada Byron", False)]),
        ("[Ada Byron](https://x.org).", [("ada-byron", "Ada Byron", False)]),
        ("[[ada-byron|Her]] and Ada Byron.", [("ada-byron", "Her", True), ("ada-byron", "Ada Byron", False)]),
        ("“Ada Byron.”", []),
        ("“I saw [[ada-byron|her]].”", []),
        ("`Ada Byron`", []),
        ("Ada\n\nByrons.", []),
        ("She is called Ada\n\nByron is not.", [("ann-byron", "Byron", True)]),
        ("UNICEF, the UN, UN2.", [("the-assembly", "UN", True)]),
        ("ada byron.", []),
    ],
)  # fmt: skip
def test_names_are_told_as_they_stand(body: str, told: list[tuple[str, str, bool]]) -> None:
    assert _told(body) == told


def test_a_name_never_runs_over_a_block() -> None:
    assert _told(
        "It was Ada\n\nByron left.", "actors: [{name: Ada Byron, role: x, aliases: []}]\n"
    ) == [("ada-byron", "Byron", True)]


def test_a_decomposed_name_is_found() -> None:
    front_matter = "actors: [{name: André Müller, id: andre, role: mayor}]\n"
    assert _told("So Andre\u0301 Mu\u0308ller said.", front_matter)[0][0] == "andre"


def test_an_ambiguous_name_is_told_once_and_is_nobody_s() -> None:
    front_matter = "actors: [{name: Ada Byron, role: x}, {name: Ann Byron, role: y}]\n"
    shown = annotate("Byron met Byron.\n\n## Later\n\nByron left; Ann Byron stayed.", front_matter)
    assert shown.codes == ["OR302 6:1"]
    assert [mention.actor for mention in shown.facts.mentions] == ["ann-byron"]


def test_a_source_that_is_not_known_has_no_number() -> None:
    front_matter = (
        "actors: [{name: Ada Byron, role: x}]\n"
        "quotes: [{id: a, speaker: ada-byron, text: we go home, source: nowhere}]\n"
    )
    assert annotate("“We go home,” said Ada Byron.", front_matter).facts.sources == ()


def test_old_words_may_stand_inside_the_new_ones() -> None:
    front_matter = (
        "corrections: [{date: 2020-01-07, kind: correction, note: x, was: five people,"
        " now: twenty-five people}]\n"
    )
    assert annotate("He met twenty-five people.", front_matter).findings == ()
    assert annotate("He met five people, not twenty-five people.", front_matter).codes == [
        "OR210 4:66"
    ]


def test_a_raw_link_to_a_page_is_a_slot_from_end_to_end() -> None:
    shown = annotate(
        '<a class="x" href="text.md">a</a> <a href="https://x.org">b</a>', site_yaml="html: true\n"
    )
    assert shown.html == '<p>{briefing text}a{/} <a href="https://x.org">b</a></p>\n'
