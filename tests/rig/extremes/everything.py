"""One article that holds all that an article can hold, each at its longest."""

from collections.abc import Sequence

from tests.rig.extremes.words import phrase, prose, spoken
from tests.rig.hostile_site import Typed, front_matter

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="500" viewBox="0 0 16 5">'
    '<rect width="16" height="5" fill="#888"/></svg>'
)
_COLUMNS = 12


def _quotes(ids: Sequence[str], word: str) -> Sequence[object]:
    """Its own quotes, with all that a record may say, and one that it repeats."""
    return [
        {
            "id": "long",
            "speaker": ids[0],
            "text": spoken(60, 1),
            "source": "minutes",
            "about": ids[1],
        },
        {
            "id": "joint",
            "speaker": [ids[0], ids[3]],
            "text": spoken(12, 2),
            "source": [{"id": "minutes", "loc": word}, "letter"],
            "to": [ids[1], word],
            "said": "2020-01-05",
            "place": word,
            "medium": "press-conference",
            "credibility": 2,
            "comment": prose(30),
        },
        {
            "id": "spokesman",
            "speaker": ids[4],
            "on_behalf_of": ids[1],
            "text": spoken(14, 3),
            "full": f"{spoken(14, 3)} and {phrase(40)}",
            "also": [{"text": f"{phrase(9)} or so", "by": word, "source": "letter"}],
            "original": {"language": "ar", "text": "لن يغادر أحد الميناء", "by": word},
            "source": "letter",
            "disputes": "everything#long",
            "replies_to": "everything#joint",
        },
        {
            "id": "unnamed",
            "speaker": {
                "unnamed": f"an official of the {word}",
                "why": prose(12),
                "at": ids[1],
            },
            "paraphrase": f"{phrase(30, 9)} at last",
            "via": word,
            "source": "letter",
        },
        {"id": "code", "speaker": ids[5], "text": word * 2, "source": "minutes"},
        "one-quote#longest",
    ]


def _keys(title: str, ids: Sequence[str], word: str, address: str) -> Typed:
    return {
        "title": title,
        "date": "2020-01-06T22:27:00Z",
        "summary": prose(45, 3),
        "takeaways": [prose(30, 1), prose(9, 2), f"{word} {phrase(8)}"],
        "authors": [word, ids[0], "The night desk"],
        "place": word,
        "genre": "analysis",
        "topics": ["regulation", "harbour", "winter"],
        "image": "/quay.svg",
        "images": {
            "/quay.svg": {
                "alt": "A grey quay.",
                "caption": prose(30, 7),
                "credit": word,
            }
        },
        "actors": [{"id": ids[0], "role": phrase(20)}, ids[1], *ids[3:7]],
        "quotes": _quotes(ids, word),
        "sources": [
            {
                "id": "own",
                "kind": "own",
                "title": "Our own reporting",
                "supports": [prose(9), prose(20)],
            },
            {"id": "book", "kind": "book", "title": phrase(30), "author": [word] * 3},
        ],
        "notes": [
            {
                "text": "a passage with a note",
                "kind": "fact-check",
                "note": f"{prose(50)}\n\n- {prose(6)}\n- <{address}>",
                "sources": ["minutes", "own"],
                "verdict": "Wrong",
            },
            {"text": "another passage beside it", "kind": "definition", "note": prose(60)},
        ],
        "corrections": [
            {
                "date": "2020-01-07",
                "was": f"{word}x",
                "now": "a passage with a note",
                "note": prose(40),
            },
            {"date": "2020-01-08", "kind": "update", "note": prose(25)},
            {"date": "2020-01-09", "quote": "joint", "was": "As to berth 22"},
            {"date": "2020-01-10", "kind": "retraction", "note": prose(30)},
        ],
        "events": [
            {"date": "2020-01-04", "title": phrase(30), "text": prose(40), "quotes": ["joint"]},
            {"date": "2020", "title": word},
        ],
    }


def _paragraphs(word: str, address: str) -> Sequence[str]:
    head = "".join(f"| {phrase(1, column)} " for column in range(_COLUMNS))
    row = "".join(f"| {word[:20]} " for _ in range(_COLUMNS))
    return (
        f"{prose(30)} “{spoken(60, 1)},” she said.[@minutes, {word}; @book] {prose(9)}",
        "“" + spoken(12, 2) + f",” said two. {prose(12, 5)}[^twice]",
        f"## {phrase(25, 2)} {word}",
        f"“{spoken(14, 3)},” he added. He said that {phrase(30, 9)} at last.[^twice]",
        "![[#joint]]",
        f"Here is a passage with a note, and another passage beside it. {prose(40)}",
        f'![A quay](/quay.svg "{phrase(12)}")',
        f"### {word}",
        f"{prose(9)} Dag Abel have nothing to add.",
        f"{head}|\n{'|---' * _COLUMNS}|\n{row}|\n{row}|",
        f"```\n{word * 3} = {word};\n```",
        f"The code is `{word}{word}`, “{word * 2}”. See <{address}>, or [{address}]({address}).",
        f"> {prose(30, 4)}\n\n1. {prose(9)}\n   - {prose(9)}\n   - {word * 2}\n2. {prose(30)}",
        f"#### {phrase(18, 3)}",
        f"{prose(12)} “{spoken(120, 900)},” she said.[^other] {prose(30)}[^twice]",
        f"---\n\n{prose(30, 6)}",
        f"[^twice]: {prose(40)}",
        f"[^other]: {word * 2}\n\n    {prose(20)}",
    )


def everything(title: str, ids: Sequence[str], word: str, address: str) -> str:
    """The article, with an unbroken word and a long address where there is room for one."""
    return front_matter(_keys(title, ids, word, address), "\n\n".join(_paragraphs(word, address)))
