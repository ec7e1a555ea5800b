"""The only part of site.yaml that annotating an article may know."""

from onrecord.text.frozen import Frozen


class AnnotationSettings(Frozen):
    """What of the site's settings changes a body."""

    language: str = "en"
    link_mentions: str = "section"
    honorifics: tuple[str, ...] = ()
    allows_html: bool = False
