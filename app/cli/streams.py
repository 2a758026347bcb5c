"""How the terminal is written to: every character arrives, whatever the machine's code page."""

from __future__ import annotations

import io
import sys


def speak_plainly() -> None:
    """Write UTF-8 into files and pipes; a screen that lacks a character shows its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        # Without a console (pythonw) there is no stream, and a test may have put another thing there.
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
