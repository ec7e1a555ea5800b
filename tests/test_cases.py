"""Runs the literate cases of tests/cases; their format is described there."""

from pathlib import Path

import pytest

from onrecord.diagnostics import every_code
from tests.rig.cases import (
    Case,
    accept,
    accepted,
    cases_in,
    codes_expected,
    disagreements,
    run_case,
)

TESTS = Path(__file__).parent
FILES = sorted(path for path in (TESTS / "cases").glob("*.md") if path.name != "README.md")
CASES = [case for path in FILES for case in cases_in(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_the_case_holds(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    built = run_case(case, tmp_path / "site")
    if request.config.getoption("--accept"):
        accept(case.path, [(_now(case), accepted(case, built))])
        return
    if found := disagreements(case, built):
        pytest.fail(
            "\n".join([f"{case.path.name}:{case.line}: {case.sentence}", *found]), pytrace=False
        )


def test_no_two_cases_have_one_name() -> None:
    labels = [case.label for case in CASES]
    assert sorted(labels) == sorted(set(labels))


def test_every_diagnostic_code_has_a_test_that_fires_it() -> None:
    fired = {code for case in CASES for code in codes_expected(case)}
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(TESTS.rglob("test_*.py"))
        if "node_modules" not in path.parts
    )
    unfired = [
        code.id for code in every_code() if code.id not in fired and f'"{code.id}"' not in sources
    ]
    assert unfired == []


def _now(case: Case) -> Case:
    """The case as its file has it now: accepting an earlier one may have moved it."""
    return next(now for now in cases_in(case.path) if now.sentence == case.sentence)
