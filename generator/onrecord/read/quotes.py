"""Quotes of an article: records with what they inherit, and repeats of other articles' quotes."""

from collections.abc import Sequence
from typing import Any

from onrecord.model import Original, OtherWording, Quote, SourceRef, Speaker, Unnamed, Written
from onrecord.read.place import Place
from onrecord.read.schemas import ArticleKeys, PassageKeys, QuoteKeys, SharedQuoteKeys
from onrecord.read.schemas.quotes import OriginalKeys, OtherWordingKeys, SourceRefKeys, SpeakerKeys
from onrecord.text.frozen import Frozen


class _Layer(Frozen):
    """Keys that a quote has of its own or inherits, and where they stand."""

    keys: SharedQuoteKeys
    place: Place


def convert_quotes(
    keys: ArticleKeys, place: Place, slug: str
) -> tuple[tuple[Quote, ...], tuple[Written, ...]]:
    """The article's own quotes in their order, and the quotes that it repeats."""
    quotes: list[Quote] = []
    repeats: list[Written] = []
    defaults = [_Layer(keys.defaults, place.at("defaults"))] if keys.defaults else []
    listed = place.at("quotes")
    for index, entry in enumerate(keys.quotes):
        here = listed.at(index)
        if isinstance(entry, str):
            repeats.append(Written(entry, here.span))
        elif entry.passages:
            record = _Layer(entry, here)
            for passage_id, passage in entry.passages.items():
                layers = [_Layer(passage, here.at("passages", passage_id)), record, *defaults]
                quotes.append(_quote(passage_id, passage, layers, slug))
        else:
            quotes.append(_quote(entry.id or "", entry, [_Layer(entry, here), *defaults], slug))
    return tuple(quotes), tuple(repeats)


def _quote(quote_id: str, own: PassageKeys, layers: Sequence[_Layer], slug: str) -> Quote:
    given = _given(layers)
    nothing = None, layers[0].place

    def pick(key: str) -> tuple[Any, Place]:
        return given.get(key, nothing)

    def text_of(key: str) -> str:
        return given[key][0] if key in given else ""

    def written(key: str) -> Written | None:
        if key not in given:
            return None
        value, place = given[key]
        return Written(value, place.span)

    def each_written(key: str) -> tuple[Written, ...]:
        if key not in given:
            return ()
        values, place = given[key]
        return place.each_written(values)

    here = layers[0].place
    occurrence = pick("occurrence")[0]
    return Quote(
        span=here.span,
        id=quote_id,
        article=slug,
        speakers=_speakers(*pick("speaker")),
        on_behalf_of=written("on_behalf_of"),
        text=here.written_if_given(own.text, "text"),
        paraphrase=here.written_if_given(own.paraphrase, "paraphrase"),
        full=written("full"),
        also=_other_wordings(*pick("also")),
        asked=text_of("asked"),
        to=each_written("to"),
        via=written("via"),
        medium=text_of("medium"),
        place=text_of("place"),
        said=pick("said")[0],
        language=text_of("language"),
        sources=source_refs(*pick("source")),
        original=_original(*pick("original")),
        about=each_written("about"),
        disputes=written("disputes"),
        replies_to=written("replies_to"),
        occurrence=1 if occurrence is None else occurrence,
        prefix=text_of("prefix"),
        credibility=pick("credibility")[0],
        comment=text_of("comment"),
    )


def _given(layers: Sequence[_Layer]) -> dict[str, tuple[Any, Place]]:
    """What each key says and where: of the first layer that has it."""
    given: dict[str, tuple[Any, Place]] = {}
    for layer in reversed(layers):
        for key in layer.keys.model_fields_set:
            value = getattr(layer.keys, key)
            if value is not None:
                given[key] = value, layer.place.at(key)
    return given


def source_refs(keys: Sequence[SourceRefKeys] | None, place: Place) -> tuple[SourceRef, ...]:
    """The sources that a quote or note names, each once."""
    refs: dict[tuple[str, str], SourceRef] = {}
    for index, ref in enumerate(keys or ()):
        span = place.at(index, "id").span
        refs.setdefault((ref.id, ref.loc), SourceRef(id=ref.id, locator=ref.loc, span=span))
    return tuple(refs.values())


def _speakers(keys: Sequence[SpeakerKeys] | None, place: Place) -> tuple[Speaker, ...]:
    speakers: list[Speaker] = []
    for index, speaker in enumerate(keys or ()):
        here = place.at(index)
        if speaker.unnamed is None:
            speakers.append(here.written(speaker.id or "", "id"))
            continue
        at = here.written_if_given(speaker.at, "at")
        speakers.append(Unnamed(label=speaker.unnamed, why=speaker.why, at=at, span=here.span))
    return tuple(speakers)


def _other_wordings(
    keys: Sequence[OtherWordingKeys] | None, place: Place
) -> tuple[OtherWording, ...]:
    return tuple(
        OtherWording(
            text=other.text,
            by=place.at(index).written_if_given(other.by, "by"),
            source=place.at(index).written_if_given(other.source, "source"),
            language=other.language or "",
            span=place.at(index, "text").span,
        )
        for index, other in enumerate(keys or ())
    )


def _original(keys: OriginalKeys | None, place: Place) -> Original | None:
    if keys is None:
        return None
    return Original(language=keys.language, text=keys.text, by=keys.by, span=place.span)


__all__ = ["QuoteKeys", "convert_quotes", "source_refs"]
