"""The phrases that pages say by themselves, in one place."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.model import ActorKind, CorrectionKind, NoteKind, RelationType, SourceKind

KINDS: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: "Person",
        ActorKind.ORGANISATION: "Organisation",
        ActorKind.ARMED_GROUP: "Armed group",
        ActorKind.BODY: "Public body",
        ActorKind.STATE: "State",
        ActorKind.PARTY: "Party",
        ActorKind.COMPANY: "Company",
        ActorKind.MEDIA: "Media",
        ActorKind.GROUP: "Group",
        ActorKind.UNNAMED: "Not named",
    }
)

KINDS_OF_MANY: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: "People",
        ActorKind.ORGANISATION: "Organisations",
        ActorKind.ARMED_GROUP: "Armed groups",
        ActorKind.BODY: "Public bodies",
        ActorKind.STATE: "States",
        ActorKind.PARTY: "Parties",
        ActorKind.COMPANY: "Companies",
        ActorKind.MEDIA: "Media",
        ActorKind.GROUP: "Groups",
        ActorKind.UNNAMED: "Unnamed",
    }
)

SOURCE_KINDS: Mapping[SourceKind, tuple[str, str]] = MappingProxyType(
    {
        SourceKind.ARTICLE: ("article", "articles"),
        SourceKind.POST: ("post", "posts"),
        SourceKind.TV: ("television broadcast", "television broadcasts"),
        SourceKind.RADIO: ("radio broadcast", "radio broadcasts"),
        SourceKind.INTERVIEW: ("interview", "interviews"),
        SourceKind.STATEMENT: ("statement", "statements"),
        SourceKind.PRESS_RELEASE: ("press release", "press releases"),
        SourceKind.LETTER: ("letter", "letters"),
        SourceKind.DOCUMENT: ("document", "documents"),
        SourceKind.LEAK: ("leaked document", "leaked documents"),
        SourceKind.REPORT: ("report", "reports"),
        SourceKind.TREATY: ("treaty", "treaties"),
        SourceKind.LAW: ("law", "laws"),
        SourceKind.COURT: ("court document", "court documents"),
        SourceKind.SPEECH: ("speech", "speeches"),
        SourceKind.BOOK: ("book", "books"),
        SourceKind.VIDEO: ("video", "videos"),
        SourceKind.DATASET: ("data set", "data sets"),
        SourceKind.WEB: ("web page", "web pages"),
        SourceKind.OWN: ("record of our own reporting", "records of our own reporting"),
    }
)

OCCASIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {  # how a medium is named, and how the one who was spoken to follows
        "interview": ("Interview", " with "),
        "speech": ("Speech", " to "),
        "statement": ("Statement", " to "),
        "press-conference": ("Press conference", ", to "),
        "tv": ("On television", ": "),
        "radio": ("On the radio", ": "),
        "letter": ("Letter", " to "),
        "post": ("Post", ", to "),
        "testimony": ("Testimony", " to "),
        "leak": ("Leaked document", ", to "),
        "other": ("Remarks", " to "),
        "": ("Remarks", " to "),
    }
)

ASKING = frozenset({"interview", "tv", "radio"})  # said to those who ask, or to others through them

RELIABILITY: Mapping[str, str] = MappingProxyType(
    {
        "A": "Completely reliable",
        "B": "Usually reliable",
        "C": "Fairly reliable",
        "D": "Not usually reliable",
        "E": "Unreliable",
        "F": "Reliability cannot be judged",
    }
)

CREDIBILITY: Mapping[int, str] = MappingProxyType(
    {
        1: "confirmed",
        2: "probably true",
        3: "possibly true",
        4: "doubtful",
        5: "improbable",
        6: "cannot be judged",
    }
)

SOURCE_STATUS: Mapping[str, str] = MappingProxyType(
    {
        "live": "",
        "dead": "No longer at its address",
        "changed": "Changed since we read it",
        "withdrawn": "Withdrawn by its publisher",
    }
)

NOTES: Mapping[NoteKind, str] = MappingProxyType(
    {
        NoteKind.CONTEXT: "context",
        NoteKind.DEFINITION: "definition",
        NoteKind.FACT_CHECK: "fact-check",
        NoteKind.DISPUTE: "dispute",
        NoteKind.UPDATE: "update",
    }
)

CORRECTIONS: Mapping[CorrectionKind, str] = MappingProxyType(
    {
        CorrectionKind.CORRECTION: "Correction",
        CorrectionKind.CLARIFICATION: "Clarification",
        CorrectionKind.UPDATE: "Update",
        CorrectionKind.RETRACTION: "Retraction",
    }
)

RELATIONS: Mapping[RelationType, str] = MappingProxyType(
    {
        RelationType.MEMBER_OF: "Member of",
        RelationType.HAS_MEMBER: "Members",
        RelationType.WORKS_FOR: "Works for",
        RelationType.EMPLOYS: "Employs",
        RelationType.LEADS: "Leads",
        RelationType.LED_BY: "Led by",
        RelationType.PART_OF: "Part of",
        RelationType.INCLUDES: "Includes",
        RelationType.OWNS: "Owns",
        RelationType.OWNED_BY: "Owned by",
        RelationType.SUCCEEDED: "Succeeded",
        RelationType.SUCCEEDED_BY: "Succeeded by",
        RelationType.PARENT_OF: "Parent of",
        RelationType.CHILD_OF: "Child of",
        RelationType.BACKS: "Backs",
        RelationType.BACKED_BY: "Backed by",
        RelationType.SPOUSE_OF: "Married to",
        RelationType.SIBLING_OF: "Sibling of",
        RelationType.ALLIED_WITH: "Allied with",
        RelationType.OTHER: "Relation",
    }
)

POLICIES: Mapping[str, str] = MappingProxyType(
    {
        "corrections": "How we correct",
        "ethics": "Ethics",
        "unnamed_sources": "Unnamed sources",
        "verification": "How we verify",
        "ownership": "Who we are",
    }
)

GENRES: Mapping[str, str] = MappingProxyType(
    {
        "report": "",
        "analysis": "Analysis",
        "background": "Background",
        "opinion": "Opinion",
        "explainer": "Explainer",
        "transcript": "Transcript",
    }
)

PUBLISHER_NOT_GIVEN = "Publisher not given"
OUR_OWN_REPORTING = "Our own reporting"
ROLE_NOT_GIVEN = "Role not given"
SOURCE_NOT_GIVEN = "Source not given"
DATE_NOT_GIVEN = "Date not given"
NO_COPY_KEPT = "No copy kept"
NOT_YET_CHECKED = "Not yet checked"
OTHERS = "Others"
QUOTE_MARKS = ("“", "”")

_PLURALS = MappingProxyType(
    {
        "briefing": "briefings",
        "quote": "quotes",
        "speaker": "speakers",
        "source": "sources",
        "actor": "actors",
        "event": "events",
        "correction": "corrections",
        "word": "words",
        "topic": "topics",
        "entry": "entries",
    }
)


def noun(number: int, singular: str) -> str:
    """The noun that fits the number: "quote" or "quotes"."""
    return singular if number == 1 else _PLURALS[singular]


def counted(number: int, singular: str) -> str:
    """A number with its noun: "1 quote", "12,000 quotes", "No quotes"."""
    return f"{number:,} {noun(number, singular)}" if number else f"No {noun(0, singular)}"


def counted_sources(number: int, kind: SourceKind) -> str:
    """A number of sources of one kind: "1 article", "2 laws"."""
    return f"{number:,} {SOURCE_KINDS[kind][number != 1]}"


def in_words(things: Sequence[str]) -> str:
    """A list as a sentence has it: "a, b and c"."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return f"{QUOTE_MARKS[0]}{words}{QUOTE_MARKS[1]}"


def capitalised(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def shortened(text: str, limit: int) -> str:
    """The text cut at a word, with an ellipsis, where it is longer than the limit."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rpartition(" ")[0].rstrip(" ,;:–—-") or cut) + "…"


def reading_time(words: int) -> str:
    """How long a text takes to read, at 240 words a minute."""
    return f"{max(1, (words + 120) // 240)}-minute read"
