"""Binding a file of 300 pages, 200 of them scans of A4 at 300 dots an inch, in a process of its own."""

import subprocess
import sys

from tests.benchmarks.measuring import Row

AIM = "< 10 s"
SCANS, PAPERS = 200, 50


def rows(folder, scans=SCANS):
    """Bind once and tell time, memory and size."""
    folder.mkdir(parents=True, exist_ok=True)
    output = folder / "whole.pdf"
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.case_file", str(output), str(scans)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, mebibytes, pages = told.stdout.split()
    yield Row(f"case file of {pages} pages", f"{seconds} s", AIM)
    yield Row("case file: memory beyond what drawing takes", f"{mebibytes} MiB")
    yield Row("case file: on the disk", f"{output.stat().st_size / 2**20:,.0f} MiB")


def bind(output, scans):
    """Bind so many scans into ``output`` and print seconds, MiB more than before, and pages."""
    import resource
    import tempfile
    import time
    from pathlib import Path

    from app.archive.resources import fonts_folder
    from app.documents.binding.archival import FileFactsSheet
    from app.documents.binding.binder import Binder, Outline, OwnPaper
    from app.documents.binding.leaves import Leaf
    from tests.benchmarks.drawing import ours
    from tests.support.file_samples import ON

    paper, scan = ours()(1), _scan()
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        binder = Binder(Path(folder), fonts_folder())
        entries, first = [], 1
        for number in range(scans + PAPERS):
            is_paper = number < PAPERS
            content = paper if is_paper else scan
            leaf = Leaf(title=str(number), content=content, is_pdf=is_paper, digest="0" * 64)
            entries.append((leaf.title, first))
            first += binder.add(leaf, head="", day=ON).pages
        own = OwnPaper(title="paper", pdf=paper)
        bound = binder.finish(
            Path(output),
            front=(own,),
            last=own,
            back=own,
            outline=(Outline(title="all", entries=tuple(entries)),),
            facts=FileFactsSheet(title="t", author="a", subject="s", day=ON),
            step=lambda: None,
        )
        binder.close()
    seconds = time.perf_counter() - begun
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{seconds:.1f} {more:.0f} {bound.pages}")


def _scan():
    """Make a scan of some 600 kB, as an office's machine does."""
    from io import BytesIO
    from random import Random

    from PIL import Image, ImageDraw

    chance = Random(7)
    sheet = Image.new("RGB", (2480, 3508), (250, 249, 246))
    pen = ImageDraw.Draw(sheet)
    for top in range(300, 3200, 62):
        for left in range(280, 2200, 44):
            pen.rectangle((left, top, left + chance.randrange(8, 36), top + 36), fill=(60, 58, 66))
    out = BytesIO()
    sheet.save(out, "JPEG", quality=80)
    return out.getvalue()


if __name__ == "__main__":
    bind(sys.argv[1], int(sys.argv[2]))
