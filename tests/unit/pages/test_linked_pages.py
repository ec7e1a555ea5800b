"""What all other pages tell machines: the site, its publisher, lists, quotes, plain pages."""

import pytest

from onrecord.annotate.body import Body
from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.link.dossier import Dossier
from onrecord.model import ActorKind, Article, Image, PlainPage
from onrecord.pages.views import FeedView, MachineView
from onrecord.read.content import Asset
from onrecord.text.frozen import replace
from tests.rig.linked_data import ids_described, of_type
from tests.rig.linked_site import ADA, BASE, NEWS, metas_at, nodes_at, nodes_of, small_site
from tests.rig.planned import planned
from tests.rig.records import (
    actor,
    article,
    content,
    linked,
    listing,
    quote,
    site,
    source,
    span,
    written,
)


def published_by(name: str, kind: ActorKind = ActorKind.MEDIA) -> Dossier:
    own = replace(site(), publisher=written(name), policies=(("ethics", "ethics"),))
    desk = replace(actor("desk", "The Desk", kind=kind), is_published_always=True)
    return small_site(article("news"), actors=(desk,), site=own)


@pytest.mark.parametrize(
    ("publisher", "kind", "told"),
    [
        ("desk", ActorKind.MEDIA, ("NewsMediaOrganization", f"{BASE}actors/desk/#actor")),
        ("desk", ActorKind.GROUP, ("NewsMediaOrganization", f"{BASE}actors/desk/#actor")),
        ("desk", ActorKind.PERSON, ("Person", f"{BASE}actors/desk/#actor")),
        ("The Desk", ActorKind.MEDIA, ("NewsMediaOrganization", f"{BASE}#publisher")),
    ],
)
def test_the_publisher_is_one_thing_on_every_page(
    publisher: str, kind: ActorKind, told: tuple[str, str]
) -> None:
    dossier = published_by(publisher, kind)
    for permalink in ("/", "/briefings/news/"):
        nodes = nodes_at(dossier, permalink)
        (node,) = [node for node in nodes if node.get("@id") == told[1]]
        assert (node["@type"], node["name"], node["url"]) == (told[0], "The Desk", BASE)
        is_told = "ethicsPolicy" in node
        assert is_told == (permalink == "/" and told[0] != "Person")


def test_a_site_without_a_publisher_is_its_own() -> None:
    nodes = nodes_at(small_site(article("news")), "/")
    assert of_type(nodes, "NewsMediaOrganization")["name"] == "The Record"
    assert of_type(nodes, "WebSite")["publisher"] == {"@id": f"{BASE}#publisher"}


def test_a_site_with_a_search_page_says_how_to_search_it() -> None:
    dossier = small_site(article("news"), site=replace(site(), has_search=True))
    assert of_type(nodes_at(dossier, "/"), "WebSite")["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{BASE}search/?q={{q}}"},
        "query-input": "required name=q",
    }
    assert of_type(nodes_at(dossier, "/search/"), "WebPage")["name"] == "Search"
    unsearched = nodes_at(small_site(article("news")), "/")
    assert "potentialAction" not in of_type(unsearched, "WebSite")


def test_readers_learn_of_a_publisher_whom_the_title_does_not_name() -> None:
    def shown(dossier: Dossier) -> tuple[str, str] | None:
        view = planned(dossier)["/briefings/news/"].build_view()
        assert not isinstance(view, MachineView)
        link = view.frame.publisher
        return (link.text, link.permalink) if link else None

    assert shown(published_by("desk")) == ("The Desk", "/actors/desk/")
    assert shown(published_by("Somebody")) == ("Somebody", "")
    assert shown(published_by("The Record")) is None
    assert shown(small_site(article("news"))) is None


@pytest.mark.parametrize(
    ("permalink", "names"),
    [
        ("/", ["News"]),
        ("/briefings/", ["News"]),
        ("/actors/", ["One, Ada"]),
        ("/quotes/", ["“All options are open.”"]),
        ("/sources/", ["paper"]),
        ("/topics/", ["ports"]),
        ("/topics/ports/", ["News"]),
        ("/timeline/", []),
        ("/corrections/", []),
    ],
)
def test_a_list_tells_its_entries_in_the_order_shown(permalink: str, names: list[str]) -> None:
    ada = replace(ADA, sort_name="One")
    one = article("news", quotes=(quote("news#a", "ada", sources=("paper",)),), topics=("ports",))
    dossier = small_site(one, actors=(ada,), sources=(source("paper"),))
    page = of_type(nodes_at(dossier, permalink), "CollectionPage")
    assert page["@id"] == f"{BASE}{permalink[1:]}"
    entries = page.get("mainEntity", {}).get("itemListElement", [])
    assert [(entry["position"], entry["name"]) for entry in entries] == list(enumerate(names, 1))


