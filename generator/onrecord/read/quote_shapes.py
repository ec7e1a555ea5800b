"""What must hold of an article's quotes as typed: an id, a speaker, one wording, each id once."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.read.place import Place
from onrecord.read.schemas import QuoteKeys, known_keys, missing_for_a_slip, misspelt
from onrecord.text.frozen import Frozen
from onrecord.text.located_yaml import YamlValue
from onrecord.text.slugs import id_from
from onrecord.text.source import Span

WORDINGS = ("text", "paraphrase")
WORDS_IN_AN_ID = 3
QUOTE_KEYS = tuple(known_keys(QuoteKeys))
YamlMapping = dict[str, YamlValue]


class TypedQuote(Frozen):
    """A quote as typed: its id or "", its own keys, the keys of its occasion and of defaults."""

    id: str
    own: YamlMapping
    inherited: tuple[YamlMapping, ...]
    place: Place
    id_span: Span

    def says(self, key: str) -> bool:
        """True where the quote has the key with something in it, or inherits it."""
        return any(keys.get(key) not in (None, [], {}) for keys in (self.own, *self.inherited))


def entries_of(data: YamlValue, key: str) -> list[YamlValue]:
    """The entries of a list, or the single one in its place."""
    listed = data.get(key) if isinstance(data, dict) else None
    if listed is None:
        return []
    return listed if isinstance(listed, list) else [listed]


def typed_quotes(data: YamlValue, place: Place) -> Iterator[TypedQuote]:
    """Every quote that a front matter defines, repeats left out."""
    defaults = data.get("defaults") if isinstance(data, dict) else None
    shared = (defaults,) if isinstance(defaults, dict) else ()
    for index, entry in enumerate(entries_of(data, "quotes")):
        if not isinstance(entry, dict):
            continue
        here = place.at("quotes").at(index)
        passages = entry.get("passages")
        is_misread = next(iter(entry), "").startswith("-")
        if is_misread or (passages and not isinstance(passages, dict)):
            continue
        if isinstance(passages, dict) and passages:
            listed = here.at("passages")
            for passage_id, passage in passages.items():
                own: YamlValue = {"text": passage} if isinstance(passage, str) else passage
                if isinstance(own, dict):
                    yield TypedQuote(
                        passage_id,
                        own,
                        (entry, *shared),
                        listed.at(passage_id),
                        listed.key_span(passage_id),
                    )
        else:
            quote_id = entry.get("id")
            yield TypedQuote(
                quote_id if isinstance(quote_id, str) else "",
                entry,
                shared,
                here,
                here.at("id").span,
            )


def check_quotes(data: YamlValue, place: Place) -> list[Diagnostic]:
    """What is missing from or too much in the quotes, whatever else may be wrong with them."""
    found = _check_occasions(data, place)
    ids: dict[str, Span] = {}
    quotes = list(typed_quotes(data, place))
    taken = {quote.id for quote in quotes}
    for quote in quotes:
        if not quote.id:
            proposed = _proposed_id(quote, taken)
            taken.add(proposed)
            hint = f"add a line id: {proposed}"
            message = "this quote has no id"
            found.append(_slip(quote, "id") or _lacking(quote, message, hint))
        elif quote.id in ids:
            message = f"two quotes of this article have the id {quote.id}"
            first = Related("the first stands here", ids[quote.id])
            hint = "give one of them another id"
            found.append(diagnose("OR113", message, quote.id_span, hint=hint, related=(first,)))
        else:
            ids[quote.id] = quote.id_span
        found += _check_wording(quote)
        if not quote.says("speaker"):
            hint = "add speaker: with the id of an actor, or {unnamed: a senior official, why: …}"
            message = f"{_called(quote)} has no speaker"
            found.append(_slip(quote, "speaker") or _lacking(quote, message, hint))
    return found


def _slip(quote: TypedQuote, key: str) -> Diagnostic | None:
    """The error about a key that the quote has under another name."""
    typed = misspelt(key, quote.own, QUOTE_KEYS)
    if typed is None:
        return None
    return missing_for_a_slip(key, typed, quote.place.key_span(typed))


def _lacking(quote: TypedQuote, message: str, hint: str) -> Diagnostic:
    return diagnose("OR110", message, _start(quote.place.span), hint=hint)


def _check_occasions(data: YamlValue, place: Place) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for index, entry in enumerate(entries_of(data, "quotes")):
        passages = entry.get("passages") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not (isinstance(passages, dict) and passages):
            continue
        here = place.at("quotes").at(index)
        found += [
            diagnose(
                "OR111",
                f"`{key}` stands beside `passages`, which have ids and words of their own",
                here.key_span(key),
                hint=f"delete {key}:, or move it into a passage",
            )
            for key in ("id", *WORDINGS)
            if entry.get(key) is not None
        ]
    return found


def _check_wording(quote: TypedQuote) -> list[Diagnostic]:
    given = [key for key in WORDINGS if quote.own.get(key) is not None]
    if len(given) == 1:
        return []
    if not given:
        message = f"{_called(quote)} has neither text nor paraphrase"
        hint = "add text: with the words that stand in quotation marks, or paraphrase: with yours"
        slips = (_slip(quote, key) for key in WORDINGS)
        return [next(filter(None, slips), None) or _lacking(quote, message, hint)]
    message = f"{_called(quote)} has both text and paraphrase"
    hint = "keep text: for words in quotation marks, paraphrase: for the writer's own"
    return [diagnose("OR111", message, quote.place.key_span("paraphrase"), hint=hint)]


def _called(quote: TypedQuote) -> str:
    return f"the quote {quote.id}" if quote.id else "this quote"


def _proposed_id(quote: TypedQuote, taken: set[str]) -> str:
    """An id made from the speaker's last name and the first words."""
    speaker = next(
        (keys["speaker"] for keys in (quote.own, *quote.inherited) if keys.get("speaker")), ""
    )
    if isinstance(speaker, list):
        speaker = speaker[0] if speaker else ""
    if isinstance(speaker, dict):
        speaker = speaker.get("id") or speaker.get("unnamed") or ""
    name = id_from(speaker).rpartition("-")[2] if isinstance(speaker, str) else ""
    words = next((quote.own[key] for key in WORDINGS if isinstance(quote.own.get(key), str)), "")
    first = id_from(" ".join(str(words).split()[:WORDS_IN_AN_ID]))
    proposed = "-".join(part for part in (name, first) if part) or "quote"
    numbered, number = proposed, 2
    while numbered in taken:
        numbered, number = f"{proposed}-{number}", number + 1
    return numbered


def _start(span: Span) -> Span:
    return Span(span.path, span.line, span.column, span.line, span.column)
