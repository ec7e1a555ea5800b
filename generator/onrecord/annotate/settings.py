"""The only part of site.yaml that annotating an article may know."""

from onrecord.model import Site
from onrecord.text.frozen import Frozen


class AnnotationSettings(Frozen):
    """What of the site's settings changes a body."""

    language: str = "en"
    link_mentions: str = "section"
    honorifics: tuple[str, ...] = ()
    allows_html: bool = False


def settings_of(site: Site) -> AnnotationSettings:
    """What of site.yaml annotating a text may know."""
    return AnnotationSettings(
        site.language, site.link_mentions, site.honorifics, allows_html=site.allows_html
    )
