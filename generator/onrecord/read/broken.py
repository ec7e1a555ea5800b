"""The ids that a file with errors defines or would define: references to them are silent."""

from collections.abc import Iterable
from re import compile as pattern

from onrecord.read.content import Broken
from onrecord.read.quote_shapes import entries_of, typed_quotes
from onrecord.read.yaml_file import YamlText
from onrecord.text.frozen import field_names
from onrecord.text.located_yaml import YamlValue
from onrecord.text.slugs import id_from, is_id

WRITTEN_ID = pattern(r"(?:^|[\s{,])id:[ \t]*[\"']?([a-z0-9-]+)")
WRITTEN_NAME = pattern(r"(?:^|[\s{,])name:[ \t]*([^\n,}]+)")


def unite(several: Iterable[Broken]) -> Broken:
    """Everything that is broken."""
    listed = list(several)
    united = {
        name: frozenset().union(*(getattr(broken, name) for broken in listed))
        for name in field_names(Broken)
    }
    return Broken(**united)


def broken_article(slug: str, text: str, yaml: YamlText | None) -> Broken:
    """An article's slug, with the quotes, actors and sources that can be seen in it."""
    if yaml is None:
        return Broken(articles=frozenset((slug,)))
    data = yaml.data
    quotes = {quote.id for quote in typed_quotes(data, yaml.place) if quote.id}
    actors = _ids(entries_of(data, "actors"))
    sources = _ids(entries_of(data, "sources"))
    if not yaml.is_whole:
        ids = written_ids(text)
        quotes, actors, sources = quotes | ids, actors | ids, sources | ids
    return Broken(
        articles=frozenset((slug,)),
        quotes=frozenset(f"{slug}#{quote}" for quote in quotes),
        actors=frozenset(actors),
        sources=frozenset(sources),
    )


def defined_ids(data: YamlValue) -> frozenset[str]:
    """The ids of the actors or sources in a file that holds one or a list of them."""
    return frozenset(_ids(data if isinstance(data, list) else [data]))


def written_ids(text: str) -> set[str]:
    """Whatever looks like an id in a text that cannot be read as YAML."""
    named = (id_from(name.strip("\"' ")) for name in WRITTEN_NAME.findall(text))
    return {found for found in (*WRITTEN_ID.findall(text), *named) if is_id(found)}


def _ids(entries: list[YamlValue]) -> set[str]:
    ids: set[str] = set()
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        given, name = entry.get("id"), entry.get("name")
        if isinstance(given, str):
            ids.add(given)
        elif isinstance(name, str):
            ids.add(id_from(name))
    return ids
