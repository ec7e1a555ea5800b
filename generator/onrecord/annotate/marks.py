"""The marks that writers put into running text, as rules of the Markdown parser.

They run before the parser's own rule for links. Look-alikes (`[@handle](url)`, `[[1]](url)`) are
left to that rule; a mark that leads nowhere becomes text as typed, in a token that remembers why.

Tokens: `mark_open` and `mark_close` (meta "target"), `quote_mark_open` and `quote_mark_close` (meta
"key"), `citation` (meta "cited"), `pull_quote` (meta "key"), `mark_text` (meta "lost").
"""

from collections.abc import Mapping
from enum import StrEnum
from re import compile as pattern

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from onrecord.enlist.cast import NoTarget, Target, TargetKind
from onrecord.text.frozen import Frozen, field
from onrecord.text.similar import closest

REFERENCES = "onrecord references"  # where the parser's environment keeps them

PULL_QUOTE = pattern(r"!\[\[#([^\[\]|]{1,400})\]\]")
BRACKETS = pattern(r"\[([^\[\]]{2,4000})\]")
CITED = pattern(r"[^\s@,;:()]+")
SLIP = pattern(r"\s*@\s*([a-z0-9]+(?:-[a-z0-9]+)*)(?![^\s;])(.*)")
COLON_AND_SPACE = pattern(r":(?=\s|$)")
LONGEST_MARK = 4000


class Form(StrEnum):
    """Which mark was meant."""

    LINK = "link"
    QUOTE = "quote"
    PULL_QUOTE = "pull quote"
    CITATION = "citation"
    CITATION_AS_LINK = "citation as link"
    CITATION_SLIP = "citation with a slip"


class References(Frozen):
    """What every mark of a text means.

    `targets` by reference as written, `names` of listed actors with their ids, `quotes` by id or
    key.
    """

    targets: Mapping[str, Target | NoTarget] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)

    def target(self, reference: str) -> Target | NoTarget:
        """Where the words between [[ and ]] lead, or what follows an @ with it."""
        words = " ".join(reference.split())
        found = self.targets.get(words) or self.targets.get(reference) or NoTarget()
        if isinstance(found, Target) or words not in self.names:
            return found
        bearers = self.names[words]
        if len(bearers) > 1:
            return NoTarget(shared_by=bearers)
        return Target(TargetKind.ACTOR, bearers[0], words)


class Lost(Frozen):
    """A mark that leads nowhere: its form, what it refers to, and why.

    `typed` is the whole mark where only its words are shown; else the text shows it as typed.
    """

    form: Form
    reference: str
    nothing: NoTarget
    typed: str = ""


class Cited(Frozen):
    """One source of a citation mark, with the writer's words around it."""

    source_id: str
    before: str = ""
    locator: str = ""
    wording: str = ""


def read_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """`[[…]]`, unless what follows may make it the text of a link."""
    return _read_mark(state, silent=silent, is_link_possible=True)


def read_mark_after_links(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`[[…]]` before a bracket, once it is known that no link stands there."""
    return _read_mark(state, silent=silent, is_link_possible=False)


def _read_mark(state: StateInline, *, silent: bool, is_link_possible: bool) -> bool:
    # Nothing is skipped as a mark: in the text of a link brackets count as brackets.
    if silent or state.linkLevel or not state.src.startswith("[[", state.pos):
        return False
    start, maximum = state.pos, state.posMax
    end = _end_of_mark(state.src, start, maximum)
    if end < 0 or (is_link_possible and state.src[end : min(end + 1, maximum)] in {"(", "["}):
        return False
    reference, bar, words = state.src[start + 2 : end - 2].partition("|")
    reference = reference.rstrip("\\")
    if not any(char.isalnum() for char in reference) or "`" in reference:
        return False
    if reference.lstrip().startswith("q:"):
        _open_quote(state, reference.strip().removeprefix("q:").strip(), words.strip(), end)
        return True
    target = _references(state).target(reference)
    quote_id = reference.strip().removeprefix("#")
    if state.src[start - 1 : start] == "!" and quote_id in _references(state).quotes:
        nothing = NoTarget(quote_id, has_prefix=True)
        _push_lost(state, end, Lost(Form.PULL_QUOTE, quote_id, nothing))
        return True
    if isinstance(target, NoTarget) and target.is_waiting and words.strip():
        _put_words_of(state, reference.strip(), target, end)
        return True
    if isinstance(target, NoTarget) or "[" in words:
        nothing = target if isinstance(target, NoTarget) else NoTarget()
        _push_lost(state, end, Lost(Form.LINK, reference.strip(), nothing))
        return True
    state.push("mark_open", "a", 1).meta = {"target": target}
    if bar and words.strip():
        _read_inside(state, state.src.index("|", start) + 1, end - 2)
    else:
        state.push("text", "", 0).content = target.label or reference.strip()
    state.push("mark_close", "a", -1)
    state.pos, state.posMax = end, maximum
    return True


def _put_words_of(state: StateInline, reference: str, nothing: NoTarget, end: int) -> None:
    """The words of a mark to what is held back, without its brackets: nothing of it shows yet."""
    start, maximum = state.pos, state.posMax
    lost = Lost(Form.LINK, reference, nothing, typed=state.src[start:end])
    state.push("mark_text", "", 0).meta = {"lost": lost}
    _read_inside(state, state.src.index("|", start) + 1, end - 2)
    state.pos, state.posMax = end, maximum


def _end_of_mark(src: str, start: int, maximum: int) -> int:
    """Where the mark that begins here ends, after its ]], or -1; single brackets inside pair up."""
    limit = min(maximum, start + LONGEST_MARK)
    at, depth = start + 2, 0
    while at < limit:
        closing = src.find("]", at, limit)
        if closing < 0:
            return -1
        opening = src.find("[", at, closing)
        if opening >= 0:
            if src.startswith("[[", opening) or "|" not in src[start:opening]:
                return -1
            depth += 1
            at = opening + 1
        elif depth:
            depth -= 1
            at = closing + 1
        else:
            return closing + 2 if src.startswith("]]", closing) and closing + 2 <= maximum else -1
    return -1


def _open_quote(state: StateInline, quote_id: str, words: str, end: int) -> None:
    references = _references(state)
    key = references.quotes.get(quote_id)
    maximum = state.posMax
    if key is None or not words:
        near = quote_id if key else closest(quote_id, references.quotes) or ""
        _push_lost(state, end, Lost(Form.QUOTE, quote_id, NoTarget(near, has_prefix=True)))
        return
    state.push("quote_mark_open", "", 1).meta = {"key": key}
    _read_inside(state, state.src.index("|", state.pos) + 1, end - 2)
    state.push("quote_mark_close", "", -1).meta = {"key": key}
    state.pos, state.posMax = end, maximum


def _read_inside(state: StateInline, start: int, end: int) -> None:
    state.pos, state.posMax = start, end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1


def read_pull_quote(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`![[#quote-id]]`."""
    if silent or state.linkLevel or not state.src.startswith("![[#", state.pos):
        return False
    mark = PULL_QUOTE.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    quote_id, references = mark[1].strip(), _references(state)
    key = references.quotes.get(quote_id)
    if key is None:
        near = closest(quote_id, references.quotes) or ""
        nothing = NoTarget(near, has_prefix=True)
        _push_lost(state, mark.end(), Lost(Form.PULL_QUOTE, quote_id, nothing))
        return True
    token = state.push("pull_quote", "", 0)
    token.meta, token.content = {"key": key}, mark[0]
    state.pos = mark.end()
    return True


