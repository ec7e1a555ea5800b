"""Small factories: records as reading and annotating give them, for tests of the stages between."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from onrecord.annotate.body import Body
from onrecord.annotate.facts import (
    AnnotatedArticle,
    CitationUse,
    CitedSource,
    Facts,
    LinkMade,
    Mention,
    PlacedQuote,
    Whereabouts,
)
from onrecord.diagnostics import Outcome
from onrecord.enlist.assemble import assemble_cast
from onrecord.enlist.cast import Cast, Target
from onrecord.link.compile import compile_dossier
from onrecord.link.dossier import Dossier
from onrecord.link.ground import Prose
from onrecord.model import (
    Actor,
    ActorKind,
    Article,
    Listing,
    Quote,
    Relation,
    RelationType,
    Role,
    Site,
    Source,
    SourceKind,
    SourceRef,
    Unnamed,
    Written,
)
from onrecord.read.content import Content
from onrecord.text.dates import Date, parse_edtf, parse_said
from onrecord.text.source import Span

UTC = ZoneInfo("UTC")


def span(path: str = "content/articles/any.md", line: int = 1) -> Span:
    """A place without length at the beginning of a line."""
    return Span(path, line, 1, line, 1)


def written(text: str, line: int = 1) -> Written:
    """A value of a front matter."""
    return Written(text, span(line=line))


def day(text: str) -> Date:
    """A date as said dates are written, in UTC."""
    return parse_said(text, UTC)


def site() -> Site:
    """A site with its defaults."""
    return Site(
        title="The Record",
        base_url="https://example.org/",
        tag_authority="example.org,2020",
        span=span("site.yaml"),
    )


def role(title: str, *, at: str = "", since: str = "", until: str = "") -> Role:
    """A role; "" for an open end."""
    return Role(
        title=title,
        at=written(at) if at else None,
        since=parse_edtf(since, UTC),
        until=parse_edtf(until, UTC),
        span=span("content/actors/people.yaml"),
    )


def relation(kind: str, other: str, *, label: str = "", since: str = "") -> Relation:
    """A relation to another actor."""
    return Relation(
        type=RelationType(kind),
        with_actor=written(other),
        label=label,
        since=parse_edtf(since, UTC),
        span=span("content/actors/people.yaml"),
    )


def actor(
    actor_id: str,
    name: str = "",
    *,
    kind: ActorKind = ActorKind.PERSON,
    origin: str = "cast",
    aliases: tuple[str, ...] = (),
    roles: tuple[Role, ...] = (),
    relations: tuple[Relation, ...] = (),
) -> Actor:
    """An actor as one file defines it; the name is made of the id where it is not given."""
    path = f"content/actors/{actor_id}.md" if origin == "profile" else "content/actors/people.yaml"
    return Actor(
        id=actor_id,
        name=name or actor_id.replace("-", " ").title(),
        kind=kind,
        path=path,
        origin=origin,
        aliases=aliases,
        roles=roles,
        relations=relations,
        span=span(path),
    )


def inline(actor_id: str, name: str = "", *, kind: ActorKind = ActorKind.PERSON) -> Actor:
    """An actor as an article defines it."""
    return actor(actor_id, name, kind=kind, origin="inline")


def listing(actor_id: str, *, role: str = "", called: tuple[str, ...] = ()) -> Listing:
    """An entry under actors:."""
    return Listing(
        id=actor_id, role=written(role) if role else None, called=called, span=span(line=4)
    )


def source(
    source_id: str,
    kind: SourceKind = SourceKind.ARTICLE,
    *,
    title: str = "",
    via: str = "",
    publisher: str = "",
    url: str = "",
) -> Source:
    """A source."""
    return Source(
        id=source_id,
        kind=kind,
        title=title or source_id,
        path="content/sources/all.yaml",
        via=written(via) if via else None,
        publisher=written(publisher) if publisher else None,
        url=url,
        span=span("content/sources/all.yaml"),
    )


def quote(
    key: str,
    speaker: str | Unnamed = "",
    text: str = "All options are open.",
    *,
    sources: tuple[str, ...] = (),
    said: str = "",
) -> Quote:
    """A record by its key, "article#quote"."""
    slug, _, quote_id = key.partition("#")
    speakers = (written(speaker),) if isinstance(speaker, str) else (speaker,)
    return Quote(
        id=quote_id,
        article=slug,
        speakers=speakers if speaker else (),
        text=written(text, line=7),
        sources=tuple(SourceRef(id=source_id, span=span(line=8)) for source_id in sources),
        said=day(said) if said else None,
        span=span(line=6),
    )


def article(
    slug: str,
    date: str = "2020-01-06",
    *,
    body: str = "",
    listings: tuple[Listing, ...] = (),
    inline_actors: tuple[Actor, ...] = (),
    quotes: tuple[Quote, ...] = (),
    topics: tuple[str, ...] = (),
) -> Article:
    """An article with as much front matter as is given."""
    return Article(
        slug=slug,
        path=f"content/articles/{slug}.md",
        digest=slug,
        title=written(slug.replace("-", " ").capitalize()),
        date=day(date),
        listings=listings,
        inline_actors=inline_actors,
        quotes=quotes,
        topics=tuple(written(topic) for topic in topics),
        body=body,
        body_line=10,
        span=span(f"content/articles/{slug}.md"),
    )


def content(
    *articles: Article, actors: Iterable[Actor] = (), sources: Iterable[Source] = ()
) -> Content:
    """A site as read."""
    return Content(site=site(), articles=articles, actors=tuple(actors), sources=tuple(sources))


def context(order: int = 0, sentence: str = "A sentence.") -> Whereabouts:
    """A place in a text."""
    return Whereabouts(sentence, "", order, order, span(line=10 + order))


def placed(key: str, order: int = 0, words: str = "All options are open.") -> PlacedQuote:
    """A record found in a text."""
    return PlacedQuote(key, words, "marks", context(order), len(words.split()))


def mention(actor_id: str, order: int = 0, sentence: str = "A sentence.") -> Mention:
    """An actor named in a text."""
    return Mention(actor_id, actor_id, context(order, sentence), is_linked=True)


def cited(source_id: str, number: int = 1, *, uses: int = 1) -> CitedSource:
    """A source in an article's list, cited as often as `uses` says."""
    marks = tuple(CitationUse(use, "", "", "", context(use)) for use in range(1, uses + 1))
    return CitedSource(source_id, number, marks)


