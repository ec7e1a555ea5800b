"""The settings of a site, with their defaults filled in."""

from pathlib import Path
from zoneinfo import ZoneInfo

from onrecord.diagnostics import Diagnostic, Outcome, Severity, code_named, diagnose
from onrecord.disk.files import FoundFile, UnsafePath, read_source, refused, safe_path
from onrecord.model import Allowance, FeedSettings, NavItem, Site
from onrecord.read.base_url import host_of, read_base_url
from onrecord.read.characters import find_bidi_controls
from onrecord.read.circumstances import Circumstances
from onrecord.read.honorifics import HONORIFICS
from onrecord.read.place import Place
from onrecord.read.schemas import SiteKeys, read_keys
from onrecord.read.yaml_file import YamlText, locate_yaml
from onrecord.text.frozen import Frozen, replace
from onrecord.text.located_yaml import YamlValue
from onrecord.text.source import Span

NAME = "site.yaml"
MAX_BYTES = 1_000_000
STAND_INS = {"title": "Untitled", "base_url": "https://example.invalid/"}
YEAR_OF_AUTHORITY = 2020
KEPT_FOR_THE_SITE = ("content", "layouts", ".git", ".onrecord", ".venv", "generator")


class SiteYaml(Frozen):
    """The settings of a site, whether all of site.yaml was read, and the digest of its bytes."""

    site: Site
    is_whole: bool
    digest: str = ""


def read_site_yaml(root: Path, base_url: str | None) -> Outcome[SiteYaml | None]:
    """The site; None where there is no site.yaml that can be read.

    Where single keys have errors their defaults stand in, so that all else can be checked too.
    """
    try:
        real = safe_path(root, NAME)
    except FileNotFoundError:
        return Outcome(None, (_missing(root),))
    except (UnsafePath, OSError) as error:
        return Outcome(None, (refused(NAME, error),))
    if real.is_dir():
        return Outcome(None, (refused(NAME, UnsafePath("a folder")),))
    source = read_source(FoundFile(NAME, real), MAX_BYTES)
    if source.value is None:
        return Outcome(None, source.diagnostics)
    settings = read_settings(source.value.text, root, base_url)
    value = replace(settings.value, digest=source.value.digest)
    return Outcome(value, (*find_bidi_controls(source.value), *settings.diagnostics))


def read_settings(text: str, root: Path, base_url: str | None = None) -> Outcome[SiteYaml]:
    """The site that a text of site.yaml describes, for a site in that folder."""
    yaml = locate_yaml(text, NAME, 1)
    found = list(yaml.diagnostics)
    keys = _keys_without_errors(yaml.value, found)
    site = _convert(keys, yaml.value.place, root, base_url, found)
    return Outcome(SiteYaml(site, yaml.value.is_whole), tuple(found))


def _missing(root: Path) -> Diagnostic:
    if (root / "site.yml").exists():
        message, hint = "there is a site.yml, but no site.yaml", "rename it to site.yaml"
    else:
        message = "this folder holds no site.yaml"
        hint = (
            "run the command in the site's folder, or write a site.yaml with title: and base_url:"
        )
    return diagnose("OR701", message, None, hint=hint)


def _keys_without_errors(yaml: YamlText, found: list[Diagnostic]) -> SiteKeys:
    """The keys as given, those with errors left out; what is wrong is added to `found`."""
    circumstances = Circumstances(ZoneInfo("UTC"), NAME)
    read = read_keys(SiteKeys, yaml.data, yaml.place, circumstances)
    found += yaml.certain(read.diagnostics)
    if read.value is not None:
        return read.value
    data: dict[str, YamlValue] = yaml.data if isinstance(yaml.data, dict) else {}
    usable: dict[str, YamlValue] = {**STAND_INS}
    lenient = Circumstances(ZoneInfo("UTC"), NAME, passes_over_unknown_keys=True)
    for key, value in data.items():
        alone: dict[str, YamlValue] = {**STAND_INS, key: value}
        if read_keys(SiteKeys, alone, yaml.place, lenient).value is not None and value is not None:
            usable[key] = value
    return SiteKeys.model_validate(usable, context=lenient)


def _convert(
    keys: SiteKeys, place: Place, root: Path, override: str | None, found: list[Diagnostic]
) -> Site:
    base_url = _base_url(keys, place, override, found)
    return Site(
        span=Span.start_of(NAME),
        title=keys.title,
        base_url=base_url,
        tagline=keys.tagline,
        description=keys.description,
        language=keys.language,
        timezone=keys.timezone,
        publisher=place.written_if_given(keys.publisher, "publisher"),
        tag_authority=keys.tag_authority or _unfrozen_authority(keys, base_url, found),
        output=_output(keys, place, root, found),
        theme=keys.theme,
        links=keys.links,
        feeds=_feeds(keys),
        link_mentions=keys.link_mentions,
        honorifics=HONORIFICS if keys.honorifics is None else keys.honorifics,
        allows_html=keys.html,
        has_quote_pages=keys.quote_pages,
        host=keys.host or "",
        max_article_bytes=keys.max_article_bytes,
        severities=_severities(keys, place, found),
        permalinks=keys.permalinks,
        nav=_nav(keys, place),
        policies=_policies(keys),
        allowances=_allowances(keys, place),
        house_style=tuple(keys.house_style.items()),
        has_search=keys.search,
        makes_images=keys.images,
        places=_places(keys, place),
    )


