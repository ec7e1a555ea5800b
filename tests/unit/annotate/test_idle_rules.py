"""A text is read without the rules whose sign it does not hold, and nobody can tell."""

import random

import pytest
from markdown_it.token import Token

from onrecord.annotate import markdown
from onrecord.annotate.marks import References
from onrecord.enlist.cast import Target, TargetKind
from tests.rig.counts import count

SIGNS_AND_WORDS = [
    *("a", "b c", "“x”", ".", "!", ":", "-", "=", "\\", "\\*", "&", "&amp;", "(", ")", "](", "]"),
    *("\n", "\n\n", "  ", "    ", "\t", "\r", "- ", "1. ", "> ", "# ", "```", "~~~", "~~", "*"),
    *("**", "_", "`", "|", "|-|", "---", "===", "- -", ":::", "::: note\n", ": d", "~ d", "["),
    *("[^1]", "[^1]: ", "[x]: /u", "[x]", "[@s-1]", "[[a|w]]", "[[q:q|w z]]", "![[#q]]", "![i](u)"),
    *("<b>", "<!-- c -->", "<!--", "-->", "<http://x.y>"),
]
REFERENCES = References(
    {"@s-1": Target(TargetKind.SOURCE, "s-1"), "a": Target(TargetKind.ACTOR, "a")},
    {"Ann": ("a",)},
    {"q": "x#q"},
)


def _tokens(text: str, *, allows_html: bool) -> list[object]:
    parsed = markdown.parse_markdown(text, REFERENCES, allows_html=allows_html)
    streams = [parsed.tokens, *parsed.footnotes.values()]
    return [token.as_dict(meta_serializer=repr) for tokens in streams for token in tokens]


def test_a_text_reads_as_with_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)  # noqa: S311 - the same texts in every run
    texts = []
    for _ in range(count("texts made of signs")):
        signs = [*chance.sample(SIGNS_AND_WORDS, chance.randint(3, 14)), "a", "\n"]
        texts.append("".join(chance.choices(signs, k=chance.randint(1, 25))))
    without_idle_rules = [
        _tokens(text, allows_html=allows) for text in texts for allows in (False, True)
    ]
    monkeypatch.setattr(markdown, "_rules_without_sign", lambda _: ())
    with_all_rules = [
        _tokens(text, allows_html=allows) for text in texts for allows in (False, True)
    ]
    assert without_idle_rules == with_all_rules


@pytest.mark.parametrize("words", ["Plain words, and no more.", "Of *note*", "a-b: c #d = e@f"])
def test_words_are_in_one_piece_where_nothing_parts_them(words: str) -> None:
    _, inline, _ = markdown.parse_markdown(words, REFERENCES, allows_html=False).tokens
    assert inline.children is not None
    texts = [child for child in inline.children if child.type == "text" and child.content]
    assert texts[0] == Token("text", "", 0, content=words.partition("*")[0])
