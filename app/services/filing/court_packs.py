"""What goes to a court: checked, frozen and drawn, then written out as one folder with its list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.archive.outgoing import write_folder
from app.domain.contents.bridges.papers import OutgoingPart
from app.domain.contents.court.filling import Going, confirmation_contents, enforcement_contents
from app.domain.contents.court.materials import CourtMaterialsContents, materials_contents
from app.domain.contents.court.papers import (
    ConfirmationApplicationContents,
    EnforcementApplicationContents,
)
from app.domain.contents.forms import AgreementContents
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.law import in_law_of
from app.domain.duties.performance.court_clocks import application_clock, enforcement_clock
from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.confirmation import confirmed
from app.domain.settlements.court.applying import (
    ChosenFile,
    ConfirmationAnswers,
    EnforcementAnswers,
    PackRole,
    check_confirmation,
    check_enforcement,
    needed_roles,
)
from app.domain.settlements.court.obstacles import CourtReading, Obstacle, obstacles
from app.domain.settlements.legal_actions import ON_CONFIRMED
from app.domain.trust.actors import Actor
from app.domain.values.plain import from_json
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.asked_papers import AskedPapers, copies_of
from app.services.filing.court_materials import material_parts
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.looking import look
from app.services.transactions.outgoing import (
    OutgoingFile,
    finish_pages,
    names_by_digest,
    standing,
    with_bytes,
)
from app.services.transactions.performing import facts_of

PACKS = frozenset({DocumentKind.CONFIRMATION_APPLICATION, DocumentKind.ENFORCEMENT_APPLICATION})
CourtContents = ConfirmationApplicationContents | EnforcementApplicationContents


@dataclass(frozen=True, slots=True)
class CourtPack:
    """The files of one application in their order, and what is still missing."""

    files: tuple[OutgoingFile, ...]
    missing: tuple[PackRole, ...]


class CourtPackService(AskedPapers):
    """Issues the two applications to a court and writes the folder that goes with each."""

    def obstacles(self, case_id: UUID, agreement_id: UUID) -> tuple[Obstacle, ...]:
        """Tell what stands against confirming an agreement, what refuses first."""
        with look(self._store) as work:
            case, agreement = work.cases.get(case_id), _agreement(work, case_id, agreement_id)
            return self._obstacles(work, case, agreement)

    def apply_for_confirmation(
        self,
        case_id: UUID,
        agreement_id: UUID,
        answers: ConfirmationAnswers,
        *,
        actor: Actor,
        version: int,
    ) -> Done[IssuedDocument]:
        """Issue 司法确认申请书; what the law refuses is refused at its field, and nothing is issued."""
        self._not_in_future(answers.applied_on)
        finish_pages(self._store, self._printing, case_id, actor)
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = self._case(work, case_id, version)
            agreement = _agreement(work, case_id, agreement_id)
            check_confirmation(agreement, answers, self._obstacles(work, case, agreement))
            _refuse_second(work, DocumentKind.CONFIRMATION_APPLICATION, agreement)
            clock = application_clock(agreement, self._rules)
            going = self._going(
                work, case, agreement, answers.files, clock.explanation if clock is not None else ""
            )
            contents = confirmation_contents(case, agreement, answers, going)
            return self._issue(
                work, case, contents, actor, copies=copies_of(contents), subject_id=agreement.id
            )

    def apply_for_enforcement(
        self,
        case_id: UUID,
        agreement_id: UUID,
        answers: EnforcementAnswers,
        *,
        actor: Actor,
        version: int,
    ) -> Done[IssuedDocument]:
        """Issue 强制执行申请书 for what a court confirmed: RuleRefusal ``legal_action.not_confirmed``."""
        self._not_in_future(answers.applied_on)
        finish_pages(self._store, self._printing, case_id, actor)
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = self._case(work, case_id, version)
            agreement = _agreement(work, case_id, agreement_id)
            ruling = confirmed(work.confirmations.of_case(case_id), agreement_id)
            plan = facts_of(work, self._rules, case).plan(agreement_id)
            if ruling is None or ruling.decided_on is None or plan is None:
                raise RuleRefusal("legal_action.not_confirmed", article=ON_CONFIRMED)
            check_enforcement(agreement, answers, ruling.decided_on)
            _refuse_second(work, DocumentKind.ENFORCEMENT_APPLICATION, agreement)
            clock = enforcement_clock(agreement, plan, ruling.decided_on, self._rules)
            going = self._going(
                work, case, agreement, answers.files, clock.explanation if clock is not None else ""
            )
            contents = enforcement_contents(case, plan, ruling, answers, going)
            return self._issue(
                work, case, contents, actor, copies=copies_of(contents), subject_id=agreement.id
            )

    def pack(self, document_id: UUID, *, actor: Actor) -> CourtPack:
        """Give what goes to the court with an application, and what is still missing."""
        with look(self._store) as work:
            _application, case = _applied(work, document_id)
        finish_pages(self._store, self._printing, case.id, actor)
        return self._gathered(document_id)

    def materials(self, document_id: UUID, *, handed_by: str) -> CourtMaterialsContents:
        """List what goes along with an application, page by page counted."""
        pack = self._gathered(document_id)
        with look(self._store) as work:
            application, case = _applied(work, document_id)
            contents = _contents(application)
            ours = {paper.sha256 for paper in work.documents.of_case(case.id)}
        return materials_contents(
            contents,
            case.title,
            tuple(material_parts(application, contents.outgoing, pack.files, ours)),
            missing=tuple(role.term for role in pack.missing),
            handed_by=handed_by,
            on=self._today,
        )

    def listing(self, document_id: UUID, *, actor: Actor) -> bytes:
        """Draw the list of what goes along: the first leaf of the folder."""
        contents = self.materials(document_id, handed_by=actor.name)
        self._printing.refuse_unprintable(contents)
        return self._printing.renderer.render(contents, is_draft=False).pdf

    def _gathered(self, document_id: UUID) -> CourtPack:
        with look(self._store) as work:
            application, case = _applied(work, document_id)
            agreement = _agreement(work, case.id, application.subject_id)
            names = names_by_digest(work, case.id)
            papers = standing(work, case.id, DocumentKind.SERVICE_ADDRESS)
        is_enforcing = application.kind is DocumentKind.ENFORCEMENT_APPLICATION
        outgoing = _contents(application).outgoing
        told = {part.what for part in outgoing}
        if not _has_addresses(outgoing, papers, agreement):
            told.discard(PackRole.SERVICE_ADDRESS.term)
        needed = needed_roles(case, agreement, is_enforcing=is_enforcing)
        return CourtPack(
            files=with_bytes(self._files, application, outgoing, names),
            missing=tuple(role for role in needed if role.term not in told),
        )

    def export(
        self, document_id: UUID, folder: Path, files: Iterable[tuple[str, bytes]], *, actor: Actor
    ) -> Done[Path]:
        """Write a new folder and note in the history that copies left the house.

        Raises StorageRefusal ``export.exists`` or ``export.not_written``; then nothing was noted.
        """
        written = write_folder(folder, files)
        with self._store.unit_of_work(actor) as work:
            application = work.documents.get(document_id)
            work.history.note(
                act="court_pack.exported",
                kind="document",
                subject_id=application.id,
                case_id=application.case_id,
                note=f"{application.title}，{written.name}",
            )
            return Done(written, work.commit())

    def _obstacles(self, work: UnitOfWork, case: Case, agreement: MediationAgreement) -> tuple[Obstacle, ...]:
        clock = application_clock(agreement, self._rules)
        signed = _signed(work, agreement)
        found = obstacles(
            CourtReading(
                case=case,
                agreement=agreement,
                clauses=tuple(clause.text for clause in signed.clauses) if signed is not None else (),
                earlier=work.confirmations.of_case(case.id),
                last_day=clock.last_day if clock is not None else None,
                today=self._today,
            )
        )
        channel = self._rules.channel_of(case)
        return tuple(replace(one, article=in_law_of(channel, one.article)) for one in found)

    def _going(
        self,
        work: UnitOfWork,
        case: Case,
        agreement: MediationAgreement,
        chosen: tuple[ChosenFile, ...],
        due: str,
    ) -> Going:
        signed = _signed(work, agreement)
        if signed is None or agreement.document_id is None:
            raise NotFound("agreement.not_found", id=str(agreement.id))
        paper = work.documents.get(agreement.document_id)
        kept = {entry.id: entry for entry in work.attachments.of_case(case.id)}
        files = [(one.role, kept[one.attachment_id]) for one in chosen if one.attachment_id in kept]
        return Going(
            committee=work.organisations.get(case.organisation_id).name,
            signed=signed,
            outgoing=(
                OutgoingPart(name=paper.number, what=paper.title, digest=paper.sha256),
                *_addresses(work, case, agreement),
                *(
                    OutgoingPart(name=entry.name, what=role.term, digest=entry.sha256)
                    for role, entry in files
                ),
            ),
            due=due,
        )


def _applied(work: UnitOfWork, document_id: UUID) -> tuple[IssuedDocument, Case]:
    """Give an application that stands, and its case; NotFound ``court.not_applied``."""
    found = work.documents.get(document_id)
    if found.kind not in PACKS or found.void_reason or found.case_id is None:
        raise NotFound("court.not_applied")
    return found, work.cases.get(found.case_id)


def _agreement(work: UnitOfWork, case_id: UUID, agreement_id: UUID | None) -> MediationAgreement:
    found = None if agreement_id is None else work.agreements.find(agreement_id)
    if found is None or found.case_id != case_id:
        raise NotFound("agreement.not_found", id=str(agreement_id))
    return found


def _addresses(work: UnitOfWork, case: Case, agreement: MediationAgreement) -> Iterable[OutgoingPart]:
    """Give the confirmations of service addresses that were issued to the parties of an agreement."""
    papers = {paper.subject_id: paper for paper in standing(work, case.id, DocumentKind.SERVICE_ADDRESS)}
    for party in case.parties:
        paper = papers.get(party.id)
        if paper is not None and party.id in agreement.party_ids:
            name = f"{paper.title}（{party.name}）"
            yield OutgoingPart(name=name, what=PackRole.SERVICE_ADDRESS.term, digest=paper.sha256)


def _has_addresses(
    outgoing: Iterable[OutgoingPart], papers: Iterable[IssuedDocument], agreement: MediationAgreement
) -> bool:
    """Tell whether every party's address goes along: in a file that was ticked as such, or in our papers."""
    going = {part.digest for part in outgoing if part.what == PackRole.SERVICE_ADDRESS.term}
    ours = {paper.sha256: paper.subject_id for paper in papers}
    return bool(going - ours.keys()) or set(agreement.party_ids) <= {ours[digest] for digest in going}


def _signed(work: UnitOfWork, agreement: MediationAgreement) -> AgreementContents | None:
    """Give what the parties signed, word for word; a draft has nothing yet."""
    if agreement.document_id is None:
        return None
    return from_json(AgreementContents, work.documents.get(agreement.document_id).contents)


def _contents(application: IssuedDocument) -> CourtContents:
    if application.kind is DocumentKind.ENFORCEMENT_APPLICATION:
        return from_json(EnforcementApplicationContents, application.contents)
    return from_json(ConfirmationApplicationContents, application.contents)


def _refuse_second(work: UnitOfWork, kind: DocumentKind, agreement: MediationAgreement) -> None:
    """One application of a kind for an agreement: another one needs the first voided, with its reason."""
    if any(paper.subject_id == agreement.id for paper in standing(work, agreement.case_id, kind)):
        raise RuleRefusal("document.stands_already", kind=kind.term)
