"""Tokens become a body: finished HTML in strings, and slots for what only a page can fill in."""

from collections.abc import Callable, Mapping, Sequence

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from onrecord.annotate.body import (
    Body,
    LinkClose,
    LinkOpen,
    NoteMark,
    Piece,
    PullQuote,
    SayClose,
    SayOpen,
)
from onrecord.annotate.escape import escape
from onrecord.annotate.flatten import BREAKS, TEXTS, room
from onrecord.annotate.links import Address
from onrecord.annotate.pictures import Pictures, is_picture_alone, words_of
from onrecord.annotate.raw_html import RawHtml
from onrecord.annotate.spans import Pieces, Sweep
from onrecord.annotate.tasks import box_of
from onrecord.enlist.cast import Target, TargetKind

ALIGNED = {"text-align:center": "middle", "text-align:right": "end", "text-align:left": "start"}
ATTRIBUTES = ("id", "class", "lang", "title", "start")
RAISED_MARKS = frozenset({"citation", "footnote_ref"})
LINE_ENDS_AFTER_OPENING = frozenset("blockquote ul ol dl table thead tbody tr div".split())


class Renderer:
    """Renders one part after the other, in order of the flat text, with what is laid over it."""

    def __init__(self, sweep: Sweep, pictures: Pictures, raw_html: RawHtml) -> None:
        self.sweep = sweep
        self.pictures = pictures
        self.raw_html = raw_html
        self.pieces: list[Piece] = []
        self.html: list[str] = []
        self.spans = Pieces(self._put)
        self.footers: set[int] = set()
        self.says: list[tuple[str, bool]] = []
        self.paragraph_ends: list[str] = []
        self.link_ends: list[str | LinkClose | None] = []
        self.block_rules: Mapping[str, Callable[[Sequence[Token], int], None]] = {
            "inline": self._inline,
            "paragraph_open": self._paragraph_open,
            "paragraph_close": self._paragraph_close,
            "heading_open": self._heading,
            "heading_close": self._heading,
            "blockquote_open": self._blockquote_open,
            "blockquote_close": self._blockquote_close,
            "container_block_open": self._container_open,
            "fence": self._fence,
            "code_block": self._fence,
            "html_block": self._html_block,
            "hr": self._rule,
            "table_open": self._table,
            "list_item_open": self._list_item,
        }
        self.inline_rules: Mapping[str, Callable[[Token, int], None]] = {
            "code_inline": self._code,
            "image": self._image,
            "link_open": self._link_open,
            "link_close": self._link_close,
            "mark_open": self._link_open,
            "mark_close": self._link_close,
            "quote_mark_open": self._nothing,
            "quote_mark_close": self._nothing,
            "citation": self._citation,
            "footnote_ref": self._note_ref,
            "pull_quote": self._nothing,
            "html_inline": self._html_inline,
        }

    def render(self, tokens: Sequence[Token]) -> Body:
        """The body of one part."""
        rules = self.block_rules
        for index, token in enumerate(tokens):
            rule = rules.get(token.type)
            if rule is not None:
                rule(tokens, index)
            elif not token.hidden:
                self._element(token)
        self._flush()
        body = Body(tuple(self.pieces))
        self.pieces = []
        return body

    def _put(self, slot: Piece) -> None:
        self._flush()
        self.pieces.append(slot)

    def _flush(self) -> None:
        if self.html:
            self.pieces.append("".join(self.html))
            self.html.clear()

    # blocks

    def _element(self, token: Token) -> None:
        if token.nesting < 0:
            self.html.append(f"</{token.tag}>\n")
            return
        line_end = "\n" if token.tag in LINE_ENDS_AFTER_OPENING else ""
        self.html.append(f"<{token.tag}{_attributes(token)}>{line_end}")

    def _paragraph_open(self, tokens: Sequence[Token], index: int) -> None:
        inline = tokens[index + 1]
        pull_quotes = _placed_pull_quotes(inline)
        for pull_quote in pull_quotes:
            self._put(PullQuote(pull_quote.meta["key"]))
        end = "</p>\n"
        if tokens[index].hidden:
            end = "\n" if tokens[index + 3].nesting > 0 else ""
        elif is_picture_alone(inline):
            end = ""
        elif inline.meta.get("at") in self.footers:
            self.html.append("<footer>")
            end = "</footer>\n"
        elif not inline.children or (pull_quotes and _is_only_pull_quotes(inline)):
            end = ""
        else:
            self.html.append(f"<p{_attributes(tokens[index])}>")
        self.paragraph_ends.append(end)

    def _paragraph_close(self, _tokens: Sequence[Token], _index: int) -> None:
        self.html.append(self.paragraph_ends.pop())

    def _heading(self, tokens: Sequence[Token], index: int) -> None:
        opening = tokens[index] if tokens[index].nesting > 0 else tokens[index - 2]
        tag = f"h{opening.meta.get('level', 2)}"
        if tokens[index].nesting > 0:
            self.html.append(f"<{tag}{_attributes(opening)}>")
        else:
            self.html.append(f"</{tag}>\n")

    def _blockquote_open(self, tokens: Sequence[Token], index: int) -> None:
        said = tokens[index].meta.get("say")
        if said is None:
            self.says.append(("", False))
            self._element(tokens[index])
            return
        key, attribution = said
        if attribution >= 0:
            self.footers.add(attribution)
        self.says.append((key, attribution >= 0))
        self._put(SayOpen(key))
        self.html.append("\n")

    def _blockquote_close(self, tokens: Sequence[Token], index: int) -> None:
        key, has_attribution = self.says.pop()
        if key:
            self._put(SayClose(key, has_attribution))
            self.html.append("\n")
        else:
            self._element(tokens[index])

    def _container_open(self, tokens: Sequence[Token], index: int) -> None:
        tokens[index].attrJoin("class", tokens[index].info.strip())
        self._element(tokens[index])

    def _fence(self, tokens: Sequence[Token], index: int) -> None:
        token = tokens[index]
        words = unescapeAll(token.info).split() if token.info else []
        language = f' class="language-{escape(words[0])}"' if words else ""
        opening = f'<pre tabindex="0"{_attributes(token)}><code{language}>'
        self.html.append(f"{opening}{escape(token.content)}</code></pre>\n")

    def _html_block(self, tokens: Sequence[Token], index: int) -> None:
        self.raw_html.put(tokens[index].content, self.html.append, self._put)

    def _rule(self, tokens: Sequence[Token], index: int) -> None:
        self.html.append(f"<hr{_attributes(tokens[index])}>\n")

    def _table(self, tokens: Sequence[Token], index: int) -> None:
        # A wide table scrolls, which must also be possible from the keyboard.
        self.html.append(f'<table tabindex="0"{_attributes(tokens[index])}>\n')

    def _list_item(self, tokens: Sequence[Token], index: int) -> None:
        self.html.append(f"<li{_attributes(tokens[index])}>{box_of(tokens[index])}")

    # running text

    def _inline(self, tokens: Sequence[Token], index: int) -> None:
        inline = tokens[index]
        children = inline.children
        if not children:
            return
        holder = tokens[index - 1]
        if holder.type == "paragraph_open" and not holder.hidden and is_picture_alone(inline):
            self._put_all(self.pictures.figure(children[0]))
            return
        at: int = inline.meta["at"]
        end = at + int(inline.meta["length"])
        laid = self.sweep.within(at, end)
        if laid:
            self.spans.begin(laid)
        has_footer = bool(self.footers)
        rules, html = self.inline_rules, self.html
        for place, child in enumerate(children, 1):
            kind = child.type
            if kind in TEXTS:
                words = child.content
                if place < len(children) and children[place].type in RAISED_MARKS:
                    words = words.rstrip(" ")  # the mark stands close to them
                if laid:
                    self._laid_text(words, at)
                else:
                    html.append(escape(words))
                at += len(child.content)
            elif kind in BREAKS:
                at = self._break(child, at, has_footer=has_footer, is_laid=bool(laid))
            elif kind in rules:
                rules[kind](child, at)
                at += room(child)
            else:
                self.spans.close()
                html.append(f"</{child.tag}>" if child.nesting < 0 else f"<{child.tag}>")
        self.spans.close()

    def _laid_text(self, words: str, at: int) -> None:
        done, length = 0, len(words)
        while done < length:
            cut = self.spans.cut(at + done, at + length) - at
            self.html.append(escape(words[done:cut]))
            done = cut
            self.spans.finish(at + done)

    def _break(self, child: Token, at: int, *, has_footer: bool, is_laid: bool) -> int:
        if has_footer and at + 1 in self.footers:
            self.spans.close()
            self.html.append("</p>\n<footer>")
            self.paragraph_ends[-1] = "</footer>\n"
            return at + 1
        if is_laid:
            self.spans.cut(at, at + 1)
        self.html.append("<br>\n" if child.type == "hardbreak" else "\n")
        if is_laid:
            self.spans.finish(at + 1)
        return at + 1

    def _nothing(self, _child: Token, _at: int) -> None:
        """A mark that is no element: what is open stays open."""

    def _code(self, child: Token, _at: int) -> None:
        self.spans.close()
        self.html.append(f"<code{_attributes(child)}>{escape(child.content)}</code>")

    def _image(self, child: Token, _at: int) -> None:
        self.spans.close()
        self._put_all(self.pictures.picture(child, is_in_link=self.spans.is_in_link))

    def _link_open(self, child: Token, _at: int) -> None:
        self.spans.close()
        leads = child.meta.get("leads", child.meta.get("target"))
        if self.spans.is_in_link or leads is None:
            self.link_ends.append(None)
            return
        self.spans.is_in_link = True
        if isinstance(leads, Address):
            external = ' rel="external"' if leads.is_external else ""
            address = f'<a href="{escape(leads.href)}"{external}{_attributes(child)}>'
            self.html.append(address)
            self.link_ends.append("</a>")
        elif isinstance(leads, Target):
            is_mention = child.type == "mark_open" and leads.kind is TargetKind.ACTOR
            self._put(LinkOpen(leads, is_mention))
            self.link_ends.append(LinkClose())

    def _link_close(self, _child: Token, _at: int) -> None:
        self.spans.close()
        end = self.link_ends.pop()
        if end is None:
            return
        if isinstance(end, str):
            self.html.append(end)
        else:
            self._put(end)
        self.spans.leave_link()

    def _citation(self, child: Token, _at: int) -> None:
        for mark in child.meta.get("numbered", ()):
            self.spans.put_outside(mark)

    def _note_ref(self, child: Token, _at: int) -> None:
        numbered = child.meta.get("note_mark")
        if numbered is not None:
            self.spans.put_outside(NoteMark(*numbered))

    def _html_inline(self, child: Token, _at: int) -> None:
        self.spans.close()
        self.raw_html.put(child.content, self.html.append, self._put)

    def _put_all(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, str):
                self.html.append(piece)
            else:
                self._put(piece)


def _attributes(token: Token) -> str:
    """What a writer may say of an element, and how a table's cell is aligned."""
    if not token.attrs:
        return ""
    attributes = dict(token.attrs)
    aligned = ALIGNED.get(str(attributes.pop("style", "")))
    if aligned:
        attributes["class"] = f"{attributes.get('class', '')} {aligned}".strip()
    return "".join(
        f' {name}="{escape(str(attributes[name]))}"' for name in ATTRIBUTES if name in attributes
    )


def _placed_pull_quotes(inline: Token) -> Sequence[Token]:
    return [
        child
        for child in inline.children or ()
        if child.type == "pull_quote" and child.meta.get("is_placed")
    ]


def _is_only_pull_quotes(inline: Token) -> bool:
    return not any(
        child.type != "pull_quote" and words_of([child]).strip() for child in inline.children or ()
    )
