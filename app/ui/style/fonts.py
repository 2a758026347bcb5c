"""Fonts: the families the design names, with our bundled ones as the last resort."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

_WANTED = (
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans SC",
    "Noto Sans Arabic",
    "Microsoft Uighur",
    "UKIJ Tuz",
    "Noto Naskh Arabic",
)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register every font file of ``folder``; return the family names they brought."""
    brought: list[str] = []
    for path in sorted(folder.glob("*.[to]tf")):
        handle = QFontDatabase.addApplicationFont(str(path))
        if handle >= 0:
            brought.extend(QFontDatabase.applicationFontFamilies(handle))
    return tuple(dict.fromkeys(brought))


def families(brought: tuple[str, ...]) -> list[str]:
    """Return the families to set on the application, best first.

    Only families this PC has are named: asking for absent ones costs a search at every
    new font, and Qt warns about it.
    """
    present = set(QFontDatabase.families())
    known = [name for name in _WANTED if name in present]
    rest = [name for name in brought if name not in known and "Serif" not in name]
    return known + rest or [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
