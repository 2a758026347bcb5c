"""人民调解回访记录 (F10): the parties, the agreement, when, what was found, and who asked."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.faces.tick_boxes import choice
from app.documents.forms.form import Form
from app.documents.forms.sections import heading, inline, line, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, title_of
from app.documents.lines.styles import label
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.performance.papers import FollowUpContents
from app.domain.duties.follow_up.visits import Litigation, Satisfaction
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.termed import Termed


def compose(contents: FollowUpContents) -> Form:
    """Compose the record of one visit."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=contents.visited_on,
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: FollowUpContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield heading("当事人：")
    for side in contents.parties:
        yield Paragraph(side)
    yield from line("调解协议编号", contents.agreement_number)
    yield from line("回访事由", contents.matter)
    yield from line("回访时间", day_in_words(contents.visited_on))
    yield from line("回访方式", contents.manner)
    yield from line("回访对象", listed(contents.visited))
    yield heading("回访情况：")
    yield from inline("履行情况", contents.performance)
    yield _ticked("满意度", Satisfaction, contents.satisfaction)
    yield from inline("当事人原话", contents.said)
    yield _ticked("是否起诉", Litigation, contents.litigation)
    yield from inline("诉讼或判决情况", contents.litigation_note)
    risk = choice(
        ("没有新的隐患", "有新的隐患"), ("有新的隐患" if contents.has_new_risk else "没有新的隐患",)
    )
    yield Paragraph([label("激化或隐患："), risk])
    yield from inline("隐患情况", contents.risk_note)
    yield from inline("遗留问题", contents.remains)
    yield from inline("采取措施", contents.measures)
    yield from inline("协议当日回访的理由", contents.same_day_reason)
    yield from inline("由调解员回访的理由", contents.same_person_reason)
    yield signature_places(contents.signers, title_of(contents))


def _ticked(name: str, kind: type[Termed], chosen: str) -> Paragraph:
    terms = [member.term for member in kind]
    if chosen.strip() and chosen not in terms:
        terms.append(chosen)
    return Paragraph([label(f"{name}："), choice(terms, (chosen,))])