def test_a_plain_page_is_a_page_in_its_language() -> None:
    page = PlainPage(
        slug="about", title="About us", path="content/pages/about.md", language="fr", span=span()
    )
    read = replace(content(article("news")), pages=(page,))
    outcome = linked(read, prose={("page", "about"): AnnotatedArticle("about", Body(), Facts())})  # type: ignore[dict-item]
    (told,) = nodes_at(outcome.value, "/about/")
    assert (told["@type"], told["name"], told["inLanguage"]) == ("WebPage", "About us", "fr")


def with_quote_pages(one: Article) -> Dossier:
    return small_site(one, site=replace(site(), has_quote_pages=True))


def test_a_quotes_own_page_holds_the_quote_and_is_shared_as_its_speakers_words() -> None:
    dossier = with_quote_pages(article("news", quotes=(quote("news#a", "ada"),)))
    nodes = nodes_at(dossier, "/quotes/news/a/")
    page = of_type(nodes, "WebPage")
    assert page["mainEntity"]["@id"] == f"{NEWS}#q-a"
    assert f"{BASE}actors/ada/#actor" in ids_described(nodes)
    metas = metas_at(dossier, "/quotes/news/a/")
    assert (metas["og:title"], metas["og:description"]) == ("Ada One", "“All options are open.”")


@pytest.mark.parametrize("waits", ["is_draft", "is_held_back"])
def test_what_is_not_out_yet_tells_machines_nothing_and_is_not_to_be_indexed(waits: str) -> None:
    one = replace(article("news", quotes=(quote("news#a", "ada"),)), **{waits: True})
    pages = planned(with_quote_pages(one))
    for permalink in ("/briefings/news/", "/quotes/news/a/"):
        view = pages[permalink].build_view()
        assert not isinstance(view, MachineView)
        assert view.frame.is_noindex
        assert (view.frame.linked_data, view.frame.metas) == ("", ())


def test_pages_that_are_none_tell_machines_nothing() -> None:
    one = replace(article("news"), redirect_from=(written("old"),))
    pages = planned(small_site(one))
    for permalink in ("/404.html", "/briefings/old/"):
        assert nodes_of(pages[permalink]) == []


def test_open_graph_names_the_country_of_the_texts_own_language() -> None:
    own = replace(site(), language="en-GB")

    def locale(language: str) -> str:
        one = replace(article("news"), language=language)
        return metas_at(small_site(one, site=own), "/briefings/news/").get("og:locale", "")

    assert [locale(""), locale("fr-CA"), locale("ar")] == ["en_GB", "fr_CA", ""]


def test_a_topic_and_an_actor_of_one_name_have_titles_of_their_own() -> None:
    one = article("news", listings=(listing("land"),), topics=("land",))
    pages = planned(small_site(one))
    titles = []
    for permalink in ("/topics/land/", "/actors/land/"):
        view = pages[permalink].build_view()
        assert not isinstance(view, FeedView | MachineView)
        titles.append(view.frame.title)
    assert titles == ["Briefings on land — The Record", "The Land — The Record"]


@pytest.mark.parametrize(("width", "height"), [(1200, 630), (0, 0)])
def test_open_graph_tells_the_size_of_a_picture_where_it_is_known(width: int, height: int) -> None:
    path = "articles/crowd.jpg"
    image = Image(reference="crowd.jpg", path=path, alt="A crowd", span=span())
    read = content(replace(article("news"), image=image))
    asset = Asset(path, "x", width, height)
    dossier = linked(replace(read, assets=(asset,))).value
    metas = metas_at(dossier, "/briefings/news/")
    assert metas["og:image"] == f"{BASE}media/{path}"
    sizes = [metas.get("og:image:width", ""), metas.get("og:image:height", "")]
    assert sizes == ([str(width), str(height)] if width else ["", ""])
    assert nodes_at(dossier, "/briefings/news/")[0]["image"] == metas["og:image"]
