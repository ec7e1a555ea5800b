"""Names as typed: a single text with a comma, which is one name and was probably meant as more."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.read.place import Place
from onrecord.text.located_yaml import YamlValue
from onrecord.text.yaml_quoting import quote_scalar


def warn_of_commas(data: YamlValue, place: Place, key: str) -> Iterator[Diagnostic]:
    """A warning for each name under a key that has a comma and no quotation marks."""
    names = data.get(key) if isinstance(data, dict) else None
    is_alone = isinstance(names, str)
    listed = place.at(key)
    for index, name in enumerate(names if isinstance(names, list) else [names]):
        at = listed.at(index)
        if not isinstance(name, str) or "," not in name or at.width != len(name):
            continue
        parts = [part.strip() for part in name.split(",") if part.strip()]
        hint = f"write [{', '.join(quote_scalar(part) for part in parts)}]"
        if not is_alone:
            hint = f"write an entry for each: {', '.join(parts)}"
        yield diagnose(
            "OR130",
            f"`{key}`: “{name}” is read as one name",
            at.span,
            hint=f'{hint}; if the comma belongs to the name, "{name}"',
        )
