"""One page for every kind of page that a site holds."""

from pathlib import Path, PurePosixPath

LISTS = frozenset("actors briefings corrections quotes sources timeline topics search".split())
"""The folders at a site's top whose own page is a kind of its own; all others are plain pages."""

_MEMBERS = {
    "actors": "actor",
    "briefings": "briefing",
    "quotes": "quote",
    "sources": "source",
    "topics": "topic",
}


def kind_of(path: PurePosixPath) -> str:
    """The kind of a published page, by its path: `actors/pmf/index.html` is an actor."""
    *folders, name = path.parts
    if name != "index.html":
        return path.stem
    if not folders:
        return "front"
    period = "-period" if folders[-1].isdecimal() else ""
    if len(folders) == 1 or (period and len(folders) == 2 and folders[0] in LISTS):
        return folders[0] + period if folders[0] in LISTS else "page"
    return _MEMBERS.get(folders[0], "briefing") + period


def one_of_each_kind(output: Path) -> dict[str, str]:
    """For every kind the address below the root of its longest page; redirects are no pages."""
    longest: dict[str, tuple[int, str]] = {}
    for file in sorted(output.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        path = PurePosixPath(file.relative_to(output).as_posix())
        found = (len(text), path.as_posix().removesuffix("index.html"))
        kind = kind_of(path)
        longest[kind] = max(longest.get(kind, found), found)
    return {kind: address for kind, (_, address) in sorted(longest.items())}
