"""Documents: what they would print, a preview, the issue, the stored bytes, and voiding with a reason."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from uuid import UUID

from app.archive.files import FileStore
from app.documents.kinds import Contents
from app.domain.contents.duty_forms import ledger_contents
from app.domain.duties.board import BoardFilter, BoardLine
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.catalogue.entries import WATCHED
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import SYSTEM, Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.freezing import Freezer
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.printing import Printing, Unprintable

_LOG = logging.getLogger(__name__)

LEDGER_PAGE = 500
"""How many lines of the board are read at a time for a ledger."""


class IssuingService:
    """Issues every form but the agreement, which its own service issues with its state.

    Kill-safety is told in ``Printing``. A reprint is always the stored bytes, verified by digest;
    nothing issued is ever drawn again from live data.
    """

    def __init__(
        self, store: Store, clock: Clock, rules: Rules, files: FileStore, printing: Printing
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._files = files
        self._printing = printing

    # before the issue
    def contents(self, kind: DocumentKind, case_id: UUID, subject_id: UUID | None = None) -> Contents:
        """Give what a form would print now, unnumbered where the number comes with the issue."""
        with look(self._store) as work, in_its_law(work, self._rules, case_id):
            freezer = Freezer(work, self._rules, work.cases.get(case_id), local_day(self._clock.now()))
            return freezer.contents(kind, subject_id)

    def preview(self, kind: DocumentKind, case_id: UUID, subject_id: UUID | None = None) -> bytes:
        """Draw what a form would print now, marked as a draft; nothing is kept."""
        return self.render(self.contents(kind, case_id, subject_id), is_draft=True)

    def render(self, contents: Contents, is_draft: bool) -> bytes:  # noqa: FBT001 - the contract's order
        """Draw contents; touches no database, so any thread may do it."""
        return self._printing.renderer.render(contents, is_draft=is_draft).pdf

    def missing_characters(self, contents: Contents) -> Sequence[Unprintable]:
        """Give the characters no font can print, each with its field."""
        return self._printing.renderer.missing_characters(contents)

    # the issue
    def issue(
        self,
        kind: DocumentKind,
        case_id: UUID,
        subject_id: UUID | None = None,
        *,
        actor: Actor,
        copies: int | None = None,
    ) -> Done[IssuedDocument]:
        """Issue a form: frozen and committed, then drawn and stored.

        Raises RuleRefusal ``document.unprintable_character`` or what the form itself refuses; then
        nothing was issued. An empty ``sha256`` in the answer says that the page waits for the disk.
        """
        if kind is DocumentKind.AGREEMENT:
            raise RuleRefusal("document.agreement_has_its_own_issue")
        if kind in WATCHED:
            raise RuleRefusal("document.watch_has_its_own_issue", kind=kind.term)
        if copies is not None and copies < 1:
            raise InvalidInput("document.copies", field="copies", count=copies)
        with self._store.unit_of_work(actor) as work:
            issue = Issue(work, self._printing, self._rules, actor, self._clock.now())
            case = work.cases.get(case_id)
            refuse_locked(case)
            document = number_and_freeze(issue, kind, case, subject_id, copies=copies)
            changes = work.commit()
        drawn = self._printing.draw(document, actor=actor)
        return Done(drawn.value, changes | drawn.changes)

    def void(self, document_id: UUID, reason: str, *, actor: Actor) -> Done[IssuedDocument]:
        """Void an issued document: its number and contents stay recorded, with the reason."""
        if not reason.strip():
            raise InvalidInput("reason.words_missing", field="reason")
        with self._store.unit_of_work(actor) as work:
            document = work.documents.get(document_id)
            with in_its_law(work, self._rules, document.case_id):
                _refuse_to_void(document)
            if document.case_id is not None:
                refuse_locked(work.cases.get(document.case_id))
            for number in work.numbers.of_subject(document_id):
                work.numbers.void(number.id, reason)
            return Done(work.documents.void(document_id, reason), work.commit())

    # after the issue
    def bytes_of(self, document_id: UUID) -> bytes:
        """Give the stored bytes of a document, verified; one whose page still waits is drawn now."""
        with look(self._store) as work:
            document = work.documents.get(document_id)
        if not document.sha256:
            document = self._printing.finish(document, actor=SYSTEM).value
        return self._files.get(document.sha256)

    def finish_unstored(self) -> int:
        """Draw every document whose commit survived a crash before its page was stored; gives how many.

        Called at every start. One that still cannot be drawn or stored is logged and stays waiting:
        it must not keep the program from opening.
        """
        with look(self._store) as work:
            waiting = work.documents.unstored()
        finished = 0
        for document in waiting:
            try:
                self._printing.finish(document, actor=SYSTEM)
            except Exception:  # noqa: BLE001 - whatever went wrong with one page, the others are drawn
                _LOG.exception("document %s is issued and still waits for its page", document.id)
            else:
                finished += 1
        return finished

    def ledger(self, wanted: BoardFilter, *, actor: Actor) -> bytes:
        """Draw the ledger of the four duties for the cases a filter finds, in the board's order."""
        today = local_day(self._clock.now())
        lines: list[BoardLine] = []
        with self._store.reads() as reads:
            while page := reads.duties.board(wanted, today, offset=len(lines), limit=LEDGER_PAGE):
                lines += page
        with look(self._store) as work:
            member = work.staff.find(actor.id)
            organisations = work.organisations.all()
            at_work = [o.name for o in organisations if member is not None and o.id == member.organisation_id]
        names = at_work or [organisation.name for organisation in organisations[:1]]
        scope = "、".join(part for part in (wanted.view.term, wanted.lead_official) if part)
        contents = ledger_contents(
            tuple(lines), organisation="".join(names), scope=scope, printed_by=actor.name, on=today
        )
        self._printing.refuse_unprintable(contents)
        return self.render(contents, is_draft=False)


def _refuse_to_void(document: IssuedDocument) -> None:
    if document.kind is DocumentKind.AGREEMENT:
        raise RuleRefusal("document.agreement_has_its_own_void")
    if document.kind is DocumentKind.SUPERVISION_ORDER:
        raise RuleRefusal("document.order_is_withdrawn", number=document.number)
    if document.kind is DocumentKind.ORAL_REGISTER:
        raise RuleRefusal("document.oral_register_stays", article="人民调解法第三十条")
    if document.void_reason:
        raise RuleRefusal("document.already_voided", number=document.number)
