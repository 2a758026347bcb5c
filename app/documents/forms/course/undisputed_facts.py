"""无争议事实记载: what all sides confirm in writing, so that it need not be proven again."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, line, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, moment_in_words, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.course.papers import UndisputedFactsContents
from app.domain.values.days.moments import local_day

MEANING = (
    "各方确认：上列事实没有争议，经各方签名后，在其他程序中除有相反证据足以推翻的以外，可以不再举证。"
    "为达成调解所作的妥协和让步不属于无争议事实，本记载不包括。"
)


def compose(contents: UndisputedFactsContents) -> Form:
    """Compose the record that all sides sign."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=local_day(contents.held_at),
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: UndisputedFactsContents) -> Iterator[Block]:
    yield from opening(
        title_of(contents), labelled("登记编号", contents.number), f"第{contents.sequence}次调解"
    )
    yield from line("纠纷名称", contents.title)
    yield from line("记载时间", moment_in_words(contents.held_at))
    yield from line("主持单位", contents.committee)
    yield heading("当事人：")
    yield from party_paragraphs(contents.parties)
    yield heading("各方没有争议的事实：")
    yield Paragraph(contents.facts)
    yield Paragraph(MEANING)
    yield signature_places(contents.signers, title_of(contents))
