"""The fonts of paper and screen: which files there must be, and making them where the build did not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app.archive.resources import fonts_folder, resource_path
from app.domain.errors import StorageRefusal

SERIF = "NotoSerifSC-Regular.ttf"
SANS = "NotoSansSC-Regular.ttf"
ARABIC = "NotoNaskhArabic-Regular.ttf"
FONT_FILES = (SERIF, SANS, ARABIC)
"""Body, headings and screen, and the Arabic script that covers Uyghur."""


def absent_fonts(folder: Path | None = None) -> tuple[str, ...]:
    """Name the font files that are not there; empty in every whole installation."""
    looked_in = folder or fonts_folder()
    return tuple(name for name in FONT_FILES if not (looked_in / name).is_file())


def make_absent_fonts(announce: Callable[[str], None]) -> None:
    """Make the fonts that are not there, about half a minute once, and announce each step in a line.

    For a source tree that was opened without being installed. StorageRefusal ``fonts.not_made`` carries the
    last line the maker said; without fonts nothing may be printed, so a start goes no further.
    """
    if not absent_fonts():
        return
    script = resource_path("make_fonts.py")
    # A process of its own, as at build time: the maker's workers find it by name on every system.
    maker = subprocess.Popen(  # noqa: S603 - our own script, no argument from outside
        [sys.executable, "-X", "utf8", str(script)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    said = ""
    with maker:
        for line in maker.stdout or ():
            said = line.strip() or said
            announce(line.rstrip())
    if maker.returncode or absent_fonts():
        raise StorageRefusal("fonts.not_made", reason=said)
