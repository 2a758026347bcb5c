"""翻译声明: who interpreted, for whom, from which languages, faithfully and in confidence."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.sections import line, numbered, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, moment_in_words, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.course.papers import InterpreterContents
from app.domain.values.days.moments import local_day

PROMISES = (
    "与各方当事人没有利害关系；有的，已经向各方说明，各方同意由本人翻译；",
    "如实、完整地翻译各方的陈述、调解记录和文书，不增减、不代为表态；",
    "对翻译中知悉的个人隐私、商业秘密和调解内容保密。",
)
HEARD = "当事人声明：上述翻译能够听懂，记录和文书的内容已经翻译给本人，与本人的意思一致。"


def compose(contents: InterpreterContents) -> Form:
    """Compose the statement of one interpreter."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=local_day(contents.held_at),
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: InterpreterContents) -> Iterator[Block]:
    yield from opening(
        title_of(contents), labelled("登记编号", contents.number), f"第{contents.sequence}次调解"
    )
    yield from line("事由", contents.title)
    yield from line("时间", moment_in_words(contents.held_at))
    yield from line("主持单位", contents.committee)
    yield from line("翻译", contents.interpreter)
    yield from line("单位", contents.unit)
    yield from line("当事人使用的语言", listed(contents.languages))
    yield from line("当事人", listed(contents.parties))
    yield Paragraph("本人在上述调解中担任翻译，声明：", keeps_next=True)
    yield from numbered(PROMISES)
    yield Paragraph(HEARD)
    yield signature_places(contents.signers, title_of(contents))
