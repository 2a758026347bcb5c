"""人民调解调查记录 (F5): when, where, who asked whom, and what was said; every page is signed."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.forms.form import Form
from app.documents.forms.sections import heading, line, opening
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import labelled, listed, span_in_words, title_of
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.course.papers import InvestigationContents
from app.domain.values.days.moments import local_day

CONFIRMED = "以上记录已由被调查人阅读或者向被调查人宣读，与其所述一致。记录有多页的，每页签名或者按指印。"


def compose(contents: InvestigationContents) -> Form:
    """Compose the record of one investigation."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=local_day(contents.held_at),
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: InvestigationContents) -> Iterator[Block]:
    yield from opening(title_of(contents), labelled("登记编号", contents.number))
    yield from line("时间", span_in_words(contents.held_at, contents.ended_at))
    yield from line("地点", contents.place)
    yield from line("事由", contents.matter)
    yield from line("被调查人", contents.asked)
    yield from line("被调查人情况", contents.asked_about)
    yield from line("在场人", contents.present)
    yield from line("调查人", listed(contents.investigators))
    yield from line("记录人", contents.recorder)
    yield heading("记录：")
    for said in contents.record.splitlines():
        yield Paragraph(said)
    yield Paragraph(CONFIRMED)
    yield signature_places(contents.signers, title_of(contents))
