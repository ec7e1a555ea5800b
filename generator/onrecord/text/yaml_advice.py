"""What is wrong with a piece of YAML in a writer's terms, with the line that would be right."""

from re import Match
from re import compile as pattern
from typing import Literal

from onrecord.text.frozen import Frozen
from onrecord.text.yaml_lines import KEY, Line, line_at, line_left_open_above, quoted_part
from onrecord.text.yaml_quoting import curled, curled_apostrophes, quote_scalar

ProblemKind = Literal[
    "syntax", "duplicate-key", "alias", "anchor", "merge-key", "tag", "depth",
    "control-character", "key-not-text", "swallowed-comment", "comma-in-flow", "stray-bang",
]  # fmt: skip

KEY_AGAINST_VALUE = pattern(rf"\s*(?:- +)*(?P<key>{KEY}):(?P<value>\S.*)")
ENTRY_TO_COLON = pattern(
    r"[\[{,]\s*(?:(?P<key>[^\s,\[\]{}:][^,\[\]{}:\n]*): +)?(?P<value>[^,\[\]{}\n]+)\Z"
)
REST_OF_ENTRY = pattern(r"[^,\[\]{}\n]*")
FULL_WIDTH_COLON = pattern(r"\s*(?:- +)*(?P<key>[A-Za-z_-]+)(?P<colon>\s*：)(?P<value>.*)")
COLON_WITH_OTHER_SPACE = pattern(r":[^\S \t\n]")
INDENT_OF_OTHER_SPACES = pattern(r" *[^\S \t\n]")
NO_VALUE_BEGINS_WITH: dict[str, tuple[ProblemKind, str]] = {
    "*": ("alias", "a value that begins with * is an alias to YAML, which is not allowed here"),
    "&": ("anchor", "a value that begins with & is an anchor to YAML, which is not allowed here"),
    "!": ("stray-bang", "a value that begins with ! is a tag to YAML"),
    **{char: ("syntax", f"a value cannot begin with {char}") for char in "@`%,]}?"},
}


CLOSING = {"[": "]", "{": "}"}


class Advice(Frozen):
    """A complaint in the writer's terms: its kind, the range it is about, what to type."""

    kind: ProblemKind
    message: str
    start: int
    end: int
    hint: str


class Complaint(Frozen):
    """What a YAML parser said: its words, the offset it stopped at, and where the thing began."""

    problem: str
    context: str
    at: int
    began_at: int


def refused_beginning(text: str, start: int) -> tuple[ProblemKind, str]:
    """Why a value may not begin with the `*`, `&` or `!` that stands at `start`."""
    if text.startswith(("!!", "!<"), start):
        return "tag", "a value that begins with ! is a tag to YAML, which is not allowed here"
    return NO_VALUE_BEGINS_WITH[text[start]]


def in_quotation_marks(lead: str, value: str) -> str:
    """The hint that shows a line with its value in quotation marks."""
    quoted = quote_scalar(value)
    return f"put the value in quotation marks: {lead}{quoted}"


def advice_on_syntax(text: str, complaint: Complaint) -> Advice:
    """The parser's complaint in a writer's terms, with the corrected line where one can be made."""
    line = line_at(text, complaint.at)
    began = line_at(text, complaint.began_at)
    return (
        _on_full_width_colon(line, began, line_at(text, line.start - 1))
        or _on_white_space(text, complaint, line)
        or _on_quotation_marks(text, complaint, line, began)
        or _on_words_after_bracket(complaint, line)
        or _on_first_character(line)
        or _on_block_text(complaint, began)
        or _on_colon_in_brackets(text, complaint)
        or _on_missing_entry(text, complaint)
        or _on_open_brackets(text, complaint)
        or _on_colons(complaint, line, began)
        or _on_layout(complaint, line)
    )


def _on_full_width_colon(*lines: Line) -> Advice | None:
    for near in lines:
        odd = FULL_WIDTH_COLON.fullmatch(near.text)
        if odd:
            return Advice(
                "syntax",
                "the colon of this key is a full-width one (：), which YAML does not know",
                near.start + odd.start("colon"),
                near.start + odd.end("colon"),
                f"write {odd['key']}: {quote_scalar(odd['value'].strip())}",
            )
    return None


