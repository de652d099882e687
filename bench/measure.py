"""Timing things that take turns, so that a busy machine slows all of them alike."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Timing:
    """What repeated runs of one thing took, in seconds."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The run in the middle."""
        return statistics.median(self.seconds)

    @property
    def fastest(self) -> float:
        """The run that the rest of the machine disturbed least."""
        return min(self.seconds)


def take_turns(work: Mapping[str, Callable[[], object]], rounds: int) -> list[Timing]:
    """Run each piece of work once a round, in order, after one run that does not count."""
    for each in work.values():
        each()
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, each in work.items():
            start = time.perf_counter()
            each()
            seconds[name].append(time.perf_counter() - start)
    return [Timing(name, tuple(found)) for name, found in seconds.items()]


def print_table(title: str, timings: Sequence[Timing], base: str) -> None:
    """Print the timings with their ratios to one of them."""
    against = next(each for each in timings if each.name == base)
    width = max(len(each.name) for each in timings)
    print(f"\n{title}")
    print(f"{'':{width}}  {'median':>9}  {'fastest':>9}  {'ratio':>6}  runs")
    for each in timings:
        ratio = each.median / against.median
        print(
            f"{each.name:{width}}  {_shown(each.median):>9}  {_shown(each.fastest):>9}  "
            f"{ratio:6.2f}  {len(each.seconds)}"
        )


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def program(name: str) -> str:
    """Return a program of the environment that runs the measurements."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed beside {sys.executable}.")
    return found


def command(*words: str, folder: Path = ROOT, allowed: Sequence[int] = (0,)) -> Callable[[], None]:
    """Return work that runs a whole process.

    Args:
        words: the program and its arguments.
        folder: where it runs.
        allowed: the exit codes that do not stop the measurement.

    """

    def work() -> None:
        done = subprocess.run(
            words,
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in allowed:
            raise SystemExit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")

    return work
