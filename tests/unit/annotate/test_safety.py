"""Nothing that a writer types becomes markup, script or an address of its own accord."""

import re

import pytest

from onrecord.annotate.links import scheme_of
from tests.rig.annotating import annotate, annotate_page

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'"
PICTURE = {"content/articles/a.svg": "<svg/>"}


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize(
    "body",
    [
        HOSTILE,
        f"# {HOSTILE}",
        f"[{HOSTILE}](https://example.org '{HOSTILE}')",
        f'[x](https://example.org/{HOSTILE.replace(" ", "")} "t")',
        f"`{HOSTILE}`",
        f"```{HOSTILE.replace(' ', '')}\n{HOSTILE}\n```",
        f"    {HOSTILE}",
        f'![{HOSTILE}](a.svg "{HOSTILE[2:]}")',
        f"See ![{HOSTILE}](a.svg) there",
        f"![{HOSTILE}](https://example.org/x.png)",
        f"[[{HOSTILE}]]",
        f"[[own|{HOSTILE}]]",
        f"|{HOSTILE}|\n|-|\n|{HOSTILE}|",
        f"a[^1]\n\n[^1]: {HOSTILE}",
        f"Term\n: {HOSTILE}",
        f"- [ ] {HOSTILE}",
        'x {#a" onclick="b}',
        '[x](https://example.org){.a" onclick="b}',
        '# x {lang=en" onclick="b}',
        '<https://example.org/"onclick=alert(1)>',
        "https://example.org/\"onclick=alert(1)'",
    ],
)
def test_what_is_typed_stays_text(body: str) -> None:
    front_matter = (
        "sources: [{id: own, kind: own, title: Own}]\n"
        f"images: {{a.svg: {{alt: {_yaml(HOSTILE)}, caption: {_yaml(HOSTILE)},"
        f" credit: {_yaml(HOSTILE)}}}}}\n"
    )
    shown = annotate(body, front_matter, files=PICTURE)
    html = "".join([shown.html, *(str(note.body) for note in shown.facts.notes)])
    assert _tags_with_script(html) == []
    assert "<script" not in html


def _tags_with_script(html: str) -> list[str]:
    """Tags with an attribute that no text may bring about."""
    tags = re.findall(r'<[a-zA-Z/](?:[^<>"]|"[^"]*")*>', html)
    bare = [re.sub(r'"[^"]*"', '""', tag) for tag in tags]
    return [tag for tag in bare if re.search(r"\b(?:on\w+|style)\s*=", tag)]


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://example.org/", "https"),
        ("HTTP://example.org", "http"),
        ("mailto:a@example.org", "mailto"),
        ("javascript:alert(1)", "javascript"),
        ("JaVaScRiPt:alert(1)", "javascript"),
        ("java\tscript:alert(1)", "javascript"),
        ("\u0001javascript:alert(1)", "javascript"),
        ("java%0Ascript:alert(1)", "javascript"),
        ("java&#x09;script:alert(1)", "javascript"),
        ("javascript&colon;alert(1)", "javascript"),
        ("javascript%3Aalert(1)", "javascript"),
        ("%6Aavascript:alert(1)", "javascript"),
        ("ｊavascript:alert(1)", "javascript"),
        ("data:text/html,x", "data"),
        ("vbscript:x", "vbscript"),
        ("file:///etc/passwd", "file"),
        ("page.md", ""),
        ("/briefings/", ""),
        ("#part", ""),
    ],
)
def test_a_scheme_is_read_as_a_browser_may_read_it(address: str, scheme: str) -> None:
    assert scheme_of(address) == scheme


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "java&#115;cript:x",
        "JAVASCRIPT:x",
        "data:image/svg+xml,x",
        "blob:x",
        "ftp:x",
    ],
)
def test_addresses_of_other_schemes_lead_nowhere(address: str) -> None:
    for body in (f"[x]({address})", f"[x][r]\n\n[r]: {address}", f"![x]({address})"):
        shown = annotate_page(body)
        assert "href" not in shown.html
        assert "src" not in shown.html
        assert [found.code for found in shown.findings] == ["OR510"]


def test_an_autolink_of_another_scheme_leads_nowhere() -> None:
    shown = annotate_page("<javascript:alert> and <ftp:x>")
    assert shown.html == "<p>javascript:alert and ftp:x</p>\n"
    assert [found.code for found in shown.findings] == ["OR510", "OR510"]


def test_html_is_off_unless_the_site_allows_it() -> None:
    assert "<b>" not in annotate_page("<b>x</b>").html
    assert "<b>" in annotate_page("<b>x</b>", site_yaml="html: true\n").html
