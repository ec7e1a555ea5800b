"""The actors index, from A to Z."""

from onrecord.link.dossier import ActorRecord
from onrecord.model import Actor, ActorKind
from onrecord.pages.edition import Edition
from onrecord.pages.kinds.front import line_of
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.parts.letters import (
    LONGEST_WHOLE,
    letter_address,
    letter_anchor,
    letter_links,
    letter_of,
    sorting_key,
)
from onrecord.pages.views.indexes import ActorRow, ActorsView, KindChip, LetterGroup
from onrecord.pages.wording import KINDS_OF_MANY, counted

ADDRESS = "/actors/"


def letters_with_pages(edition: Edition) -> tuple[str, ...]:
    """The letters that have a page of their own: all that occur in a long index, else none."""
    if len(edition.dossier.actors) <= LONGEST_WHOLE:
        return ()
    return tuple(sorted({letter_of(named.actor.sort_name) for named in _everyone(edition)}))


def build_actors(edition: Edition, letter: str = "") -> ActorsView:
    """The index, or one letter of a long one."""
    everyone = _everyone(edition)
    has_pages = len(everyone) > LONGEST_WHOLE
    counts: dict[str, int] = {}
    for record in everyone:
        at = letter_of(record.actor.sort_name)
        counts[at] = counts.get(at, 0) + 1
    shown = [
        record
        for record in everyone
        if letter_of(record.actor.sort_name) == letter or not (letter or has_pages)
    ]
    title = f"Actors: {letter}" if letter else "Actors"
    named_in = counted(len(edition.dossier.briefings), "briefing")
    lede = f"{len(everyone):,} people and organisations named in {named_in}."
    return ActorsView(
        frame=frame(
            edition,
            Page(
                permalink=letter_address(ADDRESS, letter) if letter else ADDRESS,
                title=title,
                description=f"Who is named, from A to Z. {lede}",
                section=ADDRESS,
                is_broad=True,
            ),
        ),
        title=title,
        lede=lede,
        all_count=len(shown),
        kinds=_kinds(shown),
        letters=letter_links(ADDRESS, counts, has_pages=has_pages, current=letter),
        groups=_groups(edition, shown),
    )


def index_name(actor: Actor) -> str:
    """The name as an index has it: "Abdul-Mahdi, Adel", "Muhandis, Abu Mahdi al-"."""
    name, sorted_by = actor.name, actor.sort_name
    if "," in sorted_by or actor.kind is not ActorKind.PERSON:
        return sorted_by if "," in sorted_by else name
    if not name.endswith(f" {sorted_by}"):
        return name
    before = name[: -len(sorted_by) - 1]
    article, hyphen, rest = sorted_by.partition("-")
    if hyphen and sorting_key(sorted_by) == sorting_key(rest) and article.islower():
        return f"{rest}, {before} {article}-"
    return f"{sorted_by}, {before}"


def _everyone(edition: Edition) -> list[ActorRecord]:
    return sorted(
        edition.dossier.actors.values(),
        key=lambda record: (sorting_key(record.actor.sort_name), record.actor.id),
    )


def _kinds(shown: list[ActorRecord]) -> tuple[KindChip, ...]:
    counts: dict[ActorKind, int] = {}
    for record in shown:
        counts[record.actor.kind] = counts.get(record.actor.kind, 0) + 1
    if len(counts) < 2:
        return ()
    return tuple(
        KindChip(f"k-{kind.value}", KINDS_OF_MANY[kind], counts[kind])
        for kind in ActorKind
        if kind in counts
    )


def _groups(edition: Edition, shown: list[ActorRecord]) -> tuple[LetterGroup, ...]:
    groups: dict[str, list[ActorRow]] = {}
    for record in shown:
        groups.setdefault(letter_of(record.actor.sort_name), []).append(_row(edition, record))
    return tuple(
        LetterGroup(letter_anchor(letter), letter, tuple(rows)) for letter, rows in groups.items()
    )


def _row(edition: Edition, record: ActorRecord) -> ActorRow:
    numbers = ((len(record.quotes), "quote"), (len(record.appearances), "briefing"))
    return ActorRow(
        name=index_name(record.actor),
        permalink=edition.actor_permalink(record.actor.id),
        kind_class=f"k-{record.actor.kind.value}",
        counts=", ".join(counted(number, noun) for number, noun in numbers if number),
        line=line_of(edition, record.actor.id),
    )
