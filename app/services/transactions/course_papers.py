"""Freezing the papers between application and closing: each copied from the case or from one thing in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.domain.contents.course.filling import (
    acceptance_notice_contents,
    authority_letter_contents,
    consent_inquiry_contents,
    evidence_list_contents,
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
from app.domain.mediation.sessions import SessionRecord
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
        case, committee, house, on = self._case, self._organisation.name, self._organisation, self._on
        work = self._work
        copied: dict[DocumentKind, Callable[[], CoursePaper]] = {
            _K.ACCEPTANCE_NOTICE: lambda: acceptance_notice_contents(
                case, house, dispute_type=dispute_type, number=number, on=on
            ),
            _K.CONSENT_INQUIRY: lambda: consent_inquiry_contents(case, house, subject_id, on),
            _K.AUTHORITY_LETTER: lambda: authority_letter_contents(case, committee, subject_id, on),
            _K.EXTENSION_CONSENT: lambda: extension_consent_contents(case, committee, subject_id),
            _K.DISCLOSURE_STATEMENT: lambda: disclosure_contents(case, committee, subject_id),
            _K.RECUSAL_DECISION: lambda: recusal_contents(case, committee, subject_id),
            _K.EVIDENCE_LIST: lambda: evidence_list_contents(
                case, committee, work.attachments.of_case(case.id), on
            ),
            _K.INTERPRETER_STATEMENT: lambda: interpreter_contents(
                case, committee, work.sessions.of_case(case.id), subject_id
            ),
            _K.UNDISPUTED_FACTS: lambda: undisputed_facts_contents(
                case, committee, self._session(subject_id)
            ),
            _K.CLOSING_REPORT: lambda: self._closing_report(dispute_type),
            _K.PLAIN_SUMMARY: lambda: plain_summary_contents(
                case, house, subject_id, work.agreements.of_case(case.id),
                calendar=self._rules.calendar, on=on,
            ),
        }  # fmt: skip
        if kind not in copied:
            raise RuleRefusal("document.not_of_one_case", kind=kind.term)
        return copied[kind]()

    def _session(self, session_id: UUID | None) -> SessionRecord:
        found = None if session_id is None else self._work.sessions.find(session_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("session.not_found", id=str(session_id))
        return found

    def _closing_report(self, dispute_type: str) -> CoursePaper:
        case, work = self._case, self._work
        standing = [entry for entry in work.agreements.of_case(case.id) if entry.state in STANDING]
        return closing_report_contents(
            case,
            self._organisation.name,
            dispute_type=dispute_type,
            agreements=standing,
            oral=work.oral_agreements.of_case(case.id),
            on=self._on,
        )
