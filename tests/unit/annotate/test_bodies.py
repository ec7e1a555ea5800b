"""Whatever is laid over a text, its words stay what they are, and its elements stay well nested."""

import re
from html import unescape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from tests.rig.annotating import annotate
from tests.rig.counts import count
from tests.rig.page_text import visible_text

FRONT_MATTER = """\
actors:
  - {name: Ada Byron, role: minister}
  - {name: Bob Byron, role: mayor, aliases: [the house]}
quotes:
  - {id: a, speaker: ada-byron, text: we all go home, source: own}
  - {id: b, speaker: bob-byron, text: all go home now, source: own}
  - {id: c, speaker: bob-byron, paraphrase: go home now and, source: own}
notes:
  - {text: go home, note: Not *all* of them.}
sources: [{id: own, kind: own, title: Own}]
"""
PLAIN = [
    "we ", "all ", "go ", "home ", "home", "now ", "and ", "Ada ", "Byron ", "Bob Byron", "the house ",
    "*", "**", "_", "~~", "`", "“", "”", "‘", "’", '"', "'", ", ", ". ", "? ", " ", "\n", "\n\n", "  \n",
    "> ", "- ", "1. ", "# ", "## ", "| ", "[", "](https://example.org)", "[^1]", "— ", "&amp;", "<b>",
    "\\", "    ", "\u00a0", "é", "عراق ", "“we all go home”", "|a|b|\n|-|-|\n|c|d|\n",
    "“we *all* go [home](https://example.org)”", "> we all go home\n> — Ada Byron\n",
]  # fmt: skip
MARKS = [
    "[@own]", "[[ada-byron]]", "[[bob-byron|", "]]", "[[q:a|", "{", "}", "{.x}", "{#go}", "![[#a]]",
    "[see @own, p. 3: home]", "[[go]]", "![x](y.png)", "https://example.org", "- [ ] ", "::: x\n",
]  # fmt: skip
PLAIN_TEXTS = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=40).map("".join)
MARKED_TEXTS = st.lists(st.sampled_from(PLAIN + MARKS), min_size=1, max_size=40).map("".join)
SLOT = re.compile(r"\{(/?)(q|m|briefing|quote|say|noted|tag|note|cite|pull)\b[^{}]*\}|\{/\}")
TAG = re.compile(r"<(/?)([a-z0-9]+)[^<>]*>")
VOID = {"br", "hr", "img", "input"}


@given(PLAIN_TEXTS)
@settings(
    max_examples=count("generated examples of a property"),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_no_word_is_lost_added_or_moved(text: str) -> None:
    text = f"First.\n\n{text}\n\n[^1]: Note.\n"
    shown = annotate(text, FRONT_MATTER).html
    plain = _parser().render(text).partition('<hr class="footnotes-sep"')[0]
    assert _words(SLOT.sub("", shown)) == _words(_without_marks(plain))


@given(MARKED_TEXTS)
@settings(
    max_examples=count("generated examples of a property"),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_elements_and_spans_are_well_nested(text: str) -> None:
    shown = annotate(f"First.\n\n{text}\n\n[^1]: Note.\n", FRONT_MATTER).html
    assert _badly_nested(shown) == []


def _parser() -> MarkdownIt:
    """Markdown as anybody reads it: our rules off, the same extensions on."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False)


def _words(html: str) -> str:
    text = unescape(visible_text(html))
    return "".join(char for char in text if char.isalnum())


def _without_marks(html: str) -> str:
    """Plain rendering without the numbers of footnotes."""
    return re.sub(r'<sup class="footnote-ref">.*?</sup>', "", html)


def _badly_nested(html: str) -> list[str]:
    opened: list[str] = []
    wrong: list[str] = []
    for found in re.finditer(rf"{TAG.pattern}|{SLOT.pattern}", html):
        name, is_end = _named(found)
        if not name:
            continue
        if not is_end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            wrong.append(found[0])
    return wrong + opened


def _named(found: re.Match[str]) -> tuple[str, bool]:
    if found[2]:
        return ("" if found[2] in VOID else found[2]), bool(found[1])
    slot = found[0].strip("{}")
    if slot == "/":
        return "link", True
    kind = slot.strip("/").split()[0]
    if kind in {"tag", "note", "cite", "pull"}:
        return "", False
    return ("link" if kind in {"m", "briefing", "quote"} else kind), slot.startswith("/")