def _on_white_space(text: str, complaint: Complaint, line: Line) -> Advice | None:
    if text[complaint.at : complaint.at + 1] == "\t":
        return Advice(
            "syntax",
            "a tab stands here; YAML is indented with spaces",
            complaint.at,
            complaint.at + 1,
            "replace the tab by two spaces",
        )
    if INDENT_OF_OTHER_SPACES.match(line.text):
        return Advice(
            "syntax",
            "this line is indented with a non-breaking space or another special space",
            line.start,
            line.start + len(line.text) - len(line.text.lstrip()),
            "replace it by ordinary spaces",
        )
    for near in (line, line_at(text, line.start - 1)):
        odd = COLON_WITH_OTHER_SPACE.search(near.text)
        if odd:
            return Advice(
                "syntax",
                "after this colon stands a non-breaking space or another special space",
                near.start + odd.start(),
                near.start + odd.end(),
                "replace it by an ordinary space",
            )
    return None


def _on_quotation_marks(text: str, complaint: Complaint, line: Line, began: Line) -> Advice | None:
    if "escape" in complaint.problem:
        inner = began.value[1:-1] if began.value.endswith('"') else began.value[1:]
        return Advice(
            "syntax",
            "within straight double quotation marks a \\ begins a special character",
            complaint.at,
            complaint.at + 1,
            in_quotation_marks(began.lead, inner) if inner else "write \\\\ for one \\",
        )
    if "quoted scalar" in complaint.context:
        return _on_mark_left_open(began)
    if line.value[:1] in {'"', "'"}:
        closed = quoted_part(line.value)
        if closed and line.value[closed.end() :].strip():
            return _on_words_after_mark(line, closed)
    if "but found '<scalar>'" in complaint.problem:
        above = line_left_open_above(text, line)
        if above:
            return _on_mark_left_open(above)
    return None


def _on_mark_left_open(line: Line) -> Advice:
    value = line.value or line.text.strip()
    mark = value[:1]
    return Advice(
        "syntax",
        f"the quotation mark {mark} that begins this value is never closed",
        line.value_start,
        line.value_start + 1,
        f"close it where the value ends, as in {line.lead}{value}{mark}; "
        "curly marks “ ” ’ are free to stand anywhere",
    )


def _on_words_after_mark(line: Line, closed: Match[str]) -> Advice:
    """The advice on `"x" said`, and on `'don't know'`, where a mark within closed the value."""
    value, mark = line.value, line.value[0]
    within = value[closed.end() - 2 : closed.end() - 1]
    is_one_piece = value.endswith(mark) and (
        within.isspace() or (mark == "'" and value[closed.end()].isalnum())
    )
    if is_one_piece:
        right = quote_scalar(curled_apostrophes(value[1:-1]))
        message = f"a quotation mark {mark} within the value ends it early"
    else:
        right = quote_scalar(curled(value))
        message = "a value that begins with a straight quotation mark must end with it"
    return Advice(
        "syntax",
        message,
        line.value_start + closed.end() - 1,
        line.end,
        f"write {line.lead}{right}",
    )


def _on_words_after_bracket(complaint: Complaint, line: Line) -> Advice | None:
    """The advice on `[Update] The port`, which begins as a list and goes on as a text."""
    if line.value[:1] not in {"[", "{"} or complaint.at <= line.value_start:
        return None
    end = _end_of_brackets(line.value)
    rest = line.value[end:].strip()
    if not end or not rest or rest.startswith("#"):
        return None
    sort = "a list" if line.value[0] == "[" else "a mapping"
    return Advice(
        "syntax",
        f"a value that begins with {line.value[0]} is {sort} to YAML, and ends with its bracket",
        line.value_start,
        line.end,
        in_quotation_marks(line.lead, line.value),
    )


def _end_of_brackets(value: str) -> int:
    """Where the bracket that begins a value is closed; 0 where it never is."""
    depth = 0
    for at, char in enumerate(value):
        depth += (char in "[{") - (char in "]}")
        if depth == 0:
            return at + 1
    return 0


def _on_first_character(line: Line) -> Advice | None:
    known = NO_VALUE_BEGINS_WITH.get(line.value[:1])
    if known is None:
        return None
    kind, message = known
    return Advice(
        kind, message, line.value_start, line.end, in_quotation_marks(line.lead, line.value)
    )


