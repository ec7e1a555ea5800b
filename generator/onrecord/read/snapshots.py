"""The copies that we keep of sources, as plain text for verifying quotes."""

from hashlib import sha256
from html.parser import HTMLParser
from pathlib import PurePosixPath

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.disk.files import FoundFile, decode, read_raw
from onrecord.read.content import Snapshot
from onrecord.read.markdown_file import MAX_LIST_BYTES, complain_of_stem
from onrecord.read.reading import Reading
from onrecord.text.source import Span

FOLDER = "content/archive/"
SUFFIXES = (".txt", ".html", ".htm")
UNSEEN = frozenset(("head", "script", "style", "template", "noscript", "svg", "iframe", "object"))
WITHIN_A_LINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
     "sup", "time", "tt", "u", "var", "wbr", "img")
)  # fmt: skip
"""Elements that do not end a line; every other begins and ends a block."""


def read_snapshot(file: FoundFile) -> Reading[Snapshot]:
    """The text of a copy; of an HTML page, the words that a reader sees."""
    name = PurePosixPath(file.path)
    raw = read_raw(file, MAX_LIST_BYTES)
    if raw.value is None:
        return Reading(diagnostics=raw.diagnostics)
    source = decode(file.path, raw.value)
    found = [*source.diagnostics, *complain_of_stem(name.stem, file.path)]
    if source.value is None or found:
        return Reading(diagnostics=tuple(found))
    is_page = name.suffix.lower() != ".txt"
    text = seen_text(source.value.text) if is_page else source.value.text
    return Reading((Snapshot(name.stem, file.path, text, sha256(raw.value).hexdigest()),))


def complain_of_second_copies(snapshots: tuple[Snapshot, ...]) -> list[Diagnostic]:
    """An error where a source has two copies, one .txt and one .html."""
    first: dict[str, Snapshot] = {}
    found: list[Diagnostic] = []
    for snapshot in snapshots:
        earlier = first.setdefault(snapshot.source_id, snapshot)
        if earlier is not snapshot:
            found.append(
                diagnose(
                    "OR113",
                    f"the source {snapshot.source_id} has two copies",
                    Span.start_of(snapshot.path),
                    hint="keep the better one and delete the other",
                    related=(Related("the other one", Span.start_of(earlier.path)),),
                )
            )
    return found


class _SeenText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "body":
            self.unseen.clear()
        if tag in UNSEEN:
            self.unseen.append(tag)
        elif tag not in WITHIN_A_LINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        elif tag not in WITHIN_A_LINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def seen_text(html: str) -> str:
    """The words of a page without its markup, one block a line."""
    parser = _SeenText()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
