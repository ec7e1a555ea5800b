"""The texts of a site's briefings, read back from the memo as pages ask for them.

So no build holds them all, and forked workers need not be given them.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from errno import ENOENT
from multiprocessing import current_process

from onrecord.annotate.facts import AnnotatedArticle
from onrecord.build.memory import Memory
from onrecord.build.text_keys import Annotated
from onrecord.memo import Memo, read_memo
from onrecord.pages.planned import FromEdition, Plan
from onrecord.text.codec import decode
from onrecord.text.frozen import replace

_HELD = 50  # texts that were asked for last


class KeptTexts(Mapping[str, AnnotatedArticle]):
    """Texts by slug; `keys` say under which key of the memo each is kept."""

    def __init__(self, memo: Memo, keys: Mapping[str, str]) -> None:
        self._keys = keys
        self._held: OrderedDict[str, AnnotatedArticle] = OrderedDict()
        self._given = memo  # never let go of: closing it is for the process that opened it
        self._memo = memo
        self._process = current_process().pid

    def __getitem__(self, slug: str) -> AnnotatedArticle:
        text = self._held.pop(slug, None)
        if text is None:
            raw = self._opened().get("text", self._keys[slug])
            if raw is None:
                raise FileNotFoundError(ENOENT, "replaced during the build", str(self._memo.path))
            text = decode(raw, Annotated).value
        self._held[slug] = text
        if len(self._held) > _HELD:
            self._held.popitem(last=False)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._keys))

    def __len__(self) -> int:
        return len(self._keys)

    def _opened(self) -> Memo:
        """The memo, opened anew by each process that was forked: none may use another's."""
        here = current_process().pid
        if self._process != here:
            self._memo, self._process = read_memo(self._memo.path), here
        return self._memo


def let_go_of_texts(plan: Plan, memory: Memory, keys: Mapping[str, str]) -> Plan:
    """The plan with texts that are read back, where all of them are kept."""
    if memory.memo is None or not set(keys.values()) <= memory.memo.keys("text"):
        return plan
    texts = KeptTexts(memory.memo, keys)
    edition = replace(plan.edition, dossier=replace(plan.edition.dossier, texts=texts))
    pages = tuple(
        replace(page, build_view=replace(page.build_view, edition=edition))
        if isinstance(page.build_view, FromEdition)
        else page
        for page in plan.pages
    )
    return replace(plan, edition=edition, pages=pages)
