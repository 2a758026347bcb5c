"""Reading lists that people keep as workbooks or comma-separated text, as rows of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from app.domain.errors import InvalidInput

_LARGEST = 50 * 1024 * 1024
_MOST_ROWS = 200_000
_ENCODINGS = ("utf-8-sig", "gb18030")

Cells = tuple[str, ...]


def read_rows(path: Path) -> tuple[Cells, ...]:
    """Read the first sheet of an .xlsx, or a .csv in UTF-8 or GB18030; empty rows are left out.

    Raises InvalidInput ``list.unreadable`` (another kind of file, damaged), ``list.too_large``.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InvalidInput("list.too_large", field="file", name=path.name)
        rows = _workbook(path) if path.suffix.lower() in {".xlsx", ".xlsm"} else _separated(path)
        kept = []
        for row in rows:
            if any(row):
                kept.append(row)
            if len(kept) > _MOST_ROWS:
                raise InvalidInput("list.too_large", field="file", name=path.name)
    except (OSError, BadZipFile, KeyError, ValueError, csv.Error) as error:
        raise InvalidInput("list.unreadable", field="file", name=path.name) from error
    return tuple(kept)


def _workbook(path: Path) -> Iterator[Cells]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(values_only=True):
            yield tuple(_cell(value) for value in row)
    finally:
        book.close()


def _separated(path: Path) -> Iterator[Cells]:
    raw = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        for row in csv.reader(io.StringIO(text)):
            yield tuple(cell.strip() for cell in row)
        return
    raise ValueError(path.name)


def _cell(value: object) -> str:
    """Write a cell as the sheet shows it: whole numbers without a point, days as days."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if not (value.hour or value.minute) else value.isoformat(" ", "minutes")
        )
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
