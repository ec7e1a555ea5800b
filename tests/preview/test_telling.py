"""What browsers are told: each of what concerns its page, over livereload's protocol."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.rig.preview_site import PREVIEW_SITE, QUOTED, long_article
from tests.rig.previews import PATIENCE, Preview, hang_up, message, previewed
from tests.rig.sites import write_site

SAID, FIRST = "content/articles/said.md", "content/articles/first.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = write_site(tmp_path_factory.mktemp("telling") / "site", PREVIEW_SITE)
    with previewed(root) as running:
        yield running


@asynccontextmanager
async def reading(
    preview: Preview, permalink: str, **changed: object
) -> AsyncIterator[WebSocketClientConnection]:
    """A browser that shows a page, as the page's script would introduce it."""
    page = preview.page(permalink)
    found = re.search(r'data-session="(\w+)" data-number="(\d+)"', page)
    assert found is not None
    origin = f"http://127.0.0.1:{preview.port}"
    connection = await websocket_connect(
        HTTPRequest(
            f"ws://127.0.0.1:{preview.port}/_preview/livereload", headers={"Origin": origin}
        )
    )
    await connection.write_message('{"command": "hello"}')
    hello = message(await connection.read_message())
    assert hello["command"] == "hello"
    assert hello["protocols"] == ["http://livereload.com/protocols/official-7"]
    told = {
        "url": f"{origin}{preview.path_of(permalink)}",
        "session": found[1],
        "number": int(found[2]),
    }
    await connection.write_message(json.dumps({"command": "info", **told, **changed}))
    try:
        yield connection
    finally:
        await hang_up(connection)


async def heard(connection: WebSocketClientConnection) -> dict[str, Any]:
    """The next that a browser is told."""
    return message(await asyncio.wait_for(connection.read_message(), PATIENCE))


def test_only_who_shows_a_page_is_told_to_show_it_again(preview: Preview) -> None:
    async def listen() -> None:
        async with (
            reading(preview, "/briefings/said/") as said,
            reading(preview, "/briefings/first/") as first,
        ):
            assert (await heard(said))["command"] == "state"
            assert (await heard(first))["command"] == "state"
            preview.save(FIRST, f"{long_article('First')}\nOne more.\n")
            reload = await heard(first)
            assert (reload["command"], reload["path"]) == ("reload", "/repo/briefings/first/")
            assert (await heard(said))["command"] == "state"

    asyncio.run(listen())


def test_a_stylesheet_is_told_to_everybody_as_such(preview: Preview) -> None:
    async def listen() -> None:
        async with reading(preview, "/briefings/said/") as said:
            await heard(said)
            preview.save("layouts/assets/own.css", "h1 { color: blue }\n")
            told = await heard(said)
            assert (told["command"], told["paths"]) == ("reload", ["/repo/own.css"])
            assert told["liveCSS"] is True
            assert (await heard(said))["command"] == "state"

    asyncio.run(listen())


@pytest.mark.parametrize(
    "changed",
    [{"session": "of another preview"}, {"number": -1}, {"number": 10**9}, {"number": "1"}],
)
def test_who_comes_from_another_time_is_told_to_begin_anew(
    preview: Preview, changed: dict[str, object]
) -> None:
    async def listen() -> None:
        async with reading(preview, "/briefings/said/", **changed) as said:
            assert await heard(said) == {"command": "reload", "path": "*"}

    asyncio.run(listen())


def test_who_missed_a_build_is_told_what_it_changed(preview: Preview) -> None:
    async def listen() -> None:
        before = preview.page("/briefings/said/")
        found = re.search(r'data-number="(\d+)"', before)
        assert found is not None
        preview.save(SAID, QUOTED.replace("Nothing else", "Nothing at all"))
        preview.wait_until_shown("Nothing at all", "/briefings/said/")
        preview.wait_until(
            lambda: f'data-number="{found[1]}"' not in preview.page("/briefings/said/"), "no news"
        )
        async with reading(preview, "/briefings/said/", number=int(found[1])) as said:
            assert (await heard(said))["command"] == "reload"
        async with reading(preview, "/briefings/second/", number=int(found[1])) as second:
            assert (await heard(second))["command"] == "state"

    asyncio.run(listen())


