"""Freezing: what a document prints is copied whole from the case, and never looked up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.documents.kinds import Contents
from app.domain.contents.agreement_forms import agreement_contents
from app.domain.contents.case_forms import (
    acceptance_register_contents,
    application_contents,
    non_acceptance_contents,
    rights_notice_contents,
    session_contents,
)
from app.domain.contents.channels.named import Named, named
from app.domain.contents.channels.worded import W, Worded, worded
from app.domain.contents.course.papers import COURSE_KINDS
from app.domain.contents.court.service_address import service_address_contents
from app.domain.contents.duties import FourDutiesContents
from app.domain.contents.duty_forms import four_duties_contents
from app.domain.contents.ending_forms import (
    oral_register_contents,
    termination_contents,
    transfer_contents,
    withdrawal_contents,
)
from app.domain.contents.forms import (
    AgreementContents,
)
from app.domain.contents.schedule_forms import MediationNoticeContents, mediation_notice_contents
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import host_of, of_body, told_in_agreement, words_in
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.catalogue.entries import ASKED_FOR, DRAWN_WITH_OTHERS, FILE_PAPERS, WATCHED
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS
from app.domain.mediation.sessions import SessionRecord
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.oral import OralAgreement
from app.domain.values.days.moments import local_day
from app.persistence.work import UnitOfWork
from app.services.transactions.clocks.leading_clock import duties_of
from app.services.transactions.course_papers import CoursePapers
from app.services.transactions.link_papers import LinkPapers
from app.services.transactions.performance_papers import (
    PAPERS_OF_PERFORMANCE,
    PaperOf,
    performance_contents,
)
from app.services.transactions.watched import watched_contents
from app.services.transactions.wordings.in_force import phrased

C = TypeVar("C")


class Freezer:
    """Copies contents for one case inside one transaction; ``on`` is the day of the document."""

    def __init__(self, work: UnitOfWork, rules: Rules, case: Case, on: date) -> None:
        self._work = work
        self._rules = rules
        self._case = case
        self._on = on
        self._organisation = work.organisations.get(case.organisation_id)
        self.channel = rules.channel_of(case)

    def contents(self, kind: DocumentKind, subject_id: UUID | None = None, *, number: str = "") -> Contents:
        """Copy what a form prints; ``subject_id`` is its session, agreement or invitation.

        Raises RuleRefusal ``document…`` when the case is not that far yet.
        """
        words_in(self.channel, kind)  # a form the channel has not is refused before anything is copied
        case, committee = self._case, self._organisation.name
        copied: dict[DocumentKind, Callable[[], Contents]] = {
            DocumentKind.APPLICATION: lambda: application_contents(case, committee),
            DocumentKind.ACCEPTANCE_REGISTER: lambda: acceptance_register_contents(
                case, committee, self._dispute_type()
            ),
            DocumentKind.RIGHTS_NOTICE: lambda: rights_notice_contents(case, committee, self._on),
            DocumentKind.SESSION_RECORD: lambda: session_contents(case, self.session(subject_id), committee),
            DocumentKind.AGREEMENT: lambda: self.agreement(self._agreement(subject_id), number=number),
            DocumentKind.NON_ACCEPTANCE: lambda: non_acceptance_contents(case, committee, number),
            DocumentKind.FOUR_DUTIES: self._four_duties,
            **self._between_organs(subject_id, number),
            DocumentKind.MEDIATION_NOTICE: lambda: self._notice(subject_id),
            DocumentKind.SERVICE_ADDRESS: lambda: service_address_contents(
                case, subject_id, committee, self._on
            ),
            DocumentKind.ORAL_REGISTER: lambda: oral_register_contents(
                self._oral(subject_id), case, committee, number
            ),
            DocumentKind.TERMINATION: lambda: termination_contents(case, committee, number, self._partial()),
            DocumentKind.WITHDRAWAL: lambda: withdrawal_contents(case, committee),
            DocumentKind.TRANSFER: lambda: transfer_contents(
                case, self._organisation, subject_id, dispute_type=self._dispute_type(), number=number
            ),
        }
        if kind in PAPERS_OF_PERFORMANCE:
            paper = PaperOf(case=case, kind=kind, subject_id=subject_id, committee=committee, on=self._on)
            return self.worded(performance_contents(self._work, self._rules, paper))
        if kind in WATCHED:
            return watched_contents(self._work, kind, subject_id, self._on, case_id=case.id)
        if kind in COURSE_KINDS and kind not in ASKED_FOR:
            papers = CoursePapers(self._work, self._rules, case, self._organisation, self._on)
            dispute_type = self._dispute_type()
            return self.worded(papers.contents(kind, subject_id, number=number, dispute_type=dispute_type))
        if kind in ASKED_FOR:
            raise RuleRefusal("document.asked_in_its_form", kind=kind.term)
        if kind in FILE_PAPERS:
            raise RuleRefusal("document.drawn_with_its_file", kind=kind.term)
        if kind in DRAWN_WITH_OTHERS:
            raise RuleRefusal("document.drawn_with_its_pack", kind=kind.term)
        if kind not in copied:
            raise RuleRefusal("document.not_of_one_case", kind=kind.term)
        return self.worded(copied[kind]())

    def _phrased(self, contents: C) -> C:
        return phrased(self._work, contents, self._case.organisation_id, self._on)

    def _between_organs(
        self, subject_id: UUID | None, number: str
    ) -> dict[DocumentKind, Callable[[], Contents]]:
        papers = LinkPapers(self._work, self._rules, self._case, self._organisation, self._on)
        return {
            DocumentKind.REFERRAL_LETTER: lambda: papers.letter(
                subject_id, number=number, dispute_type=self._dispute_type()
            ),
            DocumentKind.REFERRAL_RECEIPT: lambda: papers.receipt(subject_id),
            DocumentKind.REFERRAL_REPLY: lambda: papers.reply(subject_id, number=number),
            DocumentKind.GUIDANCE_LETTER: lambda: papers.guidance(subject_id, number=number),
            DocumentKind.ORDER_REPLY: lambda: papers.order_reply(subject_id),
        }

    def agreement(self, agreement: MediationAgreement, *, number: str = "") -> AgreementContents:
        """Copy an agreement as it stands; a supplement names the agreement it changes."""
        changed = agreement.supplements_id
        contents = agreement_contents(
            agreement,
            self._case,
            committee=self._organisation.name,
            number=number or agreement.number,
            on=agreement.issued_day or self._on,
            original=None if changed is None else self._agreement(changed),
            notes=told_in_agreement(self.channel),
        )
        return self._phrased(self._in_channel(contents))

    def worded(self, contents: Contents) -> Contents:
        """Put the words of the case's channel and of the organisation on a form."""
        if isinstance(contents, AgreementContents):  # ``agreement`` worded it: it is asked for by itself too
            return contents
        if isinstance(contents, Named):
            return self._phrased(named(contents, self.channel))
        return self._phrased(self._in_channel(contents) if isinstance(contents, Worded) else contents)

    def _in_channel(self, contents: W) -> W:
        words = words_in(self.channel, contents.kind)
        if words == PEOPLES_WORDS:
            return contents
        papers = None if self.channel is None else self.channel.papers
        host = host_of(self.channel, self._case.triages, self._organisation, contents.kind)
        words = of_body(words, host)
        return worded(contents, words, host, None if papers is None else papers.notice)

    def session(self, session_id: UUID | None) -> SessionRecord:
        """Give a session of this case; NotFound when it is another's."""
        found = None if session_id is None else self._work.sessions.find(session_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("session.not_found", id=str(session_id))
        return found

    def _agreement(self, agreement_id: UUID | None) -> MediationAgreement:
        found = None if agreement_id is None else self._work.agreements.find(agreement_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("agreement.not_found", id=str(agreement_id))
        return found

    def _notice(self, invitation_id: UUID | None) -> MediationNoticeContents:
        for appointment in self._work.appointments.of_case(self._case.id):
            for invitation in appointment.invited:
                if invitation.id == invitation_id and appointment.is_active:
                    return mediation_notice_contents(
                        self._case, appointment, invitation, self._organisation, on=self._on
                    )
        raise NotFound("appointment.not_found", id=str(invitation_id))

    def _oral(self, oral_id: UUID | None) -> OralAgreement:
        found = None if oral_id is None else self._work.oral_agreements.find(oral_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("agreement.not_found", id=str(oral_id))
        return found

    def _partial(self) -> str:
        """Name the partial agreement whose rest was ended, where there is one."""
        found = [a.number for a in self._work.agreements.of_case(self._case.id) if a.is_partial]
        return found[-1] if found and self._case.effective_on is not None else ""

    def _four_duties(self) -> FourDutiesContents:
        return four_duties_contents(
            self._case,
            duties_of(self._work, self._case.id),
            organisation=self._organisation.name,
            dispute_type=self._dispute_type(),
            evidence_names={entry.id: entry.name for entry in self._work.attachments.of_case(self._case.id)},
            on=self._on,
        )

    def _dispute_type(self) -> str:
        """Name the type by the list in force when the case was registered."""
        registered = local_day(self._case.registered_at)
        return list_valid_on(self._rules.dispute_types, registered).name_of(self._case.dispute_type)
