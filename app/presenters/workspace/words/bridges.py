"""What may still be asked of the police, or was asked, as a card of the overview."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.duties.bridges.security import BASIS
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.cards import CardAct, Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.bridges.handing_in import handed_in, standing, submission_words
from app.presenters.workspace.forms.bridges.menu import bridge_entries, traffic_clock_of


def bridge_cards(desk: Desk, folder: CaseFolder) -> Iterator[OverviewCard]:
    """Give the card of a case that touches the police; other cases have none."""
    acts = tuple(CardAct(key, text) for key, text in bridge_entries(desk.translator, folder))
    lines = tuple(_lines(desk, folder, may_apply=bool(acts)))
    if lines:
        yield OverviewCard(
            key="bridges", title=desk.translator.text("与公安机关衔接"), lines=lines, acts=acts
        )


def _lines(desk: Desk, folder: CaseFolder, *, may_apply: bool) -> Iterator[Line]:
    say = desk.translator.text
    clock = traffic_clock_of(folder)
    if clock is not None:
        yield Line(say("共同申请交警调解"), clock.explanation, "warn")
    for kind in (DocumentKind.TRAFFIC_REQUEST, DocumentKind.SECURITY_APPLICATION):
        paper = standing(folder, kind)
        if paper is not None:
            yield Line(say("已出具"), _issued(desk, paper))
            may_apply = False
            known = handed_in(folder, kind)
            if known is None:
                yield Line(say("递交"), say("签名后交去，交了再记下"), "warn")
            else:
                yield Line(say("已递交"), submission_words(desk, known))
    if may_apply and clock is None:
        yield Line(
            say("共同书面申请"), say("已履行，双方可以共同申请公安机关认可（{article}）", article=BASIS)
        )


def _issued(desk: Desk, paper: IssuedDocument) -> str:
    return GAP.join((desk.formats.moment(paper.issued_at), desk.translator.text(paper.title)))
