"""A site with a page of every kind and every feature on: the sample, and what the sample lacks.

What kind a page is, is said by the plan: the layout that it is made with. So a new layout without a
page here is a failing test, and not a page that no audit looks at.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.rig.needs import ROOT
from tests.rig.planned import plan_of
from tests.rig.sample import build_sample
from tests.rig.sites import Built, build_folder, split_site, write_site

EVERY_FEATURE = """
quote_pages: true
html: true
images: true
link_mentions: all
"""

_FEATURES = """\
--- content/actors/mara-lind.md ---
---
name: Mara Lind
kind: person
summary: Chaired the inquiry, and answered for it.
image: mara-lind.svg
born: 1957~
nationality: [SE]
previous_names: [Mara Berg]
aliases: [Lind]
wikidata: Q796
roles:
  - {title: chair of the inquiry, at: the-inquiry, since: 2018}
relations:
  - {type: member-of, with: the-inquiry}
---
She was a judge for **twenty years**.

## Before the inquiry

She wrote a table of her own:

| year | office |
|---|---|
| 1998 | judge |
--- content/actors/mara-lind.svg ---
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#777"/></svg>
--- content/actors/the-inquiry.md ---
---
name: The Inquiry
kind: body
summary: Looked into the line.
---
--- content/sources/transcript.yaml ---
id: hearing
kind: document
title: The hearing, word for word
publisher: The Inquiry
url: https://example.com/hearing
archived: https://web.archive.org/hearing
published: 2019-03-01
reliability: A
comment: Read *in full*.
--- content/articles/2020-02-01-every-mark.md ---
---
title: Every mark that a text may hold, and a headline that needs more than one line to be read
date: 2020-02-01T10:00:00Z
updated: 2020-02-09
summary: What a writer may type, in one article.
takeaways: [The inquiry is over., “We looked twice” is all that it said.]
authors: [mara-lind, The city desk]
place: Northport
genre: explainer
topics: [inquiries, a-topic-without-a-file]
redirect_from: [some-marks]
image: the-hall.svg
images:
  the-hall.svg: {alt: A hall with forty chairs, caption: “We looked twice” was said here., credit: The Inquiry}
events:
  - {date: 2019-03, title: The inquiry hears its chair, text: For a day., quotes: [twice]}
actors:
  - {id: mara-lind, role: chair}
  - the-inquiry
  - {name: مريم الحسن, id: maryam, role: engineer}
quotes:
  - id: twice
    speaker: mara-lind
    on_behalf_of: the-inquiry
    text: We looked twice
    full: We looked twice, and then we looked again
    also: [{text: We looked two times, by: The interpreter}]
    asked: how the inquiry was made
    to: [The assembly]
    medium: testimony
    place: Northport
    said: 2020-01-31
    source: [{id: hearing, loc: p. 3}]
    credibility: 2
    about: [the-inquiry]
    occurrence: all
    comment: Said *slowly*.
  - id: road
    speaker: maryam
    text: الطريق طويل ولكن لا بد منه
    language: ar
    source: hearing
  - id: bread
    speaker: maryam
    text: Bread does not wait for a timetable
    original: {language: ar, text: الخبز لا ينتظر, by: The interpreter}
    disputes: twice
    source: hearing
  - id: nobody
    speaker: {unnamed: an official, why: fears for the job, at: the-inquiry}
    paraphrase: nobody had asked
    via: The Gazette
    source: gazette
