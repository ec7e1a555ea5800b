"""Pages with the preview's script, whatever the theme makes of them."""

import pytest

from onrecord.preview.pages import with_script

SCRIPT = b'<script src="/_preview/preview.js" data-session="s" data-number="3"></script>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (b"<head><title>T</title></head><body>B", b"<head><title>T</title>%s</head><body>B"),
        (b"<HEAD></HEAD>", b"<HEAD>%s</HEAD>"),
        (b"<title>T</title><body>B", b"<title>T</title>%s<body>B"),
        (b"B", b"%sB"),
        (b"", b"%s"),
    ],
)
def test_the_script_stands_in_the_head(html: bytes, expected: bytes) -> None:
    assert with_script(html, "s", 3) == expected % SCRIPT


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (b"default-src 'none'", b"default-src 'none'; connect-src 'self'"),
        (b"default-src 'none'; script-src 'self';", b"default-src 'none'; script-src 'self'; connect-src 'self'"),
        (b"connect-src 'self'", b"connect-src 'self'"),
        (b"connect-src 'self'; img-src 'self'", b"connect-src 'self'; img-src 'self'"),
        (b"connect-src https://x.example", b"connect-src 'self' https://x.example"),
        (b"connect-src 'none'; img-src 'self'", b"img-src 'self'; connect-src 'self'"),
    ],
)  # fmt: skip
def test_the_policy_lets_the_page_listen_and_nothing_more(policy: bytes, expected: bytes) -> None:
    page = b'<head><meta http-equiv="Content-Security-Policy" content="%s"></head>'
    made = with_script(page % policy, "s", 3)
    assert made == (page % expected).replace(b"</head>", SCRIPT + b"</head>")
