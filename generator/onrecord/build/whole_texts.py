"""The texts of a site's briefings, none of them held: each is read back when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.annotate.facts import AnnotatedArticle


class WholeTexts(Mapping[str, AnnotatedArticle]):
    """The annotated texts by slug; `whole` gives one, or raises KeyError where there is none."""

    def __init__(
        self, whole: Callable[[str], AnnotatedArticle], slugs: Callable[[], Iterable[str]]
    ) -> None:
        self._whole = whole
        self._slugs = slugs

    def __getitem__(self, slug: str) -> AnnotatedArticle:
        return self._whole(slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self._slugs())

    def __len__(self) -> int:
        return sum(1 for _ in self)
