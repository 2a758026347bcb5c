"""The first window: from the start of the process to the first paint, on prepared data."""

import json
import statistics
import subprocess
import time
from contextlib import closing

from app.bootstrap import location_of, open_centre
from tests.benchmarks.measuring import ROOT, Row, python, quiet
from tests.support.mortal_clerk import set_up

AIM = "< 1.0 s"


def rows(folder, label, times=5):
    """Open the window on a centre some times and close it at its first paint."""
    card, first, processor, memory = [], [], [], []
    for turn in range(times + 1):
        begun = time.monotonic_ns()
        done = subprocess.run(
            python("-m", "tests.benchmarks.first_paint", folder),
            check=True,
            capture_output=True,
            cwd=ROOT,
            env=quiet(),
        )
        told = json.loads(done.stdout)
        if turn:
            card.append((told["card"] - begun) / 1e9)
            first.append((told["painted"] - begun) / 1e9)
            processor.append(told["processor"])
            memory.append(told["memory"] // 1024)
    yield Row(f"{label}: whole process to the opening card", seconds(card), AIM)
    yield Row(f"{label}: whole process to the first page", seconds(first), AIM)
    yield Row(f"{label}: … in processor time", seconds(processor))
    yield Row(f"{label}: memory of the window", f"{statistics.median(memory):.0f} MiB")


def seconds(spans):
    return f"{statistics.median(spans):.2f} s (min {min(spans):.2f}, max {max(spans):.2f})"


def prepare(folder):
    """Make a small centre to open where there is none, and sit somebody down."""
    if not folder.exists():
        set_up(folder)
    with closing(open_centre(location_of(folder))) as centre:
        services = centre.services
        if services.settings.me() is None:
            somebody = services.people.staff()[0]
            services.settings.switch_to(somebody.id, actor=somebody.actor)
