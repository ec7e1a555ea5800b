"""No path, link or name leads out of the site, and no two pages share an address."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from onrecord.build import BuildSettings, build_site
from onrecord.diagnostics import Severity
from tests.rig.needs import LINUX, POSIX, system
from tests.rig.refusals import assert_helpful
from tests.rig.sites import NOW, Built, Options, build_folder, tree, write_site

OUTSIDE = "what lies outside"
ARTICLE = "---\ntitle: T\ndate: 2020-01-01\n---\nText.\n"
LEADING_OUT = (
    "../../../secret.jpg",
    "/../secret.jpg",
    "..%2f..%2f..%2fsecret.jpg",
    "%2e%2e/%2e%2e/%2e%2e/secret.jpg",
    "x/../../../../secret.jpg",
    "../../site.yaml",
    "../../../../../../../../etc/passwd",
    "..\\..\\..\\secret.jpg",
    "/etc/passwd",
    "file:///etc/passwd",
    "....//....//site.yaml",
    ".hidden.jpg",
    "../archive/kept.txt",
    "a.md",
    ".",
    "..",
    "/",
)
SITE_YAML = """\
title: T
base_url: https://example.org/
tag_authority: "example.org,2020"
"""


def site(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A site beside a file that is none of its business."""
    for name in ("secret.jpg", "secret.md"):
        (tmp_path / name).write_text(f"---\ntitle: {OUTSIDE}\n---\n{OUTSIDE}\n", encoding="utf-8")
    kept = {"content/archive/kept.txt": OUTSIDE, "content/articles/.hidden.jpg": OUTSIDE}
    return write_site(tmp_path / "site", {**kept, **files})


def assert_each_refused(built: Built, folder: str) -> None:
    """Each of the numbered files has an error of its own, and nothing is published."""
    assert_helpful(built.diagnostics)
    refused = {
        found.span.path
        for found in built.diagnostics
        if found.span and found.severity is Severity.ERROR
    }
    assert refused == {f"content/{folder}/{number}.md" for number in range(len(LEADING_OUT))}
    assert not built.output.exists()


def test_no_reference_of_a_text_leads_out(tmp_path: Path) -> None:
    forms = "![x]({0}) [y](<{0}>)\n\n![z][r]\n\n[r]: <{0}>\n"
    articles = {
        f"content/articles/{number}.md": ARTICLE + forms.format(reference)
        for number, reference in enumerate(LEADING_OUT)
    }
    assert_each_refused(build_folder(site(tmp_path, articles)), "articles")


def test_a_reference_to_another_host_is_a_link_at_most(tmp_path: Path) -> None:
    article = f"{ARTICLE}![x](//etc/passwd) [y](//etc/passwd)\n"
    built = build_folder(site(tmp_path, {"content/articles/a.md": article}))
    assert built.codes == ["OR513"]
    assert "<img" not in built.page("/briefings/a/")


def test_no_picture_of_front_matter_leads_out(tmp_path: Path) -> None:
    actors = {
        f"content/actors/{number}.md": f"---\nname: A\nkind: person\npublish: true\n"
        f"image: '{reference}'\n---\n"
        for number, reference in enumerate(LEADING_OUT)
    }
    assert_each_refused(build_folder(site(tmp_path, actors)), "actors")


def test_no_picture_of_an_article_leads_out(tmp_path: Path) -> None:
    articles = {
        f"content/articles/{number}.md": ARTICLE.replace(
            "---\nText", f"image: '{reference}'\nimages: {{'{reference}': a}}\n---\nText"
        )
        for number, reference in enumerate(LEADING_OUT)
    }
    assert_each_refused(build_folder(site(tmp_path, articles)), "articles")


LINKS = {
    # what is a link, and where it leads
    "content/articles/s.jpg": "../../../secret.jpg",
    "content/articles/s.md": "../../../secret.md",
    "content/actors/s.yaml": "../../../secret.md",
    "content/sources": "../..",
    "content/loop": ".",
    "content/archive/s.txt": "../../../secret.jpg",
    "content/articles/gone.md": "nowhere",
    "layouts/briefing.html": "../../secret.md",
    "layouts/assets/x.css": "../../../secret.jpg",
}


@system(*LINUX, why="elsewhere names are text")
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_folder_of_a_site_may_have_a_name_that_is_no_text(tmp_path: Path, jobs: int) -> None:
    folder = Path(os.fsdecode(bytes(tmp_path) + b"/\xff"))
    folder.mkdir()
    root = site(folder, {"content/articles/a.md": ARTICLE})
    settings = BuildSettings(root=root, now=NOW, jobs=jobs)
    assert build_site(settings).exit_code == 0
    assert build_site(settings).exit_code == 0
    assert (root / "public/briefings/a/index.html").is_file()


@system(*POSIX, why="links need no rights")
def test_no_link_is_followed(tmp_path: Path) -> None:
    body = "![x](s.jpg) [y](s.md)\n"
    root = site(tmp_path, {"content/articles/a.md": ARTICLE + body})
    for name, target in LINKS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target)
    os.mkfifo(root / "content/articles/pipe.md")
    os.mkfifo(root / "content/pipe.jpg")
    built = build_folder(root)
    refused = {
        found.span.path for found in built.diagnostics if found.code == "OR117" and found.span
    }
    assert refused == {*LINKS, "content/articles/pipe.md", "content/pipe.jpg"}
    assert_helpful(built.diagnostics)
    assert not built.output.exists()


