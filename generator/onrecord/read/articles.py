"""Articles: front matter and body of a file as one record."""

from pathlib import PurePosixPath

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.disk.files import FoundFile
from onrecord.model import (
    Actor,
    Allowance,
    Article,
    Correction,
    Event,
    Image,
    Note,
)
from onrecord.read.broken import broken_article
from onrecord.read.content import Broken
from onrecord.read.date_order import check_dates, last_change
from onrecord.read.listings import convert_listed_sources, convert_listings
from onrecord.read.markdown_file import (
    MarkdownFile,
    allowances_of,
    complain_of_long_slug,
    has_errors,
    read_markdown,
    warn_of_empty_body,
)
from onrecord.read.names import warn_of_commas
from onrecord.read.place import Place
from onrecord.read.quote_shapes import check_quotes, entries_of
from onrecord.read.quotes import convert_quotes, source_refs
from onrecord.read.reading import Reading, Rules
from onrecord.read.schemas import (
    ArticleKeys,
    ImageKeys,
    read_keys,
    resolve_in_content,
    without_consequences,
)
from onrecord.text.slugs import slug_from_stem
from onrecord.text.source import Span


def read_article(file: FoundFile, rules: Rules) -> Reading[Article]:
    """The article of a file, its references not yet resolved."""
    slug = slug_from_stem(PurePosixPath(file.path).stem)
    markdown, found = read_markdown(file, rules.max_article_bytes)
    if not slug:
        found.append(_without_slug(file.path))
    found += complain_of_long_slug(slug, file.path)
    if markdown is None:
        broken = Broken(articles=frozenset((slug,)))
        return Reading(diagnostics=tuple(found), broken=broken)
    keys = read_keys(ArticleKeys, markdown.yaml.data, markdown.place, rules.at(file.path))
    quotes = check_quotes(markdown.yaml.data, markdown.place)
    found += markdown.yaml.certain(without_consequences((*keys.diagnostics, *quotes)))
    found += warn_of_empty_body(markdown)
    found += _warn_of_commas(markdown)
    article = None
    if keys.value is not None and not has_errors(found):
        article = _convert(keys.value, markdown, slug, rules, found)
    if keys.value is None or article is None or has_errors(found):
        broken = broken_article(slug, markdown.front.yaml, markdown.yaml)
        return Reading(diagnostics=tuple(found), broken=broken)
    return Reading((article,), _allowances(keys.value, markdown), tuple(found))


def _convert(
    keys: ArticleKeys,
    markdown: MarkdownFile,
    slug: str,
    rules: Rules,
    found: list[Diagnostic],
) -> Article:
    place = markdown.place
    path = markdown.source.path
    listings, inline_actors = convert_listings(keys.actors, place, path)
    found += _definitions_given_twice(inline_actors)
    source_ids, supports, local_sources = convert_listed_sources(keys.sources, place, path)
    quotes, repeats = convert_quotes(keys, place, slug)
    images = _images(keys, place, path)
    found += check_dates(keys, place)
    return Article(
        span=place.span,
        slug=slug,
        path=path,
        digest=markdown.source.digest,
        title=place.written(keys.title, "title"),
        date=keys.date,
        updated=last_change(keys),
        summary=place.written_if_given(keys.summary, "summary"),
        takeaways=place.each_written(keys.takeaways, "takeaways"),
        authors=place.each_written(keys.authors, "authors"),
        place=keys.place,
        language=keys.language or "",
        genre=keys.genre,
        topics=place.each_written(keys.topics, "topics"),
        image=_lead_image(keys, images, place, path),
        images=images,
        events=_events(keys, place),
        is_draft=keys.draft,
        redirect_from=place.each_written(keys.redirect_from, "redirect_from"),
        link_mentions=keys.link_mentions or rules.link_mentions,
        nolink=keys.nolink,
        listings=listings,
        inline_actors=inline_actors,
        quotes=quotes,
        repeats=repeats,
        source_ids=source_ids,
        source_supports=supports,
        local_sources=local_sources,
        notes=_notes(keys, place),
        corrections=_corrections(keys, place),
        unattributed=place.each_written(keys.unattributed, "unattributed"),
        body=markdown.front.body,
        body_line=markdown.front.body_line,
    )


