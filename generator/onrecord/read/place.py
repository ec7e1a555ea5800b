"""A place in a file's YAML: what every value read from it is tied to."""

from onrecord.model import Written
from onrecord.text.frozen import Frozen
from onrecord.text.located_yaml import LocatedYaml
from onrecord.text.source import Span

YamlPath = tuple[str | int, ...]


class Place(Frozen):
    """Where a value stands. A step that the file does not take leaves the place as it is.

    So a single entry stands where its list would, and a bare text where its mapping would.
    """

    located: LocatedYaml
    path: YamlPath = ()

    def at(self, *steps: str | int) -> "Place":
        """The place below this one."""
        marks = self.located.marks
        path = self.path
        for step in steps:
            below = (*path, step)
            if below in marks:
                path = below
        return self if path is self.path else Place(self.located, path)

    @property
    def span(self) -> Span:
        """The span of the value."""
        return self.located.marks[self.path]

    def key_span(self, key: str) -> Span:
        """The span of a key of the mapping here, or of the mapping where it has no such key."""
        return self.located.keys.get((*self.path, key)) or self.span

    @property
    def width(self) -> int:
        """How many characters a value in one line has, its quotation marks counted."""
        return self.span.end_column - self.span.column

    def written(self, text: str, *steps: str | int) -> Written:
        """A text with the place that it was written at."""
        return Written(text, self.at(*steps).span)

    def written_if_given(self, text: str | None, *steps: str | int) -> Written | None:
        """A text with its place; None where there is none."""
        return None if text is None else self.written(text, *steps)

    def each_written(self, texts: tuple[str, ...], *steps: str | int) -> tuple[Written, ...]:
        """The texts of a list, each with its place."""
        if not texts:
            return ()
        here = self.at(*steps)
        return tuple(here.written(text, index) for index, text in enumerate(texts))
