"""What a theme says of itself in its theme.yaml."""

from zoneinfo import ZoneInfo

from onrecord.diagnostics import Outcome
from onrecord.disk.files import FoundFile, read_source
from onrecord.read.characters import find_bidi_controls
from onrecord.read.circumstances import Circumstances
from onrecord.read.schemas import ThemeKeys, read_keys
from onrecord.read.yaml_file import locate_yaml
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span

NAME = "theme.yaml"
MAX_BYTES = 1_000_000


class ThemeYaml(Frozen):
    """The version of the contract that a theme was made for, and where it says so."""

    theme_api: int
    place: Span


def read_theme_yaml(file: FoundFile) -> Outcome[ThemeYaml | None]:
    """What the theme says; None where that cannot be read."""
    source = read_source(file, MAX_BYTES)
    if source.value is None:
        return Outcome(None, source.diagnostics)
    yaml = locate_yaml(source.value.text, file.path, 1)
    read = read_keys(
        ThemeKeys, yaml.value.data, yaml.value.place, Circumstances(ZoneInfo("UTC"), file.path)
    )
    found = (
        *find_bidi_controls(source.value),
        *yaml.diagnostics,
        *yaml.value.certain(read.diagnostics),
    )
    if read.value is None:
        return Outcome(None, found)
    place = yaml.value.place.at("theme_api").span
    return Outcome(ThemeYaml(read.value.theme_api, place), found)
