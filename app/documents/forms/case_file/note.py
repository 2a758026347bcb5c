"""卷宗情况说明 (F14): what is missing and why, what was noted after the archive, who bound and checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.sections import heading, numbered, opening, section
from app.documents.forms.wording import labelled
from app.documents.lines.styles import NOTE
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.case_file.papers import FileNoteContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: FileNoteContents) -> Form:
    """Compose the note."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.committee,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: FileNoteContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield Paragraph(labelled("卷名", contents.title))
    yield Paragraph(contents.summary)
    yield heading(phrase(contents, "missing"))
    if contents.missing:
        yield from numbered(contents.missing)
    else:
        yield Paragraph(phrase(contents, "nothing"))
    if contents.left_out:
        yield heading(phrase(contents, "left_out"))
        yield from numbered(contents.left_out)
    yield from section("情况说明：", contents.remarks)
    yield from section("原件存放：", contents.originals)
    if contents.signings:
        yield heading("签署情况：")
        yield from numbered(contents.signings)
    if contents.annotations:
        yield heading(phrase(contents, "annotations"))
        for entry in contents.annotations:
            yield Paragraph(f"{day_in_words(entry.noted_on)}，{entry.name}：{entry.text}")
    yield grid(_hands(contents))
    yield Paragraph(labelled("制作日期", day_in_words(contents.printed_on)), NOTE)


def _hands(contents: FileNoteContents) -> Iterator[Entry]:
    yield Entry("立卷人", contents.compiler or "\u3000")
    yield Entry("立卷日期", _day(contents.compiled_on))
    yield Entry("检查人", contents.checker or "\u3000")
    yield Entry("检查日期", _day(contents.checked_on))


def _day(day: date | None) -> str:
    return day_in_words(day) if day is not None else "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