def test_what_stands_against_the_site_is_told_with_its_place(preview: Preview) -> None:
    async def listen() -> None:
        async with reading(preview, "/briefings/first/") as first:
            told = await heard(first)
            assert told["errors"] == {"count": 0, "shown": []}
            assert told["isThere"] is True
            preview.save(SAID, QUOTED.replace("date: 2020-01-06", "date: <soon>"))
            state = await heard(first)
            assert state["errors"]["count"] == 1
            (error,) = state["errors"]["shown"]
            assert error["code"].startswith("OR1")
            assert error["place"] == f"{SAID}:3"
            assert f"--> {SAID}:3:" in error["text"]
            assert "3 | date: <soon>" in error["text"]
            assert error["link"].startswith("vscode://file/")
            assert error["link"].endswith(f"/{SAID}:3:7")
            preview.save(SAID, QUOTED)
            while (state := await heard(first))["errors"]["count"]:
                pass

    asyncio.run(listen())


def test_a_quote_without_a_place_is_told_to_who_shows_its_page(preview: Preview) -> None:
    async def listen() -> None:
        async with (
            reading(preview, "/briefings/said/") as said,
            reading(preview, "/briefings/first/") as first,
        ):
            await heard(said)
            await heard(first)
            preview.save(
                SAID, QUOTED.replace("stays open all winter,", "stays open *most* of winter,")
            )
            assert (await heard(said))["command"] == "reload"
            other = await heard(first)
            assert (other["margin"], other["warnings"]["count"]) == ([], 1)
        async with reading(preview, "/briefings/said/") as said:
            margin = (await heard(said))["margin"]
            assert [(note["code"], note["opens"]) for note in margin] == [("OR201", "the record")]
            assert "most" in margin[0]["passage"]
            assert margin[0]["link"].endswith(":9:11")
        preview.save(SAID, QUOTED)
        preview.wait_until_shown("all winter", "/briefings/said/")

    asyncio.run(listen())


def test_a_browser_with_an_odd_address_is_nobodys_end(preview: Preview) -> None:
    async def listen() -> None:
        origin = f"http://127.0.0.1:{preview.port}"
        for number, path in enumerate(("/repo/" + "a" * 5000, "/repo/%00", "/repo/%ff", "")):
            async with reading(preview, "/briefings/said/", url=f"{origin}{path}") as odd:
                assert (await heard(odd))["command"] == "state"
                preview.save(FIRST, f"{long_article('First')}\nSeen by odd number {number}.\n")
                assert (await heard(odd))["command"] == "state"

    asyncio.run(listen())


def test_what_is_not_published_yet_is_told_to_all_but_its_own_page(preview: Preview) -> None:
    async def listen() -> None:
        async with reading(preview, "/") as front, reading(preview, "/briefings/later/") as later:
            waiting = {one["title"]: one for one in (await heard(front))["waiting"]}
            assert set(waiting) == {"Not yet", "Later", "Soon"}
            assert waiting["Later"]["state"] == "held back until 6 January 2090"
            assert waiting["Later"]["paths"] == ["/repo/briefings/later/"]
            assert waiting["Soon"] == {
                "title": "Soon",
                "state": "a draft",
                "paths": ["/repo/soon/"],
            }
            told = await heard(later)
            assert {one["title"] for one in told["waiting"]} == {"Not yet", "Soon"}
            assert told["notice"] == "Not published: this is held back until 6 January 2090"

    asyncio.run(listen())


def test_who_looks_where_nothing_is_is_told_so(preview: Preview) -> None:
    async def listen() -> None:
        async with reading(preview, "/nowhere/") as lost:
            assert (await heard(lost))["isThere"] is False

    asyncio.run(listen())
