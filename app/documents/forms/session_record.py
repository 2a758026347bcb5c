"""人民调解记录 (F7): when, where, who, what each side said, and one of three results."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.faces.tick_boxes import choice, tick
from app.documents.forms.form import Form
from app.documents.forms.party_blocks import party_paragraphs
from app.documents.forms.sections import heading, inline, line, opening, section
from app.documents.forms.signing_places import signature_places
from app.documents.forms.wording import closed, labelled, listed, span_in_words, title_of
from app.documents.lines.styles import UNINDENTED, label
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.documents.phrases import phrase
from app.domain.contents.forms import ParticipantPart, SessionContents
from app.domain.mediation.sessions import SessionResult
from app.domain.settlements.wording import sum_in_words
from app.domain.values.days.moments import local_day


def compose(contents: SessionContents) -> Form:
    """Compose the record of one session."""
    return Form(
        title=title_of(contents),
        number=contents.number,
        issuer=contents.committee,
        day=local_day(contents.held_at),
        blocks=list(_blocks(contents)),
    )


def _blocks(contents: SessionContents) -> Iterator[Block]:
    yield from opening(
        title_of(contents), labelled("登记编号", contents.number), f"第{contents.sequence}次调解"
    )
    yield from line("时间", span_in_words(contents.held_at, contents.ended_at))
    yield from line("地点", contents.place)
    yield from line("事由", contents.matter)
    yield from line("调解方式", choice(("公开", "不公开"), ("公开" if contents.is_public else "不公开",)))
    yield heading("当事人：")
    yield from party_paragraphs(contents.parties)
    yield from line("参加人", listed(map(_participant, contents.participants)))
    yield from line(contents.words.mediator, listed(contents.mediators))
    yield from line("记录人", contents.recorder)
    told = phrase(contents, "told", host=contents.words.host, act=contents.words.act)
    yield Paragraph(tick(told, is_ticked=contents.rights_told))
    yield from _record(contents)
    yield from _result(contents)
    yield from _fee(contents)
    yield Paragraph(phrase(contents, "confirmed"))
    yield signature_places(contents.signers, title_of(contents))


def _fee(contents: SessionContents) -> Iterator[Block]:
    """Tell the fee agreed in a channel that may charge; people's mediation has none (art. 4)."""
    if contents.fee is None:
        return
    yield from line("调解费", sum_in_words(contents.fee))
    yield from inline("收费依据", contents.fee_basis)
    yield from inline("由谁承担", contents.fee_payers)


def _participant(part: ParticipantPart) -> str:
    about = "，".join(text for text in (part.role, part.unit) if text.strip())
    return f"{part.name}（{about}）" if about else part.name


def _record(contents: SessionContents) -> Iterator[Block]:
    if contents.statements or contents.record.strip():
        yield heading("调解记录：")
    for statement in contents.statements:
        yield Paragraph([label(f"{statement.label}{closed(statement.name)}："), statement.text])
    if contents.record.strip():
        yield Paragraph(contents.record)
    yield from section("各方无争议的事实：", contents.undisputed_facts)


def _result(contents: SessionContents) -> Iterator[Block]:
    terms = [result.term for result in SessionResult]
    if contents.result.strip() and contents.result not in terms:
        terms.append(contents.result)
    yield Paragraph([label("调解结果："), choice(terms, (contents.result,))], UNINDENTED)
    yield from inline("说明", contents.result_note)
    if contents.routes_told or contents.result == SessionResult.FAILED.term:
        yield Paragraph(tick(phrase(contents, "routes"), is_ticked=contents.routes_told))
