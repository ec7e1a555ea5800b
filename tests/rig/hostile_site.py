"""A site in which every text that a writer may type is an attack, with a name to find it by.

The keys of each noun are collected in TYPED, so that a test can tell whether one was forgotten.
"""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

from onrecord.read.schemas import (
    ActorKeys,
    ArticleKeys,
    CorrectionKeys,
    ImageKeys,
    Keys,
    NoteKeys,
    PageKeys,
    QuoteKeys,
    SiteKeys,
    SourceKeys,
    TopicKeys,
)

Typed: TypeAlias = Mapping[str, object]

ELEMENT = "zz-alien"
"""An element that no page of ours has: one born from a field is found by its name."""

# What ends an attribute, a tag, a comment, CDATA, a title; scripts; entities that would come alive
# if they were decoded once too often; characters that end lines or cannot be seen.
MARKUP = (
    f"<script>alert(1)</script><{ELEMENT}> <img src=x onerror=alert(2)> </title></style></p>"
    f"]]>--!><!-- &lt;{ELEMENT}&gt; &amp;lt;{ELEMENT}&amp;gt; &#60;{ELEMENT}&#62;"
    " \u2028\u2029\x85\u200b\xad\ufffd{{ 7*7 }}{% raw %}${7*7}"
)
ATTACK = f"{MARKUP}\" onfocus=alert(3) autofocus x=\"' onblur=alert(4) y='> & `"
HOSTILE_ADDRESS = f"https://example.org/?a='\"><{ELEMENT}>&lt;{ELEMENT}&gt;&b=onfocus=alert(5)"


def field(name: str) -> str:
    """The attack as the value of one field."""
    return f"{name}~ {ATTACK}"


def words(name: str) -> str:
    """The attack as words that stand inside quotation marks: without any of its own."""
    return f"{name}~ {MARKUP.replace('`', '')} and so on"


def in_markdown(text: str) -> str:
    """The text in a body, so that it reads there as it stands."""
    text = text.replace("&", "&amp;")
    return re.sub(r"[*`\[\]]", r"\\\g<0>", text)


def front_matter(keys: Typed, body: str) -> str:
    """A Markdown file with these keys."""
    return f"---\n{as_yaml(keys)}---\n{body}\n"


