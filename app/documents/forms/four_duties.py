"""四包责任记录 of one case: the case, then each duty: owners, measures, dates, outcome and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.sections import heading, opening
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Together
from app.documents.pages.signing import SealPlace
from app.domain.contents.duties import DutyPart, ExtensionPart, FourDutiesContents
from app.domain.values.chinese_numbers import count_in_words
from app.domain.values.days.calendar_days import day_in_words

_WHOLE_UP_TO = 300  # characters: a duty told in as many stands on one page


def compose(contents: FourDutiesContents) -> Form:
    """Compose the record of one case."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.organisation,
        day=contents.printed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: FourDutiesContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield grid(_case(contents))
    for position, duty in enumerate(contents.duties, start=1):
        blocks = (heading(f"{count_in_words(position)}、{duty.duty}"), grid(_duty(duty)))
        if len(duty.measures) + len(duty.outcome) <= _WHOLE_UP_TO:
            yield Together(blocks)
        else:
            yield from blocks
    if contents.discharged_on is not None or contents.discharge_note.strip():
        yield heading("销号")
        yield grid(_discharge(contents))
    yield SealPlace(contents.organisation, day_in_words(contents.printed_on))


def _case(contents: FourDutiesContents) -> Iterator[Entry]:
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("纠纷类型", contents.dispute_type)
    yield Entry("登记日期", day_in_words(contents.registered_on))
    yield Entry("案件来源", contents.source)
    yield Entry("风险等级", contents.risk)
    yield Entry("办理层级", contents.tier)
    yield Entry("涉及人数", f"{contents.headcount}人" if contents.headcount else "")
    yield Entry("当事人", "\n".join(contents.parties), is_wide=True)
    yield Entry(contents.words.mediator, listed(contents.mediators), is_wide=True)
    yield Entry("纠纷简要\n情\u3000\u3000况", contents.facts, is_wide=True)


def _duty(duty: DutyPart) -> Iterator[Entry]:
    yield Entry("责任领导", duty.lead_official)
    yield Entry("责任单位", duty.responsible_unit)
    yield Entry("责任人", duty.responsible_person)
    yield Entry("办理状态", duty.status)
    yield Entry("协办单位", listed(duty.co_units), is_wide=True)
    yield Entry("办理措施", duty.measures, is_wide=True)
    yield Entry("办理时限", day_in_words(duty.due_on) if duty.due_on else "")
    yield Entry("完成日期", day_in_words(duty.completed_on) if duty.completed_on else "")
    yield Entry("延期情况", "\n".join(map(_extension, duty.extensions)), is_wide=True)
    yield Entry("办理结果", duty.outcome, is_wide=True)
    yield Entry("由调解员\n回访的理由", duty.same_person_reason, is_wide=True)
    yield Entry("佐证材料", listed(duty.evidence), is_wide=True)


def _extension(extension: ExtensionPart) -> str:
    return (
        f"由{day_in_words(extension.previous_due)}延至{day_in_words(extension.new_due)}；"
        f"理由：{extension.reason}；批准人：{extension.approver}；"
        f"批准日期：{day_in_words(extension.approved_on)}。"
    )


def _discharge(contents: FourDutiesContents) -> Iterator[Entry]:
    yield Entry(
        "销号日期", day_in_words(contents.discharged_on) if contents.discharged_on else "", is_wide=True
    )
    yield Entry("销号说明", contents.discharge_note, is_wide=True)
