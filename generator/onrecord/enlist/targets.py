"""What each reference of a text means: the one place that knows in which order names are tried."""

import posixpath
from collections.abc import Iterator
from re import compile as pattern
from unicodedata import normalize
from urllib.parse import unquote

from onrecord.enlist.cast import NoTarget, Target, TargetKind
from onrecord.enlist.ids import IdTable, name_key
from onrecord.enlist.referred import Referred
from onrecord.read.content import HeldBack
from onrecord.text.frozen import replace
from onrecord.text.similar import closest
from onrecord.text.slugs import slug_from_stem

CONTENT = "content/"
MEDIA = "/media/"
SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")

Resolved = Target | NoTarget


def resolve_references(
    referred: Referred, path: str, slug: str, table: IdTable
) -> tuple[tuple[str, Resolved], ...]:
    """What every reference of a text means, in order of the reference as written.

    `path` is that of the file it stands in, `slug` the article's id, "" outside articles.
    """
    found: dict[str, Resolved] = {
        words: resolve_mark(words, slug, table)
        for words in referred.marks
        if not words.startswith("q:")
    }
    for cited in referred.cited:
        found.setdefault(f"@{cited}", resolve_source(cited, table))
    for address in referred.addresses:
        if address not in found:
            target = resolve_destination(address, path, table)
            if target is not None:
                found[address] = target
    return tuple(sorted(found.items(), key=lambda reference: reference[0]))


def marked_actors(referred: Referred, table: IdTable) -> Iterator[str]:
    """The id of each actor that a mark of a text leads to, in order of the marks."""
    for words in referred.marks_outside_code:
        target = resolve_mark(words, "", table)
        if isinstance(target, Target) and target.kind is TargetKind.ACTOR:
            yield target.id


def resolve_mark(words: str, slug: str, table: IdTable) -> Resolved:
    """What [[words]] mean; topics and sources by their prefix, quotes by their #.

    An actor by id or exact name comes first, then a briefing, then an actor by another name.
    """
    prefix, colon, rest = words.partition(":")
    if colon and prefix == "topic":
        return _topic(rest.strip(), table)
    if colon and prefix == "source":
        return resolve_source(rest.strip(), table, has_prefix=True)
    if words in table.actors:
        return Target(TargetKind.ACTOR, words, table.actors[words].name)
    if bearers := table.names.get(name_key(words)):
        return _borne_by(bearers, words)
    named, hash_sign, quote_id = words.partition("#")
    if hash_sign:
        return _quote(named.strip() or slug, quote_id.strip(), table)
    if words in table.articles:
        return Target(TargetKind.BRIEFING, words, table.articles[words].title.text)
    if bearers := table.aliases.get(name_key(words)):
        return _borne_by(bearers, words)
    return _nothing(words, table)


def resolve_source(source: str, table: IdTable, *, has_prefix: bool = False) -> Resolved:
    """The source of this id; `has_prefix` where it was written as [[source:id]]."""
    if source in table.sources:
        return Target(TargetKind.SOURCE, source, table.sources[source].title)
    if source in table.broken.sources:
        return NoTarget(is_broken=True, has_prefix=has_prefix)
    return NoTarget(closest=table.nearest_source.to(source), has_prefix=has_prefix)


def resolve_destination(address: str, path: str, table: IdTable) -> Resolved | None:
    """What a link's destination means; None for what leads out of the site or stays on the page."""
    if not address or address.startswith(("#", "//")) or SCHEME.match(address):
        return None
    written, _, fragment = address.partition("#")
    written = normalize("NFC", unquote(written.partition("?")[0]))
    if written.startswith(MEDIA) and written.removeprefix(MEDIA) in table.assets:
        return Target(TargetKind.ASSET, written.removeprefix(MEDIA))
    if written.startswith("/"):
        file = posixpath.normpath(CONTENT + written.lstrip("/"))
    else:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
    target = _file(file, table)
    if isinstance(target, Target):
        return replace(target, fragment=unquote(fragment))
    if target is None and written.startswith("/") and not written.endswith(".md"):
        return Target(TargetKind.ADDRESS, written, fragment=unquote(fragment))
    return target or NoTarget(closest=_closest_file(file, path, written, table))


def _file(file: str, table: IdTable) -> Resolved | None:
    """What the file of this path in the site's folder is published as, None where none is known."""
    if file in table.paths:
        return table.paths[file]
    if file.removeprefix(CONTENT) in table.assets and file.startswith(CONTENT):
        return Target(TargetKind.ASSET, file.removeprefix(CONTENT))
    if file in table.held_back_paths:
        return _held_back(table.held_back_paths[file].slug, table)
    if _is_broken_file(file, table):
        return NoTarget(is_broken=True)
    return None


def _is_broken_file(file: str, table: IdTable) -> bool:
    stem, extension = posixpath.splitext(file)
    name = posixpath.basename(stem)
    broken = table.broken
    return extension == ".md" and (
        slug_from_stem(name) in broken.articles
        or name in broken.actors
        or name in broken.topics
        or stem.removeprefix(f"{CONTENT}pages/") in broken.pages
    )


def _closest_file(file: str, path: str, written: str, table: IdTable) -> str:
    """The path of the file that was probably meant, in the form in which the writer gave it."""
    has_another_ending = posixpath.splitext(file)[1] not in {"", ".md"}
    near = (table.nearest_asset if has_another_ending else table.nearest_path).to(file)
    if not near:
        return ""
    if written.startswith("/"):
        return "/" + near.removeprefix(CONTENT)
    return posixpath.relpath(near, posixpath.dirname(path))


def _borne_by(bearers: tuple[str, ...], words: str) -> Resolved:
    """The actor of a name; `words` are shown as they are."""
    if len(bearers) > 1:
        return NoTarget(shared_by=bearers)
    return Target(TargetKind.ACTOR, bearers[0], words)


def _quote(slug: str, quote_id: str, table: IdTable) -> Resolved:
    key = f"{slug}#{quote_id}"
    if key in table.quotes:
        return Target(TargetKind.QUOTE, key, table.articles[slug].title.text)
    if slug in table.held_back:
        return _held_back(slug, table)
    if slug in table.broken.articles or key in table.broken.quotes:
        return NoTarget(is_broken=True)
    if slug in table.articles:
        near = closest(quote_id, (quote.id for quote in table.articles[slug].quotes))
        return NoTarget(closest=f"{slug}#{near}" if near else "")
    near_slug = table.nearest_article.to(slug)
    return NoTarget(closest=f"{near_slug}#{quote_id}" if near_slug else "")


def _topic(topic: str, table: IdTable) -> Resolved:
    if topic in table.topics:
        return Target(TargetKind.TOPIC, topic, table.topics[topic])
    if topic in table.broken.topics:
        return NoTarget(is_broken=True, has_prefix=True)
    return NoTarget(closest=table.nearest_topic.to(topic), has_prefix=True)


def _nothing(words: str, table: IdTable) -> NoTarget:
    if words in table.held_back:
        return _held_back(words, table)
    if words in table.broken.actors or words in table.broken.articles:
        return NoTarget(is_broken=True)
    if words in table.held_back_actors:
        return _waits(table.held_back_actors[words])
    return NoTarget(closest=table.nearest_mark.to(words))


def _held_back(slug: str, table: IdTable) -> NoTarget:
    return _waits(table.held_back[slug])


def _waits(held: HeldBack) -> NoTarget:
    return NoTarget(held_back_until=held.until, is_draft=held.reason == "draft")
