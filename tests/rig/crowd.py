"""A site that holds what the sample lacks: thirteen voices, marks used again, crowded margins."""

_SPEAKERS = (
    ("ada-byron", "Ada Byron", "minister of engines"),
    ("bo-lind", "Bo Lind", "head of the railways"),
    ("carla-diaz", "Carla Díaz", "spokeswoman of the drivers"),
    ("david-okoro", "David Okoro", "mayor"),
    ("eva-kral", "Eva Král", "member of the council"),
    ("farid-haddad", "Farid Haddad", "engineer"),
    ("grace-mwangi", "Grace Mwangi", "judge"),
    ("hana-sato", "Hana Sato", "teacher"),
    ("ivan-petrov", "Ivan Petrov", "farmer"),
    ("june-park", "June Park", "nurse"),
    ("karl-weiss", "Karl Weiss", "baker"),
    ("lena-holm", "Lena Holm", "pilot"),
    ("mona-said", "Mona Said", "poet"),
)
"""The actors' ids, names and roles, in the order in which they are first quoted."""

_WORDS = (
    "we shall build the line before the winter",
    "nobody asked the people who live beside it",
    "the drivers will not sign this",
    "the town has paid its share twice",
    "a council of forty cannot drive a train",
    "the bridge carries what it was made to carry",
    "the court will hear both sides",
    "my pupils walk two hours to school",
    "the fields are under water since May",
    "an ambulance needs a road, and not a promise",
    "bread does not wait for a timetable",
    "from above one sees no border at all",
    "الطريق طويل ولكن لا بد منه",
)

_ACTOR = """\
--- content/actors/{id}.md ---
---
name: {name}
kind: person
summary: Took part in the debate on the line.
roles:
  - {{title: {role}}}
---
"""

_QUOTE = """\
  - id: said-{number}
    speaker: {id}
    text: {words}
    to: the-assembly
    source: gazette
"""

_HEAD = """\
--- content/actors/the-assembly.md ---
---
name: The Assembly
kind: body
summary: Met to hear the debate.
---
--- content/articles/2020-02-02-a-quiet-day.md ---
---
title: A quiet day
date: 2020-02-02
actors: [the-assembly]
---
The Assembly rested.
--- content/articles/2020-02-01-a-debate-of-thirteen-voices.md ---
---
title: A debate of thirteen voices
date: 2020-02-01
actors: [the-assembly, {ids}]
sources:
  - {{id: gazette, kind: article, title: The debate word for word, publisher: the-assembly, published: 2020-02-01, url: https://example.com/gazette, archived: https://archive.example.com/gazette, reliability: B}}
quotes:
"""

_AGAIN = """\
    language: ar
  - {id: said-again, speaker: ada-byron, text: "before the winter, I said", to: the-assembly, source: gazette}
  - {id: said-jointly, speaker: [bo-lind, karl-weiss], text: we agree on this alone, to: the-assembly, source: gazette}
notes:
  - {text: the line, prefix: The debate on, kind: context, note: "The line was planned in *1998*, and has been planned anew by every Assembly since, each time with another end."}
  - {text: a show of hands, kind: fact-check, note: "The minutes count [forty hands](https://example.com/minutes)."}
---
"""


def _text() -> str:
    """Short paragraphs, so that the captions in the margin have to make room for each other."""
    told = [
        f"{name} said: “{words}”.[@gazette: gives the words in full]"
        for (_, name, _), words in zip(_SPEAKERS, _WORDS, strict=True)
    ]
    first = "The debate on the line began at noon.[^minutes] It was opened by Ada Byron."
    again = "“Before the winter, I said,” Ada Byron repeated.[^minutes] It ended with a show of hands.[^minutes]"
    parts = (
        first,
        *told[:1],
        again,
        "## The first speakers",
        *told[1:7],
        "## The others",
        *told[7:],
        "“We agree on this alone,” Bo Lind and Karl Weiss wrote.",
        "## Afterwards",
        "The Assembly met again on Sunday, and heard Mona Said once more.[@gazette]",
        "[^minutes]: As the minutes have it, which were read aloud.",
    )
    return "\n\n".join(parts) + "\n"


def crowd() -> str:
    """The site in one string; its one long briefing is `/briefings/a-debate-of-thirteen-voices/`."""
    actors = "".join(_ACTOR.format(id=id_, name=name, role=role) for id_, name, role in _SPEAKERS)
    quotes = "".join(
        _QUOTE.format(number=number, id=id_, words=words)
        for number, ((id_, _, _), words) in enumerate(zip(_SPEAKERS, _WORDS, strict=True), 1)
    )
    head = _HEAD.format(ids=", ".join(id_ for id_, _, _ in _SPEAKERS))
    return f"{actors}{head}{quotes}{_AGAIN}{_text()}"
