"""A site of many features of which every place can be written in several ways.

A place is a mark such as `«base»` in a file; its ways stand in `WAYS`, the first of them as the site
begins. Most ways are right, some draw warnings, a few are mistakes that stop a build: so an edit
changes what was right, breaks it, or mends it.
"""

import random
from collections.abc import Mapping
from pathlib import Path
from re import compile as pattern

from tests.rig.sites import split_site

_MARK = pattern(r"«([a-z-]+)»")

_SITE = """\
--- site.yaml ---
title: The Record
base_url: «base»
tag_authority: "example.org,2020"
html: true
images: true
«settings»
«theme»
«nav»
--- layouts/themes/plain/partials/title.html ---
<p>«plain-title»</p>
--- layouts/assets/own.css ---
p { orphans: «orphans» }
--- content/actors/ada.md ---
---
name: Ada Byron
kind: person
summary: «ada-summary»
aliases: [«ada-alias»]
«ada-image»
roles:
  - {title: mayor, at: the-council, since: 2000, until: «ada-until»}
  - {title: minister, since: «ada-until»}
relations:
  - {type: «relation», with: bo}
---
«ada-text»
--- content/actors/cast.yaml ---
- {id: bo, name: Bo Lind, kind: person, weak_aliases: [the engineer]}
- {id: cy, name: Cy «cy-name», kind: person}
- {id: the-council, name: The Council, kind: body}
--- content/actors/ada.svg ---
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="«rect»" height="4"/></svg>
--- content/sources/papers.yaml ---
- {id: minutes, kind: document, title: «minutes-title», publisher: the-council, url: https://example.com/m, archived: {url: https://archive.example/m, date: 2020-01-09}, «minutes-more»}
- {id: letter, kind: letter, title: A letter, said: «letter-said», to: [«letter-to»], url: https://example.com/l, archived: https://archive.example/l, via: minutes}
--- content/archive/minutes.txt ---
It was said: “«copy»” and more.
--- content/topics/bridges.md ---
---
title: Bridges
summary: «topic-summary»
---
«topic-text»
--- content/pages/about.md ---
---
title: About
redirect_from: [«redirect»]
---
About [[ada]] and [the first](/articles/2020-02-01-first.md«fragment»).
--- content/articles/hall.svg ---
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 «hall-width» 9"><rect width="4" height="4"/></svg>
--- content/articles/bridge.svg ---
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><circle r="«circle»"/></svg>
--- content/articles/2020-02-01-first.md ---
---
title: The «first-title» speech
date: «first-date»
«first-language»
«first-image»
images: {hall.svg: {alt: A hall, caption: “We looked twice” was said here.}, bridge.svg: {alt: A bridge}}
topics: [«first-topics»]
authors: [ada, The desk]
events:
  - {date: «event-date», title: The bridge is closed, quotes: [twice]}
actors: [«first-actors»]
quotes:
  - {id: «quote-id», speaker: ada, text: «quote-text», source: [{id: minutes, loc: p. 3}], «quote-more»}
  - {id: nobody, speaker: bo, text: nobody asked the people, source: letter}
sources:
  - {id: gazette, kind: article, title: «gazette-title», url: https://example.com/g, archived: https://archive.example/g}
notes:
  - {text: forty chairs, kind: fact-check, verdict: Wrong, note: There are *«chairs»*., sources: minutes}
corrections:
  - {date: 2020-02-03, was: «was», now: thirty benches, note: We miscounted.}
---
«first-lead»«rain»

## «heading»

«first-quotes»«wind»

«first-rest»
--- content/articles/2020-02-02-second.md ---
---
title: The answer
date: 2020-02-02T10:00:00+03:30
actors: [bo, cy«second-actors»]
topics: [bridges]
quotes:
  - {id: answer, speaker: bo, text: the bridge will hold, source: gazette, «answers»: «answered»}
  - first#«repeated»
«second-sources»
---
«second-lead»«snow»

“The bridge will hold,” said Bo Lind [@gazette]. Ada Byron had said: “We looked twice.”

«second-rest»
--- content/articles/2020-02-03-third.md ---
---
title: A third
date: 2020-02-03
actors: [cy, ada]
«third-more»
---
Cy «cy-name» was there. «third-text»
"""

