"""The site: what site.yaml says, with its defaults filled in."""

from typing import ClassVar
from zoneinfo import ZoneInfo

from onrecord.diagnostics import Severity
from onrecord.model.written import Placed, Written
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span


class FeedSettings(Frozen):
    """What feeds carry: `content` is "full" or "summary", `hub` a WebSub address or ""."""

    content: str = "full"
    limit: int = 20
    hub: str = ""


class NavItem(Placed, kw_only=True):
    """An entry of the site's navigation; `to` is a page of the site or a web address."""

    title: str
    to: str


class Allowance(Placed, kw_only=True):
    """A finding knowingly accepted. `path` is a glob; a front matter's own path in its allow."""

    code: str
    reason: str
    path: str


class Site(Placed, kw_only=True):
    """The whole of site.yaml. `base_url` ends with a slash; `base_path` is its path.

    `feed_authority` is the part of feed ids after "tag:". `severities` override the table of codes.
    `places` tells where single keys stand: "theme", "policies.ethics".
    """

    PLACING: ClassVar[frozenset[str]] = frozenset({"span", "places"})

    title: str
    base_url: str
    tagline: str = ""
    description: str = ""
    language: str = "en"
    timezone: str = "UTC"
    publisher: Written | None = None
    tag_authority: str
    output: str = "public"
    theme: str = "default"
    links: str = "folder"  # or "file"
    feeds: FeedSettings = FeedSettings()
    link_mentions: str = "section"
    honorifics: tuple[str, ...] = ()
    allows_html: bool = False
    has_quote_pages: bool = False
    host: str = ""  # or "netlify", "cloudflare", "gitlab"
    max_article_bytes: int = 2_000_000
    severities: tuple[tuple[str, Severity], ...] = ()
    permalinks: str = "/briefings/{slug}/"
    nav: tuple[NavItem, ...] = ()
    policies: tuple[tuple[str, str], ...] = ()
    allowances: tuple[Allowance, ...] = ()
    house_style: tuple[tuple[str, str], ...] = ()
    has_search: bool = False
    makes_images: bool = False
    places: tuple[tuple[str, Span], ...] = ()

    def place_of(self, key: str) -> Span:
        """Where a key stands in site.yaml; its first line where the key is not known to."""
        return dict(self.places).get(key, self.span)

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def base_path(self) -> str:
        """The path of base_url: "/" or "/repo/"."""
        return "/" + self.base_url.split("://", 1)[1].partition("/")[2]
