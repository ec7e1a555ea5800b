"""What themes rely on is promised by number, pinned line by line, and written down for them."""

import re
from pathlib import Path

import pytest

from onrecord.pages.views import THEME_API
from onrecord.render.plain_code import FUNCTIONS
from tests.rig.contract import (
    broken_promises,
    contract,
    fields_of,
    functions,
    partials,
    records,
    reference,
    reference_path,
    remark_of_partial,
    shown_type,
)

PINNED = Path(__file__).parent / "theme_api.txt"
GUIDE = reference_path().with_name("theming.md")
ADVICE = """\
themes rely on what these lines say, and it is so no more:
  {lines}
Keep it and add beside it. If it has to go, raise THEME_API in onrecord/pages/views/__init__.py,
say under “What has changed” in docs/content/pages/theming.md what a theme has to do, and run `make golden`.
(A version that was never released may be written anew: delete {pinned} and run `make golden`.)"""


def _pinned() -> tuple[int, list[str]]:
    """The version that was promised last, and its lines."""
    if not PINNED.exists():
        return 0, []
    head, *lines = PINNED.read_text(encoding="utf-8").splitlines()
    return int(head.removeprefix("theme_api ")), lines


def test_what_was_promised_to_themes_holds(request: pytest.FixtureRequest) -> None:
    version, pinned = _pinned()
    now = contract()
    gone = broken_promises(pinned, now) if version == THEME_API else []
    assert not gone, ADVICE.format(lines="\n  ".join(gone), pinned=PINNED.name)
    if request.config.getoption("--accept"):
        text = "\n".join([f"theme_api {THEME_API}", *now])
        PINNED.write_text(f"{text}\n", encoding="utf-8")
        return
    assert version == THEME_API, "THEME_API was raised: run `make golden`"
    assert broken_promises(now, pinned) == [], "there is more than is pinned: run `make golden`"


def test_a_promise_that_is_changed_or_gone_is_noticed_and_one_more_is_none() -> None:
    pinned = ["field A.b: text", "block x.html: y"]
    assert broken_promises(pinned, ["field A.b: number", "field A.c: text"]) == sorted(pinned)
    assert broken_promises(pinned, [*pinned, "field A.c: text"]) == []


def test_the_reference_says_what_the_views_hold(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        reference_path().write_text(reference(), encoding="utf-8")
        return
    written = reference_path().read_text(encoding="utf-8")
    assert written == reference(), "run `make golden`"


def test_every_version_of_the_contract_says_what_has_changed() -> None:
    told = GUIDE.read_text(encoding="utf-8").partition("\n## What has changed\n")[2]
    headings = re.findall(r"^### theme_api (\d+)$", told, re.MULTILINE)
    assert headings == [str(version) for version in range(THEME_API, 0, -1)]


def test_nothing_that_a_theme_may_use_is_left_unexplained() -> None:
    silent = [
        f"{record.__name__}.{field.name}"
        for record in records()
        for field in fields_of(record)
        if not field.remark
    ]
    silent += [name for name in partials() if not remark_of_partial(name)]
    assert silent == []


def test_what_authors_are_told_they_can_call_is_what_they_can_call() -> None:
    assert tuple(functions()) == FUNCTIONS
    guide = GUIDE.read_text(encoding="utf-8")
    assert [name for name in FUNCTIONS if f"| `{name}(" not in guide] == []


@pytest.mark.parametrize(
    ("hint", "shown"),
    [
        (str, "text"),
        (bool, "true or false"),
        (tuple[int, ...], "list of number"),
        (str | None, "text or none"),
    ],
)
def test_types_are_shown_in_words(hint: type, shown: str) -> None:
    assert shown_type(hint) == shown
