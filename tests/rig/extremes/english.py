"""The English site of extremes, which holds an Arabic and a Chinese briefing as well."""

import json
from collections.abc import Iterator, Mapping, Sequence

from tests.rig.extremes.everything import PICTURE, everything
from tests.rig.extremes.words import ARABIC, chinese, phrase, prose, spoken
from tests.rig.hostile_site import Typed, as_yaml, front_matter

LONG_NAME = "Maximiliana Alexandrina Theodora von Hohenstein-Waldenburg zu Au"
"""A name of 64 characters."""
LONG_WORD = "Hafenbeckenbaggerschiffsbetriebsgenossenschaftsaufsichtsbehoerde"
"""A name of 64 characters that no space divides."""
LONG_PUBLISHER = "The Northern and Western Ports Commercial Intelligence Quarterly"
LONG_TOPIC = "Shipcanallockmaintenanceanddredgingandtowageandsalvageregulation"
LONG_ADDRESS = (
    "https://example.com/" + "archive-of-the-port-authority/" * 9 + "minutes.html?page=4096"
)
LONGEST = {LONG_NAME, LONG_WORD, LONG_PUBLISHER, LONG_TOPIC}
assert {len(name) for name in LONGEST} == {64}

SITE: Typed = {
    "title": "The Record of Northport and of the Harbours on its Coast",
    "tagline": prose(20),
    "description": prose(30, 4),
    "base_url": "https://example.org/",
    "tag_authority": "example.org,2020",
    "publisher": "quarterly",
    "quote_pages": True,
    "policies": {"corrections": "/about/", "ethics": "https://example.com/ethics"},
}


