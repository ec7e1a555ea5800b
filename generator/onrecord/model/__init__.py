"""The nouns of a briefing as frozen records, complete when made; no files and no HTML in them."""

from onrecord.model.actors import Actor, ActorKind, Relation, RelationType, Role
from onrecord.model.articles import (
    Article,
    Correction,
    CorrectionKind,
    Event,
    Image,
    Listing,
    Note,
    NoteKind,
)
from onrecord.model.quotes import Original, OtherWording, Quote, SourceRef, Speaker, Unnamed
from onrecord.model.site import Allowance, FeedSettings, NavItem, Site
from onrecord.model.sources import Source, SourceKind
from onrecord.model.topics import PlainPage, Topic
from onrecord.model.written import Placed, Written

__all__ = [
    "Actor",
    "ActorKind",
    "Allowance",
    "Article",
    "Correction",
    "CorrectionKind",
    "Event",
    "FeedSettings",
    "Image",
    "Listing",
    "NavItem",
    "Note",
    "NoteKind",
    "Original",
    "OtherWording",
    "Placed",
    "PlainPage",
    "Quote",
    "Relation",
    "RelationType",
    "Role",
    "Site",
    "Source",
    "SourceKind",
    "SourceRef",
    "Speaker",
    "Topic",
    "Unnamed",
    "Written",
]
