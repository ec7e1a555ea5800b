"""Every key that can be typed stands in the table of its noun, in the guide that is about it."""

import re
from pathlib import Path

import pytest

from onrecord.model import ActorKind, CorrectionKind, NoteKind, RelationType, SourceKind
from onrecord.read.schemas import (
    actors,
    allowances,
    articles,
    quotes,
    site,
    sources,
    themes,
    topics,
)
from onrecord.read.schemas.keys import Keys, known_keys
from tests.rig.documents import (
    ANONYMISING,
    CITING,
    CORRECTING,
    PROFILING,
    QUOTING,
    SITE_YAML,
    THEMING,
    TRANSLATING,
    WRITING,
)

KEYS_UNDER: dict[tuple[Path, str], tuple[type[Keys], ...]] = {
    (WRITING, "Keys of an article"): (articles.ArticleKeys,),
    (WRITING, "Keys of an event"): (articles.EventKeys,),
    (WRITING, "Keys of a picture"): (articles.ImageKeys,),
    (WRITING, "Keys of an allowance"): (allowances.AllowanceKeys,),
    (PROFILING, "Keys of an actor"): (
        actors.ActorKeys,
        actors.NamedActorKeys,
        actors.InlineActorKeys,
        actors.ListingKeys,
    ),
    (PROFILING, "Keys of a role"): (actors.RoleKeys,),
    (PROFILING, "Keys of a relation"): (actors.RelationKeys,),
    (QUOTING, "Keys of a quote"): (quotes.SharedQuoteKeys, quotes.PassageKeys, quotes.QuoteKeys),
    (ANONYMISING, "Keys of a speaker"): (quotes.SpeakerKeys,),
    (CITING, "Keys of a source that a quote names"): (quotes.SourceRefKeys,),
    (QUOTING, "Keys of another wording"): (quotes.OtherWordingKeys,),
    (TRANSLATING, "Keys of an original"): (quotes.OriginalKeys,),
    (CITING, "Keys of a source"): (
        sources.SourceKeys,
        sources.LocalSourceKeys,
        sources.ConsultedKeys,
    ),
    (CITING, "Keys of an archived copy"): (sources.ArchivedKeys,),
    (WRITING, "Keys of a note"): (articles.NoteKeys,),
    (CORRECTING, "Keys of a correction"): (articles.CorrectionKeys,),
    (WRITING, "Keys of a topic"): (topics.TopicKeys,),
    (WRITING, "Keys of a page"): (topics.PageKeys,),
    (SITE_YAML, "Keys of site.yaml"): (site.SiteKeys,),
    (SITE_YAML, "Keys of feeds"): (site.FeedKeys,),
    (SITE_YAML, "Keys of an entry of nav"): (site.NavKeys,),
    (SITE_YAML, "Keys of policies"): (site.PolicyKeys,),
    (SITE_YAML, "Keys of an allowance in site.yaml"): (allowances.SiteAllowanceKeys,),
    (THEMING, "Keys of theme.yaml"): (themes.ThemeKeys,),
}


def _below(path: Path, heading: str) -> str:
    """What a document says under a heading, up to the next."""
    text = path.read_text(encoding="utf-8")
    return re.split(r"^#+ ", text.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize(
    ("where", "models"), KEYS_UNDER.items(), ids=[heading for _, heading in KEYS_UNDER]
)
def test_every_key_stands_in_the_table_of_its_noun_and_no_other(
    where: tuple[Path, str], models: tuple[type[Keys], ...]
) -> None:
    told = re.findall(r"^\| `([^`]+)` \|", _below(*where), re.MULTILINE)
    known = {key for model in models for key in known_keys(model)}
    assert sorted(told) == sorted(known)


def test_every_required_key_is_said_to_be_required() -> None:
    silent = [
        f"{heading}: {key}"
        for (path, heading), models in KEYS_UNDER.items()
        for key, field in known_keys(models[0]).items()
        if field.is_required()
        and not re.search(rf"^\| `{key}` \|.*\brequired\b", _below(path, heading), re.MULTILINE)
    ]
    assert silent == []


def test_no_noun_is_without_a_table_of_its_keys() -> None:
    told = {model for models in KEYS_UNDER.values() for model in models}
    assert sorted(model.__name__ for model in _kinds_of_keys(Keys) - told) == []


def _kinds_of_keys(model: type[Keys]) -> set[type[Keys]]:
    """Every mapping of keys that onrecord itself knows."""
    kinds = set(model.__subclasses__())
    kinds |= {inner for kind in kinds for inner in _kinds_of_keys(kind)}
    return {kind for kind in kinds if kind.__module__.startswith("onrecord.")}


@pytest.mark.parametrize(
    ("path", "heading", "words"),
    [
        (PROFILING, "Keys of an actor", tuple(ActorKind)),
        (PROFILING, "Keys of a relation", tuple(RelationType)),
        (CITING, "Keys of a source", tuple(SourceKind)),
        (WRITING, "Keys of a note", tuple(NoteKind)),
        (CORRECTING, "Keys of a correction", tuple(CorrectionKind)),
        (QUOTING, "Keys of a quote", quotes.MEDIA),
        (WRITING, "Keys of an article", (*articles.GENRES, *articles.LINKED_MENTIONS)),
    ],
)
def test_every_word_that_a_key_takes_is_told(
    path: Path, heading: str, words: tuple[str, ...]
) -> None:
    told = _below(path, heading)
    assert [str(word) for word in words if f"`{word}`" not in told] == []
