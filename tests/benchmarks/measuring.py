"""Clocks and tables of the benchmarks: medians, whole processes by turns, memory of this process."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``aim`` is empty where nothing was promised."""

    what: str
    found: str
    aim: str = ""


def milliseconds(act, times):
    """Do something so many times; gives median, 95th percentile and most, in milliseconds."""
    spans = []
    for turn in range(times):
        begun = time.perf_counter()
        act(turn)
        spans.append((time.perf_counter() - begun) * 1000)
    spans.sort()
    return statistics.median(spans), spans[int(len(spans) * 0.95)], spans[-1]


def told(spans):
    """Write median, 95th percentile and most."""
    middle, most_of_them, most = spans
    return f"{middle:.2f} ms (p95 {most_of_them:.2f}, max {most:.2f})"


def whole_processes(commands, times):
    """Run commands in turn, A B C A B C …, so that a machine's moods meet all alike.

    Gives for each the medians, in milliseconds, of the wall clock outside and of what it printed itself.
    """
    found = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            begun = time.perf_counter()
            done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=quiet())
            told = {"wall": (time.perf_counter() - begun) * 1000, **json.loads(done.stdout)}
            if turn:  # the first round warms the disk's cache
                found[name].append(told)
    return {name: middle_of(runs) for name, runs in found.items()}


def middle_of(runs):
    """Give the median of every figure."""
    return {figure: statistics.median(run[figure] for run in runs) for figure in runs[0]}


def quiet():
    """The environment of a child: no screen, UTF-8, modules compiled once as an installation has them.

    The compiled files lie apart from the tree; the first round of every measurement, which is not
    counted, writes them. Without them each start would measure the compiler.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = Path(tempfile.gettempdir()) / "maplebridge-benchmarks-compiled"
    return {**kept, "PYTHONPYCACHEPREFIX": str(compiled), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def python(*arguments):
    """Name the command that runs a module or script by this interpreter."""
    return [sys.executable, *map(str, arguments)]


def resident():
    """Give this process's memory now and at most, in MiB; Linux tells both."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    lines = dict(
        line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line
    )
    return tuple(int(lines[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))
