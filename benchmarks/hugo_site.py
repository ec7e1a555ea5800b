"""The corpus as a site of Hugo that puts out the same kinds of page and feed.

Hugo finds no quotes and no names in a text, so its articles hold the marked-up passages ready made.
"""

import json
from pathlib import Path

from benchmarks.corpus import Actor, Briefing, Corpus, Quote, Source, Stretch

_CONFIG = {
    "title": "The Benchmark Post",
    "baseURL": "https://post.example.org/",
    "taxonomies": {"actor": "actors", "topic": "topics", "source": "sources"},
    "outputs": {
        "home": ["html", "rss"],
        "section": ["html"],
        "taxonomy": ["html"],
        "term": ["html", "rss"],
    },
    "services": {"rss": {"limit": 20}},
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}

_BASE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} — {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<meta property="og:title" content="{{ .Title }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats -}}
<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}</head>
<body><header><a href="/">{{ site.Title }}</a> <a href="/briefings/">Briefings</a>
<a href="/actors/">Actors</a> <a href="/topics/">Topics</a> <a href="/sources/">Sources</a></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer></body></html>
"""
_RECORD = """<li id="r-{{ .id }}"><blockquote>“{{ .text }}”</blockquote>
<p><a href="/actors/{{ .speaker }}/">{{ .name }}</a>, <a href="/sources/{{ .source }}/">source</a>
</p></li>"""
_LAYOUTS = {
    "baseof.html": _BASE,
    "briefings/single.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p>{{ .Description }}</p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">
{{ .Date.Format "2 January 2006" }}</time>{{ .Content }}
<h2>On the record</h2><ol>{{ range .Params.quotes }}"""
    + _RECORD
    + """{{ end }}</ol>
<h2>Who’s who</h2><dl>{{ range .Params.cast }}<dt><a href="/actors/{{ .id }}/">{{ .name }}</a></dt>
<dd>{{ .role }}</dd>{{ end }}</dl>
<h2>Sources</h2><ol>{{ range .Params.rests_on }}<li><a href="{{ .url }}">{{ .title }}</a></li>
{{ end }}</ol>
{{ with site.RegularPages.Related . | first 4 }}<h2>Related</h2><ul>{{ range . }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
</article>{{ end }}
""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
    "home.html": """{{ define "main" }}<h1>{{ site.Title }}</h1>
{{ range first 7 site.RegularPages }}<article>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p></article>
{{ end }}{{ end }}
""",
    "term.html": """{{ define "main" }}{{ $id := .Data.Term }}<h1>{{ .Title }}</h1>
<h2>On the record</h2><ol>{{ range .Pages }}{{ $page := . }}{{ range .Params.quotes }}
{{ if eq .speaker $id }}"""
    + _RECORD
    + """{{ end }}{{ end }}{{ end }}</ol>
<h2>Briefings</h2><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ .Date.Format "2 January 2006" }}</li>{{ end }}</ul>{{ end }}
""",
    "rss.xml": """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 .RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid>
<description>{{ .Description }}</description>
<content:encoded>{{ .Content | transform.XMLEscape | safeHTML }}</content:encoded></item>
{{ end }}</channel></rss>
""",
}


def write_hugo(corpus: Corpus, folder: Path) -> None:
    """Writes the whole site."""
    (folder / "content" / "briefings").mkdir(parents=True)
    (folder / "hugo.json").write_text(json.dumps(_CONFIG), encoding="utf-8")
    for name, text in _LAYOUTS.items():
        path = folder / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for briefing in corpus:
        write_briefing(briefing, folder)


def write_briefing(briefing: Briefing, folder: Path) -> None:
    """Writes one article anew."""
    path = folder / "content" / "briefings" / f"{briefing.slug}.md"
    path.write_text(_article(briefing), encoding="utf-8")


def _article(briefing: Briefing) -> str:
    head = {
        "title": briefing.title,
        "date": f"{briefing.date:%Y-%m-%dT%H:%M:%SZ}",
        "description": briefing.summary,
        "topics": briefing.topics,
        "actors": [actor.id for actor in briefing.actors],
        "sources": [source.id for source in briefing.sources],
        "cast": [
            {"id": actor.id, "name": actor.name, "role": actor.role} for actor in briefing.actors
        ],
        "rests_on": [{"title": source.title, "url": source.url} for source in briefing.sources],
        "quotes": [
            {
                "id": quote.id,
                "speaker": quote.speaker.id,
                "name": quote.speaker.name,
                "text": quote.text,
                "source": quote.source.id,
            }
            for quote in briefing.quotes
        ],
    }
    # JSON is YAML: each key stands on a line of its own, as in the articles of the others.
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())
    return f"---\n{lines}---\n\n{_body(briefing)}"


def _body(briefing: Briefing) -> str:
    numbers = {source.id: number for number, source in enumerate(briefing.sources, 1)}
    paragraphs = [
        "".join(_stretch(stretch, numbers) for stretch in paragraph)
        for paragraph in briefing.paragraphs
    ]
    if briefing.earlier:
        paragraphs[0] += f" An [earlier briefing](/briefings/{briefing.earlier}/) has more."
    paragraphs[-1] += "[^1]"
    points = "\n".join(f"- {point}" for point in briefing.points)
    middle = len(paragraphs) // 2
    blocks = [*paragraphs[:middle], "## What follows", points, *paragraphs[middle:]]
    return "\n\n".join(blocks) + f"\n\n[^1]: {briefing.footnote}\n"


def _stretch(stretch: Stretch, numbers: dict[str, int]) -> str:
    match stretch:
        case Actor(id=name, name=words):
            return f"[{words}](/actors/{name}/)"
        case Quote(id=name, text=text):
            return f'<span class="quote" id="q-{name}">“{text}”</span>'
        case Source(id=name):
            return f'<sup><a href="/sources/{name}/">[{numbers[name]}]</a></sup>'
        case str():
            return stretch
