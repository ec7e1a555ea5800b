"""Pictures in the text: alone in a paragraph they are figures, with caption and credit."""

from collections.abc import Iterable, Mapping, Sequence

from markdown_it.token import Token

from onrecord.annotate.body import AssetAddress, PictureSize, Piece
from onrecord.annotate.escape import escape
from onrecord.annotate.links import Address
from onrecord.model import Image


class Pictures:
    """Renders pictures, with what the front matter's `images` says of them."""

    def __init__(self, images: Iterable[Image]) -> None:
        self._by_path: Mapping[str, Image] = {image.path: image for image in images}

    def figure(self, token: Token) -> Sequence[Piece]:
        """A picture that stands alone."""
        leads = token.meta.get("leads")
        if not isinstance(leads, AssetAddress):
            return ("<p>", *self.picture(token, is_in_link=False), "</p>\n")
        image = self._by_path.get(leads.path)
        caption = image.caption.text if image and image.caption else ""
        caption = caption or str(token.attrs.get("title", ""))
        credit = image.credit if image else ""
        shown = [escape(caption)] if caption else []
        if credit:
            shown.append(f"<small>{escape(credit)}</small>")
        told = f"<figcaption>{' '.join(shown)}</figcaption>" if shown else ""
        picture = self._picture(token, leads, has_title=False)
        return ("<figure>", *picture, f"{told}</figure>\n")

    def picture(self, token: Token, *, is_in_link: bool) -> Sequence[Piece]:
        """A picture among words; one that is not published is a link, or its words."""
        leads = token.meta.get("leads")
        if isinstance(leads, AssetAddress):
            return self._picture(token, leads, has_title=True)
        words = escape(words_of(token.children or ()) or "Picture")
        if isinstance(leads, Address) and not is_in_link:
            return (f'<a href="{escape(leads.href)}" rel="external">{words}</a>',)
        return (words,)

    def _picture(self, token: Token, leads: AssetAddress, *, has_title: bool) -> Sequence[Piece]:
        image = self._by_path.get(leads.path)
        alt = words_of(token.children or ()) or (image.alt if image else "")
        names = ("id", "class", "lang", "title") if has_title else ("id", "class", "lang")
        attributes = "".join(
            f' {name}="{escape(str(token.attrs[name]))}"' for name in names if name in token.attrs
        )
        return (
            '<img src="', leads, f'" alt="{escape(alt)}"{attributes}', PictureSize(leads.path), ">",
        )  # fmt: skip


def is_picture_alone(inline: Token) -> bool:
    """True for a paragraph's text that is one picture."""
    children = inline.children or ()
    return len(children) == 1 and children[0].type == "image"


def words_of(tokens: Iterable[Token]) -> str:
    """The words of inline tokens without markup."""
    pieces: list[str] = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            pieces.append(" ")
        elif token.type == "image":
            pieces.append(words_of(token.children or ()))
        elif token.type in {"text", "text_special", "mark_text", "code_inline"}:
            pieces.append(token.content)
    return "".join(pieces)
