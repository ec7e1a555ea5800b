"""An article's new body read alone gives what reading its whole file gives, or nothing."""

import random
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from onrecord.disk.files import FoundFile
from onrecord.model import Article
from onrecord.read.articles import read_article
from onrecord.read.circumstances import Circumstances
from onrecord.read.new_body import with_new_body
from onrecord.read.reading import Reading, Rules
from onrecord.text.codec import encode
from tests.rig.reading import ARTICLE

RULES = Rules(Circumstances(ZoneInfo("UTC"), ""), 5_000, "section")
FRONT = """\
---
title: A strike
date: 2020-01-06
quotes: {id: q, speaker: ada, text: all options}
---
"""
BODY = "\nAda said “all options” were open — so they are.\n\nMore of it.\n"
BOM = b"\xef\xbb\xbf"
BIDI = "\u202e"


def whole(folder: Path, raw: bytes) -> Reading[Article]:
    """What the file gives when all of it is read."""
    real = folder / "x.md"
    real.write_bytes(raw)
    return read_article(FoundFile(ARTICLE, real), RULES)


def again(folder: Path, before: bytes, now: bytes) -> Reading[Article] | None:
    """What it gives after an edit, of which no more than the body is read."""
    return with_new_body(whole(folder, before), now, RULES.max_article_bytes)


@pytest.mark.parametrize("mark", [b"", BOM])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize(
    "body", ["Other words.\n", "Other words", "\n\n\nOther — words.\n---\nx\n"]
)
def test_a_new_body_is_read_as_with_the_whole_file(
    tmp_path: Path, body: str, ends: bytes, mark: bytes
) -> None:
    before = mark + (FRONT + BODY).encode().replace(b"\n", ends)
    now = mark + (FRONT + body).encode().replace(b"\n", ends)
    read = again(tmp_path, before, now)
    assert read is not None
    assert encode(read) == encode(whole(tmp_path, now))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param(FRONT + BODY, FRONT.replace("strike", "stroke") + BODY, id="a key"),
        pytest.param(FRONT + BODY, FRONT.replace("title:", "title: ") + BODY, id="a space"),
        pytest.param(FRONT + BODY, FRONT + " \n", id="a body without words"),
        pytest.param(FRONT, FRONT + BODY, id="a body that had none"),
        pytest.param(FRONT + BODY, FRONT + BODY + "\x07", id="a control character"),
        pytest.param(FRONT + BODY, FRONT + BODY + BIDI, id="a character that reorders"),
        pytest.param(FRONT + BODY + BIDI, FRONT + BODY, id="none that reorders any more"),
        pytest.param(FRONT + BODY, FRONT + BODY * 100, id="more than is read"),
        pytest.param(FRONT + BODY, FRONT.rpartition("---")[0], id="no end of the front matter"),
        pytest.param(FRONT + BODY, BODY, id="no front matter"),
        pytest.param(FRONT + BODY, FRONT + BODY + "\0", id="no text"),
        pytest.param(
            FRONT.replace("date", "dat") + BODY, FRONT + BODY, id="an article with errors"
        ),
    ],
)
def test_where_more_may_have_changed_nothing_is_read(tmp_path: Path, before: str, now: str) -> None:
    assert again(tmp_path, before.encode(), now.encode()) is None


def test_lines_that_end_one_way_and_the_other_are_read_whole(tmp_path: Path) -> None:
    mixed = (FRONT.replace("\n", "\r\n") + BODY).encode()
    assert again(tmp_path, mixed, mixed + b"More.\n") is None


def test_after_any_edit_either_is_so(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - to be the same each time
    before, taken = FRONT + BODY, 0
    for _ in range(300):
        place, length = chance.randrange(len(before)), chance.choice((0, 0, 1, 4))
        put = chance.choice(("", "x", "\n", "---\n", "\r\n", "—", "\u2067", "\x00", "\ufeff", " "))
        now = before[:place] + put + before[place + length :]
        read = again(tmp_path, before.encode(), now.encode())
        if read is not None:
            taken += 1
            assert encode(read) == encode(whole(tmp_path, now.encode())), (place, put)
    assert taken > 100