def _allowances(keys: ArticleKeys, markdown: MarkdownFile) -> tuple[Allowance, ...]:
    return allowances_of(keys.allow, markdown.place, markdown.source.path)


def _warn_of_commas(markdown: MarkdownFile) -> list[Diagnostic]:
    data, place = markdown.yaml.data, markdown.place
    found = list(warn_of_commas(data, place, "authors"))
    for index, source in enumerate(entries_of(data, "sources")):
        found += warn_of_commas(source, place.at("sources").at(index), "author")
    return found


def _without_slug(path: str) -> Diagnostic:
    return diagnose(
        "OR112",
        "the file's name holds nothing that could be the article's address",
        Span.start_of(path),
        hint="name it with a few words of the title, as in militias-say-every-option-is-open.md",
    )


def _images(keys: ArticleKeys, place: Place, path: str) -> tuple[Image, ...]:
    listed = place.at("images")
    return tuple(
        _image(reference, image, listed.at(reference), path)
        for reference, image in keys.images.items()
    )


def _image(reference: str, keys: ImageKeys, place: Place, path: str) -> Image:
    return Image(
        span=place.span,
        reference=reference,
        path=resolve_in_content(reference, path),
        alt=keys.alt,
        caption=place.written_if_given(keys.caption, "caption"),
        credit=keys.credit,
    )


def _lead_image(
    keys: ArticleKeys, images: tuple[Image, ...], place: Place, path: str
) -> Image | None:
    """The lead picture: one of the article's pictures, or one that stands alone."""
    if not keys.image:
        return None
    resolved = resolve_in_content(keys.image, path)
    for image in images:
        if image.path == resolved:
            return image
    return Image(span=place.at("image").span, reference=keys.image, path=resolved)


def _events(keys: ArticleKeys, place: Place) -> tuple[Event, ...]:
    listed = place.at("events")
    return tuple(
        Event(
            span=listed.at(index).span,
            date=event.date,
            title=event.title,
            text=event.text,
            quotes=listed.at(index).each_written(event.quotes, "quotes"),
        )
        for index, event in enumerate(keys.events)
    )


def _notes(keys: ArticleKeys, place: Place) -> tuple[Note, ...]:
    listed = place.at("notes")
    return tuple(
        Note(
            span=listed.at(index, "text").span,
            text=note.text,
            prefix=note.prefix or "",
            kind=note.kind,
            note=listed.at(index).written(note.note, "note"),
            sources=source_refs(note.sources, listed.at(index).at("sources")),
            verdict=note.verdict,
        )
        for index, note in enumerate(keys.notes)
    )


def _corrections(keys: ArticleKeys, place: Place) -> tuple[Correction, ...]:
    listed = place.at("corrections")
    return tuple(
        Correction(
            span=listed.at(index).span,
            date=correction.date,
            kind=correction.kind,
            note=correction.note,
            was=listed.at(index).written_if_given(correction.was, "was"),
            now=listed.at(index).written_if_given(correction.now, "now"),
            quote=listed.at(index).written_if_given(correction.quote, "quote"),
        )
        for index, correction in enumerate(keys.corrections)
    )


def _definitions_given_twice(actors: tuple[Actor, ...]) -> list[Diagnostic]:
    first: dict[str, Actor] = {}
    found: list[Diagnostic] = []
    for actor in actors:
        earlier = first.setdefault(actor.id, actor)
        if earlier is not actor:
            found.append(
                diagnose(
                    "OR113",
                    f"the actor {actor.id} is defined twice in this article",
                    actor.span,
                    hint="delete one, or give one of them another id",
                    related=(Related("the first stands here", earlier.span),),
                )
            )
    return found
