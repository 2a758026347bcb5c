"""``python -m tests.benchmarks``: everything measured in one run, beside what was aimed at.

Numbers depend on the machine; ratios less so. ``--cases`` takes any counts, ``--folder`` keeps the centres
that were made for the next run (a million cases take long to write and some gigabytes to keep).
"""

import argparse
import platform
import tempfile
import unicodedata
from itertools import chain
from pathlib import Path

from tests.benchmarks import agreement, batch, case_file, cases, deadlines, lists, pages, window
from tests.benchmarks.measuring import Row


def main():
    """Read the command line and print a table."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument("--cases", type=int, nargs="*", default=[100_000, 1_000_000])
    asked.add_argument("--folder", type=Path, help="where centres are made and kept")
    asked.add_argument("--only", choices=PARTS, nargs="*", default=list(PARTS))
    told = asked.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = told.folder or Path(temporary)
        for row in chain.from_iterable(PARTS[name](folder, told.cases) for name in told.only):
            show(row)


def documents(folder, _counts):
    """Draw agreements."""
    return agreement.rows(folder / "agreement")


def windows(folder, counts):
    """Open the window on a small centre and on the largest that was made."""
    window.prepare(folder / "small")
    yield from window.rows(folder / "small", "window, empty centre")
    for count in counts:
        cases.build(folder / str(count), count)
        window.prepare(folder / str(count))
        yield from window.rows(folder / str(count), f"window, {count:,} cases")


def many_cases(folder, counts):
    """Search and page through centres of every size."""
    for count in counts:
        place = folder / str(count)
        took = cases.build(place, count)
        size = sum(file.stat().st_size for file in place.iterdir() if file.is_file()) / 2**20
        yield Row(f"{count:,} cases: written", f"in {took:.0f} s" if took else "before")
        yield Row(f"{count:,} cases: on the disk", f"{size:,.0f} MiB")
        yield from lists.rows(place, f"{count:,} cases")
        yield from pages.rows(place, f"{count:,} cases")


def clocks(folder, counts):
    """Count all clocks of the smallest number asked for, then wind those of the centres anew."""
    yield from deadlines.rows(min(counts))
    for count in counts:
        cases.build(folder / str(count), count)
        yield from deadlines.rewinding(folder / str(count), f"{count:,} cases")


def whole_file(folder, _counts):
    """Bind a file of 300 pages."""
    return case_file.rows(folder / "file")


def many_papers(folder, _counts):
    """Issue a thousand notices."""
    return batch.rows(folder / "batch")


PARTS = {
    "cases": many_cases,
    "window": windows,
    "deadlines": clocks,
    "documents": documents,
    "file": whole_file,
    "batch": many_papers,
}
"""In this order, so that the memory told of many cases is not that of the peers."""


def show(row):
    """Print one line, columns by the width that Chinese signs take."""
    print(f"{padded(row.what, 62)} {padded(row.found, 58)} {row.aim}".rstrip(), flush=True)


def padded(text, width):
    """Fill a text up to so many columns."""
    taken = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
    return text + " " * max(width - taken, 1)


if __name__ == "__main__":
    main()