def as_yaml(keys: Typed) -> str:
    """The keys as YAML, each on a line of its own; texts are JSON's, which YAML reads too."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())


SITE: Typed = {
    "title": field("site-title"),
    "base_url": "https://example.org/repo/",
    "tagline": field("site-tagline"),
    "description": field("site-description"),
    "publisher": "paper",
    "tag_authority": "example.org,2020",
    "honorifics": [field("honorific")],
    "house_style": {field("house-style"): field("house-style-advice")},
    "nav": [
        {"title": field("nav-title"), "to": "/about/"},
        {"title": field("nav-away"), "to": HOSTILE_ADDRESS},
    ],
    "policies": {"ethics": "/about/", "corrections": HOSTILE_ADDRESS},
    "feeds": {"content": "full", "hub": HOSTILE_ADDRESS},
    "quote_pages": True,
    "host": "netlify",
    "allow": [{"code": "OR125", "path": field("allow-path"), "reason": field("allow-reason")}],
}

IMAGE: Typed = {
    "alt": field("image-alt"),
    "caption": field("image-caption"),
    "credit": field("image-credit"),
}

ACTOR: Typed = {
    "name": field("actor-name"),
    "kind": "person",
    "role": field("actor-role"),
    "at": "paper",
    "aliases": [field("actor-alias")],
    "weak_aliases": [field("actor-weak-alias")],
    "previous_names": [field("actor-previous-name")],
    "sort_name": field("actor-sort-name"),
    "summary": field("actor-summary"),
    "image": "/face.jpg",
    "born": "1957~",
    "died": "2020-01-03",
    "nationality": ["IR"],
    "same_as": [HOSTILE_ADDRESS],
    "wikidata": "Q796",
    "voice": 3,
    "checked": "2020-01-05",
    "roles": [{"title": field("role-title"), "at": "paper", "since": "1998", "source": "shared"}],
    "relations": [
        {
            "type": "other",
            "with": "paper",
            "label": field("relation-label"),
            "inverse": field("relation-inverse"),
            "source": "shared",
        }
    ],
    "why_unnamed": field("actor-why-unnamed"),
    "publish": True,
    "language": "fa",
    "allow": [{"code": "OR310", "reason": field("actor-allow-reason")}],
}

SOURCE: Typed = {
    "kind": "article",
    "title": field("source-title"),
    "author": [field("source-author")],
    "publisher": field("source-publisher"),
    "url": HOSTILE_ADDRESS,
    "published": "2020-01-06",
    "accessed": "2020-01-07",
    "archived": {"url": HOSTILE_ADDRESS, "date": "2020-01-07"},
    "language": "en",
    "status": "withdrawn",
    "reliability": "F",
    "supports": [field("source-supports")],
    "comment": field("source-comment"),
    "medium": "interview",
    "said": "2020-01-05",
    "place": field("source-place"),
    "to": [field("source-to")],
    "publish": True,
    "allow": [{"code": "OR404", "reason": field("source-allow-reason")}],
}

QUOTE: Typed = {
    "id": "all-options",
    "speaker": "speaker",
    "on_behalf_of": "paper",
    "text": words("quote-text"),
    "full": field("quote-full"),
    "also": [{"text": field("also-text"), "by": field("also-by"), "source": "shared"}],
    "asked": field("quote-asked"),
    "to": [field("quote-to")],
    "via": field("quote-via"),
    "medium": "interview",
    "place": field("quote-place"),
    "said": "2020-01-06",
    "language": "en",
    "source": [{"id": "shared", "loc": field("source-loc")}],
    "original": {"language": "ar", "text": field("original-text"), "by": field("original-by")},
    "about": ["paper"],
    "disputes": "unnamed",
    "replies_to": "set-apart",
    "occurrence": "all",
    "prefix": field("quote-prefix"),
    "credibility": 6,
    "comment": field("quote-comment"),
}
WITHOUT_PREFIX = {key: value for key, value in QUOTE.items() if key != "prefix"}

QUOTES: tuple[Typed, ...] = (
    WITHOUT_PREFIX,
    {**QUOTE, "id": "missed", "text": words("quote-missed")},
    {
        "id": "unnamed",
        "speaker": {
            "unnamed": field("speaker-unnamed"),
            "why": field("speaker-why"),
            "at": "paper",
        },
        "paraphrase": words("paraphrase"),
    },
    {
        "speaker": "speaker",
        "source": "local",
        "passages": {
            "set-apart": {"text": words("passage-text"), "comment": field("passage-comment")}
        },
    },
)

NOTE: Typed = {
    "text": words("note-passage"),
    "prefix": field("note-prefix"),
    "kind": "fact-check",
    "note": field("note-note"),
    "sources": [{"id": "local", "loc": field("note-loc")}],
    "verdict": field("note-verdict"),
}

CORRECTION: Typed = {
    "date": "2020-01-08",
    "kind": "correction",
    "note": field("correction-note"),
    "was": field("correction-was"),
    "now": words("quote-text"),
    "quote": "all-options",
}

ARTICLE: Typed = {
    "title": field("title"),
    "date": "2020-01-06T22:27:00Z",
    "updated": "2020-01-09",
    "summary": field("summary"),
    "takeaways": [field("takeaway")],
    "authors": [field("author"), "speaker"],
    "place": field("place"),
    "language": "en",
    "genre": "report",
    "topics": ["topic"],
    "image": "/face.jpg",
    "images": {"/face.jpg": IMAGE, "/odd <b> 'name\" &amp; #1%41.jpg": IMAGE},
    "events": [
        {
            "date": "2020-01-03",
            "title": field("event-title"),
            "text": field("event-text"),
            "quotes": ["all-options"],
        }
    ],
    "redirect_from": ["old-slug", "it's-&-old"],
    "link_mentions": "all",
    "nolink": [field("nolink")],
    "defaults": {"place": field("defaults-place"), "asked": field("defaults-asked")},
    "actors": [
        {"id": "speaker", "role": field("listing-role"), "called": [field("called")]},
        {"name": "Inline Person", "role": field("inline-role"), "summary": field("inline-summary")},
        {
            "name": field("unknown-name"),
            "id": "unknown",
            "kind": "unnamed",
            "why_unnamed": field("w"),
        },
    ],
    "quotes": list(QUOTES),
    "sources": [
        {"id": "local", **SOURCE, "url": HOSTILE_ADDRESS, "via": "shared"},
        {"id": "shared", "supports": [field("consulted-supports")]},
    ],
    "notes": [{key: value for key, value in NOTE.items() if key != "prefix"}, NOTE],
    "corrections": [
        CORRECTION,
        {"date": "2020-01-08", "kind": "update", "note": field("update-note")},
        {"date": "2020-01-09", "kind": "retraction", "note": field("retraction-note")},
    ],
    "unattributed": [words("unattributed")],
    "allow": [{"code": "OR201", "reason": field("allow-reason")}],
}

PAGE: Typed = {
    "title": field("page-title"),
    "summary": field("page-summary"),
    "language": "en",
    "redirect_from": ["was-about"],
    "allow": [{"code": "OR310", "reason": field("page-allow-reason")}],
}

TOPIC: Typed = {
    "title": field("topic-title"),
    "summary": field("topic-summary"),
    "publish": True,
    "language": "en",
    "allow": [{"code": "OR310", "reason": field("topic-allow-reason")}],
}

TYPED: Mapping[type[Keys], Typed] = {
    SiteKeys: SITE,
    ArticleKeys: ARTICLE,
    ImageKeys: IMAGE,
    ActorKeys: ACTOR,
    SourceKeys: SOURCE,
    QuoteKeys: {**QUOTE, "paraphrase": "", "passages": ""},
    NoteKeys: NOTE,
    CorrectionKeys: CORRECTION,
    PageKeys: PAGE,
    TopicKeys: TOPIC,
}

PROSE = f"""\
# {in_markdown(field("heading"))} {{#{ELEMENT}}}

