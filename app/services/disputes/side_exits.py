"""What may be done to a case beside its steps, each in one transaction, on the version the user saw."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes import side_steps, steps
from app.domain.disputes.case_parties import ConsentInquiry
from app.domain.disputes.cases import Case, TerminationReason
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.disputes.turns import HandOver, PoliceReport, Transfer
from app.domain.errors import InvalidInput
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.disputes.turning import Turning
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.moving import (
    circumstances,
    log_move,
)
from app.services.transactions.numbered import Issue, number_and_freeze


class SideExits(Turning):
    """Raises, hands over, reports and ends; ``version`` is that of the case the user saw."""

    # in any open state
    def escalate(
        self,
        case_id: UUID,
        *,
        tier: str,
        risk: RiskLevel,
        reason: str,
        on: date,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Raise a case to a higher tier or risk, with the reason."""
        self._not_in_future(on)
        return self._turn(
            case_id,
            lambda case, _around: side_steps.escalate(case, tier=tier, risk=risk, reason=reason, on=on),
            event=CaseEvent.UPGRADE,
            act="case.escalated",
            actor=actor,
            version=version,
            note=reason,
        )

    def transfer(
        self,
        case_id: UUID,
        receiver: str,
        *,
        reason: str,
        papers: tuple[str, ...],
        on: date,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Hand a case to another organisation; the letter is issued apart (``DocumentKind.TRANSFER``)."""
        self._not_in_future(on)
        handed = Transfer(id=new_id(), on=on, receiver=receiver.strip(), reason=reason, papers=papers)
        return self._turn(
            case_id,
            lambda case, _around: side_steps.transfer(case, handed),
            event=CaseEvent.TRANSFER,
            act="case.transferred",
            actor=actor,
            version=version,
            note=f"{handed.receiver}：{reason}",
        )

    def take_back(self, case_id: UUID, *, reason: str, on: date, actor: Actor, version: int) -> Done[Case]:
        """Take a case back that another organisation held."""
        self._not_in_future(on)
        back = Transfer(id=new_id(), on=on, reason=reason)
        return self._turn(
            case_id,
            lambda case, _around: side_steps.take_back(case, back),
            event=CaseEvent.TAKE_BACK,
            act="case.taken_back",
            actor=actor,
            version=version,
            note=reason,
        )

    def report_to_police(
        self, case_id: UUID, report: PoliceReport, *, actor: Actor, version: int
    ) -> Done[Case]:
        """Record what was reported at once to the police or another organ (人民调解法 art. 25)."""
        if report.at > self._clock.now():
            raise InvalidInput("date.in_future", field="at", day=local_day(report.at).isoformat())
        return self._turn(
            case_id,
            lambda case, _around: side_steps.report_to_police(case, report),
            event=CaseEvent.REPORT_TO_POLICE,
            act="case.reported",
            actor=actor,
            version=version,
            note=f"{report.receiver}：{report.told}",
        )

    # ways out
    def withdraw(
        self, case_id: UUID, party_id: UUID, *, reason: str, on: date, actor: Actor, version: int
    ) -> Done[Case]:
        """Record that a party withdrew its application; nothing runs any more."""
        self._not_in_future(on)
        return self._turn(
            case_id,
            lambda case, around: side_steps.withdraw(
                case, party_id=party_id, reason=reason, on=on, around=around
            ),
            event=CaseEvent.WITHDRAW,
            act="case.withdrawn",
            actor=actor,
            version=version,
            note=reason,
        )

    def guide_out(
        self,
        case_id: UUID,
        *,
        reason: str,
        hand_overs: tuple[HandOver, ...],
        on: date,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Point the parties to another way before acceptance, with at least one route told."""
        self._not_in_future(on)
        return self._turn(
            case_id,
            lambda case, _around: side_steps.guide_out(case, reason=reason, on=on, hand_overs=hand_overs),
            event=CaseEvent.GUIDE_OUT,
            act="case.guided_out",
            actor=actor,
            version=version,
            note=reason,
        )

    def refuse(
        self,
        case_id: UUID,
        inquiry: ConsentInquiry,
        *,
        routes_told: bool,
        hand_overs: tuple[HandOver, ...] = (),
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Record that a party refuses: 不予受理 with its numbered notice, or the end with the routes told."""
        self._not_in_future(inquiry.asked_on)
        document: IssuedDocument | None = None
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            stopped = side_steps.refuse(
                case,
                inquiry,
                hand_overs=hand_overs,
                routes_told=routes_told,
                around=circumstances(work, case_id),
            )
            note = stopped.non_acceptance_note or stopped.termination_note
            saved = work.cases.save(stopped, act="case.refused", note=note)
            if saved.state is CaseState.NOT_ACCEPTED:
                issue = Issue(work, self._printing, self._rules, actor, self._clock.now())
                document = number_and_freeze(issue, DocumentKind.NON_ACCEPTANCE, saved)
            document_id = document.id if document is not None else None
            log_move(work, case, saved, CaseEvent.REFUSE, note=note, document_id=document_id)
            done = self._done(work, saved)
        if document is None:
            return done
        return Done(saved, done.changes | self._printing.draw(document, actor=actor).changes)

    def end_rest(
        self,
        case_id: UUID,
        reason: TerminationReason,
        *,
        note: str,
        routes_told: bool,
        hand_overs: tuple[HandOver, ...] = (),
        on: date,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """End mediation of what a partial agreement left open, with the routes told (art. 26)."""
        self._not_in_future(on, "ended_on")
        return self._turn(
            case_id,
            lambda case, _around: steps.end_rest(
                case, reason=reason, note=note, routes_told=routes_told, on=on, hand_overs=hand_overs
            ),
            event=CaseEvent.END_REST,
            act="case.rest_ended",
            actor=actor,
            version=version,
            note=note,
        )