def link(target: Target, order: int = 0, sentence: str = "A sentence.") -> LinkMade:
    """A link in a text."""
    return LinkMade(target, "words", context(order, sentence))


def annotated(
    slug: str,
    *,
    quotes: tuple[PlacedQuote, ...] = (),
    repeats: tuple[PlacedQuote, ...] = (),
    mentions: tuple[Mention, ...] = (),
    sources: tuple[CitedSource, ...] = (),
    links: tuple[LinkMade, ...] = (),
) -> AnnotatedArticle:
    """An article with its facts and no body."""
    facts = Facts(quotes=quotes, repeats=repeats, mentions=mentions, sources=sources, links=links)
    return AnnotatedArticle(slug, Body(), facts)


def plainly_annotated(one: Article) -> AnnotatedArticle:
    """An article whose records are all found, in their order, and whose listed actors are named."""
    listed = tuple(mention(entry.id, order) for order, entry in enumerate(one.listings))
    found = tuple(
        placed(record.key, len(listed) + order, record.wording.text)
        for order, record in enumerate(one.quotes)
    )
    numbered = dict.fromkeys(ref.id for record in one.quotes for ref in record.sources)
    return annotated(
        one.slug,
        quotes=found,
        mentions=listed,
        sources=tuple(
            cited(source_id, number, uses=0) for number, source_id in enumerate(numbered, 1)
        ),
    )


def enlisted(read: Content) -> Cast:
    """The cast of a site that nothing is wrong with."""
    outcome = assemble_cast(read)
    assert outcome.diagnostics == ()
    return outcome.value


def linked(read: Content, *facts: AnnotatedArticle, prose: Prose | None = None) -> Outcome[Dossier]:
    """The dossier of a site; articles without facts are annotated plainly."""
    cast = assemble_cast(read).value
    given = {told.slug: told for told in facts}
    every = tuple(given.get(one.slug) or plainly_annotated(one) for one in read.articles)
    return compile_dossier(read, cast, every, prose or {})
