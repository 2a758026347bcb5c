"""Issuing inside one transaction: number, frozen contents, document; nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.documents.kinds import Contents
from app.domain.contents.channels.worded import titled
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import series_in
from app.domain.duties.rules import Rules
from app.domain.errors import RuleRefusal
from app.domain.filing.catalogue.entries import ENTRY_OF
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.plain import to_json
from app.persistence.work import UnitOfWork
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.freezing import Freezer
from app.services.transactions.numbering import take_number
from app.services.transactions.printing import Printing


@dataclass(frozen=True, slots=True)
class Issue:
    """What issuing needs: the open transaction, the printer's check, the rules, who issues and when."""

    work: UnitOfWork
    printing: Printing
    rules: Rules
    actor: Actor
    now: datetime


def number_and_freeze(
    issue: Issue,
    kind: DocumentKind,
    case: Case,
    subject_id: UUID | None = None,
    *,
    copies: int | None = None,
    dated: date | None = None,
) -> IssuedDocument:
    """Take the number where the form has a series of its own, freeze, check the fonts, write the document.

    Whatever is refused here is refused before the commit, so no number is lost by it.
    """
    work = issue.work
    freezer = Freezer(work, issue.rules, case, local_day(issue.now))
    if kind is DocumentKind.SESSION_RECORD and not freezer.session(subject_id).is_finished:
        raise RuleRefusal("document.session_not_finished")
    document_id = new_id()
    number = case.intake_number
    channel = issue.rules.channel_of(case)
    series = series_in(channel, kind)
    if series is not None:
        _refuse_second(work, kind, case, subject_id)
        organisation = work.organisations.get(case.organisation_id)
        # The year of the number is that of the day printed below it.
        is_of_today = series is NumberSeries.LETTER or kind is DocumentKind.ACCEPTANCE_NOTICE
        ended_on = None if is_of_today else case.ended_on
        year = (dated or ended_on or local_day(issue.now)).year
        number = take_number(work, series, organisation, year=year, subject_id=document_id).text
    with in_its_law(work, issue.rules, case.id):
        contents = freezer.contents(kind, subject_id, number=number)
    issue.printing.refuse_unprintable(contents)
    issue.printing.refuse_unstorable()
    return add_document(
        work,
        case,
        contents,
        actor=issue.actor,
        now=issue.now,
        number=number,
        copies=copies or default_copies(kind, case),
        subject_id=subject_id,
        document_id=document_id,
    )


def _refuse_second(work: UnitOfWork, kind: DocumentKind, case: Case, subject_id: UUID | None) -> None:
    """One decision bears one number: a second paper needs the first one voided, with its reason."""
    for document in work.documents.of_case(case.id):
        is_same = document.kind is kind and document.subject_id == subject_id
        if is_same and not document.void_reason:
            raise RuleRefusal("document.already_issued", number=document.number)


def default_copies(kind: DocumentKind, case: Case) -> int:
    """Propose how many copies to print: forms handed to the parties one each and one kept, others one."""
    applicants = len(case.on_side(PartySide.APPLICANT))
    return ENTRY_OF[kind].copies.propose(parties=len(case.parties), applicants=applicants)


def add_document(
    work: UnitOfWork,
    case: Case,
    contents: Contents,
    *,
    actor: Actor,
    now: datetime,
    number: str,
    copies: int,
    subject_id: UUID | None = None,
    document_id: UUID | None = None,
) -> IssuedDocument:
    """Write an issued document with its frozen contents; its page is drawn after the commit."""
    return work.documents.add(
        IssuedDocument(
            id=document_id or new_id(),
            kind=contents.kind,
            case_id=case.id,
            subject_id=subject_id,
            organisation_id=case.organisation_id,
            number=number,
            title=titled(contents),
            issued_at=now,
            issuer_id=actor.id,
            issuer_name=actor.name,
            copies=copies,
            contents=to_json(contents),
        )
    )