def _feeds(keys: SiteKeys) -> FeedSettings:
    feeds = keys.feeds
    return FeedSettings(feeds.content, feeds.limit, feeds.hub or "") if feeds else FeedSettings()


def _base_url(keys: SiteKeys, place: Place, override: str | None, found: list[Diagnostic]) -> str:
    read: Outcome[str | None]
    if override is not None:
        read = read_base_url(override, None)
    elif keys.base_url == STAND_INS["base_url"]:
        return keys.base_url
    else:
        read = read_base_url(keys.base_url, place.at("base_url").span)
    found += read.diagnostics
    return read.value or STAND_INS["base_url"]


def _unfrozen_authority(keys: SiteKeys, base_url: str, found: list[Diagnostic]) -> str:
    """What feed ids begin with for now; the warning proposes the same, so that they stay.

    A trial at another address does not change them.
    """
    lasting = read_base_url(keys.base_url, Span.start_of(NAME)).value or base_url
    authority = f"{host_of(lasting)},{YEAR_OF_AUTHORITY}"
    if base_url != STAND_INS["base_url"]:
        found.append(
            diagnose(
                "OR703",
                "the ids of feeds hang on base_url: should it change, readers see all items again",
                Span.start_of(NAME),
                hint=f'freeze them with a line tag_authority: "{authority}"',
            )
        )
    return authority


def _output(keys: SiteKeys, place: Place, root: Path, found: list[Diagnostic]) -> str:
    trouble = _trouble_with_output(keys.output, root)
    if not trouble:
        return "/".join(part for part in keys.output.split("/") if part not in {"", "."})
    span = place.at("output").span
    hint = "name a folder of its own inside the site's, as in output: public"
    found.append(diagnose("OR706", f"`output`: “{keys.output}” {trouble}", span, hint=hint))
    return "public"


def _trouble_with_output(output: str, root: Path) -> str:
    parts = [part for part in output.split("/") if part not in {"", "."}]
    if output.startswith(("/", "~")) or ".." in parts or ":" in output or "\\" in output:
        return "leads out of the site's folder"
    if not output.isprintable():
        return "holds an invisible character"
    if not parts:
        return "is the site's own folder"
    if parts[0].casefold() in KEPT_FOR_THE_SITE:
        return "belongs to the site itself"
    return _trouble_on_disk(parts, root)


def _trouble_on_disk(parts: list[str], root: Path) -> str:
    try:
        for end in range(1, len(parts) + 1):
            if not safe_path(root, "/".join(parts[:end])).is_dir():
                return "is a file"
    except FileNotFoundError:
        return ""
    except UnsafePath as error:
        return f"is {error.what}"
    except OSError as error:
        return f"cannot be looked into: {error.strerror}"
    return ""


def _severities(
    keys: SiteKeys, place: Place, found: list[Diagnostic]
) -> tuple[tuple[str, Severity], ...]:
    """The severities that the site sets. Errors stay errors: what follows could not be built."""
    listed = place.at("severity")
    kept: list[tuple[str, Severity]] = []
    for code_id, severity in keys.severity.items():
        code = code_named(code_id)
        if code is not None and code.severity is Severity.ERROR and severity is not Severity.ERROR:
            found.append(
                diagnose(
                    "OR111",
                    f"`severity`: {code_id} ({code.headline}) is always an error",
                    listed.at(code_id).span,
                    hint="delete the line; warnings and infos alone can be changed",
                )
            )
        else:
            kept.append((code_id, severity))
    return tuple(kept)


def _nav(keys: SiteKeys, place: Place) -> tuple[NavItem, ...]:
    listed = place.at("nav")
    return tuple(
        NavItem(title=entry.title, to=entry.to, span=listed.at(index).span)
        for index, entry in enumerate(keys.nav)
    )


def _policies(keys: SiteKeys) -> tuple[tuple[str, str], ...]:
    if keys.policies is None:
        return ()
    return tuple((name, to) for name, to in keys.policies if to is not None)


def _places(keys: SiteKeys, place: Place) -> tuple[tuple[str, Span], ...]:
    listed = place.at("policies")
    return (
        ("theme", place.at("theme").span),
        ("search", place.at("search").span),
        *((f"policies.{name}", listed.at(name).span) for name, _ in _policies(keys)),
    )


def _allowances(keys: SiteKeys, place: Place) -> tuple[Allowance, ...]:
    listed = place.at("allow")
    return tuple(
        Allowance(
            code=allowed.code,
            reason=allowed.reason,
            path=allowed.path,
            span=listed.at(index).span,
        )
        for index, allowed in enumerate(keys.allow)
    )
