"""Whatever is kept between builds or goes to other processes comes back as it was, or not at all."""

import random
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from re import sub
from types import MappingProxyType
from typing import Any, get_args, get_type_hints
from zoneinfo import ZoneInfo

import pytest

from onrecord.annotate.article import annotate_article, annotate_prose
from onrecord.annotate.facts import AnnotatedArticle
from onrecord.annotate.settings import AnnotationSettings, settings_of
from onrecord.build import BuildSettings, build_site
from onrecord.build.memory import LastBuild, open_memory
from onrecord.build.pages_kept import KeptPage
from onrecord.build.press import MadePage, Press
from onrecord.build.text_keys import without_body
from onrecord.diagnostics import Diagnostic, Outcome
from onrecord.disk.survey import survey_site
from onrecord.enlist.assemble import assemble_cast
from onrecord.enlist.cast import EnlistedArticle, EnlistedProse
from onrecord.link.compile import compile_dossier
from onrecord.link.dossier import Dossier
from onrecord.model import Actor, Article, Source, Topic
from onrecord.pages.edition import Edition
from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import FromEdition, Plan
from onrecord.pages.stored_plan import StoredPage, outlined_page, restored_page, stored_page
from onrecord.pages.watch import lists_in, tables_in
from onrecord.publish import Trees
from onrecord.read.pages import ReadPage
from onrecord.read.reading import Reading, Rules, rules_for
from onrecord.read.site import ReadSettings, read_each, read_site
from onrecord.render.opening import open_theme
from onrecord.render.page_facts import PageFacts
from onrecord.text.codec import Unreadable, decode, encode
from onrecord.text.dates import Date, parse_said
from onrecord.text.frozen import Frozen
from tests.rig.counts import count
from tests.rig.every_kind import build_every_kind
from tests.rig.sites import NOW

