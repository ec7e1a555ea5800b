"""Texts made to take long: each known to have brought some Markdown or YAML reader to its knees.

Run as a program, `python -m tests.rig.pathological NAME BYTES FOLDER` builds a site of one such
text and prints the seconds of work and the megabytes that it took.
"""

import sys
import time
from collections.abc import Callable, Mapping
from math import isqrt
from pathlib import Path

from tests.rig.sites import Built, build_folder, write_site

Body = Callable[[int], str]


def repeated(unit: str) -> Body:
    """The unit until the size in bytes is reached."""
    return lambda size: unit * max(1, size // len(unit.encode()))


def nested(opening: str, closing: str) -> Body:
    """Openings and as many closings."""

    def body(size: int) -> str:
        depth = size // (len(opening.encode()) + len(closing.encode()))
        return f"{opening * depth}x{closing * depth}"

    return body


def growing(unit: str, end: str) -> Body:
    """One unit, two, three… until the size is reached."""
    return lambda size: "".join(unit * length + end for length in range(1, isqrt(2 * size)))


def numbered(form: str, start: str = "", cost: int = 0) -> Body:
    """A form with a new number each time; `cost` are the bytes of one, unless it says."""
    each = cost or len(form.encode()) + 4
    return lambda size: start + "".join(form.format(n) for n in range(size // each))


def _footnotes(size: int) -> str:
    marks = numbered("[^{0}] ", cost=24)(size)
    return marks + "\n\n" + numbered("[^{0}]: x\n", cost=24)(size)


def _wide_table(size: int) -> str:
    columns = size // 4
    return "|".join("a" * columns) + "\n" + "|".join("-" * columns) + "\n"


def _short_rows(size: int) -> str:
    columns = min(1_000, isqrt(size))
    head = "|".join("a" * columns) + "\n" + "|".join("-" * columns) + "\n"
    return head + "a\n" * (size // 2)


def _deep_lists(size: int) -> str:
    return "".join("  " * depth + "- a\n" for depth in range(isqrt(size)))


BODIES: Mapping[str, Body] = {
    "open brackets": repeated("["),
    "closing brackets": repeated("]"),
    "nested brackets": nested("[", "]"),
    "nested links": nested("[", "](u)"),
    "nested pictures": nested("![", "](u)"),
    "half links": repeated("[a]("),
    "half links in angles": repeated("[a](<b"),
    "half titles": repeated('[a](b "'),
    "emphasis": repeated("*a "),
    "closed emphasis": repeated("a* "),
    "strong": repeated("a**b"),
    "mixed emphasis": repeated("*a_b "),
    "alternating emphasis": repeated("*_*_ "),
    "nested emphasis": nested("*a ", "*"),
    "emphasis of two kinds": lambda size: "_a " * (size // 6) + "a* " * (size // 6),
    "strikethrough": repeated("a~~"),
    "backticks": growing("`", " "),
    "letters and backticks": growing("`", "e"),
    "one row of backticks": repeated("`"),
    "double brackets": repeated("[["),
    "half marks": repeated("[[a|"),
    "marks": repeated("[[a]] "),
    "nested marks": nested("[[a|", "]]"),
    "half marks of quotes": repeated("[[q:a|"),
    "half pull quotes": repeated("![[#"),
    "pull quotes": repeated("![[#a]]\n\n"),
    "half citations": repeated("[@"),
    "citations": repeated("[@a] "),
    "endless citation": lambda size: f"[{repeated('@a; ')(size)}]",
    "straight marks": repeated('"'),
    "straight marks and words": repeated('"a "'),
    "open quotations": repeated("“"),
    "open quotations and words": repeated("“a "),
    "nested quotations": nested("“a ", "”"),
    "marks of all kinds": repeated("“‘«„「『"),
    "apostrophes": repeated("it's 'a "),
    "wide table": _wide_table,
    "long table": lambda size: "a|b\n-|-\n" + "c|d\n" * (size // 4),
    "short rows": _short_rows,
    "bars": lambda size: "a|b\n-|-\n" + "|" * size,
    "deep lists": _deep_lists,
    "lists in one line": repeated("- "),
    "list": repeated("- a\n"),
    "deep blockquotes": repeated(">"),
    "growing blockquotes": growing(">", "a\n"),
    "lists in blockquotes": repeated("> - "),
    "blockquotes": repeated("> “a”\n\n"),
    "one footnote": lambda size: repeated("[^1]")(size) + "\n\n[^1]: x",
    "footnotes": _footnotes,
    "footnotes in footnotes": numbered("[^{0}]: "),
    "references": lambda size: repeated("[a] ")(size) + "\n\n[a]: https://example.org/",
    "definitions": numbered("[a{0}]: /u\n"),
    "half definitions": repeated("[a]: <"),
    "endless title": lambda size: '[a]: b "' + "x\n" * (size // 2),
    "one word": repeated("a"),
    "one line": repeated("a b "),
    "empty lines": repeated("\n"),
    "hard breaks": repeated("a  \n"),
    "backslashes": repeated("\\\n"),
    "entities": repeated("&amp;&#x"),
    "addresses": repeated("http://a.b/( www.a.b "),
    "mail": repeated("a@b.c "),
    "tags": repeated("<div>\n"),
    "half tags": repeated("<a b='"),
    "comments": repeated("<!--"),
    "lines of comments": repeated("<!--\n"),
    "comments in links": repeated("[<!--a](b)"),
    "headings": repeated("# a\n"),
    "underlined headings": repeated("a\n=\n"),
    "attributes": repeated("{#a "),
    "fences": repeated("```a\n```\n"),
    "containers": growing(":", "a\n"),
    "definition lists": repeated("a\n: b\n"),
    "combining marks": repeated("e\u0301"),
    "invisible characters": repeated("a\u00ad\u200b"),
    "ellipses": repeated("... "),
    "sentences": repeated("A b. "),
    "tasks": repeated("- [ ] a\n"),
    "pictures": repeated("![](x.jpg)\n\n"),
    "attributions": repeated("> — N\n"),
}
assert all(len(body(3_000).encode()) < 15_000 for body in BODIES.values())


def article(body: str, keys: str = "") -> str:
    """An article with this text."""
    return f"---\ntitle: T\ndate: 2020-01-01\n{keys}---\n{body}\n"


def build_all(folder: Path, size: int) -> tuple[Built, float]:
    """A site of all the texts at one size, and the seconds of work that its build took."""
    files = {
        f"content/articles/{name.replace(' ', '-')}.md": article(body(size))
        for name, body in BODIES.items()
    }
    root = write_site(folder, files)
    started = time.process_time()
    return build_folder(root), time.process_time() - started


def main(name: str, size: str, folder: str) -> None:
    """Build one text; print what it took."""
    root = write_site(Path(folder), {"content/articles/a.md": article(BODIES[name](int(size)))})
    started = time.process_time()
    built = build_folder(root)
    seconds = time.process_time() - started
    import resource  # noqa: PLC0415 - not on every system

    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{built.exit_code} {seconds:.2f} {megabytes:.0f}")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
