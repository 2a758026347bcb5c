"""卷宗封面 (F12) and 封底 (F15): what is read of a file while it is closed."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.lines.styles import NOTE, Align, TextStyle
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph, title
from app.documents.pages.signing import SealPlace
from app.documents.phrases import phrase
from app.domain.contents.case_file.papers import FileBackCoverContents, FileCoverContents
from app.domain.values.chinese_numbers import count_in_words
from app.domain.values.days.calendar_days import day_in_words

_NAME = TextStyle(size=18, leading=30, align=Align.CENTRED, above=24)
_YEAR = TextStyle(size=16, leading=28, align=Align.CENTRED, below=30)
_COUNT = TextStyle(size=18, leading=32, align=Align.CENTRED, above=24, below=12)
_HIGH = TextStyle(leading=96)
"""A blank line over the title of a cover, so that it stands where the eye looks first."""
_ROW = 46.0
"""Points of a row of the cover: room to write by hand."""


def compose_cover(contents: FileCoverContents) -> Form:
    """Compose the cover."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.printed_on,
        blocks=list(_cover(contents)),
    )


def compose_back(contents: FileBackCoverContents) -> Form:
    """Compose the back cover."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.printed_on,
        blocks=list(_back(contents)),
    )


def _cover(contents: FileCoverContents) -> Iterator[Block]:
    yield Paragraph("\u3000", _HIGH)
    yield Paragraph(contents.committee, _NAME, keeps_next=True)
    yield title(title_of(contents))
    yield Paragraph(contents.year, _YEAR)
    yield grid(_told(contents), min_height=_ROW)
    yield Paragraph(labelled("制作日期", day_in_words(contents.printed_on)), NOTE)


def _told(contents: FileCoverContents) -> Iterator[Entry]:
    yield Entry("卷\u3000\u3000名", contents.title, is_wide=True)
    yield Entry("卷\u3000\u3000号", contents.file_number, is_wide=True)
    yield Entry(contents.words.mediator, listed(contents.mediators), is_wide=True)
    days = [day_in_words(day) for day in (contents.mediated_from, contents.mediated_to) if day is not None]
    yield Entry("调解日期", "至".join(days), is_wide=True)
    yield Entry("结\u3000\u3000果", contents.outcome, is_wide=True)
    yield Entry("立卷人", contents.compiler)
    yield Entry("立卷日期", day_in_words(contents.compiled_on) if contents.compiled_on else "")
    yield Entry("保管期限", contents.retention)
    yield Entry("存放位置", contents.shelf_mark)
    yield Entry("备\u3000\u3000注", contents.note, is_wide=True)


def _back(contents: FileBackCoverContents) -> Iterator[Block]:
    yield Paragraph("\u3000", _HIGH)
    yield title(contents.kind.term)
    words = f"本卷共{count_in_words(contents.papers)}份材料，{count_in_words(contents.page_count)}页"
    yield Paragraph(f"{words}（{contents.papers}份，{contents.page_count}页）。", _COUNT)
    if contents.binder.strip():
        yield Paragraph(f"装订人：{contents.binder}", _COUNT)
    yield Paragraph(phrase(contents, "seal"), _COUNT)
    yield SealPlace(contents.committee, day_in_words(contents.printed_on))
