"""Every reference of the front matter: to actors and sources that exist, or said not to."""

from collections.abc import Iterable, Iterator
from itertools import chain

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.ids import IdTable, name_key
from onrecord.model import Actor, Article, Quote, Source, SourceRef, Unnamed, Written
from onrecord.read.content import Content, HeldBack
from onrecord.text.source import Span


def check_references(content: Content, table: IdTable) -> Iterator[Diagnostic]:
    """What the front matter, site.yaml and the definitions of actors and sources name in vain.

    References to what a file with errors defines are silent.
    """
    yield from _named(content.site.publisher, table)
    for article in content.articles:
        yield from _of_article(article, table)
    for actor in table.actors.values():
        yield from _of_actor(actor, table)
    for source in table.sources.values():
        yield from _of_source(source, table)


def _of_article(article: Article, table: IdTable) -> Iterator[Diagnostic]:
    for listing in article.listings:
        yield from _actor(listing.id, listing.span, "no actor has the id", table)
        yield from _named(listing.at, table)
    for author in article.authors:
        yield from _id_or_text(author, table)
    for quote in article.quotes:
        yield from _of_quote(quote, table)
    for note in article.notes:
        yield from _sources(note.sources, table)
    for listed in article.source_ids:
        yield from _source(listed.text, listed.span, table)


def _of_quote(quote: Quote, table: IdTable) -> Iterator[Diagnostic]:
    for speaker in quote.speakers:
        if isinstance(speaker, Unnamed):
            yield from _named(speaker.at, table)
        else:
            yield from _actor(speaker.text, speaker.span, "unknown speaker", table)
    if quote.on_behalf_of:
        principal = quote.on_behalf_of
        yield from _actor(principal.text, principal.span, "unknown principal", table)
    for subject in quote.about:
        yield from _named(subject, table)
    for named in quote.to:
        yield from _id_or_text(named, table)
    if quote.via and quote.via.text not in table.sources:
        yield from _id_or_text(quote.via, table)
    yield from _sources(quote.sources, table)
    for other in quote.also:
        yield from _id_or_text(other.by, table)
        if other.source:
            yield from _source(other.source.text, other.source.span, table)


def _of_actor(actor: Actor, table: IdTable) -> Iterator[Diagnostic]:
    named = chain(
        (role.source for role in actor.roles), (relation.source for relation in actor.relations)
    )
    for source in named:
        if source:
            yield from _source(source.text, source.span, table)


def _of_source(source: Source, table: IdTable) -> Iterator[Diagnostic]:
    for named in (*source.authors, source.publisher, *source.to):
        yield from _id_or_text(named, table)
    if source.via:
        yield from _source(source.via.text, source.via.span, table)


def _actor(actor: str, span: Span, what: str, table: IdTable) -> Iterator[Diagnostic]:
    if actor in table.actors or actor in table.broken.actors:
        return
    if held := table.held_back_actors.get(actor):
        yield _waits("OR301", f"{what} “{actor}”", span, held, "actors:, or in content/actors/")
        return
    bearers = table.names.get(name_key(actor)) or table.aliases.get(name_key(actor), ())
    near = bearers[0] if len(bearers) == 1 else table.nearest_actor.to(actor)
    hints = [f"write {near}"] if near else []
    if not bearers:  # one who goes by that name is meant for certain
        hints.append(f"define {actor} under actors: {{id: {actor}, name: …}}")
    yield diagnose(
        "OR301",
        f"{what} “{actor}”" + (f"; did you mean {near}?" if near else ""),
        span,
        hint=", or ".join(hints) or "write the id of the one you mean",
    )


def _named(named: Written | None, table: IdTable) -> Iterator[Diagnostic]:
    if named is not None:
        yield from _actor(named.text, named.span, "no actor has the id", table)


def _sources(refs: Iterable[SourceRef], table: IdTable) -> Iterator[Diagnostic]:
    for ref in refs:
        yield from _source(ref.id, ref.span, table)


def _source(source: str, span: Span, table: IdTable) -> Iterator[Diagnostic]:
    if source in table.sources or source in table.broken.sources:
        return
    if held := table.held_back_sources.get(source):
        where = "sources:, or in content/sources/"
        yield _waits("OR401", f"unknown source “{source}”", span, held, where)
        return
    near = table.nearest_source.to(source)
    yield diagnose(
        "OR401",
        f"unknown source “{source}”" + (f"; did you mean {near}?" if near else ""),
        span,
        hint=(f"write {near}, or " if near else "")
        + f"define {source} in the article's sources:, or in a file of content/sources/",
    )


def _waits(code: str, what: str, span: Span, held: HeldBack, where: str) -> Diagnostic:
    """The finding for an id that only an article that is not published yet defines."""
    return diagnose(
        code,
        f"{what}: only {held.path} defines it, which is {held.state}",
        span,
        hint=f"define it here too, under {where}, or wait for that article",
    )


def _id_or_text(named: Written | None, table: IdTable) -> Iterator[Diagnostic]:
    """A warning where the value looks like an id and none is known; other text is just text."""
    if named is None or not _looks_like_an_id(named.text):
        return
    if named.text in table.actors or named.text in table.broken.actors:
        return
    near = table.nearest_actor.to(named.text)
    if not near and not named.text.islower():
        return
    yield diagnose(
        "OR309",
        f"no actor has the id “{named.text}”, so it is shown as it stands"
        + (f"; did you mean {near}?" if near else ""),
        named.span,
        hint=(
            f"write {near}"
            if near
            else "define the actor, or write the name as readers are to see it"
        ),
    )


def _looks_like_an_id(text: str) -> bool:
    return "-" in text and not any(char.isspace() for char in text)
