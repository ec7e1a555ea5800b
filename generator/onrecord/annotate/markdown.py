"""Markdown becomes tokens: the one parser of every text, with its rules and bounds."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from re import compile as pattern

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from onrecord.annotate.brackets import skip_hopeless_bracket
from onrecord.annotate.comments import read_comment, read_comment_block
from onrecord.annotate.marks import (
    REFERENCES,
    References,
    read_citation,
    read_mark,
    read_mark_after_links,
    read_pull_quote,
)
from onrecord.text.frozen import Frozen

CONTAINER_NAME = pattern(r"\s*[A-Za-z][\w-]*\s*")
DEEPEST = 40

# Rules that are tried at every line, or twice for every text, with the signs without which none of
# them finds anything. A text is read by a parser without the rules whose signs it does not hold;
# there are no more of these parsers than are kept.
SIGNS: Sequence[tuple[tuple[str, ...], tuple[str, ...]]] = (
    (("|",), ("table",)),
    ((">",), ("blockquote",)),
    (("[^", "]:"), ("footnote_def", "footnote_ref", "reference")),
    (("<",), ("onrecord_comment", "html_block", "html_inline", "autolink")),
    (("*", "_", "~"), ("emphasis", "strikethrough", "balance_pairs")),
)
RARE_RULES = ("fence", "container_block", "lheading", "deflist")
RARE_SIGNS = ("```", "~~~", ":::", "\r")  # after \r, lines begin that the pattern does not see
RARE_LINE = pattern(r"\n[^\w\n]*(?:[:~][ \t]|[-=][ \t]*(?:\n|$))")  # a definition, an underline
PARSERS_KEPT = 1 << (len(SIGNS) + 2)  # with HTML and without
SPECIAL = pattern(r"[\n!&*<\[\\\]_`~]")  # what rules of running text begin or end with


class Parsed(Frozen):
    """The tokens of a text, and by label those of its footnotes, taken out of it.

    `repeated_footnotes` are further footnotes of a label that has one: they have no place.
    """

    tokens: list[Token]
    footnotes: Mapping[str, list[Token]]
    repeated_footnotes: Sequence[tuple[str, list[Token]]] = ()


def parse_markdown(markdown: str, references: References, *, allows_html: bool) -> Parsed:
    """The tokens of a Markdown text. Raw HTML is text unless it is allowed."""
    parser = _parser(allows_html, _rules_without_sign(markdown))
    tokens = parser.parse(markdown, {REFERENCES: references})
    if not any(token.type == "footnote_reference_open" for token in tokens):
        return Parsed(tokens, {})
    return _footnotes_apart(tokens)


def _rules_without_sign(markdown: str) -> tuple[str, ...]:
    """The names of rules that cannot find anything in a text."""
    idle = [
        name
        for signs, names in SIGNS
        if not any(sign in markdown for sign in signs)
        for name in names
    ]
    if not any(sign in markdown for sign in RARE_SIGNS) and not RARE_LINE.search(markdown):
        idle += RARE_RULES
    return tuple(idle)


class _Parser(MarkdownIt):
    """Every address is a link here; which are published is decided once, where links are made."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name for it
        del url
        return True


@lru_cache(maxsize=PARSERS_KEPT)
def _parser(allows_html: bool, idle: tuple[str, ...]) -> MarkdownIt:  # noqa: FBT001 - the key
    parser = _Parser(
        "commonmark",
        {
            "html": allows_html,  # said either way: presets differ
            "linkify": False,
            "typographer": False,
            "maxNesting": DEEPEST,
        },
    )
    parser.enable(["table", "strikethrough"])
    parser.disable(
        "text_join"
    )  # pieces of text are as good as whole ones, and their source is known
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(deflist_plugin)
    parser.use(container_plugin, "block", validate=_is_container)
    parser.block.ruler.before(
        "html_block",
        "onrecord_comment",
        read_comment_block,
        {"alt": ["paragraph", "reference", "blockquote"]},
    )
    parser.inline.ruler.before("autolink", "onrecord_comment", read_comment)
    parser.inline.ruler.before("link", "onrecord_bracket", skip_hopeless_bracket)
    parser.inline.ruler.before("link", "onrecord_mark", read_mark)
    parser.inline.ruler.before("link", "onrecord_pull_quote", read_pull_quote)
    parser.inline.ruler.before("link", "onrecord_citation", read_citation)
    parser.inline.ruler.after("link", "onrecord_mark_after_links", read_mark_after_links)
    parser.core.ruler.at("inline", _read_running_text)
    parser.inline.terminator_re = SPECIAL
    parser.disable(idle)
    return parser


def _read_running_text(state: StateCore) -> None:
    """Running text without anything special is one token, as the rules would find."""
    for token in state.tokens:
        if token.type == "inline":
            words, children = token.content, token.children or []
            if SPECIAL.search(words):
                state.md.inline.parse(words, state.md, state.env, children)
            elif words:
                children.append(Token("text", "", 0, content=words))
            token.children = children


def _is_container(params: str, _markup: str) -> bool:
    return CONTAINER_NAME.fullmatch(params) is not None


def _footnotes_apart(tokens: list[Token]) -> Parsed:
    """Footnotes are defined anywhere, even inside one another; the first of a label counts."""
    main: list[Token] = []
    footnotes: dict[str, list[Token]] = {}
    repeated: list[tuple[str, list[Token]]] = []
    open_lists = [main]
    for token in tokens:
        if token.type == "footnote_reference_open":
            inner: list[Token] = []
            label = token.meta["label"]
            if label in footnotes:
                repeated.append((label, inner))
            footnotes.setdefault(label, inner)
            open_lists.append(inner)
        elif token.type == "footnote_reference_close":
            open_lists.pop()
        else:
            open_lists[-1].append(token)
    return Parsed(main, footnotes, repeated)
