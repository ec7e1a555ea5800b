"""No address leads to a script, to data or to a file, however it is spelt and wherever it stands."""

from pathlib import Path

import pytest

from tests.rig.sites import Built, build_text

# As typed in front matter and in Markdown, where entities and escapes are decoded.
SPELLINGS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#10;script:alert(1)",
    "&#32;javascript:alert(1)",
    "&nbsp;javascript:alert(1)",
    "&ZeroWidthSpace;javascript:alert(1)",
    "%6Aavascript:alert(1)",
    "%256Aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "java%0Ascript:alert(1)",
    "%20javascript:alert(1)",
    "ｊavascript:alert(1)",
    "java\u200bscript:alert(1)",
    "javascript://example.org/%0Aalert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,%3Csvg%20onload=alert(1)%3E",
    "data&colon;text/html,x",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "view-source:https://example.org/",
    "feed:javascript:alert(1)",
    "ftp://example.org/",
    "about:blank",
    "intent://x#Intent;end",
)

# The ways to write a link or picture; a blank line stands between them.
MARKDOWN = (
    "[a]({0})",
    "![a]({0})",
    "[a](<{0}>)",
    '[a]( {0} "title")',
    "[a][r{1}]\n\n[r{1}]: {0}",
    "![a][p{1}]\n\n[p{1}]: <{0}>",
    "[![a]({0})](https://example.org/)",
    "[[a]({0})][r{1}]",
)
SITE_YAML = """\
title: T
base_url: https://example.org/
tag_authority: "example.org,2020"
"""


def test_no_link_or_picture_of_a_text_does(tmp_path: Path) -> None:
    blocks = [
        form.format(address, number)
        for number, address in enumerate(SPELLINGS)
        for form in MARKDOWN
    ]
    body = "\n\n".join(blocks)
    built = build_text(
        tmp_path, f"--- content/articles/a.md ---\n---\ntitle: T\ndate: 2020-01-01\n---\n{body}\n"
    )
    refused = [found for found in built.findings if " OR510 " in found]
    # The last form is a link within a link, which Markdown does not know: one of the two is text.
    assert len(refused) >= len(blocks)
    assert all(found.startswith("content/articles/a.md:") for found in refused)
    assert built.exit_code == 1
    assert not built.output.exists()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_an_autolink_to_one_is_refused(tmp_path: Path, address: str) -> None:
    built = build_text(
        tmp_path,
        f"--- content/articles/a.md ---\n---\ntitle: T\ndate: 2020-01-01\n---\n<{address}>\n",
    )
    assert built.codes == ["OR510"]


def test_no_key_of_front_matter_does(tmp_path: Path) -> None:
    sources = "".join(
        f"- {{id: {key}-{number}, kind: web, title: T, {key}: '{address}'}}\n"
        for number, address in enumerate(SPELLINGS)
        for key in ("url", "archived")
    )
    actors = "".join(
        f"- {{id: a-{number}, name: A, kind: person, same_as: ['{address}']}}\n"
        for number, address in enumerate(SPELLINGS)
    )
    built = build_text(
        tmp_path,
        f"--- content/sources/s.yaml ---\n{sources}--- content/actors/a.yaml ---\n{actors}",
    )
    assert built.codes == ["OR116"] * len(SPELLINGS) * 3
    assert not built.output.exists()


@pytest.mark.parametrize(
    "address", [*SPELLINGS[:6], *SPELLINGS[13:16], SPELLINGS[21], SPELLINGS[25]]
)
def test_no_menu_of_the_site_does(tmp_path: Path, address: str) -> None:
    keys = f"nav: [{{title: N, to: '{address}'}}]\npolicies: {{ethics: '{address}'}}\n"
    built = build_text(
        tmp_path, f"--- site.yaml ---\n{SITE_YAML}{keys}feeds: {{hub: '{address}'}}\n"
    )
    assert built.codes[0] in {"OR116", "OR502"}
    assert all(found.startswith("site.yaml:") for found in built.findings)
    assert not built.output.exists()


def article(root: Path, body: str) -> Built:
    """A site of one article."""
    head = "--- content/articles/a.md ---\n---\ntitle: T\ndate: 2020-01-01\n---\n"
    return build_text(root, head + body)


def test_a_reference_cannot_be_blown_up_by_its_uses(tmp_path: Path) -> None:
    built = article(tmp_path, f"[a]: https://example.org/{'x' * 3_000}\n\n{'[a] ' * 5_000}\n")
    assert built.codes == ["OR510"]
    assert "longer than the text itself" in built.findings[0]


def test_an_endless_address_or_title_is_not_published(tmp_path: Path) -> None:
    endless = "x" * 4_000
    built = article(
        tmp_path, f"[a](https://example.org/{endless}) [b](https://e.org '{endless}')\n"
    )
    assert built.codes == ["OR510", "OR510"]
    assert "an address of 4,020 characters is not published" in built.findings[0]


def test_a_long_address_used_now_and_then_is_fine(tmp_path: Path) -> None:
    built = article(tmp_path, f"[a]: https://example.org/{'x' * 3_000}\n\n{'[a] ' * 50}\n")
    assert built.codes == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">x</a>',
        "<a href=javascript:alert(1)>x",
        '<a href="java\tscript&colon;alert(1)">x</a>',
        '<img alt="" src="data:image/png;base64,x">',
        '<form action="vbscript:x">',
        '<meta http-equiv=refresh content="0; url=javascript:alert(1)">',
    ],
)
def test_not_even_html_of_a_writer_s_own_does(tmp_path: Path, html: str) -> None:
    built = build_text(
        tmp_path,
        f"--- site.yaml ---\n{SITE_YAML}html: true\n--- content/articles/a.md ---\n"
        f"---\ntitle: T\ndate: 2020-01-01\n---\n{html}\n",
    )
    assert built.codes == ["OR510"]
    assert built.findings[0].startswith("content/articles/a.md:")
    assert not built.output.exists()
