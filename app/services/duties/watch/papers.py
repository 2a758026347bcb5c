"""Papers of watching: the stored one where nothing changed since, else a new one, frozen and drawn."""

from __future__ import annotations

from uuid import UUID

from app.domain.changes import Changes
from app.domain.errors import NotFound
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.domain.values.plain import to_json
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.looking import look
from app.services.transactions.printing import Printing
from app.services.transactions.watched import WatchedContents, watched_contents


class WatchPapers:
    """Issues replies and whistles; an order's own paper was issued with it and is never drawn anew."""

    def __init__(self, store: Store, clock: Clock, printing: Printing) -> None:
        self._store = store
        self._clock = clock
        self._printing = printing

    def order(self, order_id: UUID) -> IssuedDocument:
        """Give the paper issued with an order."""
        with look(self._store) as work:
            document_id = work.supervision.get(order_id).document_id
            if document_id is None:
                raise NotFound("document.not_found", id=str(order_id))
            return work.documents.get(document_id)

    def issue(self, kind: DocumentKind, subject_id: UUID, *, actor: Actor) -> Done[IssuedDocument]:
        """Give the paper of a reply or a whistle as it stands: stored already, or issued now."""
        now = self._clock.now()
        with self._store.unit_of_work(actor) as work:
            contents = watched_contents(work, kind, subject_id, local_day(now))
            frozen = to_json(contents)
            for known in reversed(work.documents.of_subject(subject_id)):
                if known.kind is kind and known.contents == frozen and not known.void_reason:
                    return Done(known, Changes())
            self._printing.refuse_unprintable(contents)
            case_id, organisation_id = _owner(work, kind, subject_id)
            document = work.documents.add(
                IssuedDocument(
                    id=new_id(),
                    kind=kind,
                    case_id=case_id,
                    subject_id=subject_id,
                    organisation_id=organisation_id,
                    number=contents.number,
                    title=kind.term,
                    issued_at=now,
                    issuer_id=actor.id,
                    issuer_name=actor.name,
                    contents=frozen,
                )
            )
            changes = work.commit()
        drawn = self._printing.draw(document, actor=actor)
        return Done(drawn.value, changes | drawn.changes)

    def draft(self, kind: DocumentKind, subject_id: UUID) -> WatchedContents:
        """Give what a paper would print now; nothing is kept."""
        with look(self._store) as work:
            return watched_contents(work, kind, subject_id, local_day(self._clock.now()))


def _owner(work: UnitOfWork, kind: DocumentKind, subject_id: UUID) -> tuple[UUID | None, UUID]:
    if kind is DocumentKind.WHISTLE:
        whistle = work.whistles.get(subject_id)
        return whistle.case_id, whistle.organisation_id
    order = work.supervision.get(subject_id)
    return order.case_id, order.organisation_id
