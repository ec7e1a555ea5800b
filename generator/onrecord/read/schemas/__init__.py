"""What writers may type: the keys of every noun with their descriptions, and how they are read."""

from onrecord.read.schemas.actors import ActorKeys, InlineActorKeys, ListingKeys, NamedActorKeys
from onrecord.read.schemas.addresses import problem_with_web_address, resolve_in_content
from onrecord.read.schemas.allowances import AllowanceKeys, SiteAllowanceKeys
from onrecord.read.schemas.articles import ArticleKeys, CorrectionKeys, ImageKeys, NoteKeys
from onrecord.read.schemas.keys import Keys, known_keys
from onrecord.read.schemas.quotes import PassageKeys, QuoteKeys, SharedQuoteKeys, SourceRefKeys
from onrecord.read.schemas.reading import (
    missing_for_a_slip,
    misspelt,
    read_keys,
    without_consequences,
)
from onrecord.read.schemas.site import SiteKeys
from onrecord.read.schemas.sources import ConsultedKeys, LocalSourceKeys, SourceKeys
from onrecord.read.schemas.themes import ThemeKeys
from onrecord.read.schemas.topics import PageKeys, TopicKeys

__all__ = [
    "ActorKeys",
    "AllowanceKeys",
    "ArticleKeys",
    "ConsultedKeys",
    "CorrectionKeys",
    "ImageKeys",
    "InlineActorKeys",
    "Keys",
    "ListingKeys",
    "LocalSourceKeys",
    "NamedActorKeys",
    "NoteKeys",
    "PageKeys",
    "PassageKeys",
    "QuoteKeys",
    "SharedQuoteKeys",
    "SiteAllowanceKeys",
    "SiteKeys",
    "SourceKeys",
    "SourceRefKeys",
    "ThemeKeys",
    "TopicKeys",
    "known_keys",
    "missing_for_a_slip",
    "misspelt",
    "problem_with_web_address",
    "read_keys",
    "resolve_in_content",
    "without_consequences",
]
