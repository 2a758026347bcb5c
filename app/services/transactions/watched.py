"""What the papers of watching print, copied inside one transaction."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.contents.watch import SupervisionOrderContents, SupervisionReplyContents, WhistleContents
from app.domain.contents.watch_forms import (
    supervision_order_contents,
    supervision_reply_contents,
    whistle_contents,
)
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.persistence.work import UnitOfWork
from app.services.transactions.wordings.in_force import phrased

WatchedContents = SupervisionOrderContents | SupervisionReplyContents | WhistleContents


def watched_contents(
    work: UnitOfWork, kind: DocumentKind, subject_id: UUID | None, on: date, *, case_id: UUID | None = None
) -> WatchedContents:
    """Copy a paper; without a subject the latest of the case, NotFound ``….none_yet`` where there is none."""
    if kind is DocumentKind.WHISTLE:
        return _whistle(work, _subject_whistle(work, subject_id, case_id), on)
    order = _subject_order(work, subject_id, case_id)
    case, organisation = work.cases.get(order.case_id), work.organisations.get(order.organisation_id)
    if kind is DocumentKind.SUPERVISION_ORDER:
        contents = supervision_order_contents(order, case, organisation.name)
        return phrased(work, contents, organisation.id, on)
    if not order.replies:
        raise RuleRefusal("supervision.reply_first", number=order.number)
    names = {entry.id: entry.name for entry in work.attachments.of_case(case.id)}
    return supervision_reply_contents(order, case, organisation.name, names, on)


def _whistle(work: UnitOfWork, whistle: Whistle, on: date) -> WhistleContents:
    case = work.cases.get(whistle.case_id) if whistle.case_id is not None else None
    handling = work.proactive.get(whistle.handling_id) if whistle.handling_id is not None else None
    about = case.title if case is not None else handling.title if handling is not None else ""
    return whistle_contents(
        whistle,
        work.organisations.get(whistle.organisation_id).name,
        number=case.intake_number if case is not None else "",
        about=about,
        on=on,
    )


def _subject_order(work: UnitOfWork, order_id: UUID | None, case_id: UUID | None) -> SupervisionOrder:
    if order_id is not None:
        return work.supervision.get(order_id)
    found = work.supervision.of_case(case_id) if case_id is not None else ()
    if not found:
        raise NotFound("supervision.none_yet")
    return found[-1]


def _subject_whistle(work: UnitOfWork, whistle_id: UUID | None, case_id: UUID | None) -> Whistle:
    if whistle_id is not None:
        return work.whistles.get(whistle_id)
    found = work.whistles.of_case(case_id) if case_id is not None else ()
    if not found:
        raise NotFound("whistle.none_yet")
    return found[-1]
