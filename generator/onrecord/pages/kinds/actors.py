"""The actors index, from A to Z."""

from collections.abc import Iterator

from onrecord.link.dossier import ActorRecord
from onrecord.model import Actor, ActorKind
from onrecord.pages.edition import Edition
from onrecord.pages.kinds.front import line_of
from onrecord.pages.letters import (
    LONGEST_WHOLE,
    letter_address,
    letter_anchor,
    letter_links,
    sorting_key,
)
from onrecord.pages.linked_data.pages import list_page
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.views.common import Link
from onrecord.pages.views.indexes import ActorRow, ActorsView, KindChip, LetterGroup
from onrecord.pages.wording import KINDS_OF_MANY, counted

ADDRESS = "/actors/"


def letters_with_pages(edition: Edition) -> tuple[str, ...]:
    """The letters that have a page of their own: all that occur in a long index, else none."""
    is_long = len(edition.dossier.actors) > LONGEST_WHOLE
    return tuple(edition.actors_by_letter) if is_long else ()


def build_actors(edition: Edition, letter: str = "") -> ActorsView:
    """All actors, or one letter of a long list."""
    has_pages = bool(letters_with_pages(edition))
    letters = [letter] if letter else [] if has_pages else list(edition.actors_by_letter)
    title = f"Actors: {letter}" if letter else "Actors"
    page = letter_address(ADDRESS, letter) if letter else ADDRESS
    lede = _lede(edition)
    return ActorsView(
        frame=frame(
            edition,
            Page(
                permalink=page,
                title=title,
                description=f"Who is named, from A to Z. {lede}",
                section=ADDRESS,
                is_broad=True,
                linked_data=list_page(edition, page, title, _links(edition, letters)),
            ),
        ),
        title=title,
        lede=lede,
        all_count=sum(len(edition.actors_by_letter[each]) for each in letters),
        kinds=_kinds(edition, letters),
        letters=letter_links(
            ADDRESS,
            {each: len(actors) for each, actors in edition.actors_by_letter.items()},
            has_pages=has_pages,
            current=letter,
        ),
        groups=tuple(_group(edition, each) for each in letters),
    )


def _links(edition: Edition, letters: list[str]) -> Iterator[Link]:
    """The actors in the order in which they are shown, each leading to its page."""
    for letter in letters:
        for actor in edition.actors_by_letter[letter]:
            record = edition.dossier.actors[actor]
            yield Link(index_name(record.actor), edition.actor_permalink(actor))


def _lede(edition: Edition) -> str:
    """How many there are; a profile may be published that no briefing names."""
    everybody = len(edition.dossier.actors)
    named = sum(1 for record in edition.dossier.actors.values() if record.appearances)
    briefings = counted(len(edition.dossier.briefings), "briefing")
    those = "" if named == everybody else f", {named:,} of them"
    return f"{everybody:,} people and organisations{those} named in {briefings}."


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


def _kinds(edition: Edition, letters: list[str]) -> tuple[KindChip, ...]:
    counts: dict[ActorKind, int] = {}
    for letter in letters:
        for actor in edition.actors_by_letter[letter]:
            kind = edition.dossier.profiles[actor].kind
            counts[kind] = counts.get(kind, 0) + 1
    if len(counts) < 2:
        return ()
    return tuple(
        KindChip(f"k-{kind.value}", KINDS_OF_MANY[kind], counts[kind])
        for kind in ActorKind
        if kind in counts
    )


def _group(edition: Edition, letter: str) -> LetterGroup:
    actors = (edition.dossier.actors[actor] for actor in edition.actors_by_letter[letter])
    return LetterGroup(
        letter_anchor(letter), letter, tuple(_row(edition, actor) for actor in actors)
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
