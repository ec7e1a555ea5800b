"""Small sites, and the linked data of their pages before it is rendered."""

import json
from collections.abc import Iterable

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.link.dossier import Dossier
from onrecord.model import Actor, ActorKind, Article, Site, Source, SourceKind
from onrecord.pages.planned import PlannedPage
from onrecord.pages.views import MachineView
from onrecord.text.frozen import replace
from tests.rig.linked_data import Node
from tests.rig.planned import planned
from tests.rig.records import actor, content, linked
from tests.rig.sites import split_site

BASE = "https://example.org/"
NEWS = f"{BASE}briefings/news/"
ADA = actor("ada", "Ada One")
PORT = actor("port", "Port Co", kind=ActorKind.COMPANY)
LAND = actor("land", "The Land", kind=ActorKind.STATE)
NOBODY = actor("nobody", "A guard", kind=ActorKind.UNNAMED)

_SITE = """\
--- site.yaml ---
title: The Record
base_url: https://example.org/repo/
tag_authority: "example.org,2020"
publisher: record-company
quote_pages: true
policies: {ethics: /ethics/, verification: https://example.org/how, ownership: /ethics/}
--- content/pages/ethics.md ---
---
title: Ethics
language: fr
---
Nous corrigeons.
--- content/sources/gone.yaml ---
id: gone
kind: report
title: What stood there
author: [Port Authority, Ada Holm]
publisher: Port Press
url: https://gone.example/
archived: {url: https://archive.example/gone, date: 2020-01-02}
status: dead
--- content/actors/people.yaml ---
- {id: record-company, name: The Record Company, kind: company, image: /mark.svg}
- id: ada-holm
  name: Ada Holm
  kind: person
  image: /mark.svg
  born: 1957~
  died: 2020-01
  nationality: [DK, IR]
  same_as: [https://ada.example/]
  wikidata: Q1
  checked: 2020-01-09
  roles:
    - {title: Mayor, since: 1998~}
    - {title: Judge, at: a-body, until: 1997}
    - {title: Guest, at: a-state, since: 1980, until: 1981}
  relations:
    - {type: parent-of, with: a-person}
    - {type: spouse-of, with: bo}
    - {type: works-for, with: a-company, since: 2019}
    - {type: member-of, with: a-party}
- {id: bo, name: Bo, kind: person}
--- content/mark.svg ---
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
"""

_ARTICLE = """\
---
title: The harbour
date: 2020-01-06 10:00
authors: [Ada Holm the younger, ada-holm]
place: The quay
image: /mark.svg
images: {/mark.svg: {alt: A mark}}
topics: [ports, trade]
actors: ACTORS
quotes:
  - {id: closed, speaker: ada-holm, text: The harbour is closed, source: [gone, a-law], said: 2020~,
     place: Town hall, about: a-state, original: {language: da, text: Havnen er lukket, by: staff}}
  - {id: guard, speaker: {unnamed: a guard, why: fears for the job}, text: Nobody told us}
  - {id: both, speaker: [a-company, bo], text: The ships will stay, said: 2020-01-05}
sources: SOURCES
notes:
  - {text: harbour is closed, kind: fact-check, verdict: wrong, note: It is open.}
  - {text: fish was sold, kind: fact-check, verdict: true in part, note: Some was.}
corrections:
  - {date: 2020-01-07, was: The ships left., now: The ships stay., note: We misread the log.}
events: [{date: 2020-01-02, title: The harbour is closed}]
---
“The harbour is closed,” said Ada Holm. “Nobody told us,” said a guard. “The ships will stay,” said
the company and Bo. The ships stay. All fish was sold. There were NAMES, and nobody else.
"""


def every_kind() -> dict[str, str]:
    """The files of a site in which every kind of thing is told of that machines can be told of.

    Among them are all kinds of actors, sources and articles, fact-checks, a translation, a speaker
    without a name, posts and family.
    """
    kinds = [kind.value for kind in ActorKind if kind is not ActorKind.UNNAMED]
    cast = "".join(f"- {{id: a-{kind}, name: A {kind}, kind: {kind}}}\n" for kind in kinds)
    listed = ", ".join(("ada-holm", *(f"a-{kind}" for kind in kinds)))
    sources = "".join(
        f"\n  - {{id: a-{kind}, kind: {kind}, title: A {kind} of its kind, author: A writer,"
        f" published: 2020-01-05, publisher: a-media, url: https://{kind}.example/}}"
        for kind in SourceKind
    )
    files = split_site(_SITE)
    files["content/actors/kinds.yaml"] = cast
    article = _ARTICLE.replace("ACTORS", f"[{listed}]").replace("SOURCES", sources)
    named = ", ".join(f"A {kind}" for kind in kinds)
    files["content/articles/harbour.md"] = article.replace("NAMES", named)
    for genre in ("analysis", "background", "opinion", "explainer", "transcript"):
        text = f"---\ntitle: On {genre}\ndate: 2020-01-05\ngenre: {genre}\n---\nQuiet.\n"
        files[f"content/articles/{genre}.md"] = text
    return files


def small_site(
    one: Article,
    *facts: AnnotatedArticle,
    actors: Iterable[Actor] = (ADA, PORT, LAND, NOBODY),
    sources: Iterable[Source] = (),
    site: Site | None = None,
) -> Dossier:
    """A site of one article; what its facts do not tell of is published nowhere."""
    read = content(one, actors=actors, sources=sources)
    return linked(replace(read, site=site) if site else read, *facts).value


def nodes_of(page: PlannedPage) -> list[Node]:
    """The nodes of a planned page, none where it tells machines nothing."""
    view = page.build_view()
    assert not isinstance(view, MachineView)
    document = view.frame.linked_data
    nodes: list[Node] = json.loads(document)["@graph"] if document else []
    return nodes


def nodes_at(dossier: Dossier, permalink: str) -> list[Node]:
    """The nodes of the page at an address."""
    return nodes_of(planned(dossier)[permalink])


def metas_at(dossier: Dossier, permalink: str) -> dict[str, str]:
    """What the head of the page at an address says besides: Open Graph and the like."""
    view = planned(dossier)[permalink].build_view()
    assert not isinstance(view, MachineView)
    return {meta.name: meta.content for meta in view.frame.metas}


def article_of(one: Article, *facts: AnnotatedArticle, sources: Iterable[Source] = ()) -> Node:
    """The node of the briefing itself."""
    return nodes_at(small_site(one, *facts, sources=sources), "/briefings/news/")[0]
