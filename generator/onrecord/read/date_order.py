"""Dates of one article that cannot all hold: changes before it, statements after it."""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.read.place import Place
from onrecord.read.schemas import ArticleKeys, QuoteKeys, SharedQuoteKeys
from onrecord.text.dates import EPOCH, Date, is_before

FIRST_ZONE = timedelta(hours=14)
"""How far ahead of UTC a day begins where it begins first."""


def last_change(keys: ArticleKeys) -> Date | None:
    """When the article was last changed, by its own word or by its newest correction."""
    changes = [correction.date for correction in keys.corrections]
    if keys.updated is not None:
        changes.append(keys.updated)
    return max(changes, key=lambda changed: changed.instant, default=None)


def check_dates(keys: ArticleKeys, place: Place) -> list[Diagnostic]:
    """What is wrong with the order of an article's dates."""
    return [
        *_changed_before_publication(keys, place),
        *_updated_too_early(keys, place),
        *_said_too_late(keys, place),
    ]


def _changed_before_publication(keys: ArticleKeys, place: Place) -> Iterator[Diagnostic]:
    changes = [
        (f"the {correction.kind}", correction.date, place.at("corrections").at(index, "date"))
        for index, correction in enumerate(keys.corrections)
    ]
    if keys.updated is not None:
        changes.append(("`updated`", keys.updated, place.at("updated")))
    published = Related("its date stands here", place.at("date").span)
    for what, changed, where in changes:
        if is_before(changed, keys.date):
            yield diagnose(
                "OR127",
                f"{what} is of {changed.iso}, before the article itself ({keys.date.iso})",
                where.span,
                hint="mend one of the two dates",
                related=(published,),
            )


def _updated_too_early(keys: ArticleKeys, place: Place) -> list[Diagnostic]:
    updated = keys.updated
    if updated is None:
        return []
    listed = place.at("corrections")
    return [
        diagnose(
            "OR123",
            f"`updated` says {updated.iso}, but the {correction.kind} is of {correction.date.iso}",
            place.at("updated").span,
            hint="delete updated: (the newest correction sets it), or mend one of the two dates",
            related=(Related("the change stands here", listed.at(index, "date").span),),
        )
        for index, correction in enumerate(keys.corrections)
        if is_before(updated, correction.date)
    ]


def _said_too_late(keys: ArticleKeys, place: Place) -> Iterator[Diagnostic]:
    """A warning for each date of a statement after the article's last change."""
    changed = last_change(keys)
    newest = changed if changed and changed.instant > keys.date.instant else keys.date
    last_day = _last_day(newest)
    for shared, where in _dated_quotes(keys, place):
        said = shared.said
        if said is None or said.is_about:
            continue
        is_later = said.at and newest.at and newest.instant < said.instant
        if is_later or last_day < said.earliest:
            yield diagnose(
                "OR128",
                f"said on {said.iso}, but the article is of {newest.iso}",
                where.at("said").span,
                hint="mend said:, or the article's date",
                related=(Related("the article's date stands here", place.at("date").span),),
            )


def _last_day(newest: Date) -> date:
    """The day that it was anywhere on earth when the article was as it is."""
    if newest.at is None:
        return newest.latest
    return (EPOCH + timedelta(seconds=newest.instant) + FIRST_ZONE).date()


def _dated_quotes(keys: ArticleKeys, place: Place) -> Iterator[tuple[SharedQuoteKeys, Place]]:
    if keys.defaults is not None:
        yield keys.defaults, place.at("defaults")
    listed = place.at("quotes")
    for index, entry in enumerate(keys.quotes):
        if isinstance(entry, QuoteKeys):
            here = listed.at(index)
            yield entry, here
            for passage_id, passage in entry.passages.items():
                yield passage, here.at("passages", passage_id)
