"""The archive: locked, taken up again, and the latest move taken back while nothing left the building."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.case_file.records import empty_file
from app.domain.case_file.retention import ending_of
from app.domain.disputes import side_steps
from app.domain.disputes.cases import Case
from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.lifecycle.moves import CaseMove, is_untouched, undoable_move, undone
from app.domain.disputes.states import CaseEvent
from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.trust.actors import Actor
from app.persistence.work import UnitOfWork
from app.services.disputes.turning import Turning
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_unauthorised, save_moved

_DECIDED = frozenset({DocumentKind.NON_ACCEPTANCE, DocumentKind.TERMINATION})
"""Papers of a decision that is taken back when the case is taken up again."""


class Archiving(Turning):
    """Archives, takes up again and undoes."""

    def archive(self, case_id: UUID, *, actor: Actor, version: int) -> Done[Case]:
        """Lock a finished case; from then on it is only annotated.

        A file of which nobody said how long it is kept gets what its organisation set for such cases.
        """
        return self._turn(
            case_id,
            side_steps.archive,
            event=CaseEvent.ARCHIVE,
            act="case.archived",
            actor=actor,
            version=version,
            before=_keep_by_default,
        )

    def reopen(
        self, case_id: UUID, *, reason: str, approver: str, on: date, actor: Actor, version: int
    ) -> Done[Case]:
        """Take a finished case up again; notices of the decision taken back are voided with the reason."""
        self._not_in_future(on)
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_unauthorised(work, case, CaseEvent.REOPEN)
            again = side_steps.reopen(case, reason=reason, approver=approver, on=on)
            saved = save_moved(work, case, again, CaseEvent.REOPEN, act="case.reopened", note=reason)
            for document in work.documents.of_case(case_id):
                if document.kind in _DECIDED and not document.void_reason:
                    why = f"{CaseEvent.REOPEN.term}：{reason}"
                    for number in work.numbers.of_subject(document.id):
                        work.numbers.void(number.id, why)
                    work.documents.void(document.id, why)
            return self._done(work, saved)

    def undo(self, case_id: UUID, *, actor: Actor, version: int) -> Done[Case]:
        """Take the latest move back, as long as nothing left the building; the move stays on record."""
        with self._store.unit_of_work(actor) as work:
            case = as_seen("case", work.cases.get(case_id), version)
            move = undoable_move(case, work.moves.of_case(case_id), _issued(work, case_id))
            saved = self._undone(work, case, move)
            for twin in work.moves.twins(move.twin_id) if move.twin_id is not None else ():
                if twin.case_id != case_id:
                    self._undo_twin(work, twin)
                    self._unmerge(work, move)
            self._unchange(work, case, move)
            return self._done(work, saved)

    def _unchange(self, work: UnitOfWork, case: Case, move: CaseMove) -> None:
        """End the case that a change of channel had begun, if nobody went on with it; both histories tell."""
        changes = [
            linked.link
            for linked in work.links.of_case(case.id)
            if linked.link.id == move.twin_id and linked.link.kind is LinkKind.CHANNEL_CHANGE
        ]
        for link in changes:
            new = work.cases.get(link.from_id)
            if not is_untouched(new, work.moves.of_case(new.id)) or work.documents.of_case(new.id):
                raise RuleRefusal("undo.channel_went_on", number=new.intake_number)
            why = f"撤销更换渠道，回到 {case.intake_number}"
            closed = side_steps.close_untouched(new, reason=why, on=self._today())
            save_moved(
                work,
                new,
                closed,
                CaseEvent.GUIDE_OUT,
                act="case.channel_unchanged",
                note=why,
                twin_id=link.id,
            )
            for number in work.numbers.of_subject(new.id):
                if number.series is NumberSeries.INTAKE:
                    work.numbers.void(number.id, why)
            work.links.remove(link)
            wind(work, self._rules, new.id, self._today())
            work.history.note(
                act="case.channel_unchanged", kind="case", subject_id=case.id, case_id=case.id,
                note=new.intake_number,
            )  # fmt: skip

    def _undo_twin(self, work: UnitOfWork, twin: CaseMove) -> None:
        """Take back what the same act did to the other case, if that case still stands there."""
        other = work.cases.get(twin.case_id)
        last = undoable_move(other, work.moves.of_case(other.id), _issued(work, other.id))
        if last.id != twin.id:
            raise RuleRefusal("undo.changed_since", event=twin.event.term)
        self._undone(work, other, twin)

    def _undone(self, work: UnitOfWork, case: Case, move: CaseMove) -> Case:
        work.moves.mark_undone(move)
        saved = work.cases.save(undone(case, move), act="case.undone", note=move.event.term)
        wind(work, self._rules, case.id, self._today())
        return saved

    @staticmethod
    def _unmerge(work: UnitOfWork, move: CaseMove) -> None:
        """Let the number stand again and take the link away: the twin id of a merger is that of its link."""
        if move.twin_id is None:
            return
        link = work.links.get(move.twin_id)
        work.links.remove(link)
        for number in work.numbers.of_subject(link.from_id):
            work.numbers.restore(number.id, f"{move.event.term}撤销")


def _keep_by_default(work: UnitOfWork, case: Case) -> None:
    """Record the class of keeping that was set for cases like this one, where the file has none."""
    book = work.retention_books.of_organisation(case.organisation_id)
    rule = None if book is None else book.rule_for(case.dispute_type, ending_of(case))
    known = work.case_files.of_case(case.id)
    if book is None or rule is None or (known is not None and known.retention.strip()):
        return
    basis = book.basis if book.is_verified else ""
    kept = replace(known or empty_file(case.id), retention=rule.retention, retention_basis=basis)
    write = work.case_files.add if known is None else work.case_files.save
    write(kept, act="case_file.kept_by_default", note=rule.retention)


def _issued(work: UnitOfWork, case_id: UUID) -> tuple[datetime, ...]:
    """Give when the standing papers of a case were issued."""
    return tuple(d.issued_at for d in work.documents.of_case(case_id) if not d.void_reason)
