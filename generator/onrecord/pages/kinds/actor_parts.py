"""Parts of an actor's page: months in bars, roles over time, relations, company, briefings."""

from collections.abc import Iterable
from math import cos, pi, sin
from urllib.parse import urlsplit

from onrecord.link.dossier import ActorRecord, Tie
from onrecord.model import Actor, RelationType, Role
from onrecord.pages.edition import Edition
from onrecord.pages.kinds.front import rank_rows
from onrecord.pages.parts.names import source_name, with_place
from onrecord.pages.parts.teasers import sentences, teaser
from onrecord.pages.shown_dates import SHORT_MONTHS, month_text, show_day, span_of_time
from onrecord.pages.views.actor import (
    AppearanceView,
    NetworkNode,
    OftenWith,
    RoleRow,
    Sparkline,
    SparkMonth,
    TieRow,
)
from onrecord.pages.views.common import TextPart, WebLink
from onrecord.pages.voices import NOT_QUOTED, own_voice, short_name
from onrecord.pages.wording import (
    DATE_NOT_GIVEN,
    RELATIONS,
    capitalised,
    counted,
    in_words,
    shortened,
)
from onrecord.text.date_words import day_there

SENTENCES = 3  # of a briefing that names the actor
MOST_NODES = 8

_MONTHS = 12
_TALLEST = 44  # of the sparkline's bars
_FLOOR = 64  # y at which the bars stand
_EMPTY = 3  # height of a month without quotes
_WIDTH = 400  # of the network
_LETTER = 6.6  # the width of a letter of its labels
_CENTRE = (200, 130)
_RADII = (118, 92)
_ROOM_BESIDE = 119  # of a label beside its dot, which a narrow window still holds
_CENTRED_LABELS = 20  # px beside the middle within which a label is centred


def sparkline(edition: Edition, keys: Iterable[str]) -> Sparkline | None:
    """Quotes by month, twelve up to the last quote; None for none."""
    months: dict[int, int] = {}
    for key in keys:
        day = day_there(edition.dossier.quotes[key].date, edition.zone)
        month = day.year * _MONTHS + day.month - 1
        months[month] = months.get(month, 0) + 1
    if not months:
        return None
    last = max(months)
    shown = range(last - _MONTHS + 1, last + 1)
    tallest = max(months.get(month, 0) for month in shown)
    caption = f"Quotes by month, {_month(shown[0])} to {_month(last)}"
    finding = in_words(
        [f"{months[month]} in {_month(month)}" for month in shown if month in months]
    )
    return Sparkline(
        caption=caption,
        label=f"{caption}: {finding}",
        months=tuple(
            _bar(place, month, months.get(month, 0), tallest) for place, month in enumerate(shown)
        ),
    )


def profile_remark(edition: Edition, actor: Actor) -> tuple[TextPart, ...]:
    """Other names, dates of life, and when the profile was reviewed."""
    parts: list[TextPart] = []
    if actor.aliases:
        parts.append(TextPart(f"Also {in_words(actor.aliases)}. "))
    if actor.previous_names:
        parts.append(TextPart(f"Formerly {in_words(actor.previous_names)}. "))
    for word, date in (
        ("Born", actor.born),
        ("Died", actor.died),
        ("Profile checked", actor.checked),
    ):
        if date is not None:
            shown = show_day(date, edition.zone)
            parts += [
                TextPart(f"{word} "),
                TextPart(shown.text, machine=shown.machine),
                TextPart(". "),
            ]
    if parts:
        parts[-1] = TextPart(parts[-1].text.rstrip())
    return tuple(parts)


def web_links(actor: Actor) -> tuple[WebLink, ...]:
    """The same actor elsewhere on the web."""
    links = [WebLink(urlsplit(address).hostname or address, address) for address in actor.same_as]
    if actor.wikidata:
        item = f"https://www.wikidata.org/wiki/{actor.wikidata}"
        links.append(WebLink("Wikidata", item))
    return tuple(links)


def role_rows(edition: Edition, record: ActorRecord) -> tuple[RoleRow, ...]:
    """The roles over time, newest first; one role without dates and source says nothing more."""
    return tuple(_role(edition, role, _post(edition, role)) for role in record.roles)


def office_rows(edition: Edition, record: ActorRecord) -> tuple[RoleRow, ...]:
    """Who held a role at the actor, newest first."""
    actors = edition.dossier.profiles
    return tuple(
        _role(
            edition,
            held.role,
            (
                TextPart(actors[held.actor].name, edition.actor_permalink(held.actor)),
                TextPart(f", {held.role.title}"),
            ),
        )
        for held in record.office_holders
    )


def tie_rows(edition: Edition, record: ActorRecord) -> tuple[TieRow, ...]:
    """The relations by kind, in the order in which they were declared."""
    rows: dict[str, list[tuple[TextPart, ...]]] = {}
    for tie in record.ties:
        if tie.other in edition.dossier.profiles:
            rows.setdefault(_tie_label(tie), []).append(_tie(edition, tie))
    return tuple(TieRow(label, _with_commas(members)) for label, members in rows.items())


