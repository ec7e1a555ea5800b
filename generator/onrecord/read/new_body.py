"""An article after an edit of its body alone: no key of its front matter is read again."""

from codecs import BOM_UTF8

from onrecord.disk.files import decode
from onrecord.model import Article
from onrecord.read.characters import find_bidi_controls, find_control_characters
from onrecord.read.front_matter import split_front_matter
from onrecord.read.reading import Reading
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import replace

_ABOUT_THE_WHOLE_TEXT = frozenset({"OR109", "OR119", "OR120"})
"""What is told of characters and of an empty body: it may come and go with the body."""


def with_new_body(before: Reading[Article], raw: bytes, limit: int) -> Reading[Article] | None:
    """What the article's file gives now that it holds these bytes; None where it has to be read.

    That the front matter stayed is seen by the digest: with its old body it makes the old file.
    """
    if len(before.records) != 1 or len(raw) > limit:
        return None
    (article,) = before.records
    source = decode(article.path, raw).value
    front = split_front_matter(source).value if source else None
    if source is None or front is None:
        return None
    if any(found.code in _ABOUT_THE_WHOLE_TEXT for found in before.diagnostics):
        return None
    if find_bidi_controls(source) or find_control_characters(source, front.body_line):
        return None
    if not (front.body.strip() and article.body.strip()):
        return None
    if _digest_like(raw, source.text.removesuffix(front.body) + article.body) != article.digest:
        return None
    changed = replace(article, body=front.body, body_line=front.body_line, digest=source.digest)
    return replace(before, records=(changed,))


def _digest_like(raw: bytes, text: str) -> str:
    """The digest of a file with this text whose lines end, and which begins, as these bytes do."""
    ends = b"\r\n" if b"\r\n" in raw else b"\n"
    mark = BOM_UTF8 if raw.startswith(BOM_UTF8) else b""
    return digest_of_bytes(mark + text.encode().replace(b"\n", ends))
