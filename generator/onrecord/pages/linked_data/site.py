"""The site and whoever publishes it."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.address import absolute_url, asset_address
from onrecord.formats import Json, Node
from onrecord.model import Actor
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.parties import NEWS_ORGANISATION, PERSON, actor_id, type_of
from onrecord.pages.parts.frame import plain_spaces, publisher_name, site_page
from onrecord.pages.search_entries import ADDRESS as SEARCH

_POLICIES: Mapping[str, str] = MappingProxyType(
    {
        "corrections": "correctionsPolicy",
        "ethics": "ethicsPolicy",
        "unnamed_sources": "unnamedSourcesPolicy",
        "verification": "verificationFactCheckingPolicy",
        "ownership": "ownershipFundingInfo",
    }
)


def publisher_id(edition: Edition) -> str:
    """The `@id` of the publisher: its own where it is an actor of the site."""
    profile = _publisher(edition)
    if profile is not None:
        return actor_id(edition, profile.id)
    return absolute_url(edition.site, "/#publisher")


def publisher(edition: Edition) -> Node:
    """The publisher as every briefing names it."""
    profile = _publisher(edition)
    image = profile.image if profile is not None else ""
    kind = type_of(edition, profile) if profile is not None else NEWS_ORGANISATION
    picture = absolute_url(edition.site, asset_address(image)) if _has(edition, image) else ""
    return {
        "@type": kind,
        "@id": publisher_id(edition),
        "name": publisher_name(edition) or plain_spaces(edition.site.title),
        "url": absolute_url(edition.site, "/"),
        "image" if kind == PERSON else "logo": picture,
    }


def publisher_with_policies(edition: Edition) -> Node:
    """The publisher as the front page tells of it, with the site's policies."""
    told = publisher(edition)
    if told["@type"] == PERSON:  # of a person nothing of the kind can be said
        return told
    return {**told, **_policies(edition)}


def website(edition: Edition) -> Node:
    """The site as a whole."""
    site = edition.site
    return {
        "@type": "WebSite",
        "@id": absolute_url(site, "/#website"),
        "name": plain_spaces(site.title),
        "url": absolute_url(site, "/"),
        "inLanguage": site.language,
        "publisher": {"@id": publisher_id(edition)},
        "potentialAction": _search(edition) if site.has_search else {},
    }


def _search(edition: Edition) -> Node:
    return {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": absolute_url(edition.site, SEARCH) + "?q={q}",
        },
        "query-input": "required name=q",
    }


def _publisher(edition: Edition) -> Actor | None:
    named = edition.site.publisher
    profile = edition.dossier.profiles.get(named.text) if named is not None else None
    return profile if profile is not None and type_of(edition, profile) else None


def _has(edition: Edition, image: str) -> bool:
    return image in edition.dossier.assets


def _policies(edition: Edition) -> dict[str, Json]:
    policies: dict[str, Json] = {}
    for name, to in edition.site.policies:
        permalink, address = site_page(to)
        if name in _POLICIES:
            policies[_POLICIES[name]] = address or absolute_url(edition.site, permalink)
    return policies