WAYS: Mapping[str, tuple[str, ...]] = {
    "base": ("https://example.org/", "https://example.org/record/"),
    "settings": ("", "quote_pages: true", "links: file", "timezone: Asia/Tehran", "language: fr",
                 "link_mentions: all", "feeds: {content: summary}", "severity: {OR203: info}",
                 "publisher: the-council", 'permalinks: "/{year}/{slug}/"', "tagline: A line",
                 "honorifics: [Dr]", "policies: {ethics: /about/}"),
    "theme": ("", "theme: plain", "theme: missing"),
    "nav": ("", "nav: [{title: Ada, to: /actors/ada/}]", "nav: [{title: No, to: /no/}]"),
    "plain-title": ("Plain", "Plainer"),
    "orphans": ("2", "3"),
    "ada-summary": ("Chaired the council.", "Led the council, and left it."),
    "ada-alias": ("The Chair", "The Lady", "Cy"),
    "ada-image": ("", "image: ada.svg"),
    "ada-until": ("2019", "2021"),
    "relation": ("leads", "spouse-of", "allied-with"),
    "ada-text": ("She was a judge.", "She was a judge in [[the-council|town]].\n\n## Before\n\nNothing.",
                 "She read [the answer](/articles/2020-02-02-second.md) and [@minutes].", ""),
    "cy-name": ("Holm", "Lind", "Holt"),
    "rect": ("4", "5"),
    "minutes-title": ("The minutes", "The minutes of May"),
    "minutes-more": ("reliability: A", "status: withdrawn", "accessed: 2020-01-09", "language: da"),
    "letter-said": ("2020-01-05", "2020-01-06"),
    "letter-to": ("The town", "cy"),
    "copy": ("We looked twice", "We looked once"),
    "topic-summary": ("What carries us.", "What carries us over."),
    "topic-text": ("A bridge *carries*.", "A bridge carries [[bo]].", ""),
    "redirect": ("who", "who-else"),
    "fragment": ("", "#what-was-said", "#nowhere"),
    "hall-width": ("16", "32"),
    "circle": ("4", "5"),
    "first-title": ("first", "opening", "“We looked twice”"),
    "first-date": ("2020-02-01", "2020-02-01T23:30:00Z", "2020-02-04", "2027-01-01", "2020-02-02"),
    "first-language": ("", "language: da", "draft: true", "link_mentions: none", "genre: opinion"),
    "first-image": ("image: hall.svg", "image: bridge.svg", ""),
    "first-topics": ("bridges", "bridges, towns", ""),
    "event-date": ("2020-01", "2020-01-03", "2019"),
    "first-actors": ("ada, bo", "ada, bo, {name: Dora Byron, role: clerk}", "{id: ada, role: chair}, bo",
                     "{id: ada, called: Byron}, {name: Dora Byron, role: clerk}, bo",
                     "ada, {name: Cy Other, id: cy, kind: person}, bo", "bo"),
    "quote-id": ("twice", "thrice"),
    "quote-text": ("We looked twice", "we looked twice.", "We looked three times"),
    "quote-more": ("credibility: 2", "occurrence: all", "prefix: She said", "full: We looked twice then",
                   "about: [cy]", "disputes: second#answer", "to: [cy]", "said: 2019-12"),
    "gazette-title": ("The inquiry ends", "The inquiry goes on"),
    "chairs": ("thirty", "fifty"),
    "was": ("twenty benches", "thirty benches"),
    "first-lead": (
        "Ada Byron spoke in the hall. It has forty chairs.",
        "Ada Byron spoke in the hall today. It has forty chairs.[^1]\n\n[^1]: So the city says.",
        "In the hall of forty chairs the mayor spoke.",
        "Ada Byron spoke at length, and Bo Lind heard her. It has forty chairs.\n\nA second paragraph.",
        "Ada Byron spoke. She said “we looked twice” at once. It has forty chairs.",
        "Byron spoke in the hall of forty chairs.",
        "Ada Byron spoke in the hall. It has forty chairs and a <t>.",
        "Ada Byron spoke of [[cy]] in the hall. It has forty chairs.",
        "\n\nAda Byron spoke in the hall. It has forty chairs.",
    ),
    "heading": ("What was said", "What was told", "What was said {#other}"),
    "first-quotes": (
        "“We looked twice,” said Ada Byron [@minutes]. Bo Lind said that “nobody asked the people”.",
        "Bo Lind said that “nobody asked the people”. “We looked twice,” said Ada Byron [@minutes].",
        "“We looked twice,” said Ada Byron.\n\n## Later\n\nBo Lind said [@minutes]: “Nobody asked the people”.",
        "“We looked twice,” said Ada Byron [@minutes, p. 4: in full]. Bo Lind said that “nobody asked the people”. “We looked twice,” she said again.",
        "“We looked twice”, said Ada Byron[@minutes]. “Nobody asked the people”.",
        "> We looked twice\n>\n> — Ada Byron\n\nBo Lind said [@minutes] that “nobody asked the people”.",
        "“We looked *twice*,” said Ada Byron [@minutes]. Bo Lind said that “nobody asked the people”. “We shall see about all of that.”",
        "“We looked,” said Ada Byron [@minutes]. Bo Lind said that “nobody asked the people”.",
    ),
    "first-rest": (
        "![A hall](hall.svg)\n\nThirty benches. [The answer](2020-02-02-second.md) came soon.",
        "![A bridge](bridge.svg)\n\nThirty benches. [The answer](2020-02-02-second.md) came soon.",
        "Thirty benches. [An answer](2020-02-02-second.md) came soon.\n\n![A hall](hall.svg)",
        "Thirty benches. No answer came.",
        "Thirty benches. Soon [the answer](2020-02-02-second.md#answer) came, and [[second#answer|that]].",
        "Thirty benches. ![[#nobody]]\n\n# More\n\nAn end.",
        "Thirty benches. [The answer](2020-02-02-second.md) came soon: [[topic:bridges]], [[source:letter]].",
        "Twenty benches. An end.",
        "Thirty benches.\n\n- One\n- Two\n\n| a | b |\n|---|---|\n| c | d |",
    ),
    "rain": ("", " It rained.", "\n\nIt rained.", "\n\nIt rained for *days*.\n\nAnd nights.",
             " It rained “cats”.", "\n\n### It rained", " See [here](https://example.com/rain).",
             " It rained on Ada Byron too."),
    "wind": ("", " The wind *blew*.", "\n\nThe wind blew.\n\n- Hard", " `[[ada]]` blew.", " The wind [[blew]].",
             "\n\nNobody heard the wind, not even Bo Lind."),
    "snow": ("", " It snowed.", "\n\nIt snowed.\n\n***\n\nIt froze.", " It snowed [@gazette].", " It snowed on Bo."),
    "second-actors": ("", ", ada", ", {name: Eva Stone, role: judge}"),
    "answers": ("disputes", "replies_to"),
    "answered": ("first#twice", "first#nobody", "first#thrice"),
    "repeated": ("twice", "nobody", "thrice"),
    "second-sources": ("", "sources:\n  - {id: gazette, kind: article, title: The inquiry ends, url: https://example.com/g, archived: https://archive.example/g}",
                       "sources: [letter]"),
    "second-lead": ("On the [first](2020-02-01-first.md) day nobody spoke.", "On the first day nobody spoke.",
                    "On the [first](2020-02-01-first.md#what-was-said) day nobody spoke.",
                    "On the [very first](2020-02-01-first.md) day no one spoke.",
                    "On that day [the first](2020-02-01-first.md) came, and [[first#twice|its word]]."),
    "second-rest": ("Cy heard it.", "Nobody heard it, not even Cy.", "Cy Holm heard it. Cy Holm left.", "",
                    "The engineer heard it. “Nobody asked the people,” Bo Lind had said.", "[[ada]] heard it."),
    "third-more": ("", "summary: Of a third.", "takeaways: [It ended.]", "draft: true", "date-line: x",
                   "redirect_from: [third-one]"),
    "third-text": ("Nothing happened.", "Ada Byron was not.", "See [the first](2020-02-01-first.md)."),
}  # fmt: skip

