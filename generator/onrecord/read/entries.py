"""A YAML file that holds one entry or a list of them: cast files and files of sources."""

from collections.abc import Collection, Iterator
from typing import TypeVar

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.disk.files import FoundFile, read_source
from onrecord.read.broken import defined_ids, written_ids
from onrecord.read.characters import find_bidi_controls
from onrecord.read.circumstances import Circumstances
from onrecord.read.markdown_file import MAX_LIST_BYTES
from onrecord.read.place import Place
from onrecord.read.schemas import Keys, known_keys, read_keys
from onrecord.read.yaml_file import YamlText, locate_yaml
from onrecord.text.frozen import Frozen
from onrecord.text.located_yaml import YamlValue
from onrecord.text.slugs import is_id
from onrecord.text.source import SourceFile

M = TypeVar("M", bound=Keys)


class YamlFile(Frozen):
    """A YAML file: its text and its values."""

    source: SourceFile
    yaml: YamlText


def read_yaml_file(file: FoundFile) -> tuple[YamlFile | None, list[Diagnostic]]:
    """A YAML file's values; None where it is no text."""
    source = read_source(file, MAX_LIST_BYTES)
    if source.value is None:
        return None, list(source.diagnostics)
    yaml = locate_yaml(source.value.text, file.path, 1)
    found = [*find_bidi_controls(source.value), *yaml.diagnostics]
    return YamlFile(source.value, yaml.value), found


def read_entries(
    model: type[M], file: YamlFile, circumstances: Circumstances, found: list[Diagnostic]
) -> Iterator[tuple[Place, M]]:
    """The entries that can be used, each with its place; what is wrong is added to `found`."""
    misread = _complain_of_ids_as_keys(file, known_keys(model))
    if misread:
        found += misread
        return
    for index, entry in enumerate(entries_in(file)):
        place = file.yaml.place.at(index)
        keys = read_keys(model, entry, place, circumstances)
        found += file.yaml.certain(keys.diagnostics)
        if keys.value is not None:
            yield place, keys.value


def entries_in(file: YamlFile) -> list[YamlValue]:
    """The entries of a file as typed, of which there may be one alone."""
    data = file.yaml.data
    return data if isinstance(data, list) else [data] if data else []


def _complain_of_ids_as_keys(file: YamlFile, known: Collection[str]) -> list[Diagnostic]:
    """An error where ids stand as keys, each with an entry of its own, in the place of a list."""
    keys = _ids_as_keys(file.yaml.data)
    if not keys or any(key in known for key in keys):
        return []
    first = keys[0]
    return [
        diagnose(
            "OR111",
            f"`{first}` stands as a key, where a list of entries should stand",
            file.yaml.place.key_span(first),
            hint=f"write `- id: {first}`, and its keys below, in the column of id",
        )
    ]


def _ids_as_keys(data: YamlValue) -> tuple[str, ...]:
    is_table = isinstance(data, dict) and all(isinstance(value, dict) for value in data.values())
    return tuple(data) if isinstance(data, dict) and is_table else ()


def ids_in(file: YamlFile) -> frozenset[str]:
    """The ids that a file of actors or sources defines, as far as can be seen."""
    ids = defined_ids(file.yaml.data) | set(filter(is_id, _ids_as_keys(file.yaml.data)))
    return ids if file.yaml.is_whole else ids | written_ids(file.source.text)
