"""`onrecord --version` is there at once: little is loaded before a command knows what it is."""

import statistics
import subprocess
import sys

import pytest

from tests.rig.commands import ROOT, plain_environment

MORE_THAN_PYTHON = 0.100  # seconds
MORE_THAN_CLICK = 2.0  # times
ROUNDS = 7

BARE = "pass"
CLICK = "import click"
VERSION = "import runpy; runpy.run_module('onrecord', run_name='__main__')"
TOO_MUCH = f"import pydantic, jinja2; {VERSION}"

# What the processor did says more than the clock on a machine that others use too, and
# `process_time` counts from the first instruction of the interpreter.
_TOLD = """
import sys, time
sys.argv = ["onrecord", "--version"]
try:
    {code}
except SystemExit:
    pass
print(time.process_time())
"""


def _cost(code: str) -> float:
    """Seconds of the processor's time that a new Python takes until this is done."""
    ran = subprocess.run(
        [sys.executable, "-c", _TOLD.format(code=code)],
        check=True,
        capture_output=True,
        cwd=ROOT / "generator",  # whose onrecord it is
        env=plain_environment({"PYTHONPATH": str(ROOT / "generator")}),
        text=True,
    )
    return float(ran.stdout.split()[-1])


@pytest.fixture(scope="module")
def costs() -> dict[str, float]:
    """What each costs, in turn, so that a busy moment meets them all; the first round warms up."""
    rounds = [
        {code: _cost(code) for code in (BARE, CLICK, VERSION, TOO_MUCH)} for _ in range(ROUNDS + 1)
    ]
    return {code: statistics.median(costs[code] for costs in rounds[1:]) for code in rounds[0]}


def test_it_costs_little_more_than_python_itself(costs: dict[str, float]) -> None:
    assert costs[VERSION] - costs[BARE] < MORE_THAN_PYTHON


def test_it_costs_little_more_than_its_parser_of_options(costs: dict[str, float]) -> None:
    """Also where the machine is so fast that more than that would not be felt."""
    assert costs[VERSION] - costs[BARE] < MORE_THAN_CLICK * (costs[CLICK] - costs[BARE])


def test_what_stages_load_would_be_noticed(costs: dict[str, float]) -> None:
    assert costs[TOO_MUCH] - costs[BARE] > MORE_THAN_CLICK * (costs[CLICK] - costs[BARE])
