"""What a form would print of a case now, whichever it is: its latest session, agreement, invitation."""

from __future__ import annotations

from uuid import UUID

from app.documents.kinds import Contents
from app.domain.errors import NotFound
from app.domain.filing.catalogue.entries import FILE_PAPERS
from app.domain.filing.kinds import DocumentKind
from app.services.disputes.case_folder import CaseFolder
from app.services.filing.court_packs import PACKS
from app.services.papers.offered import offered_papers
from app.services.services import Services


def draft_contents(services: Services, folder: CaseFolder, kind: DocumentKind) -> Contents:
    """Give the contents of a draft; NotFound or RuleRefusal where the case is not that far."""
    number = folder.case.intake_number
    if kind in FILE_PAPERS:
        return services.case_files.contents(kind, folder.case.id)
    if kind is DocumentKind.COURT_MATERIALS:
        return _materials(services, folder)
    if kind is DocumentKind.AGREEMENT:
        if not folder.agreements:
            raise NotFound("agreement.none_yet", number=number)
        return services.settlements.preview(folder.agreements[-1])
    return services.issuing.contents(kind, folder.case.id, _subject(folder, kind))


def _materials(services: Services, folder: CaseFolder) -> Contents:
    """Give the list of the latest application to a court."""
    asked = [paper for paper in folder.documents if paper.kind in PACKS and not paper.void_reason]
    if not asked:
        raise NotFound("court.not_applied")
    return services.court_packs.materials(asked[-1].id, handed_by="")


def _subject(folder: CaseFolder, kind: DocumentKind) -> UUID | None:
    number = folder.case.intake_number
    if kind is DocumentKind.SESSION_RECORD:
        if not folder.sessions:
            raise NotFound("session.none_yet", number=number)
        return folder.sessions[-1].id
    if kind is DocumentKind.MEDIATION_NOTICE:
        invited = [party for planned in folder.appointments if planned.is_active for party in planned.invited]
        if not invited:
            raise NotFound("appointment.none_yet", number=number)
        return invited[0].id
    if kind is DocumentKind.REFERRAL_RECEIPT:
        signed = [entry.id for entry in folder.dealings.referrals if entry.signed_on is not None]
        return signed[-1] if signed else None
    if kind is DocumentKind.ORDER_REPLY:
        replied = [entry.id for entry in folder.dealings.orders if entry.replied_on is not None]
        return replied[-1] if replied else None
    offered = [paper for paper in offered_papers(folder) if paper.kind is kind]
    return offered[-1].subject_id if offered else None
