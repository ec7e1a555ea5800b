"""Under which keys it is remembered what files held and what texts told."""

from hashlib import blake2b

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.annotate.settings import AnnotationSettings
from onrecord.diagnostics import Outcome
from onrecord.enlist.cast import EnlistedArticle, EnlistedProse
from onrecord.read.reading import Rules
from onrecord.text.codec import encode
from onrecord.text.frozen import replace

Annotated = Outcome[AnnotatedArticle]


def without_body(text: EnlistedArticle) -> EnlistedArticle:
    """What an article's text needs of the site, without the text itself."""
    return replace(text, article=replace(text.article, body="", body_line=0, digest=""))


def text_key(text: EnlistedArticle | EnlistedProse, settings: AnnotationSettings) -> str:
    """Under which key it is remembered what a text tells.

    An article's body need not be there: the digest of its file stands for it.
    """
    if isinstance(text, EnlistedArticle):
        text = replace(text, article=replace(text.article, body=""))
    return _key(encode(settings), encode(text))


def reading_key(kind: str, path: str, digest: str, rules: Rules) -> str:
    """Under which key it is remembered what a file of these bytes held."""
    return _key(encode((kind, encode(rules))), encode((path, digest)))


def _key(*parts: bytes) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