def read_citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`[@source]`, with locators, wording and further sources."""
    if silent or state.linkLevel or state.src[state.pos] != "[":
        return False
    brackets = BRACKETS.match(state.src, state.pos, state.posMax)
    if brackets is None or "@" not in brackets[1]:
        return False
    cited = _sources_cited(brackets[1])
    if _is_a_link(state, brackets.end(), brackets[1]):
        return False
    references = _references(state)
    if not cited:
        return _read_slip(state, brackets.end(), brackets[1], references)
    if state.pending.endswith("]"):
        lost = Lost(Form.CITATION_AS_LINK, brackets[1], NoTarget())
        _push_lost(state, brackets.end(), lost)
        return True
    for source in cited:
        target = references.target(f"@{source.source_id}")
        if isinstance(target, NoTarget):
            _push_lost(state, brackets.end(), Lost(Form.CITATION, source.source_id, target))
            return True
    state.push("citation", "", 0).meta = {"cited": cited}
    state.pos = brackets.end()
    return True


def _read_slip(state: StateInline, end: int, words: str, references: References) -> bool:
    """A citation with a slip in its form, which would be published as it is typed."""
    slip = SLIP.match(words)
    if slip is None or isinstance(references.target(f"@{slip[1]}"), NoTarget):
        return False
    rest = slip[2].strip()
    if rest.startswith(";"):
        others = "; ".join(f"@{other.strip().lstrip('@')}" for other in rest[1:].split(";"))
        form = f"[@{slip[1]}; {others}]"
    else:
        form = f"[@{slip[1]}, {rest.lstrip(',: ')}]" if rest else f"[@{slip[1]}]"
    _push_lost(state, end, Lost(Form.CITATION_SLIP, form, NoTarget(has_prefix=True)))
    return True


def _is_a_link(state: StateInline, end: int, words: str) -> bool:
    """True before a link's address or label, and for a label that is defined as a link."""
    following = state.src[end : min(end + 2, state.posMax)]
    if following.startswith("(") or (following.startswith("[") and following != "[^"):
        return True
    definitions: Mapping[str, object] = state.env.get("references", {})
    return bool(definitions) and normalizeReference(words) in definitions


def _sources_cited(words: str) -> tuple[Cited, ...]:
    """The sources of a citation; empty where the words are prose that holds an @."""
    parts: list[str] = []
    for part in words.split(";"):
        if parts and "@" not in part:
            parts[-1] += f";{part}"
        else:
            parts.append(part)
    cited = [_source_cited(part) for part in parts]
    return tuple(source for source in cited if source) if all(cited) else ()


def _source_cited(part: str) -> Cited | None:
    before, _, after = part.partition("@")
    source = CITED.match(after)
    if source is None or (before and not (before[-1].isspace() or before.endswith("-"))):
        return None
    source_id = source[0].rstrip(".")
    rest = after[len(source_id) :].removeprefix(".").strip()
    if not rest:
        return Cited(source_id, before.strip())
    if rest[0] not in ",:" or not source_id:
        return None
    colon = COLON_AND_SPACE.search(rest)
    place = rest[: colon.start()] if colon else rest
    wording = rest[colon.end() :] if colon else ""
    return Cited(source_id, before.strip(), place.strip(", "), " ".join(wording.split()))


def _push_lost(state: StateInline, end: int, lost: Lost) -> None:
    token = state.push("mark_text", "", 0)
    token.content = state.src[state.pos : end]
    token.meta = {"lost": lost}
    state.pos = end


def _references(state: StateInline) -> References:
    references = state.env[REFERENCES]
    if not isinstance(references, References):
        message = "the parser was not told what the marks of its text mean"
        raise TypeError(message)
    return references