def _actors() -> Iterator[Typed]:
    yield {
        "id": "maximiliana",
        "name": LONG_NAME,
        "kind": "person",
        "summary": prose(30),
        "born": "1957~",
        "nationality": ["DE", "AT", "CH"],
        "aliases": [f"{LONG_NAME[:-6]} {where}" for where in ("auf See", "am Rhein", "im Tal")],
        "roles": [
            {
                "title": f"Commissioner for {phrase(3 + number % 9, number)}",
                "at": "authority",
                "since": str(1980 + number),
                "until": str(1981 + number) if number < 19 else "..",
            }
            for number in range(20)
        ],
        "relations": [
            {"type": "member-of", "with": "authority", "since": "1999"},
            {"type": "other", "with": "ada-abel", "label": phrase(9), "inverse": "her adviser"},
        ],
    }
    yield {"id": "authority", "name": LONG_WORD, "kind": "body", "summary": prose(12)}
    yield {"id": "quarterly", "name": LONG_PUBLISHER, "kind": "media"}
    firsts = "Ada Bo Cleo Dag Edda Finn".split()
    lasts = "Abel Birk Carlsen Dahl Ek Falk Gran Holm Iversen Juhl".split()
    roles = ("mayor", "harbour master", "deputy director of dredging and navigation", "pilot")
    for number in range(57):
        first, last = firsts[number % 6], lasts[number // 6]
        yield {
            "id": f"{first}-{last}".lower(),
            "name": f"{first} {last}",
            "roles": [{"title": roles[number % 4], "since": str(1990 + number % 25)}],
        }


ACTORS = tuple(_actors())
IDS = tuple(str(actor["id"]) for actor in ACTORS)

SOURCES: Sequence[Typed] = (
    {
        "id": "minutes",
        "kind": "document",
        "title": f"Minutes of the {LONG_WORD}, as read on the first Monday of each month",
        "author": [LONG_NAME, "authority"],
        "publisher": "quarterly",
        "url": LONG_ADDRESS,
        "archived": {
            "url": f"https://archive.example.com/2020/{LONG_ADDRESS}",
            "date": "2020-01-07",
        },
        "published": "2019-12",
        "accessed": "2020-01-06",
        "reliability": "B",
        "comment": prose(30),
    },
    {
        "id": "letter",
        "kind": "letter",
        "title": "A letter",
        "publisher": LONG_PUBLISHER,
        "via": "minutes",
        "url": "https://example.com/letter",
        "archived": "https://archive.example.com/letter",
    },
)


def _quotes(count: int, speakers: Sequence[str], first: int) -> list[Typed]:
    """Records of quotes from eight words upwards, the speakers taking turns."""
    return [
        {
            "id": f"berth-{number}",
            "speaker": speakers[number % len(speakers)],
            "text": spoken(8 + number % 30, number),
            "said": f"2019-{1 + number % 12:02}-03",
            "source": "minutes",
        }
        for number in range(first, first + count)
    ]


def _article(title: str, day: str, keys: Typed, paragraphs: Sequence[str]) -> str:
    keys = {"title": title, "date": day, "summary": prose(24, len(title)), **keys}
    return front_matter(keys, "\n\n".join(paragraphs))


def _speaking(title: str, day: str, count: int, speakers: Sequence[str], first: int) -> str:
    """An article with so many quotes by these speakers, and a heading now and then."""
    quotes = _quotes(count, speakers, first)
    paragraphs = [prose(40, first)]
    for number, quote in enumerate(quotes):
        if number % 6 == 5:
            paragraphs.append(f"## What was said about berth {first + number}")
        told = f"{prose(12, number)} “{quote['text']},” it was said. {prose(20, number + 3)}"
        paragraphs.append(told)
    keys: Typed = {"actors": list(speakers), "topics": ["regulation"], "quotes": quotes}
    return _article(title, day, keys, [*paragraphs, prose(60, first)])


def _longest_quote() -> str:
    words = spoken(120, 900)
    keys: Typed = {
        "actors": ["maximiliana", "authority"],
        "place": "the assembly room of the port authority in the old customs house",
        "quotes": [
            {
                "id": "longest",
                "speaker": "maximiliana",
                "text": words,
                "asked": f"Whether {phrase(30, 5)}",
                "to": ["authority"],
                "place": "the assembly room of the port authority in the old customs house",
                "said": "2019-11-03",
                "source": {"id": "minutes", "loc": "pages 4096 to 4099, second column"},
            }
        ],
    }
    text = [prose(30), f"{prose(10)} “{words},” she said.", prose(30, 8)]
    return _article(f"{LONG_NAME} speaks at length", "2019-11-04", keys, text)


def _transcript() -> str:
    quotes = _quotes(60, IDS[3:5], 300)
    keys: Typed = {"genre": "transcript", "actors": IDS[3:5], "quotes": quotes}
    turns = [
        f"**{'Ada Abel' if number % 2 == 0 else 'Bo Abel'}:** {quote['text']}. {prose(250, number)}"
        for number, quote in enumerate(quotes)
    ]
    return _article("The whole hearing, word for word", "2020-03-09", keys, turns)


def _sixty_actors() -> str:
    names = [str(actor["name"]) for actor in ACTORS]
    paragraphs = [
        f"{prose(10, start)} So said {', '.join(names[start : start + 5])}. {prose(15, start)}"
        for start in range(0, 60, 5)
    ]
    return _article("Everybody at once", "2020-02-02", {"actors": IDS}, paragraphs)


def _arabic() -> str:
    said = phrase(14, 2, ARABIC)
    keys: Typed = {
        "title": phrase(9, 1, ARABIC),
        "language": "ar",
        "summary": prose(20, 3, ARABIC),
        "takeaways": [prose(8, 5, ARABIC), f"{phrase(5, 2, ARABIC)} Ada Abel."],
        "actors": ["maximiliana", "ada-abel", "bo-abel", "cleo-abel"],
        "quotes": [
            {"id": "arabic", "speaker": "ada-abel", "text": said, "source": "minutes"},
            {
                "id": "latin",
                "speaker": "maximiliana",
                "text": spoken(30, 950),
                "language": "en",
                "source": "minutes",
            },
            {"id": "short", "speaker": "bo-abel", "text": phrase(5, 6, ARABIC), "source": "letter"},
        ],
        "notes": [{"text": "الصفحة الرابعة", "note": prose(12, 1, ARABIC), "kind": "dispute"}],
    }
    text = [
        f"{prose(20, 4, ARABIC)} Ada Abel {phrase(6, 1, ARABIC)} “{said}”.[@minutes]",
        f"## {phrase(6, 4, ARABIC)}",
        f"{prose(12, 7, ARABIC)} {LONG_NAME} {phrase(4, 5, ARABIC)} “{spoken(30, 950)}”.",
        f"{phrase(5, 8, ARABIC)} (الصفحة الرابعة) {prose(9, 1, ARABIC)}[^1]",
        f"- {prose(9, 2, ARABIC)}\n- Bo Abel “{phrase(5, 6, ARABIC)}”",
        f"| {phrase(2, 1, ARABIC)} | Cleo Abel |\n|---|--:|\n| {phrase(4, 3, ARABIC)} | 4096 |",
        f"[^1]: {prose(10, 6, ARABIC)}",
    ]
    return _article("", "2020-01-08", keys, text)


def _chinese() -> str:
    said = chinese(2, 3).removesuffix("。")
    keys: Typed = {
        "title": chinese(3, 1).removesuffix("。").removesuffix("，"),
        "language": "zh",
        "summary": chinese(4, 2),
        "actors": ["maximiliana", "dag-abel"],
        "quotes": [
            {"id": "chinese", "speaker": "dag-abel", "text": said, "source": "minutes"},
            {"id": "latin", "speaker": "maximiliana", "text": spoken(20, 960), "language": "en"},
        ],
    }
    text = [
        f"{chinese(9)}Dag Abel说：“{said}。”{chinese(4, 4)}",
        f"## {chinese(1, 4)[:-1]}",
        f"{chinese(20, 2)} {LONG_NAME}：“{spoken(20, 960)}”{chinese(30, 1)}",
    ]
    return _article("", "2020-01-09", keys, text)


def extremes() -> Mapping[str, str | bytes]:
    """The files of the site."""
    title = f"A headline that goes on: {phrase(24)}"
    articles = {
        "everything": everything(title, IDS, LONG_WORD, LONG_ADDRESS),
        "no-quotes": _article("Nobody speaks", "2019-05-05", {}, [prose(80)]),
        "one-quote": _longest_quote(),
        "two-quotes": _speaking("One speaks twice", "2020-02-06", 2, IDS[5:6], 10),
        "twelve-speakers": _speaking("Twelve speak", "2020-02-07", 12, IDS[:12], 20),
        "forty-quotes": _speaking("Forty quotes by fourteen", "2020-01-03", 40, IDS[:14], 100),
        "sixty-actors": _sixty_actors(),
        "transcript": _transcript(),
        "arabic": _arabic(),
        "chinese": _chinese(),
    }
    return {
        "site.yaml": as_yaml(SITE),
        "content/quay.svg": PICTURE,
        "content/actors/cast.yaml": json.dumps(ACTORS),
        "content/sources/papers.yaml": json.dumps(SOURCES),
        "content/topics/regulation.md": front_matter(
            {"title": LONG_TOPIC, "summary": prose(20)}, prose(90)
        ),
        "content/pages/about.md": front_matter({"title": "About us"}, prose(90)),
        **{f"content/articles/{slug}.md": text for slug, text in articles.items()},
    }
