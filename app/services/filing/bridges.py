"""Joint applications to the police: asked for, checked, frozen and drawn; and what goes along as a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from app.archive.outgoing import write_folder
from app.domain.contents.bridges.filling import security_application_contents, traffic_request_contents
from app.domain.contents.bridges.papers import (
    OutgoingPart,
    SecurityApplicationContents,
    TrafficRequestContents,
)
from app.domain.duties.bridges.security import (
    BASIS,
    SecurityAnswers,
    checked_conditions,
    may_apply_for_recognition,
)
from app.domain.duties.bridges.traffic import TrafficAnswers, check_request
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState
from app.domain.trust.actors import Actor
from app.domain.values.plain import from_json
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.asked_papers import AskedPapers, copies_of
from app.services.transactions.looking import look
from app.services.transactions.outgoing import (
    OutgoingFile,
    finish_pages,
    names_by_digest,
    standing,
    with_bytes,
)

AGREEMENTS = frozenset({DocumentKind.AGREEMENT, DocumentKind.ORAL_REGISTER})
"""The papers of what was agreed: they always go along."""
__all__ = ["BridgeService", "OutgoingFile"]

Bridged = SecurityApplicationContents | TrafficRequestContents


class BridgeService(AskedPapers):
    """Issues the two joint applications and writes the folder that goes with the first."""

    # the police

    def apply_for_recognition(
        self,
        case_id: UUID,
        answers: SecurityAnswers,
        proof_ids: tuple[UUID, ...],
        *,
        actor: Actor,
        version: int,
    ) -> Done[IssuedDocument]:
        """Issue 治安案件不予处罚共同申请书; ``proof_ids`` are issued receipts and files of the case.

        Refuses an unmet condition (``security.…``) at its field; nothing is issued then.
        """
        self._not_in_future(answers.applied_on)
        finish_pages(self._store, self._printing, case_id, actor)
        with self._store.unit_of_work(actor) as work:
            case = self._case(work, case_id, version)
            if not may_apply_for_recognition(case, work.dealings.of_case(case_id)):
                raise RuleRefusal("security.not_performed", article=BASIS)
            _refuse_second(work, DocumentKind.SECURITY_APPLICATION, case_id)
            number = _agreement_number(work, case_id)
            conditions = checked_conditions(case, number, answers)
            contents = security_application_contents(
                case,
                answers,
                conditions,
                committee=work.organisations.get(case.organisation_id).name,
                agreement_number=number,
                outgoing=_outgoing(work, case_id, proof_ids),
            )
            return self._issue(work, case, contents, actor, copies=copies_of(contents))

    def files_for_police(self, case_id: UUID, *, actor: Actor) -> tuple[OutgoingFile, ...]:
        """Give what goes to the police: the application, then what it names; verified by digest.

        Raises NotFound ``security.not_applied`` where no application stands.
        """
        finish_pages(self._store, self._printing, case_id, actor)
        with look(self._store) as work:
            application = _application(work, case_id)
            names = names_by_digest(work, case_id)
        contents = from_json(SecurityApplicationContents, application.contents)
        return with_bytes(self._files, application, contents.outgoing, names)

    def export(
        self, case_id: UUID, folder: Path, files: Iterable[tuple[str, bytes]], *, actor: Actor
    ) -> Done[Path]:
        """Write a new folder and note in the history that copies left the house.

        Raises StorageRefusal ``export.exists`` or ``export.not_written``; then nothing was noted.
        """
        written = write_folder(folder, files)
        with self._store.unit_of_work(actor) as work:
            application = _application(work, case_id)
            work.history.note(
                act="security.exported",
                kind="document",
                subject_id=application.id,
                case_id=case_id,
                note=written.name,
            )
            return Done(written, work.commit())

    # the traffic police

    def request_traffic_police(
        self, case_id: UUID, answers: TrafficAnswers, *, actor: Actor, version: int
    ) -> Done[IssuedDocument]:
        """Issue the joint request to the traffic police; refused when D-09 is over or a party is missing."""
        self._not_in_future(answers.requested_on)
        with self._store.unit_of_work(actor) as work:
            case = self._case(work, case_id, version)
            clock = check_request(case, answers, self._rules)
            _refuse_second(work, DocumentKind.TRAFFIC_REQUEST, case_id)
            contents = traffic_request_contents(
                case,
                answers,
                clock,
                committee=work.organisations.get(case.organisation_id).name,
                termination_number=_number_of(work, case_id, DocumentKind.TERMINATION),
            )
            return self._issue(work, case, contents, actor, copies=copies_of(contents))


def _application(work: UnitOfWork, case_id: UUID) -> IssuedDocument:
    found = standing(work, case_id, DocumentKind.SECURITY_APPLICATION)
    if not found:
        raise NotFound("security.not_applied")
    return found[-1]


def _refuse_second(work: UnitOfWork, kind: DocumentKind, case_id: UUID) -> None:
    """One application at a time: another one needs the first voided, with its reason."""
    if standing(work, case_id, kind):
        raise RuleRefusal("document.stands_already", kind=kind.term)


def _number_of(work: UnitOfWork, case_id: UUID, kind: DocumentKind) -> str:
    found = standing(work, case_id, kind)
    return found[-1].number if found else ""


def _agreement_number(work: UnitOfWork, case_id: UUID) -> str:
    written = [a.number for a in work.agreements.of_case(case_id) if a.state is AgreementState.EFFECTIVE]
    return "、".join((*written, *(oral.number for oral in work.oral_agreements.of_case(case_id))))


def _outgoing(work: UnitOfWork, case_id: UUID, proof_ids: tuple[UUID, ...]) -> tuple[OutgoingPart, ...]:
    """Give the agreements and the proofs chosen; InvalidInput ``security.proof_missing`` without any."""
    in_force = {a.id for a in work.agreements.of_case(case_id) if a.state is AgreementState.EFFECTIVE}
    in_force |= {oral.id for oral in work.oral_agreements.of_case(case_id)}
    documents = standing(work, case_id, *DocumentKind)
    agreed = [paper for paper in documents if paper.kind in AGREEMENTS and paper.subject_id in in_force]
    receipts = [paper for paper in documents if paper.id in proof_ids]
    files = [entry for entry in work.attachments.of_case(case_id) if entry.id in proof_ids]
    if not receipts and not files:
        raise InvalidInput("security.proof_missing", field="proofs")
    return (
        *(OutgoingPart(name=p.title, what=p.number, digest=p.sha256) for p in (*agreed, *receipts)),
        *(
            OutgoingPart(name=entry.name, what=entry.note or "履行凭证", digest=entry.sha256)
            for entry in files
        ),
    )
