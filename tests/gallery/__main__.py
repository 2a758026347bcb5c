"""Count what is wrong in a gallery: ``python -m tests.gallery DIR`` of ``main.py render --all-kinds DIR``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.gallery.quality import Counts, Fault


def main(folder: Path) -> int:
    """Print the counts, then every fault; 1 where there is any."""
    counts = Counts()
    for path in sorted(folder.glob("*.pdf")):
        counts.look_at(path.name, path.read_bytes(), is_ours=path.stem != "case_file")
    print(f"papers {counts.papers}, pages {counts.pages}, lines {counts.lines}")
    found = counts.by_fault()
    for fault in Fault:
        print(f"{fault.value:24} {found[fault]}")
    print(f"{'one-character lines':24} {counts.lone_characters} (told, not counted as a fault)")
    for fault, name, page, text in counts.faults:
        print(f"{name} page {page}: {fault.value}: {text}")
    return int(bool(counts.faults))


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
