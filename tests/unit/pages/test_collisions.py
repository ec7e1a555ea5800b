from onrecord.annotate.body import Body
from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.diagnostics import Diagnostic
from onrecord.enlist.cast import TargetKind
from onrecord.link.dossier import Dossier
from onrecord.model import PlainPage
from onrecord.pages.collisions import Claim, find_collisions
from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import PlannedAsset
from onrecord.text.frozen import replace
from tests.rig.records import actor, article, content, linked, listing, span, written


def site_with(
    *slugs: str, redirect_from: tuple[str, ...] = (), pages: tuple[str, ...] = ()
) -> Dossier:
    articles = [
        replace(
            article(slug, listings=(listing("pmf"),)),
            redirect_from=tuple(written(old) for old in redirect_from),
        )
        for slug in slugs
    ]
    read = replace(
        content(*articles, actors=(actor("pmf"),)),
        pages=tuple(
            PlainPage(slug=slug, title=slug, path=f"content/pages/{slug}.md", span=span())
            for slug in pages
        ),
    )
    prose = {(TargetKind.PAGE, slug): AnnotatedArticle(slug, Body(), Facts()) for slug in pages}
    return linked(read, prose=prose).value


def findings(dossier: Dossier) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in plan_pages(dossier).diagnostics]


def test_a_site_whose_addresses_differ_has_no_findings() -> None:
    assert findings(site_with("one", "two", redirect_from=(), pages=("about",))) == []


def test_two_articles_that_a_disk_cannot_tell_apart_are_both_named() -> None:
    [found] = plan_pages(site_with("Été", "e\u0301te\u0301")).diagnostics
    assert found.code == "OR501"
    assert "content/articles/Été.md" in found.message
    assert "content/articles/e\u0301te\u0301.md" in found.message
    assert found.span is not None
    assert len(found.related) == 1


def test_all_collisions_are_found_at_once() -> None:
    codes = [code for code, _ in findings(site_with("a", "A", "b", "B"))]
    assert codes == ["OR501", "OR501"]


def test_a_redirect_never_stands_where_a_page_is() -> None:
    [(code, message)] = findings(site_with("new", redirect_from=("/actors/pmf/",)))
    assert code == "OR501"
    assert "content/actors/people.yaml" in message
    assert "a redirect of content/articles/new.md" in message


def test_two_articles_cannot_have_moved_from_one_address() -> None:
    assert [code for code, _ in findings(site_with("a", "b", redirect_from=("old",)))] == ["OR501"]


def test_a_plain_page_cannot_take_an_address_of_the_site() -> None:
    found = findings(site_with("one", pages=("actors", "media/x", "_preview")))
    assert [code for code, _ in found] == ["OR511", "OR511", "OR511"]
    assert "has the list of actors there" in found[0][1]


def found_among(*paths: str) -> list[Diagnostic]:
    claims = [Claim(path, f"/{path}", (f"content/{path}.md",), "the page") for path in paths]
    return list(find_collisions(claims, ()))


def test_a_file_in_the_place_of_a_folder_is_a_collision() -> None:
    [found] = found_among("a.html", "a.html/index.html")
    assert found.code == "OR501"
    assert found_among("a.html", "a.htm/index.html") == []


def test_files_of_the_theme_are_kept_for_the_site() -> None:
    assert [found.code for found in found_among("Site.css", "fonts/x.html")] == ["OR511", "OR511"]
    assert found_among("site.css.html", "fonts.html") == []


def test_assets_that_differ_only_in_capitals_are_named() -> None:
    assets = [PlannedAsset(f"media/{name}", name, name) for name in ("A.jpg", "a.jpg", "b.jpg")]
    [found] = find_collisions((), assets)
    assert "content/A.jpg" in found.message
    assert "content/a.jpg" in found.message
