"""What a site publishes, told by the program: its plan, and what its writers say of themselves."""

import ast
import inspect
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from onrecord.pages.planned import FromEdition, PlannedPage
from tests.rig.contract import in_tables
from tests.rig.needs import ROOT
from tests.rig.planned import plan_of
from tests.rig.sites import DEFAULT_SITE_YAML, build_folder, write_site

PACKAGE = ROOT / "generator/onrecord"
ASSETS = ROOT / "layouts/assets"
_BESIDES = (
    "What lies in `layouts/assets/` of the site, its theme or onrecord is published as it is."
)
_ARTICLE = """\
---
title: An article
date: 2020-01-06
{more}
---
“We shall close the harbour,” said Ada Holm.
"""
_QUOTE = "quotes: [{id: quote, speaker: id, text: We shall close the harbour, source: id}]"
_ACTOR = "actors: [{id: id, name: Ada Holm, role: mayor}]"
_SOURCE = "sources: [{id: id, kind: own, title: A talk}]"
_SAID = f"{_ACTOR}\n{_QUOTE}\n{_SOURCE}"
_NAMES = {name: f"{{{name}}}" for name in ("slug", "quote", "id", "former", "page")}


def _article(more: str) -> Mapping[str, str]:
    return {"content/articles/slug.md": _ARTICLE.format(more=more)}


def _with(setting: str, more: str = "") -> Mapping[str, str]:
    return {"site.yaml": f"{DEFAULT_SITE_YAML}{setting}\n", **_article(more or "x_: none")}


# Each occasion with a site of it; what the sites before it have as well is not told again.
_OCCASIONS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("always", {}),
    ("each article", _article("x_: none")),
    ("each actor that is named", _article(_ACTOR)),
    ("each source that is cited", _article(_SAID)),
    ("each topic that is named", _article("topics: [id]")),
    ("each plain page", {"content/pages/page.md": "---\ntitle: A page\n---\nText.\n"}),
    ("each quote, with `quote_pages: true`", _with("quote_pages: true", _SAID)),
    ("each entry of `redirect_from`", _article("redirect_from: [former]")),
    ("`search: true`", _with("search: true")),
    ("`host: gitlab`", _with("host: gitlab")),
    ("`host: netlify`", _with("host: netlify")),
    ("`host: cloudflare`", _with("host: cloudflare")),
)
_LINK = re.compile(r"^(.+), (https://\S+)$")
_PICTURED = {
    "content/articles/slug.md": _ARTICLE.format(more="image: quay.svg\nimages: {quay.svg: A quay}"),
    "content/articles/quay.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
}


@dataclass(frozen=True, slots=True)
class Published:
    """A file of a site: where it is, and the occasions on which it is made."""

    permalink: str
    page: PlannedPage
    occasions: list[str]


def published() -> tuple[Published, ...]:
    """Every file that any site has, one of each kind, in the order of the occasions."""
    found: dict[str, Published] = {}
    for occasion, files in _OCCASIONS:
        with tempfile.TemporaryDirectory(prefix="onrecord-formats-") as folder:
            for page in plan_of(write_site(Path(folder), dict(files))).pages:
                shown = "/".join(_NAMES.get(part, part) for part in page.permalink.split("/"))
                known = found.setdefault(shown, Published(shown, page, []))
                if known.page is page or _is_for_hosts(known):
                    known.occasions.append(occasion)
    return tuple(found.values())


def _is_for_hosts(known: Published) -> bool:
    """Several hosts take one file."""
    return all(occasion.startswith("`host: ") for occasion in known.occasions)


class _Told(NamedTuple):
    holds: str
    follows: str


def told_by_writers() -> Mapping[str, _Told]:
    """What docstrings of the package say of a file whose name they begin with, as in "feed.xml:"."""
    told: dict[str, _Told] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in (tree, *tree.body):
            if not isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
                continue
            text = ast.get_docstring(node) or ""
            follows = re.search(r"^Follows (.+?)$", text, re.MULTILINE)
            if named := re.match(r"([a-z._/-]+): (.+)", text):
                standard = _LINK.sub(r"[\1](\2)", follows[1]) if follows else ""
                told[named[1]] = _Told(_sentence(named[2]), standard)
    return told


def unplanned() -> tuple[str, ...]:
    """The files of a built site that no plan has, by their folders."""
    with tempfile.TemporaryDirectory(prefix="onrecord-formats-") as folder:
        site = write_site(Path(folder) / "site", {**_with("search: true"), **_PICTURED})
        built = build_folder(site)
        assert built.exit_code == 0, built.findings
        planned = {page.path for page in plan_of(site).pages}
        assets = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*")}
        left = built.files().keys() - planned - assets
    return tuple(sorted({re.sub(r"(?<=/).+", "", path) for path in left}))


def sections() -> Iterator[tuple[str, str]]:
    """What the reference says, each with its heading."""
    told = told_by_writers()
    pages, files = [], []
    for one in published():
        when = ", ".join(one.occasions)
        if one.page.layout.endswith(".html"):
            pages.append((f"`{one.permalink}`", _holds(one.page), _types(one.page), when))
        else:
            follows = told[one.page.layout].follows
            files.append((f"`{one.permalink}`", _holds(one.page), follows, when))
    besides = [(f"`/{name}`", told[name].holds) for name in unplanned()]
    yield "Pages", in_tables(("address", "what it shows", "linked data", "made for"), pages)
    yield "Files for machines", in_tables(("file", "what it holds", "follows", "made for"), files)
    yield "Besides", f"{in_tables(('file', 'what it holds'), besides)}\n\n{_BESIDES}"


def _holds(page: PlannedPage) -> str:
    """What the function that makes its view says that it shows."""
    assert isinstance(page.build_view, FromEdition)
    first, _, _ = (inspect.getdoc(page.build_view.build) or "").partition("\n")
    return _sentence(re.sub(r"^\S+: (?=a )", "", first))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def _types(page: PlannedPage) -> str:
    """The kinds of things that its linked data is about."""
    document = getattr(getattr(page.build_view(), "frame", None), "linked_data", "")
    graph = json.loads(document)["@graph"] if document else []
    return ", ".join(f"`{node['@type']}`" for node in graph)