{in_markdown(field("paragraph"))}[^1] [@shared, {in_markdown(words("locator"))}: {in_markdown(words("wording"))}]
[[speaker|{in_markdown(words("mark"))}]] [[topic:topic|{in_markdown(words("topic-mark"))}]]

![{in_markdown(field("alt"))}](</face.jpg> '{in_markdown(words("picture-title"))}')
[{in_markdown(field("link"))}](<{HOSTILE_ADDRESS.replace("<", "%3C").replace(">", "%3E")}> '{in_markdown(words("link-title"))}')

```{field("fence").replace("`", "").replace(chr(0x85), "")}
{ATTACK.replace("`", "")}
```

    {ATTACK}

`` {ATTACK.replace("`", "")} `` {ATTACK}

| {in_markdown(field("cell"))} | b |
|---|---|
| {in_markdown(field("row"))} | b |

[^1]: {in_markdown(field("footnote"))}
"""

BODY = f"""\
“{in_markdown(words("quote-text"))}”, said Inline Person. “{in_markdown(words("unattributed"))}”

{in_markdown(words("paraphrase"))}. {in_markdown(words("note-passage"))}.

> {in_markdown(words("passage-text"))}
>
> — {in_markdown(words("attribution"))}

![[#all-options]]

{PROSE}
"""


def hostile_site() -> dict[str, str | bytes]:
    """The files of the site."""
    return {
        "site.yaml": as_yaml(SITE),
        "content/articles/2020-01-06-it's <b>&amp; \"x\" #1.md": front_matter(ARTICLE, BODY),
        "content/articles/plain.md": front_matter(
            {**ARTICLE, "redirect_from": [], "quotes": ["its-b-amp-x-1#all-options"], "sources": [],
             "events": [], "notes": [], "corrections": []},
            BODY.replace("![[#all-options]]", ""),
        ),
        "content/actors/speaker.md": front_matter(ACTOR, PROSE),
        "content/actors/cast.yaml": "- "
        + json.dumps(
            {"id": "paper", "name": field("cast-name"), "kind": "media",
             "summary": field("cast-summary"), "publish": True}
        )
        + "\n",
        "content/sources/shared.yaml": as_yaml({"id": "shared", **SOURCE}),
        "content/sources/page.md": front_matter({**SOURCE, "title": field("source-page")}, PROSE),
        "content/sources/export.json": json.dumps(
            [
                {"id": "exported", "type": field("csl-type"), "title": field("csl-title"),
                 "author": [{"family": field("csl-family"), "given": field("csl-given")}],
                 "publisher": field("csl-publisher"), "URL": HOSTILE_ADDRESS,
                 "language": field("csl-language"), "issued": {"raw": field("csl-issued")}}
            ],
            ensure_ascii=False,
        ),
        "content/topics/topic.md": front_matter(TOPIC, PROSE),
        "content/pages/about.md": front_matter(PAGE, f"{PROSE}\n\n[[source:exported]]"),
        "content/archive/shared.html": f"<p>{ATTACK}</p>",
        "content/face.jpg": b"\xff\xd8\xff",
        "content/odd <b> 'name\" &amp; #1A.jpg": b"\xff\xd8\xff",
    }  # fmt: skip
