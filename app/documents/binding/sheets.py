"""The sheet that stands in the place of a file that cannot become pages."""

from __future__ import annotations

from datetime import date

from app.documents.coverage import missing_characters
from app.documents.fonts import FontLibrary
from app.documents.forms.grids import Entry, grid
from app.documents.pages.paper import PaperDocument
from app.documents.pages.paragraphs import Paragraph, title
from app.documents.pages.pdf_file import Facts

_NAME = "附件说明页"
_INSTEAD = "〓"
"""Stands for a sign that no face has (〓 is the printers' own mark for a missing type)."""


def printable(text: str, fonts: FontLibrary) -> str:
    """Give a text with a mark for every sign that could not be printed: names of files hold anything."""
    for missing in missing_characters(text, fonts):
        text = text.replace(missing.character, _INSTEAD)
    return text


def draw_sheet(
    facts: tuple[tuple[str, str], ...], trouble: str, *, fonts: FontLibrary, head: str, day: date
) -> bytes:
    """Draw the sheet: what the file is, by which digest it is known, why it is not here."""
    document = PaperDocument(fonts=fonts, facts=Facts(title=_NAME, day=day), running_head=head)
    entries = [Entry(name, printable(text, fonts), is_wide=True) for name, text in facts]
    document.add(
        title(_NAME),
        Paragraph("下列电子件属于本卷，不能印成页，原件按下列校验值保存在本程序的数据文件夹里。"),
        grid([*entries, Entry("不能成页\n的原因", trouble, is_wide=True)]),
    )
    return document.render()
