"""Make the TrueType files the program prints and shows with, from the fonts that packages bring.

reportlab draws TrueType outlines only, and the Chinese fonts to be had as packages carry CFF outlines; the
Arabic-script font is a variable one, of which reportlab would print the lightest weight. So three files are
made once, on all processors at a time, and kept in the user's cache under a key that changes with the source
and with this converter. Run by the build hook and, in a tree where the hook did not run, by the first start:
``python resources/make_fonts.py``. It stands alone and imports nothing of the program.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import json
import os
import struct
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.varLib.instancer import instantiateVariableFont
from platformdirs import user_cache_path

CONVERTER = "1"
"""Raise it with every change that alters the bytes of a made font: an older file then counts no more."""

FARTHEST = 1.0
"""How far, in thousandths of an em, a quadratic curve may lie from the cubic one it stands for."""

AT_A_TIME = 1500
"""Glyphs per errand of a worker process: small enough that no processor idles at the end."""

STAMP = "made.json"
OUTLINES_TO_DROP = ("CFF ", "VORG", "DSIG")
SMOOTH_AT_EVERY_SIZE = {0xFFFF: 0x000F}


@dataclass(frozen=True, slots=True)
class Font:
    """One file to make: its name, the package that brings the source, and the source's name in it."""

    name: str
    package: str
    source: str

    @property
    def path(self) -> Path:
        """Where the installed package keeps the source; ``SystemExit`` with a sentence if it is absent."""
        found = importlib.util.find_spec(self.package)
        if found is None or not found.submodule_search_locations:
            distribution = self.package.replace("_", "-")
            sys.exit(f"缺少字体来源 {distribution}，请按 README 的安装命令重新安装。")
        return Path(found.submodule_search_locations[0]) / self.source

    def key(self) -> str:
        """Tell this result from every other: a digest of the source's bytes and the converter's version."""
        return hashlib.sha256(CONVERTER.encode() + self.path.read_bytes()).hexdigest()[:20]


FONTS = (
    Font("NotoSerifSC-Regular.ttf", "pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
    Font("NotoSansSC-Regular.ttf", "pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    Font("NotoNaskhArabic-Regular.ttf", "pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf"),
)


@dataclass(frozen=True, slots=True)
class Outline:
    """One glyph in the bytes of a ``glyf`` table, with what the tables beside it want to know."""

    data: bytes
    box: tuple[int, int, int, int]
    points: int
    contours: int


def _read(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()), recalcBBoxes=False, recalcTimestamp=False)


@lru_cache(maxsize=1)
def _kept_open(path: str) -> TTFont:
    return _read(Path(path))


def outlines(path: str, first: int, last: int) -> list[Outline]:
    """Convert the glyphs ``first`` to ``last - 1`` of a CFF font; runs in a worker process."""
    font = _kept_open(path)
    glyphs = font.getGlyphSet()
    made = []
    for name in font.getGlyphOrder()[first:last]:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, FARTHEST, reverse_direction=True))
        glyph = pen.glyph()
        # compile() sets the box of a glyph that has one; a space has neither bytes nor a box.
        data = glyph.compile(None)
        box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) if data else (0, 0, 0, 0)
        points = len(glyph.coordinates) if data else 0
        made.append(Outline(data + bytes(-len(data) % 4), box, points, max(glyph.numberOfContours, 0)))
    return made


def _raw(tag: str, data: bytes) -> DefaultTable:
    table = DefaultTable(tag)
    table.data = data
    return table


def assemble(path: Path, glyphs: list[Outline]) -> bytes:
    """Put converted glyphs in the place of a font's CFF outlines; every character of the source stays."""
    font = _read(path)
    for tag in OUTLINES_TO_DROP:
        if tag in font:
            del font[tag]
    font.sfntVersion = "\0\1\0\0"
    starts = list(accumulate((len(glyph.data) for glyph in glyphs), initial=0))
    font["glyf"] = _raw("glyf", b"".join(glyph.data for glyph in glyphs))
    font["loca"] = _raw("loca", struct.pack(f">{len(starts)}L", *starts))
    font["head"].indexToLocFormat = 1
    _measure(font, glyphs)
    font["gasp"] = newTable("gasp")
    font["gasp"].version = 1
    font["gasp"].gaspRange = SMOOTH_AT_EVERY_SIZE
    kept = BytesIO()
    font.save(kept, reorderTables=False)
    return kept.getvalue()


