"""Files read and texts annotated: each once for the same bytes, and several at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from os import fsdecode, fsencode
from pathlib import Path
from typing import Any, TypeVar

from onrecord.annotate.article import annotate_article, annotate_prose
from onrecord.annotate.facts import AnnotatedArticle, outlined
from onrecord.annotate.settings import AnnotationSettings
from onrecord.build.memory import Memory
from onrecord.build.pages_kept import short_digest, text_name
from onrecord.build.text_keys import Annotated, reading_key, text_key, without_body
from onrecord.build.whole_texts import WholeTexts
from onrecord.build.workers import Workers
from onrecord.disk.files import FoundFile
from onrecord.disk.survey import Survey, digests_of
from onrecord.enlist.cast import EnlistedArticle, EnlistedProse
from onrecord.enlist.referred import Referred, referred_by
from onrecord.model import Actor, Article, Source, Topic
from onrecord.read.pages import ReadPage
from onrecord.read.reading import Reading, Rules
from onrecord.read.site import CONTENT, read_each, read_file
from onrecord.store import Store
from onrecord.text.codec import decode, encode, fields_of
from onrecord.text.frozen import Frozen, replace

_BODIES = "bodies/"
_AT_ONCE = 25  # files or texts in a task
_READINGS: Mapping[str, type[Reading[Any]]] = {
    "articles": Reading[Article],
    "actors": Reading[Actor],
    "sources": Reading[Source],
    "topics": Reading[Topic],
    "pages": Reading[ReadPage],
}
"""The kinds of file whose reading is kept; copies of sources and other files are not."""

Value = TypeVar("Value")
Text = TypeVar("Text", EnlistedArticle, EnlistedProse)


class _ReadJob(Frozen):
    kind: str
    files: tuple[tuple[str, bytes], ...]  # path and where it lies, which may be no text
    rules: Rules


class _AnnotateJob(Frozen):
    settings: AnnotationSettings
    articles: tuple[EnlistedArticle, ...] = ()
    prose: tuple[EnlistedProse, ...] = ()


class Texts:
    """Reads and annotates; what was done before is taken from the memory.

    `read` and `annotated` count what had to be done; `text_keys` say, by slug, under which key an
    article's text is remembered, `digests` what tells it from others.
    """

    def __init__(self, memory: Memory, survey: Survey, workers: Workers, store: Store) -> None:
        self.read = 0
        self.annotated = 0
        self._memory = memory
        self._digests = survey.digests
        self._workers = workers
        self._store = store
        self.text_keys: dict[str, str] = {}
        self._are_settled = True
        self._found: set[str] = set()
        self.digests: dict[str, bytes] = {}
        self._enlisted: dict[str, tuple[EnlistedArticle, AnnotationSettings]] = {}
        self._referred: set[str] = set()
        self._read_as: dict[str, tuple[FoundFile, Rules]] = {}
        self._used: dict[str, set[str]] = {"reading": set(), "text": set(), "enlisted": set()}

    def read_files(
        self, kind: str, files: Sequence[FoundFile], rules: Rules
    ) -> Iterable[Reading[Any]]:
        """The readings of files of one kind, in order; the bodies of articles lie in the store."""
        self._found.update(file.path for file in files)
        if kind not in _READINGS:
            readings: list[Reading[Any]] = []
            for file, one in zip(files, read_each(kind, files, rules), strict=True):
                readings.append(one)
                self._settled(file.path, *digests_of([file]).values())
            return readings
        keys = {
            file.path: reading_key(kind, file.path, self._digests.get(file.path, ""), rules)
            for file in files
        }
        self._used["reading"].update(keys.values())
        self._read_as.update((file.path, (file, rules)) for file in files)
        at_hand = self._memory.at_hand(f"{kind} as read")
        known = {key: at_hand[key] for key in keys.values() if key in at_hand}
        asked = [key for key in keys.values() if key not in known]
        recalled = self._memory.recall_all("reading", _READINGS[kind], asked)
        for key, (_, reading) in zip(asked, recalled, strict=True):
            if reading is not None:
                known[key] = self._bodiless(reading)
        settled = set(known)
        missing = [file for file in files if keys[file.path] not in known]
        self.read += len(missing)
        jobs = (
            encode(_ReadJob(kind, tuple((file.path, fsencode(file.real)) for file in part), rules))
            for part in _parts(missing)
        )
        done = _unpacked(self._workers.each(_read, jobs), of=tuple[tuple[bytes, str], ...])
        for file, (raw, digest) in zip(missing, done, strict=True):
            known[keys[file.path]] = self._bodiless(decode(raw, _READINGS[kind]))
            if self._settled(file.path, digest):
                self._keep("reading", keys[file.path], raw)
                settled.add(keys[file.path])
        at_hand.update((key, known[key]) for key in settled)
        _let_go(at_hand, settled)
        return [known[keys[file.path]] for file in files]

    @property
    def are_settled(self) -> bool:
        """True where the content that was read is just that which the survey found."""
        surveyed = {path for path in self._digests if path.startswith(f"{CONTENT}/")}
        return self._are_settled and self._found == surveyed

    def referred_of(self, article: Article) -> Referred:
        """What an article that was read refers to."""
        at_hand = self._memory.at_hand("references")
        key = f"{article.digest} {article.path}"
        if key not in at_hand:
            referred = referred_by(self._with_body(article))
            if not self._are_settled:
                return referred
            at_hand[key] = referred
        self._referred.add(key)
        known: Referred = at_hand[key]
        return known

    @property
    def whole(self) -> Mapping[str, AnnotatedArticle]:
        """The annotated texts by slug, each read back when it is asked for."""
        return WholeTexts(self._whole_text, lambda: sorted(self.text_keys))

    def _whole_text(self, slug: str) -> AnnotatedArticle:
        """One that was laid in the store, is remembered, or, should that be lost, made again."""
        with suppress(KeyError):
            return decode(self._store.get(text_name(slug)), AnnotatedArticle)
        told = self._memory.recall("text", Annotated, self.text_keys[slug])
        if told is None:
            text, settings = self._enlisted[slug]
            told = annotate_article(self._whole(text), settings)
        return told.value

    def _with_body(self, article: Article) -> Article:
        """The article with the body that was laid in the store, is remembered, or read again."""
        with suppress(KeyError):
            return replace(article, body=decode(self._store.get(_BODIES + article.path), str))
        file, rules = self._read_as[article.path]
        key = reading_key("articles", article.path, article.digest, rules)
        reading = self._memory.recall("reading", Reading[Article], key)
        if reading is None:
            reading = read_file("articles", file, rules)
            if [one.digest for one in reading.records] != [article.digest]:
                self._are_settled = False  # it was edited meanwhile
                return article
        return replace(article, body=reading.records[0].body)

    def _bodiless(self, reading: Reading[Any]) -> Reading[Any]:
        if not (reading.records and isinstance(reading.records[0], Article)):
            return reading
        for article in reading.records:
            self._store.put(_BODIES + article.path, encode(article.body))
        return replace(
            reading, records=tuple(replace(article, body="") for article in reading.records)
        )

    def _whole(self, text: Text) -> Text:
        """The text with its body."""
        if not isinstance(text, EnlistedArticle):
            return text
        return replace(text, article=self._with_body(text.article))

    def annotate(
        self, articles: Sequence[EnlistedArticle], settings: AnnotationSettings
    ) -> Iterator[Annotated]:
        """What the texts of articles tell, outlined, in order; whole they lie in the store."""

        def job(part: Sequence[EnlistedArticle]) -> _AnnotateJob:
            return _AnnotateJob(settings, articles=tuple(part))

        return self._annotate(articles, settings, job, self._memory.at_hand("articles as told"))

    def annotate_prose(
        self, prose: Sequence[EnlistedProse], settings: AnnotationSettings
    ) -> Iterator[Annotated]:
        """Biographies, briefs of topics and plain pages, in order."""

        def job(part: Sequence[EnlistedProse]) -> _AnnotateJob:
            return _AnnotateJob(settings, prose=tuple(part))

        return self._annotate(prose, settings, job, self._memory.at_hand("prose as told"))

    def forget_unused(self) -> None:
        """Keep nothing that this build did not use."""
        _let_go(self._memory.at_hand("references"), self._referred)
        if self._memory.memo:
            for kind, used in self._used.items():
                unused = self._memory.memo.keys(kind) - used
                self._memory.memo.forget_all(kind, unused)

    def _annotate(
        self,
        texts: Sequence[Text],
        settings: AnnotationSettings,
        job: Callable[[Sequence[Text]], _AnnotateJob],
        at_hand: dict[str, tuple[Annotated, bytes]],
    ) -> Iterator[Annotated]:
        keys = [text_key(text, settings) for text in texts]
        for kind in ("text", "enlisted"):
            self._used[kind].update(keys)
        kept = self._memory.memo.keys("text") if self._memory.memo else frozenset()
        missing = [
            text
            for text, key in zip(texts, keys, strict=True)
            if key not in at_hand and key not in kept
        ]
        jobs = (encode(job([self._whole(text) for text in part])) for part in _parts(missing))
        done = _unpacked(self._workers.each(_annotate, jobs), of=tuple[bytes, ...])
        asked = (key for key in keys if key not in at_hand and key in kept)
        recalled = self._memory.recall_all("text", Annotated, asked)
        for text, key in zip(texts, keys, strict=True):
            if key not in at_hand:
                raw, told = next(recalled) if key in kept else (next(done), None)
                if told is None:
                    # What is kept and damaged is annotated here: it may be one text in years.
                    raw = (
                        raw or decode(_annotate(encode(job((self._whole(text),)))), tuple[bytes])[0]
                    )
                    told = decode(raw, Annotated)
                    self._keep_text(text, key, raw)
                at_hand[key] = self._laid(text, raw, told)
            told, digest = at_hand[key]
            self._note(text, key, digest, settings)
            if not self._memory.lasts:
                del at_hand[key]
            yield told
        _let_go(at_hand, keys)

    def _keep_text(self, text: Text, key: str, raw: bytes) -> None:
        self.annotated += 1
        self._keep("text", key, raw)
        if isinstance(text, EnlistedArticle):
            self._keep("enlisted", key, encode(without_body(text)))

    def _laid(self, text: Text, raw: bytes, told: Annotated) -> tuple[Annotated, bytes]:
        """An article's text as others need it, when the whole of it lies in the store."""
        if not isinstance(text, EnlistedArticle):
            return told, b""
        whole = fields_of(raw)[0]
        self._store.put(text_name(text.article.slug), whole)
        return replace(told, value=outlined(told.value)), short_digest(whole)

    def _note(self, text: Text, key: str, digest: bytes, settings: AnnotationSettings) -> None:
        if not isinstance(text, EnlistedArticle):
            return
        slug = text.article.slug
        self.text_keys[slug] = key
        self.digests[slug] = digest
        if self._memory.lasts:
            self._enlisted[slug] = text, settings

    def _settled(self, path: str, digest: str) -> bool:
        """False where a file that was just read, and then had this digest, is not as surveyed."""
        settled = bool(digest) and digest == self._digests.get(path)
        self._are_settled = self._are_settled and settled
        return settled

    def _keep(self, kind: str, key: str, raw: bytes) -> None:
        if self._memory.memo:
            self._memory.memo.put_all(kind, [(key, raw)])


