"""What a command costs: time on the wall, time of the processors, memory at its peak."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tree import TreeMemory

_KIBIBYTES = 1 if sys.platform == "darwin" else 1024  # of what ru_maxrss counts


class FailedCommand(RuntimeError):  # noqa: N818 - named for what it is
    """A command that was to be measured did not end well."""

    def __init__(self, command: Sequence[str | Path], code: int, said: bytes) -> None:
        """With what it said, which nobody has seen yet."""
        super().__init__(f"{command[0]} ended with {code}:\n{said.decode(errors='replace')}")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of all processors, and mebibytes of all processes at one time."""

    wall: float
    cpu: float
    peak: float


def environment() -> dict[str, str]:
    """The environment in which commands run: as it is, but Python may keep what it compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cost_of(command: Sequence[str | Path], folder: Path) -> Cost:
    """Runs a command once in a folder; what it says is dropped unless it fails.

    The processor time is its own and that of every process it waited for. The peak is the larger of
    two figures: the resident size of its largest process, which the kernel keeps, and what all its
    processes together held whenever there were several, looked at twenty times a second. No peak is
    less than what this program holds, about 30 MiB, for the kernel counts what a child begins with.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in command],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        with TreeMemory(process.pid) as tree:
            said = process.stdout.read() if process.stdout else b""
            # Only the wait that fetches the status tells what this very process used.
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedCommand(command, process.returncode, said)
    largest = used.ru_maxrss * _KIBIBYTES / 2**20
    return Cost(wall, used.ru_utime + used.ru_stime, max(largest, tree.peak))


def said_by(command: Sequence[str | Path]) -> str:
    """The first line of what a command says: a generator's name and version."""
    ended = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return ended.stdout.splitlines()[0]


def median(costs: Iterable[Cost]) -> Cost:
    """The middle of each figure, but of the peaks the highest."""
    known = list(costs)
    return Cost(
        statistics.median(cost.wall for cost in known),
        statistics.median(cost.cpu for cost in known),
        max(cost.peak for cost in known),
    )


def in_turn(runs: int, commands: Mapping[str, Callable[[int], Cost]]) -> dict[str, Cost]:
    """The median of so many runs of each, one after the other in every round.

    So a machine that is slow for a while is slow for all of them.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs):
        for name, run in commands.items():
            costs[name].append(run(number))
    return {name: median(known) for name, known in costs.items()}
