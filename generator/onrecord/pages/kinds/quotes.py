"""The quotes index, and a quote's own page."""

from collections.abc import Mapping

from onrecord.pages.calendar import Period
from onrecord.pages.edition import Edition, quote_page_address, speakers_of
from onrecord.pages.linked_data.pages import list_page, quote_links, quote_page
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.parts.names import heading_names, speaker_names, speakers
from onrecord.pages.parts.periods import (
    earlier,
    list_frame,
    months_of,
    period_name,
    period_page,
    rows_of,
    titled,
)
from onrecord.pages.parts.records import Shelf, show_days, show_record, shown_words
from onrecord.pages.views.briefing import Chip
from onrecord.pages.views.common import Link
from onrecord.pages.views.quotes import QuotesView, QuoteView
from onrecord.pages.voices import own_voice, short_name, tell_apart
from onrecord.pages.wording import quoted, shortened

ADDRESS = "/quotes/"
MOST_CHIPS = 12
_LEDE = "Everything said on the record, newest first, with who said it, where, and how we know."


def build_quotes(edition: Edition, period: Period | None = None) -> QuotesView:
    """All quotes, or one dated page of them."""
    calendar = edition.quote_calendar
    keys = rows_of(calendar, period)
    chips = _chips(edition, keys)
    classes = {actor: f"s{number}" for number, actor in enumerate(_speakers(edition, keys), 1)}
    title = titled("Quotes", period)
    linked_data = list_page(
        edition, period_page(ADDRESS, period), title, quote_links(edition, keys)
    )
    return QuotesView(
        frame=list_frame(edition, ADDRESS, period, title, _LEDE, linked_data),
        title=title,
        lede=_LEDE,
        period=period_name(period),
        chips=chips,
        days=show_days(edition, keys, Shelf(filter_classes=classes if chips else {})),
        earlier=earlier("Earlier quotes", ADDRESS, calendar, period, "quote"),
        months=months_of(ADDRESS, calendar, period, "quote"),
    )


def build_quote(edition: Edition, key: str) -> QuoteView:
    """One quote with its record."""
    record = edition.dossier.quotes[key]
    article = edition.dossier.briefings[record.quote.article].article
    name = speaker_names(record)
    page = quote_page_address(key)
    is_out = edition.is_out(article.slug)
    words = shown_words(record)
    return QuoteView(
        frame=frame(
            edition,
            Page(
                permalink=page,
                title=f"{name}: {shortened(words, 70)}",
                description=words,
                section=ADDRESS,
                kind="article",
                shared_title=heading_names(record),
                language=article.language,
                linked_data=quote_page(edition, page, record) if is_out else (),
                is_noindex=not is_out,
            ),
        ),
        title=speakers(edition, record),
        record=show_record(edition, key, Shelf()),
        briefing=Link(article.title.text, edition.briefing_permalink(article.slug)),
        sentence=record.placed.context.sentence if record.placed else "",
        full=quoted(record.quote.full.text) if record.quote.full else "",
    )


def _speakers(edition: Edition, keys: tuple[str, ...]) -> Mapping[str, int]:
    """The speakers of the page that have a chip, the most quoted first.

    A quote counts for everybody on whose page it stands.
    """
    counts: dict[str, int] = {}
    for key in keys:
        for actor in speakers_of(edition.dossier.quotes[key]):
            if actor in edition.dossier.profiles:
                counts[actor] = counts.get(actor, 0) + 1
    ranked = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return dict(ranked[:MOST_CHIPS])


def _chips(edition: Edition, keys: tuple[str, ...]) -> tuple[Chip, ...]:
    counts = _speakers(edition, keys)
    if len(counts) < 2:
        return ()
    actors = {actor: edition.dossier.profiles[actor] for actor in counts}
    labels = tell_apart(
        {actor: known.name for actor, known in actors.items()},
        {actor: short_name(known) for actor, known in actors.items()},
    )
    chips = (
        Chip(f"s{number}", own_voice(actors[actor]), labels[actor], counts[actor])
        for number, actor in enumerate(counts, 1)
    )
    return (Chip("s0", "", "Everyone", len(keys)), *chips)