def _parts(things: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (things[start : start + _AT_ONCE] for start in range(0, len(things), _AT_ONCE))


def _let_go(at_hand: dict[str, Any], used: Iterable[str]) -> None:
    """Hold nothing at hand but what was used."""
    for key in at_hand.keys() - set(used):
        del at_hand[key]


def _unpacked(parts: Iterable[bytes], of: type[tuple[Value, ...]]) -> Iterator[Value]:
    for part in parts:
        yield from decode(part, of)


def _read(job: bytes) -> bytes:
    asked = decode(job, _ReadJob)
    found = (FoundFile(path, Path(fsdecode(real))) for path, real in asked.files)
    return encode(tuple(_read_with_digest(asked, file) for file in found))


def _read_with_digest(asked: _ReadJob, file: FoundFile) -> tuple[bytes, str]:
    """What a file holds, and the digest that it had as soon as it was read."""
    raw = encode(read_file(asked.kind, file, asked.rules))
    return raw, digests_of([file])[file.path]


def _annotate(job: bytes) -> bytes:
    asked = decode(job, _AnnotateJob)
    told = [annotate_article(article, asked.settings) for article in asked.articles]
    told += [annotate_prose(prose, asked.settings) for prose in asked.prose]
    return encode(tuple(encode(one) for one in told))