READINGS: Mapping[str, Any] = {
    "articles": Reading[Article],
    "actors": Reading[Actor],
    "sources": Reading[Source],
    "topics": Reading[Topic],
    "pages": Reading[ReadPage],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page of every kind."""
    folder = tmp_path_factory.mktemp("site")
    build_every_kind(folder)
    return folder


class _Site(Frozen):
    """All that the stages make of it."""

    rules: Rules
    annotation: AnnotationSettings
    enlisted: tuple[EnlistedArticle, ...]
    prose: tuple[EnlistedProse, ...]
    annotated: tuple[Outcome[AnnotatedArticle], ...]
    plan: Plan
    made: tuple[MadePage, ...]


@pytest.fixture(scope="module")
def site(root: Path) -> _Site:
    """The sample, passed through all stages."""
    content = read_site(root, ReadSettings(NOW)).value
    assert content is not None
    annotation = settings_of(content.site)
    cast = assemble_cast(content).value
    articles = tuple(annotate_article(one, annotation) for one in cast.articles)
    told = tuple(annotate_prose(one, annotation) for one in cast.prose)
    of = {(one.kind, one.id): text.value for one, text in zip(cast.prose, told, strict=True)}
    dossier = compile_dossier(content, cast, tuple(one.value for one in articles), of).value
    theme = open_theme(root, content.site).value
    plan = plan_pages(dossier, theme.stylesheets).value
    press = Press(plan.edition, plan.pages, theme)
    made = tuple(map(press.make, plan.pages))
    return _Site(
        rules_for(content.site),
        annotation,
        cast.articles,
        cast.prose,
        (*articles, *told),
        plan,
        made,
    )


def told(value: object) -> str:
    """A value in words in which nothing is lost, such as the offset of a time.

    But for parentheses, of which a mapping that cannot be changed has some around it.
    """
    return sub(r"mappingproxy|[()]", "", repr(value))


def assert_comes_back(value: object, kind: Any) -> None:  # noqa: ANN401 - a type of any shape
    """It is the same after a journey, in value, in kind and to the last word; and so are its bytes."""
    raw = encode(value)
    back = decode(raw, kind)
    assert back == value
    assert told(back) == told(value)
    assert encode(back) == raw


def test_what_was_read_comes_back(root: Path, site: _Site) -> None:
    survey = survey_site(root)
    assert_comes_back(survey, type(survey))
    assert_comes_back(site.rules, Rules)
    seen = dict.fromkeys(READINGS, 0)
    for kind, reading in _readings(root):
        seen[kind] += 1
        assert_comes_back(reading, READINGS[kind])
    assert all(seen.values()), seen


def _readings(root: Path) -> Iterator[tuple[str, Reading[Any]]]:
    found: list[tuple[str, Reading[Any]]] = []

    def read(kind: str, files: Any, rules: Rules) -> Any:  # noqa: ANN401 - as reading has it
        readings = list(read_each(kind, files, rules))
        found.extend((kind, reading) for reading in readings if kind in READINGS)
        return readings

    read_site(root, ReadSettings(NOW), read)
    yield from found


def test_what_texts_are_given_and_tell_comes_back(site: _Site) -> None:
    assert_comes_back(site.annotation, AnnotationSettings)
    for article in site.enlisted:
        assert_comes_back(article, EnlistedArticle)
        assert_comes_back(without_body(article), EnlistedArticle)
    for prose in site.prose:
        assert_comes_back(prose, EnlistedProse)
    for outcome in site.annotated:
        assert_comes_back(outcome, Outcome[AnnotatedArticle])


@pytest.mark.parametrize("kind", [Dossier, Edition])
def test_everything_that_a_view_can_look_up_comes_back(
    site: _Site, kind: type[Dossier | Edition]
) -> None:
    record = site.plan.edition if kind is Edition else site.plan.edition.dossier
    hints = get_type_hints(kind)
    for name in tables_in(kind):
        table: Mapping[str, object] = getattr(record, name)
        assert table, name
        for key, value in table.items():
            assert isinstance(key, str), name
            assert_comes_back(value, get_args(hints[name])[1])
    for name in lists_in(kind):
        assert_comes_back(getattr(record, name), hints[name])


def test_a_whole_edition_comes_back(site: _Site) -> None:
    assert_comes_back(site.plan.edition, Edition)


def test_planned_and_made_pages_come_back(site: _Site) -> None:
    stored = tuple(outlined_page(page) for page in site.plan.pages)
    assert_comes_back(stored, tuple[StoredPage, ...])
    planned = {page.permalink: page for page in site.plan.pages}
    for page in stored:
        if page.layout == "sitemap.xml":
            assert page.told == b""
            continue
        again = restored_page(page, site.plan.edition)
        was = planned[page.permalink]
        assert isinstance(again.build_view, FromEdition)
        assert isinstance(was.build_view, FromEdition)
        assert again.build_view.build is was.build_view.build
        assert told(again.build_view.told) == told(was.build_view.told)
        assert (again.path, again.layout) == (was.path, was.layout)
    for made in site.made:
        assert_comes_back(made, MadePage)
        assert_comes_back((made.facts,), tuple[PageFacts | None])
        kept = KeptPage(stored_page(planned[made.permalink]), b"12345678", made.seen, "")
        assert_comes_back(kept, KeptPage)


def test_what_a_build_says_comes_back(root: Path) -> None:
    settings = BuildSettings(root=root, now=NOW, base_url="https://example.org/")
    article = root / "content/articles/hearing.md"
    whole = article.read_text(encoding="utf-8")
    article.write_text(whole + "\n“Nobody has ever written this down.”\n", encoding="utf-8")
    result = build_site(settings)
    article.write_text(whole, encoding="utf-8")
    assert result.publication is not None
    assert result.diagnostics
    assert_comes_back(result.diagnostics, tuple[Diagnostic, ...])
    assert_comes_back(result.publication.trees, Trees)
    memory = open_memory(settings, is_made=True)
    last = memory.recall("build", LastBuild)
    memory.close()
    assert last is not None
    assert last.diagnostics == result.diagnostics
    assert_comes_back(last, LastBuild)


def test_a_time_keeps_the_offset_that_its_writer_gave() -> None:
    """Two times are equal at the same moment, whatever their offsets: comparing them says nothing."""
    date = parse_said("2020-01-06T22:27:00+05:30", ZoneInfo("Europe/Berlin"))
    back = decode(encode(date), Date)
    assert back.at is not None
    assert back.at.utcoffset() == timedelta(hours=5, minutes=30)
    assert back.iso == date.iso
    moment = datetime(2020, 1, 6, tzinfo=timezone(timedelta(hours=3)))
    assert decode(encode(ReadSettings(moment)), ReadSettings).now == moment.astimezone(UTC)


def test_a_mapping_that_cannot_be_changed_comes_back_in_its_order() -> None:
    mapping = MappingProxyType({"b": 1, "a": 2})
    assert list(decode(encode(mapping), dict[str, int]).items()) == [("b", 1), ("a", 2)]


@pytest.mark.parametrize("value", [object(), len, NOW.tzname, ...])
def test_what_is_no_record_is_never_kept(value: object) -> None:
    with pytest.raises((NotImplementedError, TypeError)):
        encode(value)


@pytest.mark.parametrize(
    "zone", ["Nowhere/Land", "Europe", "../../etc/passwd", "", "a" * 5000, "\0", 7, None]
)
def test_a_time_zone_that_there_is_not_is_unreadable(zone: object) -> None:
    with pytest.raises(Unreadable):
        decode(encode(zone), ZoneInfo)


def test_bytes_that_are_damaged_are_unreadable_or_another_value_and_never_a_fault(
    site: _Site,
) -> None:
    chance = random.Random(1)  # noqa: S311 - to be the same each time
    kept: list[tuple[bytes, Any]] = [(encode(one), EnlistedArticle) for one in site.enlisted]
    kept += [(encode(one), Outcome[AnnotatedArticle]) for one in site.annotated]
    kept += [(encode(site.plan.edition.dossier.site), get_type_hints(Dossier)["site"])]
    kept += [(b"\x91" * 5000 + b"\xc0", kind) for kind in (tuple[Any, ...], EnlistedArticle)]
    for _ in range(count("damaged records")):
        raw, kind = chance.choice(kept)
        damaged = bytearray(raw)
        for _ in range(chance.randrange(4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.2:
            del damaged[chance.randrange(len(damaged)) :]
        with suppress(*Unreadable):
            decode(bytes(damaged), kind)
