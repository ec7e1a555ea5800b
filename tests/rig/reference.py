"""What of the documentation is written from the program and its benchmark: by `make golden`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from onrecord.cli.main import command
from onrecord.diagnostics import Code, every_code
from onrecord.read.schemas.json_schema import json_schema
from tests.rig.commands import ROOT
from tests.rig.contract import in_tables
from tests.rig.formats import sections as sections_of_formats

PAGES = ROOT / "docs/content/pages"
_FAMILIES = {
    "OR1": "Files, YAML and front matter",
    "OR2": "Quotes",
    "OR3": "Actors and mentions",
    "OR4": "Sources",
    "OR5": "Pages, links and addresses",
    "OR6": "Themes",
    "OR7": "site.yaml",
    "OR9": "The machine, and onrecord itself",
}
_FILES = {
    "site": "site.yaml",
    "article": "An article's front matter",
    "actor": "A profile's front matter",
    "cast": "An entry of a cast file",
    "sources": "A shared source",
    "topic": "A topic's front matter",
    "page": "A plain page's front matter",
    "theme": "theme.yaml",
}

_PLAIN_KINDS = {
    "object": "keys and values",
    "integer": "number",
    "boolean": "`true` or `false`",
    "null": "nothing",
    "['string', 'integer']": "date",
}


def pages() -> Mapping[Path, Callable[[], str]]:
    """Every reference page by its path, with what writes it as it should stand there."""
    return {
        PAGES / "commands.md": _commands,
        PAGES / "comparison.md": _comparison,
        PAGES / "findings.md": _findings,
        PAGES / "formats.md": _formats,
        PAGES / "keys.md": _keys,
    }


def _page(title: str, told: str, sections: Iterable[tuple[str, str]]) -> str:
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in sections)
    return f"---\ntitle: {title}\n---\n\n{told}\n\n{body}\n"


def _comparison() -> str:
    """The page as it is, with the benchmark's table of a size where it names that."""
    figures = (PAGES / "benchmarks.md").read_text(encoding="utf-8")
    text = (PAGES / "comparison.md").read_text(encoding="utf-8")
    opened, closed = "<!-- 1,000 briefings of benchmarks.md -->", "<!-- end of it -->"
    _, _, below = figures.partition("\n### 1,000 briefings\n\n")
    table, _, _ = below.partition("\n\n")
    assert table.startswith("|")
    before, _, rest = text.partition(opened)
    _, _, after = rest.partition(closed)
    return f"{before}{opened}\n\n{table}\n\n{closed}{after}"


def _commands() -> str:
    assert isinstance(command, click.Group)
    told = "What can be typed, as the commands themselves tell it (`onrecord COMMAND --help`)."
    listed = ((f"onrecord {name}", _of_command(one)) for name, one in command.commands.items())
    return _page("Commands", told, listed)


def _of_command(one: click.Command) -> str:
    arguments = [
        f"`{param.make_metavar(click.Context(one))}`"
        for param in one.params
        if isinstance(param, click.Argument)
    ]
    typed = f"Takes {', '.join(arguments)}.\n\n" if arguments else ""
    rows = [
        (", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts)), param.help or "")
        for param in one.params
        if isinstance(param, click.Option)
    ]
    table = in_tables(("option", "what it does"), rows) if rows else ""
    return f"{' '.join((one.help or '').split())}\n\n{typed}{table}".rstrip()


def _findings() -> str:
    told = (
        "Every finding has a code; `onrecord explain CODE` tells the same.\n"
        "An error keeps the site from being published; so does a warning under `--strict`."
    )
    families = (
        (title, "\n\n".join(map(_finding, _family(start)))) for start, title in _FAMILIES.items()
    )
    return _page("Findings", told, families)


def _family(start: str) -> Iterator[Code]:
    return (code for code in every_code() if code.id.startswith(start))


def _finding(code: Code) -> str:
    told = re.sub(r"[\[<*_\\]", r"\\\g<0>", code.explanation)
    return f"### {code.id}\n\n**{code.headline}** ({code.severity}). {told}"


def _formats() -> str:
    told = (
        "All that a build publishes: its address, what it holds, and what it is made for.\n"
        "Files that follow a standard can be read by every program that knows it; "
        "linked data is [JSON-LD](https://www.w3.org/TR/json-ld11/) in the words of [schema.org](https://schema.org/), "
        "in the head of the page.\n"
        "[Publishing](publishing.md) says more of addresses, feeds and linked data."
    )
    return _page("Formats", told, sections_of_formats())


def _keys() -> str:
    told = (
        "Every key that can be typed, file by file.\n"
        "Where a list is asked for, a single entry will do; `x_…` keys are your own."
    )
    sections: list[tuple[str, str]] = []
    seen: set[str] = set()
    for name, title in _FILES.items():
        schema = json_schema(name)
        known = schema.get("$defs", {})
        sections.append((title, _table_of(known.get("Entry", schema))))
        sections += [
            (_shown(inner), _table_of(known[inner]))
            for inner in sorted(known)
            if inner not in seen and inner != "Entry" and "properties" in _mapping(known[inner])
        ]
        seen |= known.keys()
    return _page("Keys", told, sections)


def _mapping(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The mapping of a schema, also where a bare text will do in its place."""
    choices = [one for one in schema.get("anyOf", ()) if "properties" in one]
    return choices[0] if choices else schema


def _table_of(schema: Mapping[str, Any]) -> str:
    mapping = _mapping(schema)
    required = mapping.get("required", ())
    rows = [
        (f"`{key}`", _kind(value), _remark(value, is_required=key in required))
        for key, value in mapping["properties"].items()
    ]
    return f"{mapping['description']}\n\n{in_tables(('key', 'holds', 'what it says'), rows)}"


def _remark(value: Mapping[str, Any], *, is_required: bool) -> str:
    told = [value.get("description", "")]
    if is_required:
        told.append("**Required.**")
    elif value.get("default") not in (None, "", [], {}):
        told.append(f"Default: `{_as_typed(value['default'])}`.")
    if value.get("examples"):
        told.append(f"As in `{value['examples'][0]}`.")
    return " ".join(told)


def _as_typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(value: Mapping[str, Any]) -> str:
    """What a key holds, in a writer's words."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{_shown(name).lower()}](#{_shown(name).lower().replace(' ', '-')})"
    if "anyOf" in value or "oneOf" in value:
        kinds = [_kind(one) for one in value.get("anyOf", value.get("oneOf", ()))]
        many = [kind for kind in kinds if kind.startswith("list of ")]
        if many:
            return many[0]
        told = dict.fromkeys(kind for kind in kinds if kind != "nothing")
        return " or ".join(told)
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if value.get("type") == "array":
        return f"list of {_kind(value.get('items', {}))}"
    if "maximum" in value:
        return f"number from {value['minimum']:,} to {value['maximum']:,}"
    if value.get("format") == "uri":
        return "address"
    return _PLAIN_KINDS.get(str(value.get("type")), "text")


def _shown(name: str) -> str:
    """A model's name as a heading: "InlineActorKeys" is "Inline actor"."""
    words = re.findall(r"[A-Z][a-z]*", name.removesuffix("Keys"))
    return " ".join(words).capitalize()