@system(*POSIX, why="links need no rights")
@pytest.mark.parametrize("name", ["site.yaml", "content", "layouts", "public", ".onrecord"])
def test_no_folder_of_the_site_is_a_link(tmp_path: Path, name: str) -> None:
    elsewhere = write_site(
        tmp_path / "elsewhere", {"content/articles/a.md": ARTICLE, "x.html": "x"}
    )
    before = tree(elsewhere)
    root = write_site(tmp_path / "site", {"content/articles/b.md": ARTICLE})
    place = root / name
    if name == "site.yaml":
        place.unlink()
    elif name == "content":
        (root / "content").rename(root / "old")
    place.symlink_to(elsewhere / name if name in {"site.yaml", "content"} else elsewhere)
    built = build_folder(root)
    assert built.exit_code in {1, 3}
    assert {"OR117", "OR706"} & set(built.codes)
    assert tree(elsewhere) == before


def colliding(tmp_path: Path, names: Iterable[str]) -> Built:
    """A site of articles by these names."""
    return build_folder(
        write_site(tmp_path, {f"content/articles/{name}": ARTICLE for name in names})
    )


TWO_FILES = system(*LINUX, why="disks tell these names apart")


@pytest.mark.parametrize(
    "names",
    [
        ("2020-01-01-a.md", "a.md"),
        ("a b.md", "a-b.md"),
        pytest.param(("straße.md", "strasse.md"), marks=TWO_FILES),
        pytest.param(("ﬁ.md", "fi.md"), marks=TWO_FILES),
        ("sub/a.md", "a.md"),
        ("\u00e9.md", "2020-01-01-e\u0301.md"),
        ("x.md", "2020-01-01-X.md"),
    ],
)
def test_articles_that_one_disk_may_hold_to_be_one_collide(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    built = colliding(tmp_path, names)
    assert built.codes == ["OR113"]
    told = built.findings[0]
    assert all(Path(name).name.removesuffix(".md") in told or "\u00e9" in told for name in names)


@pytest.mark.parametrize(
    "name",
    [
        *("2020-01-01.md", "İ" * 120 + ".md", "🙂.md", "-.md", "a\u202eb.md"),
        pytest.param("a\nb.md", marks=system(*POSIX, why="a name may hold a line's end")),
        pytest.param("a\\b.md", marks=system(*POSIX, why="a backslash is a letter like others")),
    ],
)
def test_a_name_that_gives_no_address_is_refused(tmp_path: Path, name: str) -> None:
    built = colliding(tmp_path, [name])
    assert built.codes == ["OR112"]
    assert_helpful(built.diagnostics)


@pytest.mark.parametrize(
    "name", ["index.html.md", "con.md", "feed.xml.md", "..md", "~a.md", "a..md"]
)
def test_any_other_name_is_taken(tmp_path: Path, name: str) -> None:
    assert colliding(tmp_path, [name, "b.md"]).exit_code == 0


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("actors", "OR511"),
        ("media", "OR511"),
        ("media/x", "OR511"),
        ("fonts", "OR511"),
        ("briefings/a", "OR501"),
        ("BRIEFINGS/A", "OR501"),
        ("timeline", "OR511"),
    ],
)
def test_no_page_takes_an_address_of_the_site(tmp_path: Path, page: str, code: str) -> None:
    files = {
        "content/articles/a.md": ARTICLE,
        f"content/pages/{page}.md": "---\ntitle: P\n---\nx\n",
    }
    built = build_folder(write_site(tmp_path, files))
    assert built.codes == [code]
    assert f"content/pages/{page}.md" in built.findings[0]


@pytest.mark.parametrize(
    "pattern",
    [
        "/../{slug}/",
        "/{slug}/../",
        "//{slug}/",
        "/{slug.x}/",
        "/{slug:>999999999}/",
        "/%2e%2e/{slug}/",
        "/.git/{slug}/",
        "/con/{slug}/",
        f"/{'a/' * 2000}{{slug}}/",
        "/media/{slug}/",
    ],
    ids=lambda pattern: pattern[:20],
)
def test_no_pattern_of_addresses_leads_elsewhere(tmp_path: Path, pattern: str) -> None:
    files = {
        "site.yaml": f"{SITE_YAML}permalinks: '{pattern}'\n",
        "content/articles/a.md": ARTICLE,
    }
    built = build_folder(write_site(tmp_path, files))
    assert set(built.codes) <= {"OR111", "OR511"}
    assert built.codes
    assert not built.output.exists()


@pytest.mark.parametrize(
    "place", [".", "..", "content/new", "layouts", ".onrecord/spare", "site.yaml"]
)
def test_no_output_takes_the_place_of_the_site(tmp_path: Path, place: str) -> None:
    root = write_site(tmp_path / "site", {"content/articles/a.md": ARTICLE})
    before = tree(root)
    built = build_folder(root, Options(output=root / place))
    assert built.exit_code in {1, 3}
    assert set(built.codes) <= {"OR706", "OR902"}
    ours = {".onrecord/lock", ".onrecord/memo"}
    assert {name: raw for name, raw in tree(root).items() if name not in ours} == before


@pytest.mark.parametrize(
    "place", ["/etc", "../out", "~/out", "content", "a/../../b", "a\\b", "c:x"]
)
def test_no_output_of_site_yaml_leads_out(tmp_path: Path, place: str) -> None:
    files = {"site.yaml": f"{SITE_YAML}output: '{place}'\n", "content/articles/a.md": ARTICLE}
    built = build_folder(write_site(tmp_path, files))
    assert built.codes == ["OR706"]


def test_a_page_with_an_endless_name_is_refused(tmp_path: Path) -> None:
    files = {f"content/pages/a/{'İ' * 120}.md": "---\ntitle: P\n---\nText.\n"}
    assert build_folder(write_site(tmp_path, files)).codes == ["OR112"]
