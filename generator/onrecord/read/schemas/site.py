"""The keys of site.yaml."""

from re import compile as pattern
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field

from onrecord.diagnostics import Severity
from onrecord.read.circumstances import Circumstances
from onrecord.read.schemas.addresses import (
    CONTROLS,
    UNSAFE_IN_PATHS,
    WebAddress,
    problem_with_web_address,
)
from onrecord.read.schemas.allowances import CodeId, SiteAllowanceKeys
from onrecord.read.schemas.articles import LinkMentions
from onrecord.read.schemas.keys import (
    NO_TIME_ZONE,
    NOT_AN_ADDRESS,
    WRONG,
    Keys,
    Many,
    Reads,
    refusal,
)
from onrecord.read.schemas.scalars import (
    Flag,
    Id,
    Language,
    Line,
    Text,
    Title,
    number,
    one_of,
    read_text,
)
from onrecord.text.similar import closest
from onrecord.text.slugs import is_windows_device_name

PLACEHOLDER = pattern(r"\{([^{}]*)\}")
PERMALINK_PARTS = ("slug", "year", "month", "day")
UNSAFE_IN_PERMALINKS = pattern(r"[\x00-\x20\x7f-\x9f\\?#%:*<>|\"]")
THEME = pattern(r"[A-Za-z0-9][A-Za-z0-9_-]*")
AUTHORITY = pattern(r"[A-Za-z0-9@.-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
LONGEST_PATTERN = 100
FEWEST_BYTES, MOST_BYTES = 1_000, 1_000_000_000


def read_timezone(value: object, circumstances: Circumstances) -> str:
    """A name of the IANA list of time zones."""
    text = read_text(value, circumstances)
    try:
        ZoneInfo(text)
    except (OSError, ValueError, KeyError):
        by_city = {name.rpartition("/")[2]: name for name in sorted(available_timezones())}
        near = closest(text, by_city.values()) or by_city.get(closest(text, by_city) or "")
        hint = f"did you mean {near}?" if near else "write a name such as Europe/London or UTC"
        raise refusal(NO_TIME_ZONE, f"there is no time zone “{text}”", hint) from None
    return text


def read_permalinks(value: object, circumstances: Circumstances) -> str:
    """The pattern of a briefing's address."""
    text = read_text(value, circumstances)
    example = "write a pattern such as /briefings/{slug}/ or /{year}/{month}/{slug}/"
    for part in PLACEHOLDER.findall(text):
        if part not in PERMALINK_PARTS:
            near = closest(part, PERMALINK_PARTS)
            hint = f"did you mean {{{near}}}?" if near else example
            raise refusal(WRONG, f"“{{{part}}}” is no part of an address", hint)
    bare = PLACEHOLDER.sub("", text)
    if "{" in bare or "}" in bare:
        raise refusal(WRONG, f"a bracket is left open in “{text}”", example)
    if "{slug}" not in text:
        raise refusal(WRONG, f"“{text}” does not hold {{slug}}, so articles would collide", example)
    if not text.startswith("/") or not text.endswith("/"):
        proposed = f"/{text.strip('/')}/"
        raise refusal(WRONG, f"“{text}” does not begin and end with /", f"write {proposed}")
    segments = text[1:-1].split("/")
    is_odd = any(not part or part[0] == "." or part[-1] == "." for part in segments)
    if UNSAFE_IN_PERMALINKS.search(text) or UNSAFE_IN_PATHS.search(text) or is_odd:
        raise refusal(WRONG, f"“{text}” is not an address", example)
    if len(text.encode()) > LONGEST_PATTERN:
        raise refusal(WRONG, f"the pattern has {len(text)} characters", example)
    for part in filter(is_windows_device_name, segments):
        told = f"Windows keeps the name “{part}” for a device, so no address can hold it"
        raise refusal(WRONG, told, example)
    return text


def read_theme(value: object, circumstances: Circumstances) -> str:
    """The name of a theme."""
    text = read_text(value, circumstances)
    if THEME.fullmatch(text):
        return text
    raise refusal(WRONG, f"“{text}” is not the name of a theme", "write its name, as in default")


def read_authority(value: object, circumstances: Circumstances) -> str:
    """The part of feed ids that never changes: a host and a date."""
    text = read_text(value, circumstances)
    if AUTHORITY.fullmatch(text):
        return text
    hint = "write a host that is yours, a comma and a year in which it was: example.org,2020"
    raise refusal(WRONG, f"“{text}” cannot begin the ids of a feed", hint)


def read_destination(value: object, circumstances: Circumstances) -> str:
    """A page of the site by its address, or a web address."""
    text = read_text(value, circumstances)
    has_scheme = ":" in text.partition("/")[0]
    if has_scheme or text.startswith("//"):
        problem = problem_with_web_address(text)
        if problem is not None:
            raise refusal(NOT_AN_ADDRESS, *problem)
        return text
    address = text.removesuffix(".md")
    address = address if address.startswith("/") else f"/{address}"
    path, hash_, fragment = address.partition("#")
    if "." not in path.rpartition("/")[2] and not path.endswith("/"):
        path += "/"
    if CONTROLS.search(text) or "\\" in text or ".." in path.split("/") or text in {"", "#"}:
        hint = "write a page's address, as in /about/, or a web address"
        raise refusal(WRONG, f"“{text}” is not a page", hint)
    return path + hash_ + fragment


SEVERITY = one_of(Severity)

TimeZone = Annotated[str, Reads(read_timezone, {"type": "string"})]
Permalinks = Annotated[
    str, Reads(read_permalinks, {"type": "string", "pattern": r"^/.*\{slug\}.*/$"})
]
Theme = Annotated[str, Reads(read_theme, {"type": "string"})]
Authority = Annotated[str, Reads(read_authority, {"type": "string"})]
Destination = Annotated[str, Reads(read_destination, {"type": "string"})]
SeverityKey = Annotated[Severity, SEVERITY]

Host = Annotated[str, one_of(("netlify", "cloudflare", "gitlab"))]


class FeedKeys(Keys):
    """What feeds carry."""

    NOUN: ClassVar[str] = "what feeds carry"
    FORM: ClassVar[str] = "{content: summary, limit: 20}"

    content: Annotated[str, one_of(("full", "summary"))] = Field(
        "full", description="Whether feeds carry whole briefings."
    )
    limit: Annotated[int, number(1, 1000)] = Field(20, description="How many briefings.")
    hub: WebAddress | None = Field(None, description="The address of a WebSub hub.")


class NavKeys(Keys):
    """An entry of the navigation."""

    NOUN: ClassVar[str] = "an entry of the navigation"
    FORM: ClassVar[str] = "{title: About, to: /about/}"

    title: Title = Field(description="The words shown.", examples=["About"])
    to: Destination = Field(description="A page's address, or a web address.", examples=["/about/"])


class PolicyKeys(Keys):
    """The pages that say how the newsroom works."""

    NOUN: ClassVar[str] = "pages on how the newsroom works"
    FORM: ClassVar[str] = "{corrections: /corrections-policy/}"

    corrections: Destination | None = Field(None, description="How mistakes are corrected.")
    ethics: Destination | None = Field(None, description="The code of ethics.")
    unnamed_sources: Destination | None = Field(None, description="When sources stay unnamed.")
    verification: Destination | None = Field(None, description="How facts are checked.")
    ownership: Destination | None = Field(None, description="Who owns and pays.")


class SiteKeys(Keys):
    """The whole of site.yaml."""

    NOUN: ClassVar[str] = "the keys of a site"
    FORM: ClassVar[str] = "lines such as title: … and base_url: …"

    title: Title = Field(description="The site's name.", examples=["The Record"])
    base_url: Line = Field(
        description="The full address of the published site.",
        examples=["https://user.github.io/repo/"],
    )
    tagline: Line = Field("", description="What the site is, in a few words.")
    description: Line = Field("", description="What the site is, in a few sentences.")
    language: Language = Field("en", description="The language of the site.")
    timezone: TimeZone = Field("UTC", description="The time zone in which times are shown.")
    publisher: Id | None = Field(None, description="The id of the actor that publishes the site.")
    tag_authority: Authority | None = Field(
        None, description="What the ids of feeds begin with; never to be changed."
    )
    output: Line = Field("public", description="The folder into which the site is built.")
    theme: Theme = Field("default", description="The name of the theme.")
    links: Annotated[str, one_of(("folder", "file"))] = Field(
        "folder", description="file makes links that work from a folder, without a server."
    )
    feeds: FeedKeys | None = Field(None, description="What feeds carry.")
    link_mentions: LinkMentions = Field("section", description="Which mentions become links.")
    honorifics: Many[Title] | None = Field(None, description="Titles before names, as in Mr.")
    html: Flag = Field(default=False, description="Whether articles may hold HTML.")
    quote_pages: Flag = Field(default=False, description="Whether each quote has its own page.")
    host: Host | None = Field(
        None, description="The host that publishes it, where that takes orders from files."
    )
    max_article_bytes: Annotated[int, number(FEWEST_BYTES, MOST_BYTES)] = Field(
        2_000_000, description="The size over which an article is refused."
    )
    severity: dict[CodeId, SeverityKey] = Field(
        {}, description="Findings that are to be more or less severe, by their codes."
    )
    permalinks: Permalinks = Field(
        "/briefings/{slug}/", description="The pattern of a briefing's address."
    )
    nav: Many[NavKeys] = Field((), description="The navigation.")
    policies: PolicyKeys | None = Field(None, description="The pages on how the newsroom works.")
    house_style: dict[Title, Text] = Field({}, description="Words to avoid, and what to write.")
    search: Flag = Field(default=False, description="Whether the site has a search page.")
    images: Flag = Field(default=False, description="Whether pictures are made in several sizes.")
    allow: Many[SiteAllowanceKeys] = Field((), description="Findings knowingly accepted.")
