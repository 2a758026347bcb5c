"""Which papers between application and closing a case can have now, each with what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.contents.course.summary import STANDING
from app.domain.disputes.case_parties import ConsentAnswer, PartySide
from app.domain.disputes.channels.papers import has_paper
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import ParticipantRole
from app.domain.people.agents import AgentKind
from app.services.disputes.case_folder import CaseFolder

_K = DocumentKind


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that may be issued now; ``about`` is whom or what it concerns, ``nth`` its session."""

    kind: DocumentKind
    subject_id: UUID | None = None
    about: str = ""
    nth: int = 0


def offered_papers(folder: CaseFolder) -> Iterator[OfferedPaper]:
    """Give every paper of the course of a case, in the order in which a case needs them."""
    every = (
        *_of_intake(folder),
        *_of_parties(folder),
        *_of_mediation(folder),
        *_of_sessions(folder),
        *_of_the_end(folder),
    )
    yield from (paper for paper in every if has_paper(folder.channel, paper.kind))


def _of_intake(folder: CaseFolder) -> Iterator[OfferedPaper]:
    case = folder.case
    if case.accepted_on is not None:
        yield OfferedPaper(_K.ACCEPTANCE_NOTICE)
    elif case.is_open:
        for party in case.not_yet_consenting():
            asked = case.consent_of(party.id)
            if party.side is not PartySide.APPLICANT and asked is not ConsentAnswer.REFUSED:
                yield OfferedPaper(_K.CONSENT_INQUIRY, party.id, party.name)


def _of_parties(folder: CaseFolder) -> Iterator[OfferedPaper]:
    for party in folder.case.parties:
        for agent in party.agents:
            if agent.kind is not AgentKind.STATUTORY:
                yield OfferedPaper(_K.AUTHORITY_LETTER, agent.id, agent.name)
    if any(entry.item is FileItem.EVIDENCE for entry in folder.attachments):
        yield OfferedPaper(_K.EVIDENCE_LIST)
    for party in folder.case.parties:
        yield OfferedPaper(_K.SERVICE_ADDRESS, party.id, party.name)


def _of_mediation(folder: CaseFolder) -> Iterator[OfferedPaper]:
    case = folder.case
    for told in case.disclosures:
        yield OfferedPaper(_K.DISCLOSURE_STATEMENT, told.id, told.staff_name)
    for asked in case.recusals:
        yield OfferedPaper(_K.RECUSAL_DECISION, asked.id, asked.staff_name)
    for n, extension in enumerate(case.extensions, start=1):
        yield OfferedPaper(_K.EXTENSION_CONSENT, extension.id, nth=n)


def _of_sessions(folder: CaseFolder) -> Iterator[OfferedPaper]:
    for session in folder.sessions:
        if session.undisputed_facts.strip():
            yield OfferedPaper(_K.UNDISPUTED_FACTS, session.id, nth=session.sequence)
        for person in session.participants:
            if person.role is ParticipantRole.INTERPRETER:
                yield OfferedPaper(_K.INTERPRETER_STATEMENT, person.id, person.name, session.sequence)


def _of_the_end(folder: CaseFolder) -> Iterator[OfferedPaper]:
    case = folder.case
    bound = {
        party_id
        for agreement in folder.agreements
        if agreement.state in STANDING
        for party_id in agreement.party_ids
    }
    for party in case.parties:
        if party.id in bound:
            yield OfferedPaper(_K.PLAIN_SUMMARY, party.id, party.name)
    if case.closed_on is not None or case.ended_on is not None:
        yield OfferedPaper(_K.CLOSING_REPORT)
