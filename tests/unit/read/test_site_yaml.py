import pytest

from onrecord.diagnostics import Severity
from onrecord.model import FeedSettings, Site
from tests.rig.reading import Folder

LEAST = 'title: T\nbase_url: https://example.org/\ntag_authority: "example.org,2020"\n'
EVERYTHING = """\
title: The   Record
base_url: https://user.github.io/repo
tagline: On record
description: >-
  Two
  lines.
language: en-GB
timezone: Europe/London
publisher: on-record
tag_authority: example.org,2020
output: docs/site
theme: plain
links: file
feeds: {content: summary, limit: 50, hub: https://hub.example.org/}
link_mentions: first
honorifics: [Herr, Frau]
html: true
quote_pages: true
max_article_bytes: 3000000
severity: {OR203: error, OR201: info}
permalinks: /{year}/{month}/{day}/{slug}/
nav:
  - {title: About, to: about}
  - {title: Us, to: https://example.org/us}
policies: {corrections: /corrections-policy/, ethics: https://example.org/ethics}
house_style: {whilst: while}
search: true
images: true
allow: [{code: OR404, path: content/sources/*.yaml, reason: print only}]
x_mine: free
"""


def read(folder: Folder, keys: str) -> Site:
    found = folder.read_site_yaml(LEAST + keys)
    assert found.told == []
    return found.records.site


def test_a_site_holds_what_site_yaml_says(folder: Folder) -> None:
    found = folder.read_site_yaml(EVERYTHING)
    assert found.told == []
    site = found.records.site
    assert (site.title, site.tagline, site.description) == ("The Record", "On record", "Two lines.")
    assert (site.base_url, site.base_path) == ("https://user.github.io/repo/", "/repo/")
    assert (site.language, site.timezone, site.zone.key) == (
        "en-GB",
        "Europe/London",
        "Europe/London",
    )
    assert (str(site.publisher), site.tag_authority) == ("on-record", "example.org,2020")
    assert (site.output, site.theme, site.links) == ("docs/site", "plain", "file")
    assert site.feeds == FeedSettings("summary", 50, "https://hub.example.org/")
    assert (site.link_mentions, site.honorifics) == ("first", ("Herr", "Frau"))
    assert (site.allows_html, site.has_quote_pages, site.has_search) == (True, True, True)
    assert (site.max_article_bytes, site.makes_images) == (3_000_000, True)
    assert site.severities == (("OR203", Severity.ERROR), ("OR201", Severity.INFO))
    assert site.permalinks == "/{year}/{month}/{day}/{slug}/"
    assert [(entry.title, entry.to) for entry in site.nav] == [
        ("About", "/about/"),
        ("Us", "https://example.org/us"),
    ]
    assert site.nav[1].span.line == 24
    assert site.policies == (
        ("corrections", "/corrections-policy/"),
        ("ethics", "https://example.org/ethics"),
    )
    assert site.house_style == (("whilst", "while"),)
    assert [(a.code, a.path, a.reason) for a in site.allowances] == [
        ("OR404", "content/sources/*.yaml", "print only")
    ]


def test_what_is_not_said_has_the_defaults_of_the_model(folder: Folder) -> None:
    site = read(folder, "")
    assert (site.language, site.timezone, site.output) == ("en", "UTC", "public")
    assert (site.theme, site.links, site.link_mentions) == ("default", "folder", "section")
    assert (site.feeds, site.permalinks) == (FeedSettings("full", 20, ""), "/briefings/{slug}/")
    assert (site.allows_html, site.has_quote_pages, site.has_search) == (False, False, False)
    assert site.max_article_bytes == 2_000_000
    assert {"Mr", "Ayatollah", "Gen."} <= set(site.honorifics)


def test_an_empty_list_of_honorifics_means_none(folder: Folder) -> None:
    assert read(folder, "honorifics: []").honorifics == ()


def test_a_folder_without_site_yaml_is_no_site(folder: Folder) -> None:
    folder.put({"content/articles/x.md": "x"})
    (folder.root / "site.yaml").unlink(missing_ok=True)
    found = Folder(folder.root).read_bare()
    assert found.content is None
    assert found.only("OR701").span is None


def test_a_site_yml_is_told_its_right_name(folder: Folder) -> None:
    folder.put({"site.yml": LEAST})
    assert folder.read_bare().only("OR701").hint == "rename it to site.yaml"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"title: T\xff", "OR101"),
        (b"title: [", "OR103"),
        (b"title: T\n\tbase_url: x", "OR103"),
    ],
)
def test_an_unreadable_site_yaml_gives_no_site(folder: Folder, raw: bytes, code: str) -> None:
    folder.put({"site.yaml": raw})
    found = folder.read()
    assert found.content is None
    assert set(found.codes) <= {code, "OR703"}
    assert code in found.codes


def test_a_slip_in_site_yaml_does_not_hide_the_errors_of_articles(folder: Folder) -> None:
    found = folder.read({"site.yaml": LEAST + "nav: [", "content/articles/x.md": "No front matter"})
    assert found.content is None
    assert found.codes == ["OR118", "OR103"]


