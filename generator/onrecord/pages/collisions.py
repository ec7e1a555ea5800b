"""Addresses that two pages would take, all of them at once, every file named."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.pages.planned import PlannedAsset, PlannedPage
from onrecord.text.frozen import Frozen
from onrecord.text.slugs import fold_address
from onrecord.text.source import Span

# What the site keeps for itself: files of the theme, assets, the search index, the preview, the
# manifest.
RESERVED_FILES = (
    "site.css", "theme.css", "own.css", "site.js", "search.css", "search.js", "icon.svg",
    ".onrecord-manifest.json",
)  # fmt: skip
OF_THE_PREVIEW = "_preview/"
RESERVED_FOLDERS = ("fonts/", "media/", "pagefind/", OF_THE_PREVIEW, ".onrecord/")

REDIRECT = "a redirect"
_LEAVE_OUT = "take this address out of redirect_from, or rename the other file"
_RENAME = "rename one of the files; an address may only be taken once"


class Claim(Frozen):
    """An output file and who wants it: files of the content, none for the site's own pages.

    `span` is the place that gives the address, where that is known.
    """

    path: str
    permalink: str
    sources: tuple[str, ...]
    what: str  # "the page", "a redirect", "the site's list of actors"
    span: Span | None = None


def find_collisions(
    claims: Sequence[Claim], assets: Sequence[PlannedAsset]
) -> tuple[Diagnostic, ...]:
    """One finding for each address that is wanted twice, or that the site keeps for itself.

    Addresses are compared as a disk may that knows neither case nor forms of accents; a file in the
    place of a folder is a collision too.
    """
    by_path: dict[str, list[Claim]] = {}
    for claim in claims:
        by_path.setdefault(fold_address(claim.path), []).append(claim)
    found = [*_taken_twice(by_path), *_files_for_folders(by_path), *_reserved(by_path)]
    return (*found, *_assets_taken_twice(assets))


def claim_of(page: PlannedPage, what: str) -> Claim:
    """A planned page's claim on its output file."""
    return Claim(page.path, page.permalink, page.sources, what, page.span)


def _taken_twice(by_path: Mapping[str, list[Claim]]) -> Iterator[Diagnostic]:
    for claims in by_path.values():
        if len(claims) > 1:
            yield _collision(claims)


def _files_for_folders(by_path: Mapping[str, list[Claim]]) -> Iterator[Diagnostic]:
    """A page at "a.xml" beside one at "a.xml/index.html"."""
    for path, claims in by_path.items():
        folder = path.rpartition("/")[0]
        while folder:
            if folder in by_path:
                yield _collision([*by_path[folder], *claims])
            folder = folder.rpartition("/")[0]


def _reserved(by_path: Mapping[str, list[Claim]]) -> Iterator[Diagnostic]:
    for path, claims in by_path.items():
        if path in RESERVED_FILES or path.startswith(RESERVED_FOLDERS):
            for claim in claims:
                yield _kept_by_the_site(claim, "keeps that address for its own files")


def _collision(claims: Sequence[Claim]) -> Diagnostic:
    """Two files want one address; or one file wants that of a page of the site's own."""
    written = [claim for claim in claims if claim.sources]
    own = [claim for claim in claims if not claim.sources]
    if own and written:
        return _kept_by_the_site(written[0], f"has {own[0].what} there")
    first, *others = sorted(written or claims, key=lambda claim: claim.what != REDIRECT)
    where = " and ".join(f"{claim.what} of {_files(claim)}" for claim in claims)
    return diagnose(
        "OR501",
        f"{first.permalink} is the address of {where}",
        _span(first),
        hint=_LEAVE_OUT if first.what == REDIRECT else _RENAME,
        related=[
            Related(f"{claim.what} with the same address", span)
            for claim in others
            if (span := _span(claim)) is not None
        ],
    )


def _kept_by_the_site(claim: Claim, why: str) -> Diagnostic:
    return diagnose(
        "OR511",
        f"{claim.what} of {_files(claim)} cannot be at {claim.permalink}: the site {why}",
        _span(claim),
        hint="rename the file, or change its id, redirect_from or the permalinks of site.yaml",
    )


def _assets_taken_twice(assets: Sequence[PlannedAsset]) -> Iterator[Diagnostic]:
    by_path: dict[str, list[PlannedAsset]] = {}
    for asset in assets:
        by_path.setdefault(fold_address(asset.path), []).append(asset)
    for same in by_path.values():
        if len(same) > 1:
            first, *others = [f"content/{asset.source}" for asset in same]
            yield diagnose(
                "OR501",
                f"{first} and {', '.join(others)} would be one file on some disks and servers",
                Span.start_of(first),
                hint="rename one of them, so that more than capitals or accents tell them apart",
                related=[Related("the other file", Span.start_of(other)) for other in others],
            )


def _files(claim: Claim) -> str:
    return ", ".join(claim.sources) or "the site"


def _span(claim: Claim) -> Span | None:
    if claim.span is None and claim.sources:
        return Span.start_of(claim.sources[0])
    return claim.span
