"""Which forms may be issued of a case now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from app.domain.disputes.channels.papers import title_in
from app.domain.disputes.states import CaseState
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder


@dataclass(frozen=True, slots=True)
class FormChoice:
    """A form that the case's state permits; ``subject_id`` is the session it records."""

    kind: DocumentKind
    text: str
    subject_id: UUID | None = None

    @property
    def key(self) -> str:
        """Name the choice."""
        return f"{self.kind.value}/{self.subject_id or ''}"


def permitted(desk: Desk, folder: CaseFolder) -> tuple[FormChoice, ...]:
    """Give the forms that the state of a case permits; the agreement is issued in its own pane."""
    case, say = folder.case, desk.translator.text
    is_accepted = case.accepted_on is not None
    legal = (
        (DocumentKind.APPLICATION, not case.is_initiative),
        (DocumentKind.ACCEPTANCE_REGISTER, is_accepted),
        (DocumentKind.RIGHTS_NOTICE, case.non_acceptance_reason is None),
        (DocumentKind.NON_ACCEPTANCE, case.non_acceptance_reason is not None),
        (DocumentKind.TERMINATION, case.termination_reason is not None),
        (DocumentKind.WITHDRAWAL, case.state is CaseState.WITHDRAWN),
        (DocumentKind.FOUR_DUTIES, True),
    )
    if case.state is CaseState.ARCHIVED:
        return ()
    named = partial(title_in, folder.channel)
    plain = tuple(FormChoice(kind, say(named(kind))) for kind, is_legal in legal if is_legal)
    records = tuple(
        FormChoice(
            DocumentKind.SESSION_RECORD,
            say("{kind}（第 {n} 次）", kind=say(named(DocumentKind.SESSION_RECORD)), n=session.sequence),
            session.id,
        )
        for session in folder.sessions
    )
    handed = tuple(
        FormChoice(
            DocumentKind.TRANSFER,
            say("{kind}（{receiver}）", kind=say(DocumentKind.TRANSFER.term), receiver=entry.receiver),
            entry.id,
        )
        for entry in case.transfers
        if entry.receiver
    )
    spoken = tuple(
        FormChoice(DocumentKind.ORAL_REGISTER, say(DocumentKind.ORAL_REGISTER.term), oral.id)
        for oral in folder.oral_agreements
    )
    served = tuple(
        FormChoice(
            DocumentKind.SERVICE_ADDRESS,
            say("{kind}（{name}）", kind=say(DocumentKind.SERVICE_ADDRESS.term), name=party.name),
            party.id,
        )
        for party in case.parties
    )
    return (*plain, *handed, *spoken, *served, *records, *_of_performance(desk, folder))


def _of_performance(desk: Desk, folder: CaseFolder) -> Iterator[FormChoice]:
    """Offer a receipt for each entry that stands and a record for each visit made; letters go out once."""
    say, day = desk.translator.text, desk.formats.day
    for plan in folder.performance.plans:
        for receipt in plan.receipts:
            if receipt.reverses_id is None and not plan.is_reversed(receipt):
                kind = DocumentKind.PERFORMANCE_RECEIPT
                text = say("{kind}（{day}）", kind=say(kind.term), day=day(receipt.received_on))
                yield FormChoice(kind, text, receipt.id)
    for visit in folder.performance.visits:
        if visit.visited_on is not None:
            kind = DocumentKind.FOLLOW_UP_RECORD
            text = say("{kind}（{day}）", kind=say(kind.term), day=day(visit.visited_on))
            yield FormChoice(kind, text, visit.id)
