"""Markdown becomes tokens: the one parser of every text, with its rules and bounds."""

from collections.abc import Mapping, Sequence
from functools import cache
from re import compile as pattern

from markdown_it import MarkdownIt
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


class Parsed(Frozen):
    """The tokens of a text, and by label those of its footnotes, taken out of it.

    `repeated_footnotes` are further footnotes of a label that has one: they have no place.
    """

    tokens: list[Token]
    footnotes: Mapping[str, list[Token]]
    repeated_footnotes: Sequence[tuple[str, list[Token]]] = ()


def parse_markdown(markdown: str, references: References, *, allows_html: bool) -> Parsed:
    """The tokens of a Markdown text. Raw HTML is text unless it is allowed."""
    tokens = _parser(allows_html).parse(markdown, {REFERENCES: references})
    if not any(token.type == "footnote_reference_open" for token in tokens):
        return Parsed(tokens, {})
    return _footnotes_apart(tokens)


class _Parser(MarkdownIt):
    """Every address is a link here; which are published is decided once, where links are made."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name for it
        del url
        return True


@cache
def _parser(allows_html: bool) -> MarkdownIt:  # noqa: FBT001 - the cache's key
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
    return parser


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
