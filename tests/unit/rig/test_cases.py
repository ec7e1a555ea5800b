"""The runner of literate cases: it must see every way in which a case can fail."""

from pathlib import Path

import pytest

from onrecord.diagnostics import Diagnostic, Related, Severity
from onrecord.text.source import Span
from tests.rig.cases import (
    Case,
    CaseFormatError,
    accept,
    accepted,
    cases_in,
    codes_expected,
    disagreements,
    occurs,
)
from tests.rig.sites import Built

SPAN = Span("content/articles/x.md", 2, 3, 2, 9)
NEAR = Related("closest passage", Span("content/articles/x.md", 7, 1, 7, 4))
LOST = Diagnostic("OR201", Severity.WARNING, 'quote "a" is not here', SPAN, "type it", (NEAR,))
TOLD = 'content/articles/x.md:2:3 OR201 quote "a" is not here'

CASE = """# Cases

## A sentence that is true

```md content/articles/x.md
words
```

{block}
"""


def _case(tmp_path: Path, block: str) -> Case:
    path = tmp_path / "some.md"
    path.write_text(CASE.format(block=block), encoding="utf-8")
    (case,) = cases_in(path)
    return case


def _built(tmp_path: Path, *found: Diagnostic) -> Built:
    page = tmp_path / "public" / "briefings" / "x" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("<p class=a>All\n options</p>", encoding="utf-8")
    return Built(tmp_path, tmp_path / "public", 0, found)


@pytest.mark.parametrize(
    "block",
    [
        "```html expect /briefings/x/\n<p ⋯>All options</p>\n```",
        "```html refuse /briefings/x/\n<b>\n```",
        "```text expect /briefings/x/\nAll options\n```",
        "```text refuse /briefings/x/\n<p\n```",
        "```text absent\n/briefings/y/\n```",
        "```text diagnostics\nnone\n```",
        "```text diagnostics\nnone\nexit 0\n```",
        "Only prose.",
    ],
)
def test_what_is_as_expected_is_no_disagreement(block: str, tmp_path: Path) -> None:
    assert disagreements(_case(tmp_path, block), _built(tmp_path)) == []


@pytest.mark.parametrize(
    "block",
    [
        "```html expect /briefings/x/\n<p>All options\n```",
        "```html expect /briefings/x/\n<p\n<b>\n```",
        "```html refuse /briefings/x/\nAll options\n```",
        "```text expect /briefings/x/\nall options\n```",
        "```text absent\n/briefings/x/\n```",
        f"```text diagnostics\n{TOLD}\n```",
        "```text diagnostics\nnone\nexit 1\n```",
    ],
)
def test_what_is_not_as_expected_is_told(block: str, tmp_path: Path) -> None:
    assert len(disagreements(_case(tmp_path, block), _built(tmp_path))) == 1


@pytest.mark.parametrize(
    "lines",
    [
        TOLD,
        "content/articles/x.md:2:3 OR201 is not here",
        "content/articles/x.md:2:3 OR201 quote ⋯ here",
        f"{TOLD}\n    type it\n    x.md:7:1 closest passage",
    ],
)
def test_a_finding_agrees_by_place_code_and_words(lines: str, tmp_path: Path) -> None:
    case = _case(tmp_path, f"```text diagnostics\n{lines}\n```")
    assert disagreements(case, _built(tmp_path, LOST)) == []
    assert codes_expected(case) == {"OR201"}


@pytest.mark.parametrize(
    "lines",
    [
        "none",
        "content/articles/x.md:2:4 OR201",
        "content/articles/x.md:2:3 OR202",
        "content/articles/x.md:2:3 OR201 was not here",
        f"{TOLD}\n{TOLD}",
        f"{TOLD}\n    type that",
    ],
)
def test_a_finding_at_another_place_or_in_other_words_disagrees(lines: str, tmp_path: Path) -> None:
    case = _case(tmp_path, f"```text diagnostics\n{lines}\n```")
    assert len(disagreements(case, _built(tmp_path, LOST))) == 1


def test_a_case_that_names_no_findings_expects_none(tmp_path: Path) -> None:
    assert len(disagreements(_case(tmp_path, "Only prose."), _built(tmp_path, LOST))) == 1


def test_accepting_writes_what_the_build_says_and_keeps_details_that_hold(tmp_path: Path) -> None:
    case = _case(
        tmp_path,
        "```text diagnostics\ncontent/articles/x.md:2:3 OR201\n    type it\n    no more\nexit 1\n```",
    )
    built = _built(tmp_path, LOST)
    accept(case.path, [(case, accepted(case, built))])
    (now,) = cases_in(case.path)
    assert now.blocks[-1].content == f"{TOLD}\n    type it\nexit 0\n"
    assert disagreements(now, built) == []


def test_accepting_adds_a_block_where_a_case_had_none(tmp_path: Path) -> None:
    case = _case(tmp_path, "Only prose.")
    built = _built(tmp_path, LOST)
    accept(case.path, [(case, accepted(case, built))])
    (now,) = cases_in(case.path)
    assert disagreements(now, built) == []
    assert case.path.read_text(encoding="utf-8").endswith("Only prose.\n")


@pytest.mark.parametrize(
    "block",
    [
        "```html expects /briefings/x/\n<p>\n```",
        "```text diagnostic\nnone\n```",
        "```\nbare\n```",
        "```text diagnostics\nnone\n```\n```text diagnostics\nnone\n```",
        "```md content/articles/y.md\nnever closed",
    ],
)
def test_a_case_that_is_written_wrong_is_refused(block: str, tmp_path: Path) -> None:
    with pytest.raises(CaseFormatError, match=r"some\.md:"):
        disagreements(_case(tmp_path, block), _built(tmp_path))


def test_a_longer_fence_holds_a_shorter_one(tmp_path: Path) -> None:
    case = _case(tmp_path, "````md content/articles/y.md\n```\ncode\n```\n````")
    assert case.blocks[-1].content == "```\ncode\n```\n"


def test_an_ellipsis_stands_for_anything_in_order() -> None:
    assert occurs("a ⋯ c", "a b c")
    assert not occurs("c ⋯ a", "a b c")