def _on_block_text(complaint: Complaint, began: Line) -> Advice | None:
    if "block scalar" not in complaint.context:
        return None
    sign, words = began.value[:1], began.value[1:].strip()
    return Advice(
        "syntax",
        f"the text after {sign} begins on the next line, indented",
        began.value_start,
        began.end,
        f"write {began.lead}{sign} and the text below it; or {began.lead}{quote_scalar(words)}",
    )


def _on_colon_in_brackets(text: str, complaint: Complaint) -> Advice | None:
    """The advice on `{alt: The quay: empty}`: the colon itself, and the entry put right."""
    is_colon = text.startswith(":", complaint.at) and "flow" in complaint.context
    entry = ENTRY_TO_COLON.search(text, complaint.began_at, complaint.at) if is_colon else None
    if entry is None:
        return None
    rest = REST_OF_ENTRY.match(text, complaint.at)
    value = f"{entry['value']}{rest[0].rstrip() if rest else ''}"
    return Advice(
        "syntax",
        "a colon with a space after it stands within the value",
        complaint.at,
        complaint.at + 1,
        in_quotation_marks(f"{entry['key'].strip()}: " if entry["key"] else "", value),
    )


def _on_missing_entry(text: str, complaint: Complaint) -> Advice | None:
    if "flow node" not in complaint.context or not text.startswith(",", complaint.at):
        return None
    return Advice(
        "syntax",
        "an entry is missing before this comma",
        complaint.at,
        complaint.at + 1,
        "write the entry, or take the comma out",
    )


def _on_open_brackets(text: str, complaint: Complaint) -> Advice | None:
    bracket = text[complaint.began_at : complaint.began_at + 1]
    closing = CLOSING.get(bracket)
    if "flow" not in complaint.context or closing is None:
        return None
    return Advice(
        "syntax",
        f"the {bracket} on this line is not closed, or a comma is missing within",
        complaint.began_at,
        complaint.began_at + 1,
        f"close it with {closing}, with a comma between the entries; an entry that holds a comma, "
        "a colon or a bracket needs quotation marks",
    )


def _on_colons(complaint: Complaint, line: Line, began: Line) -> Advice | None:
    if line.text.lstrip().startswith(":"):
        return Advice(
            "syntax",
            "a key is missing before the colon",
            line.start,
            line.end,
            "write `key: value`",
        )
    if "mapping values" in complaint.problem:
        if complaint.at >= line.value_start > line.start and line.value:
            return Advice(
                "syntax",
                "a colon with a space after it stands within the value",
                complaint.at,
                complaint.at + 1,
                in_quotation_marks(line.lead, line.value),
            )
        return Advice(
            "syntax",
            "this line is indented under a line that has a value already",
            line.start,
            line.end,
            "begin it in the same column as the key above; or, if it goes on with the text above, "
            "put that text in quotation marks",
        )
    if "could not find expected ':'" not in complaint.problem:
        return None
    against = KEY_AGAINST_VALUE.match(began.text)
    if against and not against["value"].startswith("//"):
        right = f"{against['key']}: {quote_scalar(against['value'].strip())}"
        return Advice(
            "syntax",
            "after the colon of a key there must be a space",
            began.start + against.end("key"),
            began.start + against.end("key") + 1,
            f"write {right}",
        )
    return Advice(
        "syntax",
        "this line is neither a key with its value nor an entry of a list",
        began.start,
        began.end,
        "write `key: value`; if it goes on with the text above, indent it further than that key",
    )


def _on_layout(complaint: Complaint, line: Line) -> Advice:
    start = line.start + len(line.text) - len(line.text.lstrip())
    if "sequence entries" in complaint.problem and line.value:
        return Advice(
            "syntax",
            "a list cannot begin on the line of its key",
            line.value_start,
            line.end,
            f"begin it on the next line; if the dash is a part of the text, write "
            f"{line.lead}{quote_scalar(line.value)}",
        )
    if "<block end>" in complaint.problem or "not allowed here" in complaint.problem:
        return Advice(
            "syntax",
            "this line does not line up with the lines above",
            start,
            line.end,
            "begin keys of one level, and the dashes of one list, in the same column",
        )
    if "document start" in complaint.problem:
        return Advice(
            "syntax",
            "this line stands after the end of the YAML",
            start,
            line.end,
            "keep one value in a file: keys with their values, or one list",
        )
    return Advice(
        "syntax",
        "this line cannot be read as YAML",
        start,
        line.end,
        "write `key: value`, and put a value with special characters in quotation marks",
    )