def test_a_site_yaml_may_be_no_link(folder: Folder) -> None:
    folder.put({"other.yaml": LEAST})
    (folder.root / "site.yaml").symlink_to("other.yaml")
    assert folder.read_bare().only("OR117").span is not None


def test_a_folder_called_site_yaml_is_refused(folder: Folder) -> None:
    (folder.root / "site.yaml").mkdir(parents=True)
    assert folder.read_bare().codes == ["OR117"]


def test_an_empty_site_yaml_lacks_its_keys(folder: Folder) -> None:
    found = folder.read_site_yaml("# nothing yet\n")
    assert found.codes == ["OR110", "OR110"]
    assert found.records.articles == ()


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/repo", "https://example.org/repo/"),
        ("https://example.org/repo/", "https://example.org/repo/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://example.org/~user/a.b/", "https://example.org/~user/a.b/"),
    ],
)
def test_an_address_is_given_a_slash_at_its_end(folder: Folder, typed: str, read_as: str) -> None:
    found = folder.read_site_yaml(f'title: T\nbase_url: {typed}\ntag_authority: "a.org,2020"\n')
    assert found.told == []
    assert found.records.site.base_url == read_as


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("example.org", "https://example.org/"),
        ("example.org/repo", "https://example.org/repo/"),
        ("https://example.org/repo?a=b", "https://example.org/repo/"),
        ("https://example.org/repo#top", "https://example.org/repo/"),
        ("https://example.org/repo/index.html", "https://example.org/repo/"),
        ("https://example.org//repo/", "https://example.org/repo/"),
        ("https://me:secret@example.org/", "https://example.org/"),
        ("HTTPS://Example.org/", "https://example.org/"),
        ("https://", ""),
        ("https://exa mple.org/", ""),
        ("https://example.org/a/../b/", ""),
        ("javascript:alert(1)", ""),
        ("/repo/", ""),
        ("ftp://example.org/", ""),
        ("https://example.org:port/", ""),
        ('https://example.org/"><script>/', ""),
    ],
)
def test_an_address_that_is_not_usable_is_told_with_a_better_one(
    folder: Folder, typed: str, proposed: str
) -> None:
    found = folder.read_site_yaml(f"title: T\nbase_url: '{typed}'\ntag_authority: a.org,2020\n")
    finding = found.only("OR702")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, 11)
    assert finding.hint == (f"write {proposed}" if proposed else finding.hint)
    assert proposed or "https://user.github.io/repo/" in finding.hint


def test_the_command_line_overrides_the_address(folder: Folder) -> None:
    folder.put({"site.yaml": LEAST.replace("https://example.org/", "nowhere")})
    assert folder.read(base_url="https://preview.example.org/x").records.site.base_path == "/x/"
    finding = folder.read(base_url="preview").only("OR702")
    assert finding.span is None
    assert "--base-url" in finding.message


def test_feed_ids_that_hang_on_the_address_are_warned_of_with_the_line_that_keeps_them(
    folder: Folder,
) -> None:
    found = folder.read_site_yaml("title: T\nbase_url: https://example.org:8000/repo/\n")
    finding = found.only("OR703")
    authority = found.records.site.tag_authority
    assert f'tag_authority: "{authority}"' in finding.hint
    assert authority.startswith("example.org,")
    frozen = folder.read_site_yaml(
        f'title: T\nbase_url: https://example.org:8000/repo/\ntag_authority: "{authority}"\n'
    )
    assert frozen.told == []
    assert frozen.records.site.tag_authority == authority


def test_a_trial_at_another_address_keeps_the_ids_of_feeds(folder: Folder) -> None:
    folder.put({"site.yaml": "title: T\nbase_url: https://example.org/\n"})
    lasting = folder.read().records.site.tag_authority
    assert folder.read(base_url="https://trial.example.net/").records.site.tag_authority == lasting