_TEXTS = ("first-lead", "first-quotes", "first-rest", "second-lead", "second-rest", "third-text",
          "rain", "wind", "snow", "rain", "wind", "snow")  # fmt: skip
"""The places that stand in bodies, where most edits are made."""


class VariedSite:
    """The site in a folder; `edit` writes one to three places otherwise, and says which."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.chosen = dict.fromkeys(WAYS, 0)
        self._files = split_site(_SITE)
        self._chance = random.Random(seed)  # noqa: S311 - to be the same each time
        self._whole = [dict(self.chosen)]
        self.write()

    def edit(self, *, is_broken: bool = False) -> str:
        """What was edited; a broken site is most often mended, a whole one at times restored."""
        if not is_broken:
            self._whole.append(dict(self.chosen))
        if self._chance.random() < (0.7 if is_broken else 0.06):
            self.chosen = dict(self._whole[-1] if is_broken else self._chance.choice(self._whole))
            self.write()
            return "mended" if is_broken else "restored"
        places = _TEXTS if self._chance.random() < 0.6 else tuple(WAYS)
        return self.rewrite(self._chance.sample(places, self._chance.choice((1, 1, 1, 2, 3))))

    def rewrite(self, places: list[str]) -> str:
        """These places in another way each, most often as they were at first."""
        for place in places:
            others = [way for way in range(len(WAYS[place])) if way != self.chosen[place]]
            is_back = self.chosen[place] and self._chance.random() < 0.6
            self.chosen[place] = 0 if is_back else self._chance.choice(others)
        self.write()
        return ", ".join(f"{place} {self.chosen[place]}" for place in places)

    def choose(self, **ways: int) -> None:
        """Write these places so; `_` stands for `-` in their names."""
        self.chosen.update({place.replace("_", "-"): way for place, way in ways.items()})
        self.write()

    def write(self) -> None:
        """Write the files that differ."""
        for path, text in self._files.items():
            place = self.root / path
            written = _MARK.sub(lambda mark: WAYS[mark[1]][self.chosen[mark[1]]], text)
            if not place.exists() or place.read_text(encoding="utf-8") != written:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(written, encoding="utf-8")
