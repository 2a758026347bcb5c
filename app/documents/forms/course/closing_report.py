"""调解结案报告表: a finished case on one sheet, for whoever approves its closing."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.grids import Entry, grid
from app.documents.forms.sections import opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.pages.flow import Block
from app.domain.contents.course.papers import ClosingReportContents
from app.domain.values.days.calendar_days import day_in_words


def compose(contents: ClosingReportContents) -> Form:
    """Compose the report."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.closed_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: ClosingReportContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield grid(_entries(contents))
    yield signature_places(contents.signers, title_of(contents))


def _entries(contents: ClosingReportContents) -> Iterator[Entry]:
    def day(name: str, value: object) -> Entry:
        return Entry(name, str(value))

    yield Entry("卷号", contents.file_number, is_wide=True)
    yield Entry("承办单位", contents.committee, is_wide=True)
    yield Entry("承办人", listed(contents.mediators), is_wide=True)
    yield Entry("纠纷名称", contents.title, is_wide=True)
    yield Entry("纠纷类型", contents.dispute_type)
    yield Entry("案件来源", contents.source)
    yield day("收到日期", day_in_words(contents.received_on))
    if contents.accepted_on is not None:
        yield day("受理日期", day_in_words(contents.accepted_on))
    yield Entry("当事人", "\n".join(contents.parties), is_wide=True)
    yield Entry("纠纷简要\n情\u3000\u3000况", contents.facts, is_wide=True)
    yield Entry("当事人请求", contents.requests, is_wide=True)
    yield Entry("处理结果", contents.outcome, is_wide=True)
    terms = contents.terms
    numbered = [f"{n}. {text}" for n, text in enumerate(terms, start=1)] if len(terms) > 1 else list(terms)
    yield Entry("协议内容", "\n".join(numbered), is_wide=True)
    if contents.performed_on is not None:
        yield day("履行完毕", day_in_words(contents.performed_on))
    yield Entry("履行情况", contents.performance, is_wide=True)
    if contents.followed_up_on is not None:
        yield day("回访日期", day_in_words(contents.followed_up_on))
    yield day("结案日期", day_in_words(contents.closed_on))
