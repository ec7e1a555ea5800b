"""Files that published pages show or link."""

import posixpath
from collections.abc import Iterable, Iterator

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.enlist.cast import TargetKind
from onrecord.enlist.missing_pictures import is_picture, where_to_put
from onrecord.enlist.nearest import Nearest
from onrecord.link.ground import Ground
from onrecord.read.content import Asset
from onrecord.text.source import Span


def gather_assets(
    ground: Ground, actors: Iterable[str], topics: Iterable[str]
) -> Outcome[dict[str, Asset]]:
    """Every file that a published page refers to, by path; pictures that are not there."""
    known = {asset.path: asset for asset in ground.content.assets}
    nearest = Nearest([path for path in known if is_picture(path)])
    diagnostics: list[Diagnostic] = []
    named = set(_in_texts(ground, actors, topics))
    for path, span in _pictures(ground, actors):
        if path in known:
            named.add(path)
        else:
            diagnostics.append(_missing(path, span, nearest.to(path)))
    assets = {path: known[path] for path in sorted(named) if path in known}
    return Outcome(assets, tuple(dict.fromkeys(diagnostics)))


def _missing(path: str, span: Span, near: str) -> Diagnostic:
    message = f"there is no picture content/{path}"
    if near:
        meant = _as_written(near, span)
        return diagnose("OR509", f"{message}; did you mean {meant}?", span, hint=f"write {meant}")
    return diagnose("OR509", message, span, hint=where_to_put(f"content/{path}", span.path))


def _as_written(path: str, span: Span) -> str:
    """A file as the front matter at a place would name it: beside it, or from content/."""
    beside = posixpath.relpath(path, posixpath.dirname(span.path.removeprefix("content/")))
    return f"/{path}" if beside.startswith("../") else beside


def _in_texts(ground: Ground, actors: Iterable[str], topics: Iterable[str]) -> Iterator[str]:
    for slug in ground.articles:
        yield from ground.facts(slug).assets
    published = {
        *((TargetKind.ACTOR, actor) for actor in actors),
        *((TargetKind.TOPIC, topic) for topic in topics),
    }
    for named, told in ground.prose.items():
        if named[0] is TargetKind.PAGE or named in published:
            yield from told.facts.assets


def _pictures(ground: Ground, actors: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """The pictures that front matter names, by path under content/, and where."""
    for article in ground.articles.values():
        for image in (article.image, *article.images):
            if image:
                yield image.path, image.span
    for actor in sorted(actors):
        if ground.actors[actor].image:
            yield ground.actors[actor].image, ground.actors[actor].span