def often_with(edition: Edition, record: ActorRecord) -> OftenWith | None:
    """The actors most often in the same briefings, drawn and in a table."""
    ranked = [row for row in record.often_with if row[0] in edition.dossier.profiles][:MOST_NODES]
    if not ranked:
        return None
    quoted: set[str] = set()
    for appearance in record.appearances:
        quoted.update(edition.tallies[appearance.article].quoted)
    rows = rank_rows(edition, ranked)
    nodes = tuple(
        _node(edition, place, len(ranked), row, ranked[0][1], is_quoted=row[0] in quoted)
        for place, row in enumerate(ranked)
    )
    label = (
        f"{counted(len(ranked), 'actor')} most often in the same briefings; "
        "the list beside this drawing gives the counts"
    )
    return OftenWith(label, nodes, rows)


def appearances(edition: Edition, actor: str, slugs: Iterable[str]) -> tuple[AppearanceView, ...]:
    """Briefings that name or quote the actor, with the sentences."""
    views = []
    for slug in slugs:
        cast = edition.dossier.briefings[slug].cast
        member = next(member for member in cast if member.actor == actor)
        views.append(
            AppearanceView(
                briefing=teaser(edition, slug),
                role=capitalised(with_place(member.role, member.role_at)),
                sentences=sentences(edition, slug, member.mentions, SENTENCES),
            )
        )
    return tuple(views)


def _month(number: int) -> str:
    year, month = divmod(number, _MONTHS)
    return month_text(year, month + 1).replace("\u00a0", " ")


def _bar(place: int, month: int, count: int, tallest: int) -> SparkMonth:
    x = 4 + 40 * place
    height = max(_EMPTY, round(_TALLEST * count / tallest)) if count else _EMPTY
    return SparkMonth(
        x=str(x),
        middle=str(x + 16),
        y=str(_FLOOR - height),
        height=str(height),
        label=SHORT_MONTHS[month % _MONTHS],
        count=count,
    )


def _post(edition: Edition, role: Role) -> tuple[TextPart, ...]:
    """A role with where it is held: "Commander, Quds Force"."""
    title = TextPart(capitalised(role.title))
    if role.at is None:
        return (title,)
    known = edition.dossier.profiles.get(role.at.text)
    name = known.name if known is not None else role.at.text
    return title, TextPart(", "), TextPart(name, edition.actor_permalink(role.at.text))


def _role(edition: Edition, role: Role, parts: tuple[TextPart, ...]) -> RoleRow:
    source = role.source.text if role.source is not None else ""
    return RoleRow(
        when=span_of_time(role.since, role.until, edition.zone),
        parts=parts,
        source=edition.source_permalink(source),
        source_name=source_name(edition, source) if edition.source_permalink(source) else "",
    )


def _tie_label(tie: Tie) -> str:
    kind = RelationType(tie.type)
    if kind is RelationType.OTHER and tie.label:
        return capitalised(tie.label)
    return RELATIONS[kind]


def _tie(edition: Edition, tie: Tie) -> tuple[TextPart, ...]:
    name = TextPart(edition.dossier.profiles[tie.other].name, edition.actor_permalink(tie.other))
    when = span_of_time(tie.since, tie.until, edition.zone)
    remarks = [
        tie.label if tie.type != RelationType.OTHER.value else "",
        "" if when == DATE_NOT_GIVEN else when[:1].lower() + when[1:],
    ]
    remark = ", ".join(part for part in remarks if part)
    return (name, TextPart(f" ({remark})")) if remark else (name,)


def _with_commas(members: list[tuple[TextPart, ...]]) -> tuple[TextPart, ...]:
    line: list[TextPart] = []
    for member in members:
        line += [TextPart(", "), *member] if line else member
    return tuple(line)


def _node(
    edition: Edition,
    place: int,
    how_many: int,
    row: tuple[str, int],
    most: int,
    *,
    is_quoted: bool,
) -> NetworkNode:
    actor = edition.dossier.profiles[row[0]]
    angle = 2 * pi * place / how_many
    x = round(_CENTRE[0] + _RADII[0] * sin(angle))
    y = round(_CENTRE[1] - _RADII[1] * cos(angle))
    beside = x - _CENTRE[0]
    is_centred = abs(beside) < _CENTRED_LABELS
    below = 24 if y > _CENTRE[1] else -12
    label_x = x if is_centred else x + (12 if beside > 0 else -12)
    beside_it = min(_ROOM_BESIDE, _WIDTH - label_x if beside > 0 else label_x)
    room = _WIDTH if is_centred else beside_it
    return NetworkNode(
        voice=own_voice(actor) if is_quoted else NOT_QUOTED,
        x=str(x),
        y=str(y),
        radius="7" if row[1] * 2 > most else "5",
        label=shortened(short_name(actor), int(room / _LETTER)),
        label_x=str(label_x),
        label_y=str(y + below if is_centred else y + 4),
        label_anchor="middle" if is_centred else "start" if beside > 0 else "end",
        line_width=str(1 + round(2 * row[1] / most)),
    )