@pytest.mark.parametrize(
    ("keys", "code", "hint"),
    [
        ("timezone: Europe/Lodnon", "OR704", "Europe/London"),
        ("timezone: Baghdad", "OR704", "Asia/Baghdad"),
        ("timezone: ../../etc/passwd", "OR704", ""),
        ("timezone: CEST", "OR704", ""),
        ("severity: {OR999: error}", "OR705", ""),
        ("severity: {or203: error}", "OR705", "OR203"),
        ("severity: {OR203: eror}", "OR111", "error"),
        ("severity: {OR203: off}", "OR111", ""),
        ("severity: {OR101: warning}", "OR111", "delete"),
        ("severity: [OR203]", "OR111", "name: value"),
        ("allow: [{code: OR1234, path: x, reason: y}]", "OR705", ""),
        ("allow: [{code: OR203, reason: y}]", "OR110", "path"),
        ("permalinks: /{slgu}/", "OR111", "did you mean {slug}?"),
        ("permalinks: /{year}/", "OR111", "{slug}"),
        ("permalinks: '{slug}'", "OR111", "/{slug}/"),
        ("permalinks: /{slug}", "OR111", "/{slug}/"),
        ("permalinks: /../{slug}/", "OR111", ""),
        ("permalinks: //{slug}/", "OR111", ""),
        ("permalinks: /{slug}?a/", "OR111", ""),
        ("permalinks: /{slug/", "OR111", ""),
        ("permalinks: /{slug!r}/", "OR111", ""),
        ("permalinks: /{0}/{slug}/", "OR111", ""),
        ("permalinks: /a b/{slug}/", "OR111", ""),
        ("permalinks: /.git/{slug}/", "OR111", ""),
        ("permalinks: /con/{slug}/", "OR111", ""),
        ("permalinks: /news./{slug}/", "OR111", ""),
        ('permalinks: "/a\\u202eb/{slug}/"', "OR111", ""),
        (f"permalinks: /{'a/' * 60}{{slug}}/", "OR111", ""),
        ("output: ../public", "OR706", ""),
        ("output: /var/www", "OR706", ""),
        ("output: .", "OR706", ""),
        ("output: content/site", "OR706", ""),
        ("output: Layouts", "OR706", ""),
        ("output: .git", "OR706", ""),
        ("output: site.yaml", "OR706", ""),
        ("output: a/../b", "OR706", ""),
        ("output: 'C:\\site'", "OR706", ""),
        ("theme: ../theme", "OR111", ""),
        ("links: folders", "OR111", "folder"),
        ("link_mentions: every", "OR111", ""),
        ("html: yes", "OR111", "true"),
        ('search: "true"', "OR111", "true"),
        ("max_article_bytes: 2 MB", "OR111", ""),
        ("max_article_bytes: 2,000,000", "OR111", "2000000"),
        ("max_article_bytes: 1", "OR111", ""),
        ("feeds: full", "OR111", ""),
        ("feeds: {limit: 0}", "OR111", ""),
        ("feeds: {hub: hub.example.org}", "OR116", "https://hub.example.org"),
        ("feeds: {contents: full}", "OR115", "content"),
        ("nav: [about]", "OR111", ""),
        ("nav: [{title: X}]", "OR110", "to"),
        ("nav: [{title: X, to: 'javascript:alert(1)'}]", "OR116", ""),
        ("nav: [{title: X, to: //evil.example/}]", "OR116", ""),
        ("nav: [{title: X, to: ../x}]", "OR111", ""),
        ("policies: {ethic: /x/}", "OR115", "ethics"),
        ("policies: {ethics: 'data:x'}", "OR116", ""),
        ("publisher: The Record", "OR112", "the-record"),
        ("language: English", "OR111", "en"),
        ("severty: {OR203: error}", "OR115", "severity"),
    ],
)
def test_settings_are_checked_and_told_with_a_remedy(
    folder: Folder, keys: str, code: str, hint: str
) -> None:
    finding = folder.read_site_yaml(LEAST + keys).only(code)
    assert finding.span is not None
    assert finding.span.path == "site.yaml"
    assert finding.span.line == 4
    assert hint in finding.hint
    assert finding.hint


@pytest.mark.parametrize("key", ["tag_authority: example.org", "tag_authority: 'example.org,20'"])
def test_an_authority_is_a_host_and_a_year(folder: Folder, key: str) -> None:
    found = folder.read_site_yaml(f"title: T\nbase_url: https://example.org/\n{key}\n")
    assert "OR111" in found.codes


def test_an_output_may_not_lie_behind_a_link(folder: Folder) -> None:
    (folder.root / "elsewhere").mkdir(parents=True)
    (folder.root / "public").symlink_to(folder.root / "elsewhere")
    assert "symbolic link" in folder.read_site_yaml(LEAST).only("OR706").message


@pytest.mark.parametrize("output", ["public", "./public/", "docs", "a/b/c", "contents", "_site"])
def test_any_folder_of_its_own_may_hold_the_output(folder: Folder, output: str) -> None:
    assert read(folder, f"output: {output}").output == output.strip("./")


@pytest.mark.parametrize(
    ("to", "read_as"),
    [
        ("/about/", "/about/"),
        ("about", "/about/"),
        ("about.md", "/about/"),
        ("/feed.xml", "/feed.xml"),
        ("/about/#team", "/about/#team"),
        ("about#team", "/about/#team"),
        ("/", "/"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_navigation_leads_to_pages_and_web_addresses(folder: Folder, to: str, read_as: str) -> None:
    (entry,) = read(folder, f"nav: {{title: X, to: '{to}'}}").nav
    assert entry.to == read_as


def test_one_bad_setting_does_not_take_the_others_with_it(folder: Folder) -> None:
    found = folder.read_site_yaml(
        LEAST + "links: x\ntimezone: Asia/Tokyo\nsevrity: 1\nfeeds: {limit: 5}\n"
    )
    assert found.codes == ["OR111", "OR115"]
    site = found.records.site
    assert (site.title, site.timezone, site.feeds.limit, site.links) == (
        "T",
        "Asia/Tokyo",
        5,
        "folder",
    )
