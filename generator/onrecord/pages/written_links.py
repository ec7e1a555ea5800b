"""The links that somebody wrote, in bodies and in site.yaml: where they lead and where they stand.

What a finished page links to says nothing of who wrote the link; this does.
"""

from collections.abc import Iterator, Mapping

from onrecord.annotate.facts import AnnotatedArticle, LinkMade
from onrecord.enlist.cast import TargetKind
from onrecord.pages.edition import Edition
from onrecord.pages.parts.bodies import target_permalink
from onrecord.pages.parts.frame import site_page
from onrecord.text.frozen import Frozen, field
from onrecord.text.source import Span


class WrittenLink(Frozen):
    """One link. Its permalink is a fragment alone, as in "#roles", where it stays on its page."""

    permalink: str
    span: Span


class WrittenLinks(Frozen):
    """All links within the site: of each file by its path, and of menus and layouts."""

    of_files: Mapping[str, tuple[WrittenLink, ...]] = field(default_factory=dict)
    of_site: tuple[WrittenLink, ...] = ()


def written_links(edition: Edition) -> WrittenLinks:
    """Every link of the edition's bodies and menus; each text's in order."""
    of_files: dict[str, tuple[WrittenLink, ...]] = {}
    for path, told in _texts(edition):
        links = tuple(
            WrittenLink(permalink, link.context.span)
            for link in told.facts.links
            if (permalink := _permalink(edition, link))
        )
        if links:
            of_files[path] = of_files.get(path, ()) + links
    return WrittenLinks(of_files, tuple(_menus(edition)))


def _texts(edition: Edition) -> Iterator[tuple[str, AnnotatedArticle]]:
    """Every published text with the path of its file."""
    dossier = edition.dossier
    for slug, briefing in dossier.briefings.items():
        yield briefing.article.path, dossier.texts[slug]
    for actor in dossier.actors.values():
        if actor.biography is not None:
            yield actor.actor.path, actor.biography
    for topic in dossier.topics.values():
        if topic.brief is not None:
            yield topic.topic.path, topic.brief
    for page, told in dossier.pages.values():
        yield page.path, told


def _permalink(edition: Edition, link: LinkMade) -> str:
    target = link.target
    if target.kind is TargetKind.ADDRESS and not target.id:
        return f"#{target.fragment}"
    return target_permalink(edition, target)


def _menus(edition: Edition) -> Iterator[WrittenLink]:
    """The entries of the navigation and the policies that lead to pages of the site."""
    site = edition.site
    entries = [(item.to, item.span) for item in site.nav]
    entries += [(to, site.place_of(f"policies.{name}")) for name, to in site.policies]
    for to, span in entries:
        permalink, _ = site_page(to)
        if permalink:
            yield WrittenLink(permalink, span)
