"""Freezing the papers between application and closing: each copied from the case or from one thing in it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.contents.course.filling import (
    acceptance_notice_contents,
    consent_inquiry_contents,
    evidence_list_contents,
    power_of_attorney_contents,
)
from app.domain.contents.course.papers import CoursePaper
from app.domain.contents.course.proceedings import (
    closing_report_contents,
    disclosure_contents,
    extension_consent_contents,
    interpreter_contents,
    recusal_contents,
    undisputed_facts_contents,
)
from app.domain.contents.course.summary import STANDING, plain_summary_contents
from app.domain.disputes.cases import Case
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.people.organisations import Organisation
from app.persistence.work import UnitOfWork

_K = DocumentKind


class CoursePapers:
    """Copies one paper; its subject is an agent, a party, an extension, a session or whom it concerns."""

    def __init__(
        self, work: UnitOfWork, rules: Rules, case: Case, organisation: Organisation, on: date
    ) -> None:
        self._work, self._rules, self._case = work, rules, case
        self._organisation, self._on = organisation, on

    def contents(
        self, kind: DocumentKind, subject_id: UUID | None, *, number: str, dispute_type: str
    ) -> CoursePaper:
        """Copy what a paper prints; NotFound when its subject is another case's."""
        case, committee = self._case, self._organisation.name
        if kind is _K.ACCEPTANCE_NOTICE:
            return acceptance_notice_contents(
                case, self._organisation, dispute_type=dispute_type, number=number, on=self._on
            )
        if kind is _K.CONSENT_INQUIRY:
            return consent_inquiry_contents(case, self._organisation, subject_id, self._on)
        if kind is _K.POWER_OF_ATTORNEY:
            return power_of_attorney_contents(case, committee, subject_id, self._on)
        if kind is _K.EXTENSION_CONSENT:
            return extension_consent_contents(case, committee, subject_id)
        if kind is _K.DISCLOSURE_STATEMENT:
            return disclosure_contents(case, committee, subject_id)
        if kind is _K.RECUSAL_DECISION:
            return recusal_contents(case, committee, subject_id)
        return self._from_elsewhere(kind, subject_id, dispute_type)

    def _from_elsewhere(self, kind: DocumentKind, subject_id: UUID | None, dispute_type: str) -> CoursePaper:
        """Copy what stands beside the case: its files, its sessions, its agreements."""
        case, committee, work = self._case, self._organisation.name, self._work
        if kind is _K.EVIDENCE_LIST:
            return evidence_list_contents(case, committee, work.attachments.of_case(case.id), self._on)
        if kind is _K.INTERPRETER_STATEMENT:
            return interpreter_contents(case, committee, work.sessions.of_case(case.id), subject_id)
        if kind is _K.UNDISPUTED_FACTS:
            found = None if subject_id is None else work.sessions.find(subject_id)
            if found is None or found.case_id != case.id:
                raise NotFound("session.not_found", id=str(subject_id))
            return undisputed_facts_contents(case, committee, found)
        agreements = work.agreements.of_case(case.id)
        if kind is _K.CLOSING_REPORT:
            return closing_report_contents(
                case,
                committee,
                dispute_type=dispute_type,
                agreements=[entry for entry in agreements if entry.state in STANDING],
                oral=work.oral_agreements.of_case(case.id),
                on=self._on,
            )
        if kind is _K.PLAIN_SUMMARY:
            return plain_summary_contents(
                case, self._organisation, subject_id, agreements, calendar=self._rules.calendar, on=self._on
            )
        raise RuleRefusal("document.not_of_one_case", kind=kind.term)