sources:
  - {id: gazette, kind: article, title: The inquiry ends, publisher: The Gazette, url: https://example.com/gazette, archived: https://web.archive.org/gazette, status: withdrawn}
notes:
  - {text: forty chairs, kind: fact-check, verdict: Wrong, note: There are *thirty*., sources: hearing}
corrections:
  - {date: 2020-02-03, was: We looked once, now: We looked twice, quote: twice}
  - {date: 2020-02-04, kind: clarification, note: The hall is in Northport.}
  - {date: 2020-02-05, kind: update, note: The inquiry is over.}
  - {date: 2020-02-09, kind: retraction, note: That it was *public*.}
---
“We looked twice,” said Mara Lind [@hearing, p. 3: gives it so]. The hall has forty chairs.[^1]
“We looked twice,” she said again, and an official said that nobody had asked [@gazette].

## What was said

> الطريق طويل ولكن لا بد منه
>
> — مريم الحسن

“Bread does not wait for a timetable,” said مريم الحسن.

![[#twice]]

![A hall with forty chairs](the-hall.svg)

### In other forms

1. One, with `code` and ~~struck~~ words.
2. Two, of [[topic:inquiries|the inquiries]] and [[source:hearing|the hearing]].

- A list
    - in a list

| column | number |
|---|--:|
| a row | 1 |

```text
A block of code with a line that is far too long to fit into any column of text on a screen of any width
```

***

<figure><p>HTML of a writer’s own, with <kbd>Ctrl</kbd> and a <mark>mark</mark>.</p></figure>

<details><summary>More</summary><p>Hidden at first.</p></details>

[^1]: So the city says.
--- content/articles/the-hall.svg ---
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z" fill="#777"/></svg>
--- content/articles/2020-02-02-without-quotes.md ---
---
title: Without quotes
date: 2020-02-02
---
A text.
--- content/topics/inquiries.md ---
---
title: Inquiries
summary: Who looks into what.
---
An inquiry *asks*.
--- content/pages/about/money.md ---
---
title: Money
summary: Who pays.
redirect_from: [who-pays]
---
## Readers pay

In *cash*.
"""

_RTL = """\
--- site.yaml ---
title: السجل
tagline: من قال ماذا
base_url: https://example.org/
tag_authority: "example.org,2020"
language: ar
nav:
  - {title: التقارير, to: /briefings/}
  - {title: الأشخاص, to: /actors/}
--- content/articles/2020-02-01-the-line.md ---
---
title: الطريق إلى الميناء
date: 2020-02-01
summary: قال المهندسون إن الطريق طويل.
actors:
  - {name: مريم الحسن, id: maryam, role: مهندسة}
  - {name: John Smith, id: john, role: رئيس}
quotes:
  - {id: road, speaker: maryam, text: الطريق طويل ولكن لا بد منه, source: gazette}
  - {id: later, speaker: maryam, text: سنعود غدا, source: gazette}
  - {id: line, speaker: john, text: We shall build the line, language: en, source: gazette}
sources:
  - {id: gazette, kind: article, title: الطريق, publisher: الجريدة, url: https://example.com/g, archived: https://web.archive.org/g}
---
قالت مريم الحسن “الطريق طويل ولكن لا بد منه” ثم قالت “سنعود غدا”.

وقال John Smith “We shall build the line”.
--- content/pages/about.md ---
---
title: من نحن
---
نكتب من الميناء.
"""

_ORDINARY = 50_000  # characters

# One more than a list shows at its address, so that the speaker gets pages by year.
_ANSWERS = 101


def build_every_kind(folder: Path) -> Built:
    """The sample with every feature on, an article with every mark, and a long transcript."""
    write_site(folder, {**split_site(_FEATURES), "content/articles/hearing.md": _transcript()})
    return build_sample(folder, site_yaml=EVERY_FEATURE, base_url="https://example.org/")


def build_from_right_to_left(folder: Path) -> Built:
    """A small site in Arabic, with a name and a quote in English."""
    return build_folder(write_site(folder, split_site(_RTL)))


def build_empty(folder: Path) -> Built:
    """A site of which nothing is known but its name."""
    return build_folder(write_site(folder, {}))


def pages_by_layout(site: Path) -> Mapping[str, tuple[str, ...]]:
    """The addresses below the root of a site's pages, by the layout that makes them."""
    pages: dict[str, tuple[str, ...]] = {}
    for page in plan_of(site).pages:
        if page.layout.endswith(".html"):
            address = page.permalink.removeprefix("/")
            pages[page.layout] = (*pages.get(page.layout, ()), address)
    return pages


def longest_of_each_kind(built: Built, limit: int) -> Mapping[str, tuple[str, ...]]:
    """The same, but of each layout only so many, the longest first; 0: all of them.

    Pages that are longer than a page should be come last.
    """

    def rank(address: str) -> tuple[bool, int, str]:
        length = len(built.page(address))
        return length > _ORDINARY, -length, address

    return {
        layout: tuple(sorted(addresses, key=rank)[: limit or None])
        for layout, addresses in pages_by_layout(built.root).items()
    }


def every_layout() -> frozenset[str]:
    """The layouts that make a page each; `base.html` is the frame around all of them."""
    return frozenset(path.name for path in (ROOT / "layouts").glob("*.html")) - {"base.html"}


def _transcript() -> str:
    """An article with more quotes of one speaker than a list shows at its address."""
    return "\n".join(_transcript_lines())


def _transcript_lines() -> Iterator[str]:
    yield "---\ntitle: The hearing\ndate: 2019-03-01\ngenre: transcript\nquotes:"
    yield "  - speaker: mara-lind\n    source: hearing\n    passages:"
    for number in range(_ANSWERS):
        yield f"      a{number}: To question {number} we have no answer yet"
    yield "actors: [mara-lind]\n---"
    for number in range(_ANSWERS):
        yield f"Mara Lind: To question {number} we have no answer yet.\n"
