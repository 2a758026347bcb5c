"""吹哨单: the call, who reported in, what was done, and the rating."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid, listing
from app.documents.forms.sections import heading, opening
from app.documents.forms.watch.office import PRINTED
from app.documents.forms.wording import labelled, moment_in_words
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.pages.signing import SIGNATURE_ONLY, SignaturePlace, SignaturePlaces
from app.documents.pages.tables import Cell, Row
from app.domain.contents.watch import CalledUnitPart, WhistleContents
from app.domain.values.days.calendar_days import day_in_words

_COLUMNS = (60, 150, 130, 100)


def compose(contents: WhistleContents) -> Form:
    """Compose the note of a whistle."""
    return Form(
        title=contents.kind.term,
        number=contents.number,
        issuer=contents.organisation,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: WhistleContents) -> Iterator[Block]:
    yield from opening(contents.kind.term, labelled("登记编号", contents.number))
    yield grid(_call(contents))
    yield heading("报到情况")
    yield listing(_COLUMNS, ("分工", "单位", "报到时间", "到场人"), [_unit(unit) for unit in contents.units])
    told = list(_done(contents))
    if any(entry.text.strip() for entry in told):
        yield heading("处置和评价")
        yield grid(told)
    yield SignaturePlaces(
        [
            SignaturePlace(role=role, name=name, manner=SIGNATURE_ONLY, has_fingerprint=False)
            for role, name in (("吹哨人", contents.caller), ("牵头单位", ""))
        ]
    )
    yield Paragraph(day_in_words(contents.printed_on), PRINTED)


def _call(contents: WhistleContents) -> Iterator[Entry]:
    yield Entry("事项", contents.about, is_wide=True)
    yield Entry("吹哨单位", contents.from_unit)
    yield Entry("吹哨人", contents.caller)
    yield Entry("方式", contents.direction, is_wide=True)
    yield Entry("地点", contents.place, is_wide=True)
    yield Entry("需要解决\n的问题", contents.need, is_wide=True)
    yield Entry("吹哨时间", moment_in_words(contents.blown_at), is_wide=True)
    yield Entry("报到时限", moment_in_words(contents.arrive_by), is_wide=True)


def _unit(unit: CalledUnitPart) -> Row:
    arrived = moment_in_words(unit.arrived_at) if unit.arrived_at is not None else ""
    return Row([Cell(unit.role), Cell(unit.name), Cell(arrived), Cell(unit.arrived_person)])


def _done(contents: WhistleContents) -> Iterator[Entry]:
    yield Entry("处置情况", contents.measures, is_wide=True)
    yield Entry("处置结果", contents.result, is_wide=True)
    yield Entry("处置日期", day_in_words(contents.handled_on) if contents.handled_on else "", is_wide=True)
    yield Entry("末端评价", contents.rating)
    yield Entry("评价日期", day_in_words(contents.rated_on) if contents.rated_on else "")
    yield Entry("评价说明", contents.rating_note, is_wide=True)
    yield Entry("撤回日期", day_in_words(contents.withdrawn_on) if contents.withdrawn_on else "")
    yield Entry("撤回原因", contents.withdraw_reason, is_wide=True)
