"""Who and what the preview lets in: only its own pages, only the site's files."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.rig.preview_site import PREVIEW_SITE, SITE_YAML
from tests.rig.previews import Answer, Preview, hang_up, message, previewed
from tests.rig.sites import write_site

SOCKET = "/_preview/livereload"
PAGE = "/repo/briefings/said/"
OK, FORBIDDEN, NOT_FOUND = 200, 403, 404


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = write_site(tmp_path_factory.mktemp("strangers") / "site", PREVIEW_SITE)
    with previewed(root) as running:
        (running.output / ".hidden").mkdir()
        (running.output / ".hidden" / "secret.html").write_text("secret")
        (running.output / "way-out").symlink_to(root)
        yield running


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:{port}", OK),
        ("127.0.0.1:{port}", OK),
        ("LOCALHOST", OK),
        ("[::1]:{port}", OK),
        ("evil.example", FORBIDDEN),
        ("evil.example:{port}", FORBIDDEN),
        ("localhost.evil.example:{port}", FORBIDDEN),
        ("127.0.0.1.evil.example", FORBIDDEN),
        ("192.168.0.7:{port}", FORBIDDEN),
        ("localhost@evil.example", FORBIDDEN),
        ("[", FORBIDDEN),
        ("", FORBIDDEN),
    ],
)
@pytest.mark.parametrize("path", [PAGE, "/_preview/preview.js", "/repo/site.css", "/nowhere"])
def test_a_name_that_is_not_this_machines_is_refused(
    preview: Preview, path: str, host: str, status: int
) -> None:
    expected = NOT_FOUND if path == "/nowhere" and status == OK else status
    answer = preview.get(path, {"Host": host.format(port=preview.port)})
    refused = {400, FORBIDDEN}  # the first for what is no host at all
    assert answer.status in (refused if status == FORBIDDEN else {expected})
    assert ("The Post" in answer.text) == (status == OK and path in {PAGE, "/nowhere"})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://127.0.0.1:{port}"}, OK),
        ({"Origin": "http://localhost:{port}"}, FORBIDDEN),  # another origin than the page's
        ({"Origin": "http://127.0.0.1:1"}, FORBIDDEN),
        ({"Origin": "https://evil.example"}, FORBIDDEN),
        ({"Origin": "null"}, FORBIDDEN),
        ({"Origin": "http://["}, FORBIDDEN),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, FORBIDDEN),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, FORBIDDEN),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, OK),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, OK),
    ],
)
def test_pages_of_others_read_nothing(
    preview: Preview, headers: dict[str, str], status: int
) -> None:
    typed = {name: value.format(port=preview.port) for name, value in headers.items()}
    assert preview.get(PAGE, typed).status == status


def heard(preview: Preview, headers: dict[str, str]) -> int:
    """The status with which a browser of these headers is let in to listen, 101 where it is."""

    async def listen() -> int:
        request = HTTPRequest(f"ws://127.0.0.1:{preview.port}{SOCKET}", headers=headers)
        try:
            connection = await websocket_connect(request)
        except HTTPClientError as refusal:
            return refusal.code
        await connection.write_message('{"command": "hello"}')
        assert message(await connection.read_message())["command"] == "hello"
        await hang_up(connection)
        return 101

    return asyncio.run(listen())


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:{port}", "http://127.0.0.1:{port}", 101),
        ("localhost:{port}", "http://localhost:{port}", 101),
        ("127.0.0.1:{port}", "https://evil.example", FORBIDDEN),
        ("127.0.0.1:{port}", "http://127.0.0.1:1", FORBIDDEN),
        ("127.0.0.1:{port}", "null", FORBIDDEN),
        ("evil.example", "http://evil.example", FORBIDDEN),
        ("evil.example:{port}", "http://evil.example:{port}", FORBIDDEN),
    ],
)
def test_only_its_own_pages_hear_what_happens(
    preview: Preview, host: str, origin: str, status: int
) -> None:
    port = preview.port
    headers = {"Host": host.format(port=port), "Origin": origin.format(port=port)}
    assert heard(preview, headers) == status


def raw(preview: Preview, path: str) -> bytes:
    """The answer to a path that is sent as it stands."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as stream:
        stream.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
        )
        parts = []
        while part := stream.recv(65536):
            parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize(
    "path",
    [
        "/repo/../../site.yaml",
        "/repo/%2e%2e/%2e%2e/site.yaml",
        "/repo/..%2f..%2fsite.yaml",
        "/repo/%2e%2e%5c%2e%2e%5csite.yaml",
        "/repo//../../site.yaml",
        "/repo/briefings/../../../site.yaml",
        "/../site.yaml",
        "/_preview/../site.yaml",
        "/_preview/%2e%2e/preview.py",
        "/_preview/../preview.py",
        "/_preview/preview.js%00.css",
        "/repo/%00",
        "/repo/way-out/site.yaml",
        "/repo/way-out/",
        "/repo/.onrecord-manifest.json",
        "/repo/.nojekyll",
        "/repo/.hidden/secret.html",
        "/repo/%2ehidden/secret.html",
        "//evil.example/..",
        "/repo//evil.example",
        "/repo/" + "a" * 5000,
        "/repo/%ff%fe",
        "/site.yaml",
        "/content/articles/said.md",
        "/.onrecord/preview/index.html",
    ],
)
def test_nothing_but_the_sites_own_files_is_served(preview: Preview, path: str) -> None:
    answer = raw(preview, path)
    status = int(answer.split(b" ", 2)[1])
    assert status in {400, NOT_FOUND}
    assert b"tag_authority" not in answer
    assert b"secret" not in answer
    assert b"Traceback" not in answer
    assert b"Location: //" not in answer


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1"])
@pytest.mark.parametrize("what", ["http://evil.example/repo/", "repo/", "file:///etc/passwd", "*"])
def test_whatever_is_asked_for_passes_the_gate(preview: Preview, what: str, host: str) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as stream:
        stream.sendall(f"GET {what} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = stream.makefile("rb").read()
    refused = b"does not answer to that name" in answer
    assert refused == (host == "evil.example")
    assert answer.startswith(b"HTTP/1.1 403" if refused else (b"HTTP/1.1 404", b"HTTP/1.1 200"))
    assert b"Server:" not in answer
    assert b"no-store" in answer


@pytest.mark.parametrize("path", ["/forcereload", "/livereload", "/livereload.js"])
def test_none_of_livereloads_own_addresses_is_there(preview: Preview, path: str) -> None:
    assert preview.get(path).status == NOT_FOUND
    assert preview.get(f"/repo{path}").status == NOT_FOUND


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_done_but_read(preview: Preview, method: str) -> None:
    assert preview.get(PAGE, method=method).status == 405


def test_every_answer_is_for_this_moment_and_this_site_alone(preview: Preview) -> None:
    for path in (PAGE, "/repo/site.css", "/nowhere", "/_preview/preview.css", "/_preview/no"):
        headers = preview.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers


def policy_of(answer: Answer) -> str:
    """The content of a page's own policy."""
    return answer.text.split('Content-Security-Policy" content="')[1].split('"')[0]


def test_a_page_carries_one_script_more_and_may_listen_to_the_preview(preview: Preview) -> None:
    served, built = (
        preview.get(PAGE),
        (preview.output / PAGE.removeprefix("/repo/")).joinpath("index.html"),
    )
    html = built.read_text(encoding="utf-8")
    assert served.text.count("<script") == html.count("<script") + 1
    assert '<script src="/_preview/preview.js" data-' in served.text
    assert policy_of(served).endswith("; connect-src 'self'")
    assert "unsafe-inline" not in policy_of(served)
    assert "_preview" not in html


def test_a_long_answer_has_its_length(preview: Preview) -> None:
    answer = preview.get(PAGE)
    assert int(answer.headers["content-length"]) == len(answer.content)
    head = preview.get(PAGE, method="HEAD")
    assert head.content == b""
    assert head.status == OK


@pytest.mark.parametrize(
    "sent",
    [
        "", "[]", "{", "null", '"hello"', "{}", '{"command": 1}', '{"command": "info"}', "[" * 99_000,
        '{"command": "info", "url": 7, "number": "x", "session": []}',
        '{"command": "info", "url": "http://[", "number": 1e999, "session": ""}',
    ],
)  # fmt: skip
def test_whatever_a_browser_says_the_preview_goes_on(preview: Preview, sent: str) -> None:
    async def say() -> None:
        address = f"ws://127.0.0.1:{preview.port}{SOCKET}"
        connection = await websocket_connect(
            HTTPRequest(address, headers={"Origin": f"http://127.0.0.1:{preview.port}"})
        )
        await connection.write_message(sent)
        await connection.write_message('{"command": "hello"}')
        while message(await connection.read_message())["command"] != "hello":
            pass
        await hang_up(connection)

    asyncio.run(say())
    assert preview.get(PAGE).status == OK
    assert "Traceback" not in preview.said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site.yaml", f'{SITE_YAML}permalinks: "/_preview/{{slug}}/"\n'),
        ("layouts/assets/_preview/own.js", "1;"),
    ],
)
def test_its_own_addresses_are_nobody_elses(tmp_path: Path, name: str, text: str) -> None:
    root = write_site(tmp_path / "site", {**PREVIEW_SITE, name: text})
    with previewed(root) as running:
        assert "OR511" in running.said
        assert "_preview/" in running.said
