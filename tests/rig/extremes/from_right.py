"""A site that is Arabic as a whole, so that every page runs from right to left."""

from collections.abc import Mapping, Sequence

from tests.rig.extremes.everything import PICTURE
from tests.rig.extremes.words import ARABIC, phrase, prose, spoken
from tests.rig.hostile_site import Typed, as_yaml, front_matter

_NAMES = (
    ("salim", "سليم الحداد"),
    ("mariam", "مريم البحرية"),
    ("nour", "نور القبطان"),
    ("holm", "Ada Holm"),
)

SITE: Typed = {
    "title": "سجل الميناء",
    "tagline": phrase(9, 2, ARABIC),
    "base_url": "https://example.org/",
    "tag_authority": "example.org,2020",
    "language": "ar",
    "quote_pages": True,
}


def _said(number: int) -> str:
    return f"{phrase(9 + number % 12, number, ARABIC)} {number}"


def _article(number: int) -> str:
    """A briefing with a quote by each of the four, notes, a table and a correction."""
    latin = spoken(12, number)
    quotes: list[Typed] = [
        {
            "id": f"q{place}",
            "speaker": name,
            "text": latin if name == "holm" else _said(10 * number + place),
            "language": "en" if name == "holm" else "ar",
            "asked": phrase(6, place, ARABIC),
            "said": f"2019-{1 + number:02}-0{1 + place}",
            "place": "الميناء الشمالي",
            "source": "paper",
            "credibility": 2,
        }
        for place, (name, _) in enumerate(_NAMES)
    ]
    keys: Typed = {
        "title": phrase(7, number, ARABIC),
        "date": f"2019-{1 + number:02}-05",
        "summary": prose(18, number, ARABIC),
        "takeaways": [prose(9, number, ARABIC), prose(7, number + 1, ARABIC)],
        "topics": ["harbour"],
        "place": "الميناء",
        "image": "/quay.svg",
        "images": {"/quay.svg": {"alt": "الرصيف", "caption": phrase(5, 1, ARABIC)}},
        "actors": [name for name, _ in _NAMES],
        "quotes": quotes,
        "notes": [{"text": f"ملاحظة رقم {number}", "note": prose(14, number, ARABIC)}],
        "corrections": [
            {"date": f"2019-{1 + number:02}-07", "was": "كلمة قديمة", "note": prose(9, 2, ARABIC)}
        ],
        "events": [
            {
                "date": f"2019-{1 + number:02}-01",
                "title": phrase(6, number, ARABIC),
                "quotes": ["q0"],
            }
        ],
    }
    return front_matter(keys, "\n\n".join(_paragraphs(number, quotes)))


def _paragraphs(number: int, quotes: Sequence[Typed]) -> Sequence[str]:
    first, second, third, latin = (quote["text"] for quote in quotes)
    return (
        f"{prose(20, number, ARABIC)} سليم الحداد “{first}”.[@paper]",
        f"{prose(12, 3, ARABIC)} مريم البحرية “{second}”. {prose(14, number, ARABIC)}",
        f"## {phrase(5, number, ARABIC)}",
        "![[#q0]]",
        f"نور القبطان “{third}”. ملاحظة رقم {number} {prose(9, 5, ARABIC)} [^1]",
        f"Ada Holm “{latin}”. {prose(20, 6, ARABIC)}",
        f"- {prose(6, 2, ARABIC)}\n- {prose(9, 4, ARABIC)}",
        f"| {phrase(2, 1, ARABIC)} | {phrase(2, 4, ARABIC)} |\n|---|--:|\n| Holm | {number} |",
        f"[^1]: {prose(9, 8, ARABIC)}",
    )


def extremes_from_right_to_left() -> Mapping[str, str | bytes]:
    """The files of the site."""
    cast = "".join(f"- {{id: {id_}, name: {name}, kind: person}}\n" for id_, name in _NAMES[1:])
    profile: Typed = {
        "name": _NAMES[0][1],
        "summary": prose(12, 3, ARABIC),
        "roles": [{"title": phrase(3, 4, ARABIC), "since": "2001"}],
        "relations": [{"type": "allied-with", "with": "holm", "since": "2018"}],
    }
    paper: Typed = {
        "kind": "article",
        "title": phrase(6, 9, ARABIC),
        "publisher": "Northport Gazette",
        "url": "https://example.com/paper",
        "archived": {"url": "https://archive.example.com/paper", "date": "2020-01-01"},
        "published": "2019",
        "reliability": "B",
    }
    topic: Typed = {"title": "الميناء", "summary": phrase(8, 3, ARABIC)}
    return {
        "site.yaml": as_yaml(SITE),
        "content/quay.svg": PICTURE,
        "content/actors/cast.yaml": cast,
        "content/actors/salim.md": front_matter(profile, prose(40, 5, ARABIC)),
        "content/sources/paper.yaml": as_yaml(paper),
        "content/topics/harbour.md": front_matter(topic, prose(30, 2, ARABIC)),
        "content/pages/about.md": front_matter({"title": "من نحن"}, prose(60, 1, ARABIC)),
        **{f"content/articles/harbour-{number}.md": _article(number) for number in range(6)},
    }