def _measure(font: TTFont, glyphs: list[Outline]) -> None:
    """Write into ``maxp``, ``head``, ``hhea`` and ``hmtx`` what follows from the new outlines."""
    drawn = [glyph.box for glyph in glyphs if glyph.data]
    head, wide, widths = font["head"], font["hhea"], font["hmtx"]
    head.xMin, head.yMin = min(box[0] for box in drawn), min(box[1] for box in drawn)
    head.xMax, head.yMax = max(box[2] for box in drawn), max(box[3] for box in drawn)
    rights = []
    for name, glyph in zip(font.getGlyphOrder(), glyphs, strict=True):
        advance = widths[name][0]
        widths[name] = (advance, glyph.box[0])
        if glyph.data:
            rights.append(advance - glyph.box[2])
    wide.minLeftSideBearing, wide.minRightSideBearing = head.xMin, min(rights)
    wide.xMaxExtent = head.xMax
    most = font["maxp"]
    most.tableVersion = 0x00010000
    most.maxZones = 1
    most.maxPoints = max(glyph.points for glyph in glyphs)
    most.maxContours = max(glyph.contours for glyph in glyphs)
    for name in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
        "maxSizeOfInstructions", "maxComponentElements", "maxCompositePoints", "maxCompositeContours",
        "maxComponentDepth",
    ):  # fmt: skip
        setattr(most, name, 0)


def regular(path: str) -> bytes:
    """Make the static Regular of a variable font; runs in a worker process."""
    font = _read(Path(path))
    fixed = instantiateVariableFont(font, {"wght": 400, "wdth": 100} if _has_width(font) else {"wght": 400})
    kept = BytesIO()
    fixed.save(kept)
    return kept.getvalue()


def _has_width(font: TTFont) -> bool:
    return any(axis.axisTag == "wdth" for axis in font["fvar"].axes)


def make(fonts: list[Font], workers: Executor) -> Iterator[tuple[Font, bytes]]:
    """Convert all ``fonts`` at once over the workers and hand each out as it is done."""
    parts: dict[Font, list[Future[list[Outline]]]] = {}
    whole: dict[Font, Future[bytes]] = {}
    for font in fonts:
        path = font.path
        opened = _read(path)
        if "fvar" in opened:
            whole[font] = workers.submit(regular, str(path))
            continue
        count = opened["maxp"].numGlyphs
        parts[font] = [
            workers.submit(outlines, str(path), first, min(first + AT_A_TIME, count))
            for first in range(0, count, AT_A_TIME)
        ]
    for font, promised in whole.items():
        yield font, promised.result()
    for font, pieces in parts.items():
        yield font, assemble(font.path, [glyph for piece in pieces for glyph in piece.result()])


def write(path: Path, data: bytes) -> None:
    """Put a whole file in place or none: a start that is cut off leaves no half font behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def made_before(folder: Path) -> dict[str, str]:
    """Read which key each file of ``folder`` was made under; empty if nothing was."""
    try:
        kept = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(key) for name, key in kept.items() if (folder / name).is_file()}


def bring(folder: Path, cache: Path) -> list[str]:
    """Fill ``folder`` with every font: those already right stay, those cached are copied, the rest are made.

    Answers with one sentence per font that was not there before.
    """
    keys = {font: font.key() for font in FONTS}
    before = made_before(folder)
    wanted = [font for font in FONTS if before.get(font.name) != keys[font]]
    said = []
    for font in list(wanted):
        cached = cache / keys[font] / font.name
        if cached.is_file():
            write(folder / font.name, cached.read_bytes())
            wanted.remove(font)
            said.append(f"{font.name} 取自缓存。")
    if wanted:
        print(f"首次使用，正在制作字体（{len(wanted)} 个，约需半分钟）…", flush=True)
        started = time.monotonic()
        with ProcessPoolExecutor(min(os.cpu_count() or 1, 8), mp_context=get_context("spawn")) as workers:
            for font, data in make(wanted, workers):
                write(folder / font.name, data)
                # A cache that cannot be written (read-only home) only costs the next install its half minute.
                with contextlib.suppress(OSError):
                    write(cache / keys[font] / font.name, data)
                said.append(f"{font.name} 已制作（第 {time.monotonic() - started:.0f} 秒）。")
                print(said[-1], flush=True)
    write(folder / STAMP, json.dumps({font.name: key for font, key in keys.items()}, indent=1).encode())
    return said


def main() -> None:
    """Make the fonts into the folder beside this file, or into the one named."""
    here = Path(__file__).resolve().parent / "fonts"
    options = argparse.ArgumentParser(description="制作程序所用的字体文件")
    options.add_argument("--into", type=Path, default=here, help="目标文件夹")
    kept = user_cache_path("maplebridge") / "fonts"
    options.add_argument("--cache", type=Path, default=kept, help="缓存文件夹")
    given = options.parse_args()
    bring(given.into, given.cache)


if __name__ == "__main__":
    main()
